import { afterAll, describe, expect, it } from 'vitest';
import { agreementText } from '../../agreement.ts';
import { postgres, whereIsPostgres } from '../../servers/postgres.ts';
import { folderWith } from '../folder.ts';

const SCHEMA = 'served_odd';
const { hostname, port, pathname, username } = new URL(postgres?.url ?? 'postgres://x@y:1/z');

/** One value that is not read in each row, by its column; the first rows are fine. */
const ODD = [
  ['sent', 'infinity'],
  ['sent', '-infinity'],
  ['sent', '0044-03-15 BC'],
  ['sent', '294276-01-01'],
  ['sent', '2150-01-01'],
  ['due', 'infinity'],
  ['due', '5874897-01-01'],
  ['amount', '1000000000000'],
  ['amount', '999999999999.9999999'],
  ['amount', 'NaN'],
  ['amount', 'Infinity'],
  ['amount', '0.1234567'],
  ['rate', '1e12'],
  ['rate', 'NaN'],
  ['rate', '-Infinity'],
  ['rate', '0.1234567'],
  ['staff', '1e30'],
  ['staff', '2.5'],
  ['staff', 'NaN'],
  ['paid', '7'],
] as const;

const FINE = {
  sent: '2026-01-05 09:00+00',
  due: '2026-01-06',
  amount: '12.5',
  rate: '0.25',
  staff: '3',
  paid: '1',
};

const rows = [{}, { amount: '-999999999999.999999' }, ...ODD.map(([column, value]) => ({ [column]: value }))];

postgres?.schema(SCHEMA, [
  'CREATE TABLE leads (id text, sent timestamptz, due date, amount numeric, rate double precision, staff numeric, paid int)',
  ...rows.map((row, i) => {
    const cells = Object.values({ ...FINE, ...row }).map((value) => `'${value}'`);
    return `INSERT INTO leads VALUES (${[`'L${i}'`, ...cells].join(', ')})`;
  }),
]);

const agreement = (maxRejected: string): string =>
  agreementText({
    id: 'odd',
    effective: '{ from: 2020-01-01 }',
    sources: `
  leads:
    connection: replica
    table: ${SCHEMA}.leads
    timezone: Europe/Paris
    key: id
    max_rejected: ${maxRejected}
    fields:
      id: id
      sent_at: { column: sent, type: datetime }
      due_on: { column: due, type: date }
      amount: { column: amount, type: decimal }
      rate: { column: rate, type: decimal }
      staff: { column: staff, type: integer }
      paid: { column: paid, type: boolean }`,
    stages: '{ sent: { at: sent_at }, due: { at: due_on } }',
    commitments: `
  - id: volume
    owed_by: sales
    owed_to: marketing
    promise: Leads of some worth are sent
    count: { stage: sent, where: { amount: "> -1", rate: ">= 0", staff: ">= 1", paid: true } }
    target: ">= 1 per month"
  - id: in-time
    owed_by: sales
    owed_to: marketing
    promise: Every lead is due within two days
    response: { from: sent, to: due, within: 48 hours }
    target: ">= 50%"`,
  });

const connection = (keep: string): string =>
  `replica: { engine: postgres, host: ${hostname}, port: ${port}, database: ${pathname.slice(1)}, user: ${username}, rows: ${keep} }\n`;

const folder = folderWith({
  '.git/HEAD': 'ref: refs/heads/main\n',
  ...Object.fromEntries(
    ['stay', 'come'].flatMap((keep) => [
      [`${keep}/.sla/connections.yaml`, connection(keep)],
      [`${keep}/a.sla.yaml`, agreement('95%')],
    ]),
  ),
  'few/.sla/connections.yaml': connection('stay'),
  'few/a.sla.yaml': agreement('1%'),
});

afterAll(() => folder.remove());

interface Finding {
  readonly rule: string;
  readonly message: string;
}

async function report(where: string) {
  const { out, status } = await folder.sla('report', where, '--format', 'json');
  return {
    ...(JSON.parse(out) as { ledger?: object; results: unknown; findings: readonly Finding[] }),
    status,
  };
}

/** Without the places of rows. */
const told = (findings: readonly Finding[]): readonly string[] =>
  findings
    .filter(({ message }) => message.includes('rejected'))
    .map(({ message }) => message.replace(/( in column "\w+")( \(\w+\))?: .*/s, '$1'))
    .sort();

describe.runIf(postgres !== null)(`values that are none where they are${whereIsPostgres}`, () => {
  it('are counted and told as where their rows come', async () => {
    const [there, here] = [await report('stay'), await report('come')];
    expect(told(there.findings)).toEqual(told(here.findings));
    expect(told(there.findings)).toContain('4 rows of "leads" rejected, not a date in column "sent"');
    expect(there.results).toEqual(here.results);
    expect(there.status).toBe(here.status);
  });

  it('are told by their columns where they are too many to be judged', async () => {
    const { findings, status } = await report('few');
    expect(status).toBe(2);
    const [refused] = findings.filter(({ rule }) => rule === 'rows-stay');
    expect(refused?.message).toContain(`${ODD.length} of ${rows.length} rows of "leads" are rejected (`);
    expect(told(findings)).toContain('1 row of "leads" rejected, not a boolean in column "paid"');
  });

  it('are told by the receipt of their row, which comes alone', async () => {
    const nth = rows.findIndex((row) => 'amount' in row && row.amount === '1000000000000');
    const { out } = await folder.sla('explain', `L${nth}`, 'stay');
    expect(out).toContain('leads, key L9: rejected: number too large in column "amount"');
  });
});

import { afterAll, expect } from 'vitest';
import { agreementText } from '../../agreement.ts';
import { postgres, whereIsPostgres } from '../../servers/postgres.ts';
import { inTurns } from '../../turns.ts';
import { folderWith } from '../folder.ts';

const { describe, it } = inTurns();

const SCHEMA = 'served_keys';
const { hostname, port, pathname, username } = new URL(postgres?.url ?? 'postgres://x@y:1/z');

/** Rows of leads of which some share a key, by their columns: shop, number, sent, answered, state. */
const ROWS = [
  ['N|1', '7', '2026-01-05 09:00:00', '2026-01-05 10:00:00', 'open'],
  ['N|1', '7', '2026-01-05 09:00:00', '2026-01-05 10:00:00', 'open'],
  ['N|1', '7', '2026-01-12 09:00:00', '2026-01-13 18:00:00', 'won'],
  ['N', '1|7', '2026-01-06 09:00:00', '2026-01-06 09:30:00', 'open'],
  ['', '8', '2026-01-07 09:00:00', '', 'open'],
] as const;

const CSV = ['shop,number,sent,answered,state', ...ROWS.map((row) => row.join(','))].join('\n');

const cell = (text: string): string => (text === '' ? 'NULL' : `'${text}'`);

postgres?.schema(SCHEMA, [
  'CREATE TABLE leads (shop text, number text, sent timestamp, answered timestamp, state text)',
  `INSERT INTO leads VALUES ${ROWS.map((row) => `(${row.map(cell).join(', ')})`).join(', ')}`,
  `CREATE TABLE equal AS SELECT * FROM leads UNION ALL SELECT 'N|1', '7', '2026-01-12 09:00:00', NULL, 'lost'`,
  'DROP ROLE IF EXISTS served_hasty',
  'CREATE ROLE served_hasty LOGIN',
  "ALTER ROLE served_hasty SET statement_timeout = '300ms'",
  `GRANT USAGE ON SCHEMA "${SCHEMA}" TO served_hasty`,
  'CREATE VIEW slow AS SELECT leads.*, CAST(pg_sleep(20) AS text) AS slept FROM leads',
  'GRANT SELECT ON slow TO served_hasty',
]);

/** How rows of one key are told apart. */
const WAYS = {
  'hand-overs': 'recycled: each\n    handed_over: sent_at',
  'the latest row of a key': 'duplicates: latest\n    modified: sent_at',
};

const agreement = (where: string, way: string): string =>
  agreementText({
    id: 'keys',
    effective: '{ from: 2020-01-01 }',
    sources: `
  leads:
    ${where}
    timezone: Europe/Paris
    key: [shop, number]
    ${way}
    fields:
      shop: shop
      number: number
      state: state
      sent_at: { column: sent, type: datetime, format: iso }
      answered_at: { column: answered, type: datetime, format: iso }`,
    stages: '{ sent: { at: sent_at }, answered: { at: answered_at } }',
    commitments: `
  - id: answer
    owed_by: sales
    owed_to: marketing
    promise: Every lead is answered within a day
    response: { from: sent, to: answered, within: 24 hours }
    target: ">= 50%"`,
  });

const connection = (user: string): string =>
  `replica: { engine: postgres, host: ${hostname}, port: ${port}, database: ${pathname.slice(1)}, user: ${user}, rows: stay }\n`;

const onServer = (table: string): string => `connection: replica\n    table: ${SCHEMA}.${table}`;

const ways = Object.entries(WAYS).map(([name, way], i) => [name, `way${i}`, way] as const);

const folder = folderWith({
  '.git/HEAD': 'ref: refs/heads/main\n',
  ...Object.fromEntries(
    ways.flatMap(([, at, way]) => [
      [`${at}/.sla/connections.yaml`, connection(username)],
      [`${at}/a.sla.yaml`, agreement(onServer('leads'), way)],
      [`${at}-equal/.sla/connections.yaml`, connection(username)],
      [`${at}-equal/a.sla.yaml`, agreement(onServer('equal'), way)],
      [`${at}-file/a.sla.yaml`, agreement('files: leads.csv', way)],
      [`${at}-file/leads.csv`, CSV],
    ]),
  ),
  'hasty/.sla/connections.yaml': connection('served_hasty'),
  'hasty/a.sla.yaml': agreement(onServer('slow'), WAYS['hand-overs']),
});

afterAll(() => {
  folder.remove();
  postgres?.schema(SCHEMA, ['DROP OWNED BY served_hasty', 'DROP ROLE served_hasty']);
});

const { sla } = folder;

describe.runIf(postgres !== null)(`rows of one key on their server${whereIsPostgres}`, () => {
  it.each(ways)('are told apart there as in a file: %s', async (_, at) => {
    const said = async (where: string) => {
      const { out, status } = await sla('report', where, '--format', 'json');
      const { results, ledger, ledgers, causes } = JSON.parse(out);
      return { status, results, ledger, ledgers, causes };
    };
    const there = await said(at);
    expect(there).toEqual(await said(`${at}-file`));
    expect(there.results[0].counts.met).toBe(at === 'way0' ? 2 : 1);
  });

  it.each(ways)('that nothing tells apart may not be judged there: %s', async (_, at) => {
    const { out, status } = await sla('report', `${at}-equal`, '--format', 'json');
    expect([status, out]).toEqual([2, expect.stringContaining('rows of \\"leads\\" with one key differ')]);
  });

  it('come for a receipt of their lead alone, by a key of several columns', async () => {
    const { out } = await sla('explain', 'N | 1||7', 'way0');
    expect(out).toContain(`leads, replica:${SCHEMA}.leads, key N | 1||7: judged`);
    expect(out).not.toContain('leads:2');
    // One of its columns is blank.
    expect((await sla('explain', '| 8', 'way0')).out).toContain(
      `leads, replica:${SCHEMA}.leads, key | 8: judged`,
    );
  });

  it('are asked for no longer than the server lets the user ask', async () => {
    const { out, status } = await sla('report', 'hasty', '--format', 'json');
    expect([status, out]).toEqual([2, expect.stringContaining('statement timeout')]);
  });
});

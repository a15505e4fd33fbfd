import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { sla } from '../examples/sla.ts';
import { inTurns } from '../turns.ts';

const { describe, it } = inTurns();

const AGREEMENT = `sla: 1
id: calls
title: Calls
version: "1"
status: active
effective: { from: 2026-03-01 }
timezone: Europe/Paris
teams: { marketing: { title: Marketing }, sales: { title: Sales } }
calendars: { office: { timezone: Europe/Paris, week: { mon-fri: [09:00-18:00] } } }
sources:
  leads:
    files: leads.csv
    csv: { delimiter: ";" }
    timezone: Europe/Paris
    max_rejected: 50%
    key: id
    fields:
      id: ID
      received_at: RECEIVED
      called_at: CALLED
stages:
  received: { at: received_at }
  called: { at: called_at }
commitments:
  - id: call
    owed_by: sales
    owed_to: marketing
    promise: A call within an hour
    response: { from: received, to: called, within: 60 business minutes, calendar: office }
    target: 50%
    max_unknown: 50%
`;

/** Received and called, as the columns of both; an empty text for a blank cell. */
const LEADS = [
  [
    ['02/03/2026', '09:15'],
    ['02/03/2026', '09:50'],
  ],
  [
    ['02/03/2026', '16:30'],
    ['03/03/2026', '09:10'],
  ],
  [
    ['06/03/2026', '17:45'],
    ['09/03/2026', '09:44'],
  ],
  [
    ['27/03/2026', '17:30'],
    ['30/03/2026', '09:31'],
  ],
  [
    ['29/03/2026', '02:30'],
    ['30/03/2026', '09:30'],
  ],
  [
    ['05/03/2026', '11:00'],
    ['05/03/2026', ''],
  ],
  [
    ['05/03/2026', '12:00'],
    ['', ''],
  ],
  [
    ['31/02/2026', '09:15'],
    ['02/03/2026', '09:50'],
  ],
  [
    ['', '09:15'],
    ['02/03/2026', '09:50'],
  ],
] as const;

let folder = '';
const at = (name: string): string => join(folder, name, 'a.sla.yaml');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sla-two-'));
  const field = (column: string, format: string) =>
    `{ column: ${column}, type: datetime, format: ${format} }`;
  const write = (name: string, [received, called]: readonly [string, string], rows: readonly string[]) => {
    mkdirSync(join(folder, name));
    writeFileSync(at(name), AGREEMENT.replace('RECEIVED', received).replace('CALLED', called));
    writeFileSync(join(folder, name, 'leads.csv'), `${rows.join('\n')}\n`);
  };
  const two = [
    field('[Date, Heure]', 'dd/MM/yyyy'),
    field('[Date appel, Heure appel]', 'dd/MM/yyyy'),
  ] as const;
  const one = [field('Date', 'dd/MM/yyyy HH:mm'), field('Date appel', 'dd/MM/yyyy HH:mm')] as const;
  write('two', two, [
    'ID;Date;Heure;Date appel;Heure appel',
    ...LEADS.map(([received, called], i) => `L${i};${[...received, ...called].join(';')}`),
  ]);
  write('one', one, [
    'ID;Date;Date appel',
    ...LEADS.map(
      ([received, called], i) =>
        `L${i};${[received, called].map((cells) => cells.join(' ').trim()).join(';')}`,
    ),
  ]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a report says, but for the bytes of the exports, the names of columns, and why rows were rejected. */
async function told(name: string) {
  const { stdout } = await sla('report', at(name), '--format', 'json');
  const { results, ledger } = JSON.parse(stdout);
  const { rejected, ...rows } = ledger.leads;
  const refused = Object.values<number>(rejected).reduce((sum, n) => sum + n, 0);
  return {
    results: JSON.parse(JSON.stringify(results).replaceAll(folder, '').replaceAll(`/${name}/`, '/')),
    rows,
    refused,
  };
}

describe('an agreement on a date and its time in two columns', () => {
  it('judges as one on both in one column does, and as one counts by hand', async () => {
    const two = await told('two');
    expect(two).toEqual(await told('one'));
    expect(two.rows).toMatchObject({ read: 9, judged: 7 });
    expect(two.refused).toBe(2);
    // 35 minutes; 100 of a Monday and a Tuesday; 59 and 61 around weekends; 30 of a Monday; a day without a time; no call.
    expect(two.results[0].counts).toMatchObject({ met: 3, breached: 3, unknown: 1 });
  });

  it('shows both cells of a lead, and of a row that was rejected', async () => {
    const { stdout } = await sla('explain', 'L0', at('two'));
    expect(stdout).toContain('Date | Heure 02/03/2026 | 09:15');
    const rejected = await sla('explain', 'L8', at('two'));
    expect(rejected.stdout.replaceAll(/\s+/g, ' ')).toContain(
      'rejected: a time without its date in column "Date | Heure", "| 09:15"',
    );
    const file = join(folder, 'rejects.csv');
    await sla('check', at('two'), '--rejects', file);
    const lines = readFileSync(file, 'utf8').split('\n');
    expect(lines.filter((line) => line.includes('|')).map((line) => line.split(',').slice(2))).toEqual([
      ['9', 'Date | Heure', '31/02/2026 | 09:15', 'not-a-date'],
      ['10', 'Date | Heure', '| 09:15', 'time-without-date'],
    ]);
  });

  it.each([
    ['promises', 'two', (text: string) => text],
    [
      'the latest row of a key',
      'one',
      (text: string) =>
        text
          .replace('    key: id', '    duplicates: latest\n    modified: changed_at\n    key: id')
          .replace(
            'id: ID',
            'id: ID\n      changed_at: { column: [Date, Heure], type: datetime, format: iso }',
          ),
    ],
  ])('has no statement for a warehouse, and says why: %s', async (_, name, change) => {
    const agreement = join(folder, 'sql.sla.yaml');
    writeFileSync(agreement, change(readFileSync(at(name), 'utf8')));
    const { stderr, stdout, status } = await sla(
      'sql',
      'call',
      agreement,
      '--dialect',
      'postgres',
      '--as-of',
      '2026-04-01',
    );
    expect(status).toBe(2);
    expect(`${stdout}${stderr}`.replaceAll(/\s+/g, ' ')).toContain(
      'of "leads" is a date and its time in two columns, which a statement does not put together yet',
    );
  });
});

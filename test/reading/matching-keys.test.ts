import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { matchKeys } from '../../src/reading/matching-keys.ts';

const CSV = { delimiter: ',', quote: '"', encoding: 'utf-8', skip: 0 } as const;

let engine: Engine;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'keys-'));
  engine = await openDuckDb({ threads: 2 });
});

afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

function table(name: string, columns: readonly number[], lines: readonly string[]) {
  const text = join(folder, name);
  writeFileSync(text, `${lines.join('\n')}\n`);
  const header = (lines[0] ?? '').split(',');
  return { source: { file: text, text, gzip: false, header }, csv: CSV, columns };
}

describe('the columns of two exports', () => {
  it('are compared each with each, by filled cells of rows that differ', async () => {
    const calls = table(
      'calls.csv',
      [0, 2],
      ['lead,at,mail', 'L1,1,a@x', 'L1,2,', ' L2 ,3,b@x', 'L9,4,c@x', ',5,a@x', 'L1,1,a@x', 'cut,short'],
    );
    const leads = table('leads.csv', [0, 1], ['id,mail', 'L1,a@x', 'L2,', 'L3,z@x', 'L1,a@x']);
    const expected = [
      { from: 0, to: 0, rows: 4, values: 3, found: 2, exact: 2 },
      { from: 0, to: 1, rows: 4, values: 3, found: 0, exact: 0 },
      { from: 2, to: 0, rows: 4, values: 3, found: 0, exact: 0 },
      { from: 2, to: 1, rows: 4, values: 3, found: 1, exact: 1 },
    ];
    expect(await matchKeys(engine, calls, leads)).toEqual(expected);
    // It leaves nothing behind that a second comparison could meet.
    expect(await matchKeys(engine, calls, leads)).toEqual(expected);
    expect(await engine.rows('SELECT table_name FROM duckdb_tables()')).toEqual([]);
  });

  it('are alike where addresses differ by capitals, and ids that do are not', async () => {
    const calls = table('c.csv', [0, 1], ['lead,mail', 'L1,Ana@X.com', 'l2,bo@x.com', 'L3,']);
    const leads = table('l.csv', [0, 1], ['id,mail', 'L1,ana@x.com', 'L2,bo@x.com', 'L3,Ana@x.com']);
    expect(await matchKeys(engine, calls, leads)).toMatchObject([
      { from: 0, to: 0, found: 2, exact: 2 },
      { from: 0, to: 1, found: 0 },
      { from: 1, to: 0, found: 0 },
      { from: 1, to: 1, values: 2, found: 2, exact: 1 },
    ]);
  });
});

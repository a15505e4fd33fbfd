import { expect, it } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.ts';
import { dialects } from '../../src/sql/dialects/index.ts';
import { NamedSelects } from '../../src/sql/server-facts/statement.ts';

it('What is kept without a table asks for what had its names then, whatever they stand for later', async () => {
  const kept = new NamedSelects(dialects.duckdb);
  kept.put('leads', 'SELECT 1 AS n');
  kept.put('pairs', "WITH own AS (SELECT n * 10 AS n FROM leads) SELECT n, 'leads' AS word FROM own");
  kept.rename('leads', 'leads$untold');
  kept.put('leads', 'SELECT n + 1 AS n FROM "leads$untold"');
  kept.put('held', 'SELECT n * 100 AS n FROM leads');
  kept.put('leads', 'SELECT n + 5 AS n FROM leads');
  const engine = await openDuckDb();
  try {
    const rows = async (table: string) => engine.rows(kept.served(`SELECT * FROM "${table}"`));
    expect(await rows('pairs')).toEqual([{ n: 10, word: 'leads' }]);
    expect(await rows('leads$untold')).toEqual([{ n: 1 }]);
    expect(await rows('held')).toEqual([{ n: 200 }]);
    expect(await rows('leads')).toEqual([{ n: 7 }]);
  } finally {
    await engine.close();
  }
  expect(() => kept.rename('none', 'other')).toThrow('There is no table "none"');
});

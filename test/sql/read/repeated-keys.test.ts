import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckDb } from '../../../src/engine/duckdb.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import {
  addHashesSql,
  CREATE_HASHES,
  createFewTwiceSql,
  createTwiceSql,
  type Repeated,
  TWICE_KEYS,
} from '../../../src/sql/read/repeated-keys.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckDb();
});
afterAll(() => engine.close());

const keys = async (): Promise<readonly unknown[]> =>
  (await engine.rows(`${TWICE_KEYS} ORDER BY 1`)).map(({ key }) => key);

/** As a run finds them in a large export, in so many parts. */
async function byHashes(repeated: Repeated, parts: number): Promise<readonly unknown[]> {
  await engine.run(CREATE_HASHES);
  for (let part = 0; part < parts; part++)
    await engine.run(addHashesSql({ table: 'r0', repeated, part, parts }));
  await engine.run(createTwiceSql('r0', repeated));
  return keys();
}

/** The same by a plain loop: of rows, the keys of those of which another is the same in every cell. */
function byLoop(rows: readonly (readonly [string, number | null])[], repeated: Repeated): readonly string[] {
  const same = ([key, cell]: readonly [string, number | null], other: readonly [string, number | null]) =>
    key === other[0] && (repeated === 'keys' || cell === other[1]);
  const twice = rows.filter((row) => rows.filter((other) => same(row, other)).length > 1);
  return [...new Set(twice.map(([key]) => key))].sort();
}

describe('keys that come twice', () => {
  it('are the same whether keys are compared at once or by their hashes, and those of a plain loop', async () => {
    const row = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.constantFrom(1, 2, null));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 9 }), async (rows) => {
        const values = rows.map(([key, cell]) => `('${key}', ${cell ?? 'NULL'})`).join(', ');
        await engine.run('CREATE OR REPLACE TABLE r0 ("key" VARCHAR, cell INTEGER)');
        if (rows.length > 0) await engine.run(`INSERT INTO r0 VALUES ${values}`);
        for (const repeated of ['keys', 'rows'] as const) {
          const wanted = byLoop(rows, repeated);
          expect(await byHashes(repeated, 2)).toEqual(wanted);
          await engine.run(createFewTwiceSql('r0', repeated));
          expect(await keys()).toEqual(wanted);
        }
      }),
      { numRuns: 25, seed: 3 },
    );
  });
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { report } from '../../src/app/report.ts';
import { sql } from '../../src/app/sql.ts';
import { openDuckDb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { UNASKED } from '../../src/model/requests.ts';
import { firstWorld, long, printedWorlds } from '../effort.ts';
import { postgres, whereIsPostgres } from '../servers/postgres.ts';
import { countsOfReport, countsOfRows } from '../sql/printed/counts.ts';
import { within } from './run.ts';
import { asPrinted } from './world/printed.ts';
import { worldOf } from './world/world.ts';

const first = firstWorld(2);

let engine: Engine;

beforeAll(async () => {
  engine = await openDuckDb({ threads: 1 });
});

afterAll(() => engine.close());

/** The short run asks each world of one engine, in turns. */
const dialectsOf = (seed: number): readonly string[] => {
  const all = postgres === null ? ['duckdb'] : ['duckdb', 'postgres'];
  return long ? all : [all[seed % all.length] ?? 'duckdb'];
};

it(`${printedWorlds} worlds from seed ${first}: the statements that are printed give the counts of the report${whereIsPostgres}`, {
  timeout: 60_000 + printedWorlds * 12_000,
}, async () => {
  let compared = 0;
  for (let seed = first; seed < first + printedWorlds; seed++) {
    const { texts, tables } = await asPrinted(worldOf(seed));
    const again = `SEED=${seed} WORLDS=1 npx vitest run test/property/printed.test.ts`;
    await within(texts, async (io) => {
      const request = { ...UNASKED, paths: [], from: '2025-01' };
      const [plain] = (await report(request, io)).compliances;
      if (!plain) return;
      const asOf = new Date(Math.floor(plain.asOf / 1e6) * 1000).toISOString();
      const [compliance] = (await report({ ...request, asOf }, io)).compliances;
      if (!compliance) return;
      const name = `world_${seed}`;
      await engine.run(`CREATE OR REPLACE SCHEMA ${name}`);
      await engine.run(`USE ${name}`);
      for (const statement of tables) await engine.run(statement);
      const schema = postgres?.schema(name, tables);
      for (const dialect of dialectsOf(seed)) {
        const asked = { promise: null, asOf, from: '2025-01', allowOutside: false, tables: {}, paths: [] };
        const { statements, findings } = await sql({ ...asked, dialect }, io);
        expect(
          findings.filter(({ fatal }) => fatal),
          again,
        ).toEqual([]);
        for (const { promise, sql: text } of statements) {
          if (text === null) continue;
          const rows = dialect === 'duckdb' ? await engine.rows(text) : (schema?.rows(text) ?? []);
          expect({ again, dialect, promise, counts: countsOfRows(rows) }, text).toEqual({
            again,
            dialect,
            promise,
            counts: countsOfReport(compliance, promise),
          });
          compared += 1;
        }
      }
    });
  }
  expect(compared).toBeGreaterThan(0);
});

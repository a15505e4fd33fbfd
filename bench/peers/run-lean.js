// Runs the statements of `lean-sql.js` in the engine that sla has, from Node. Prints { asOf, counts, percentiles } as `lean.ts` reads them.
import { execFileSync } from 'node:child_process';
import { DuckDBInstance } from '@duckdb/node-api';

const [file] = process.argv.slice(2);
const sql = JSON.parse(
  process.env.BENCH_SQL ??
    execFileSync(process.execPath, [new URL('lean-sql.js', import.meta.url).pathname, file], {
      encoding: 'utf8',
    }),
);
const instance = await DuckDBInstance.create(':memory:', { preserve_insertion_order: 'false' });
const db = await instance.connect();
const rows = async (text) => (await db.runAndReadAll(text)).getRowsJS();
for (const statement of sql.prepare) await db.run(statement);
const [[asOf]] = await rows(sql.asOf);
for (const statement of sql.judge) await db.run(statement.replaceAll('AS_OF', String(asOf)));
const plain = (_, value) => (typeof value === 'bigint' ? Number(value) : value);
const [counts, percentiles] = [await rows(sql.counts), await rows(sql.percentiles)];
console.log(JSON.stringify({ asOf, counts, percentiles }, plain));
db.closeSync();
instance.closeSync();

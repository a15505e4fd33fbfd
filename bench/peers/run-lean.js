// Runs the statements of `lean-sql.js`, in the file that its second argument names, in the engine that sla has, from Node. Prints
// { asOf, counts, percentiles }.
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const sql = JSON.parse(readFileSync(process.argv[3], 'utf8'));
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

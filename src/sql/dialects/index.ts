export { duckdb } from './duckdb.ts';

import type { Dialect } from './dialect.ts';
import { duckdb } from './duckdb.ts';

/**
 * Every dialect by its name. An engine takes its own from here, and all that is asked of it is written by
 * that.
 */
export const dialects = { duckdb } satisfies Readonly<Record<string, Dialect>>;

import { bigquery } from './bigquery.ts';
import type { Dialect, JudgingDialect } from './dialect.ts';
import { duckdb } from './duckdb.ts';
import { postgres } from './postgres.ts';
import { snowflake } from './snowflake.ts';
import { spark } from './spark.ts';
import { trino } from './trino.ts';

/**
 * Every dialect of an engine that runs here, by its name. An engine takes its own from here, and all that is
 * asked of it is written by that.
 */
export const dialects = { duckdb } satisfies Readonly<Record<string, Dialect>>;

/** Every dialect in which statements are written, by its name. */
export const written: Readonly<Record<string, JudgingDialect>> = {
  duckdb,
  postgres,
  trino,
  spark,
  snowflake,
  bigquery,
};

import { existsSync, renameSync, statSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

/**
 * Writes ten activities a lead of the export that `makeExport` makes, in no order: about 75 bytes a row, local times of Paris. Most come
 * in the three weeks after the lead was created; a third are made by automation; one in a hundred is of a lead that nobody
 * knows. The same rows for the same number of leads. Kept for the next run; returns the size in bytes.
 */
export async function makeActivities(file: string, leads: number): Promise<number> {
  if (!existsSync(file)) {
    const instance = await DuckDBInstance.create(':memory:');
    const db = await instance.connect();
    await db.run(`COPY (${select(leads)}) TO '${file.replaceAll("'", "''")}.part' (FORMAT csv, HEADER)`);
    db.closeSync();
    instance.closeSync();
    renameSync(`${file}.part`, file);
  }
  return statSync(file).size;
}

/** Row `i` is of lead `i * prime % leads`, so that the rows of one lead are far apart. */
const select = (leads: number): string => `
  WITH chance AS (
    SELECT i, i * 7919 % ${leads} AS lead,
      ${Array.from({ length: 4 }, (_, k) => `hash(i * 13 + ${k}) % 1000003 / 1000003.0 AS u${k}`).join(', ')},
      floor((hash(lead * 31) % 1000003 / 1000003.0) * 15600000)::BIGINT AS created
    FROM range(${10 * leads}) AS numbers(i)
  ), done AS (
    SELECT *, TIMESTAMP '2026-01-01 00:00:00' + to_seconds(created + floor(-ln(u0 + 1e-6) * 600000)::BIGINT) AS done_at FROM chance
  )
  SELECT
    CASE WHEN u1 < 0.99 THEN 'LEAD-' || lpad(lead::VARCHAR, 9, '0') ELSE 'GONE-' || lead END AS lead_id,
    strftime(done_at + CASE WHEN done_at < TIMESTAMP '2026-03-29 01:00:00' THEN INTERVAL 1 HOUR ELSE INTERVAL 2 HOUR END, '%Y-%m-%d %H:%M:%S') AS activity_at,
    ['call', 'email', 'meeting', 'note', 'task'][1 + (hash(i) % 5)::INTEGER] AS kind,
    CASE WHEN u2 < 0.33 THEN 'automation' ELSE 'Salesperson ' || (i % 37) END AS done_by,
    'Subject number ' || (hash(i) % 100000) AS subject
  FROM done WHERE done_at < TIMESTAMP '2026-06-30 20:00:00'`;

import { existsSync, renameSync, statSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

/**
 * Writes a CRM-like export of `rows` leads over the first half of 2026: 14 columns, about 220 bytes a row, local times of Paris.
 * Half of the leads are qualified; waits are long-tailed; some stops are missing. The same rows for the same number: chance is a hash
 * of the row number. No time falls into the hour that the clocks skip. Kept for the next run; returns the size in bytes.
 */
export async function makeExport(file: string, rows: number): Promise<number> {
  if (!existsSync(file)) {
    const instance = await DuckDBInstance.create(':memory:');
    const db = await instance.connect();
    await db.run(`COPY (${select(rows)}) TO '${file.replaceAll("'", "''")}.part' (FORMAT csv, HEADER)`);
    db.closeSync();
    instance.closeSync();
    renameSync(`${file}.part`, file);
  }
  return statSync(file).size;
}

const select = (rows: number): string => `
  WITH chance AS (
    SELECT i,
      ${Array.from({ length: 12 }, (_, k) => `hash(i * 31 + ${k}) % 1000003 / 1000003.0 AS u${k}`).join(', ')}
    FROM range(${rows}) AS numbers(i)
  ), started AS (
    SELECT *, TIMESTAMP '2026-01-01 00:00:00' + to_seconds(floor(u0 * 15600000)::BIGINT) AS created,
      created + to_seconds(floor(u1 * u1 * 864000)::BIGINT) AS qualified_then
    FROM chance
  ), waited AS (
    SELECT *, CASE WHEN u2 < 0.52 THEN qualified_then END AS qualified,
      CASE WHEN u3 < 0.96 THEN qualified + to_seconds(floor(-ln(u4 + 1e-6) * 9000 / (0.1 + u5))::BIGINT) END AS contacted,
      CASE WHEN u6 < 0.92 THEN contacted + to_seconds(floor(-ln(u7 + 1e-6) * 150000)::BIGINT) END AS decided
    FROM started
  )
  SELECT
    'LEAD-' || lpad(i::VARCHAR, 9, '0') AS lead_id,
    ${local('created')} AS created_at,
    ['Web form', 'Trade fair', 'Webinar', 'Referral', 'Paid search'][1 + i % 5] AS source,
    'first.last' || i || '@company-' || (i % 40000) || '.example' AS email,
    CASE WHEN u8 < 0.98 THEN '+33 1 99 00 ' || lpad((i % 100)::VARCHAR, 2, '0') || ' ' || lpad((i % 97)::VARCHAR, 2, '0') END AS phone,
    CASE WHEN u9 < 0.99 THEN 'Company number ' || (i % 40000) END AS company,
    floor(8 / (u10 + 0.0008))::INTEGER AS employees,
    ['FR', 'FR', 'FR', 'FR', 'BE', 'CH', 'DE'][1 + (i * 7 % 11) % 7] AS country,
    ['Head of marketing', 'Managing director', 'Student', 'Buyer', 'Engineer'][1 + (i // 5) % 5] AS job_title,
    'Salesperson ' || (i % 37) AS owner,
    CASE WHEN qualified < ${END} THEN ${local('qualified')} END AS qualified_at,
    CASE WHEN contacted < ${END} THEN ${local('contacted')} END AS contacted_at,
    CASE WHEN decided < ${END} THEN ${local('decided')} END AS decided_at,
    'Asked about lot ' || (hash(i) % 100000) || ' during the campaign of the season' AS notes
  FROM waited`;

const END = "TIMESTAMP '2026-06-30 20:00:00'";

/** Local time of Paris from UTC, in the first half of 2026. */
const local = (column: string): string =>
  `strftime(${column} + CASE WHEN ${column} < TIMESTAMP '2026-03-29 01:00:00' THEN INTERVAL 1 HOUR ELSE INTERVAL 2 HOUR END, '%Y-%m-%d %H:%M:%S')`;

// The same five answers as `sla report`, by a query that knows this export and no other. Run with plain Node, so that both sides pay
// for one start. Prints { asOf, rows, results: { commitment: { month: [met, breached, pending] } } }.
import { DuckDBInstance } from '@duckdb/node-api';

const [file, mode] = process.argv.slice(2);
const duplicates = mode !== 'bare';
const instance = await DuckDBInstance.create(':memory:', {
  memory_limit: '300MB',
  preserve_insertion_order: 'false',
  temp_directory: process.env.BENCH_TEMP,
});
const db = await instance.connect();
const rows = async (sql) => (await db.runAndReadAll(sql)).getRowObjectsJS();

// The schema by hand; only the columns in use are read.
await db.run(`CREATE TEMP TABLE leads AS
  SELECT ${duplicates ? 'lead_id,' : ''} qualified_at AS q, contacted_at AS c, decided_at AS d,
    country IN ('FR', 'BE', 'CH') AND employees BETWEEN 20 AND 2000 AND job_title IS DISTINCT FROM 'Student' AS in_profile,
    CASE WHEN employees >= 500 THEN 3600 ELSE 14400 END AS limit_s,
    phone IS NOT NULL AND company IS NOT NULL AND source IS NOT NULL AS complete
  FROM read_csv('${file.replaceAll("'", "''")}', auto_detect = false, header = true, delim = ',', quote = '"', columns = {
    lead_id: 'VARCHAR', created_at: 'VARCHAR', source: 'VARCHAR', email: 'VARCHAR', phone: 'VARCHAR', company: 'VARCHAR',
    employees: 'INTEGER', country: 'VARCHAR', job_title: 'VARCHAR', owner: 'VARCHAR', qualified_at: 'TIMESTAMP',
    contacted_at: 'TIMESTAMP', decided_at: 'TIMESTAMP', notes: 'VARCHAR' })`);

if (duplicates) {
  const [{ n }] = await rows('SELECT count(*) - count(DISTINCT lead_id) AS n FROM leads');
  if (Number(n) > 0) throw new Error(`${n} duplicate ids`);
}

// One row per local day: open seconds before it, its windows in seconds of the day, the ordinal of the open day, its closing.
await db.run(`CREATE TEMP TABLE days AS
  WITH d AS (
    SELECT day::DATE AS day, isodow(day) AS w FROM range(DATE '2025-12-25', DATE '2026-08-15', INTERVAL 1 DAY) AS r(day)
  ), o AS (
    SELECT day, w < 6 AND day NOT IN ('2025-12-25', '2026-01-01', '2026-04-06', '2026-05-01', '2026-05-08', '2026-05-14', '2026-05-25',
      '2026-07-14') AS open, CASE WHEN w = 5 THEN 61200 ELSE 64800 END AS c2 FROM d
  )
  SELECT day, open, CASE WHEN open THEN c2 ELSE 50400 END AS c2, CASE WHEN open THEN 45000 ELSE 32400 END AS c1,
    sum(CASE WHEN open THEN 12600 + c2 - 50400 ELSE 0 END) OVER (ORDER BY day ROWS UNBOUNDED PRECEDING)
      - CASE WHEN open THEN 12600 + c2 - 50400 ELSE 0 END AS before,
    sum(open::INTEGER) OVER (ORDER BY day ROWS UNBOUNDED PRECEDING) AS ord
  FROM o`);
await db.run(
  `CREATE TEMP TABLE closings AS SELECT ord, day + to_seconds(c2) AS closing FROM days WHERE open`,
);

const [{ as_of }] = await rows(
  `SELECT strftime(greatest(max(q), max(c), max(d)), '%Y-%m-%d %H:%M:%S') AS as_of FROM leads`,
);
const asOf = `TIMESTAMP '${as_of}'`;
const second = (t) => `(epoch(${t})::BIGINT % 86400)`;
const openAt = (t, day) =>
  `(${day}.before + least(greatest(${second(t)}, 32400), ${day}.c1) - 32400 + least(greatest(${second(t)}, 50400), ${day}.c2) - 50400)`;
// At a closing that uses up the limit, an instant after the closing is late although no more open time has passed.
const within = (t, day) =>
  `(${day}.open AND (${second(t)} > 32400 AND ${second(t)} <= ${day}.c1 OR ${second(t)} > 50400 AND ${second(t)} <= ${day}.c2))`;
const utc = (t) =>
  `(epoch(${t})::BIGINT - CASE WHEN ${t} < TIMESTAMP '2026-03-29 02:30:00' THEN 3600 ELSE 7200 END)`;
const tally = (name, scope, met, breached) => `
  count(*) FILTER (${scope} AND ${met}) AS "${name} met",
  count(*) FILTER (${scope} AND ${breached}) AS "${name} breached",
  count(*) FILTER (${scope} AND NOT ${met} AND NOT ${breached}) AS "${name} pending"`;

const answers = await rows(`
  WITH judged AS (
    SELECT leads.*, openAt_q, limit_due, cq.closing AS feedback_due,
      c IS NOT NULL AND (${openAt('c', 'dc')} - openAt_q < limit_s OR ${openAt('c', 'dc')} - openAt_q = limit_s AND ${within('c', 'dc')}) AS contact_met,
      ${openAt(asOf, 'da')} - openAt_q > limit_s
        OR ${openAt(asOf, 'da')} - openAt_q = limit_s AND NOT ${within(asOf, 'da')} AS contact_past
    FROM (SELECT leads.*, ${openAt('q', 'dq')} AS openAt_q, dq.ord + 5 AS limit_due
          FROM leads JOIN days AS dq ON dq.day = q::DATE WHERE q IS NOT NULL) AS leads
    LEFT JOIN days AS dc ON dc.day = c::DATE
    JOIN closings AS cq ON cq.ord = limit_due
    CROSS JOIN (SELECT * FROM days WHERE day = ${asOf}::DATE) AS da
  )
  SELECT strftime(date_trunc('month', q), '%Y-%m') AS month,
    ${tally('first-contact', 'in_profile', 'contact_met', '(NOT contact_met AND (c IS NOT NULL OR contact_past))')},
    ${tally('volume', 'in_profile', 'true', 'false')},
    ${tally('complete', 'true', 'complete', 'NOT complete')},
    ${tally('feedback', 'true', 'coalesce(d <= feedback_due, false)', `coalesce(d > feedback_due, ${asOf} > feedback_due)`)},
    ${tally('two-days', 'true', `coalesce(${utc('c')} <= ${utc('q')} + 172800, false)`, `coalesce(${utc('c')} > ${utc('q')} + 172800, ${utc(asOf)} > ${utc('q')} + 172800)`)}
  FROM judged GROUP BY month ORDER BY month`);

const [{ n }] = await rows('SELECT count(*) AS n FROM leads');
const results = {};
for (const row of answers) {
  for (const [name, value] of Object.entries(row)) {
    const [id, state] = name.split(' ');
    if (state === undefined) continue;
    results[id] ??= {};
    results[id][row.month] ??= [];
    results[id][row.month].push(Number(value));
  }
}
console.log(JSON.stringify({ asOf: as_of, rows: Number(n), results }));
db.closeSync();
instance.closeSync();

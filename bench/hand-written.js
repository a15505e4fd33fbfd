// The same answers as `sla report` gives for five commitments, by a query that knows this export and no other. Run with plain Node, so that
// both sides pay for one start. Prints { asOf, sha256, rows, rejected, duplicates, skipped, results: { commitment: { month: answers } } }.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const [file] = process.argv.slice(2);
const instance = await DuckDBInstance.create(':memory:', {
  memory_limit: '300MB',
  preserve_insertion_order: 'false',
  temp_directory: process.env.BENCH_TEMP,
});
const db = await instance.connect();
const rows = async (sql) => (await db.runAndReadAll(sql)).getRowObjectsJS();

// While the engine reads.
const sha256 = (async () => {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(chunk);
  return hash.digest('hex');
})();

// The schema by hand; only the columns in use are read. Lines and cells that are not of it are put aside and counted.
await db.run(`CREATE TEMP TABLE leads AS
  SELECT lead_id, qualified_at AS q, contacted_at AS c, decided_at AS d,
    country IN ('FR', 'BE', 'CH') AND employees BETWEEN 20 AND 2000 AND job_title IS DISTINCT FROM 'Student' AS in_profile,
    CASE WHEN employees >= 500 THEN 3600 ELSE 14400 END AS limit_s,
    phone IS NOT NULL AND company IS NOT NULL AND source IS NOT NULL AS complete
  FROM read_csv('${file.replaceAll("'", "''")}', auto_detect = false, header = true, delim = ',', quote = '"', store_rejects = true, columns = {
    lead_id: 'VARCHAR', created_at: 'VARCHAR', source: 'VARCHAR', email: 'VARCHAR', phone: 'VARCHAR', company: 'VARCHAR',
    employees: 'INTEGER', country: 'VARCHAR', job_title: 'VARCHAR', owner: 'VARCHAR', qualified_at: 'TIMESTAMP',
    contacted_at: 'TIMESTAMP', decided_at: 'TIMESTAMP', notes: 'VARCHAR' })`);
const [{ rejected }] = await rows('SELECT count(*) AS rejected FROM reject_errors');

// In parts, for memory's sake; only where hashes meet there may be two keys alike.
const [{ n }] = await rows('SELECT count(*) AS n FROM leads');
const parts = Math.ceil(Number(n) / 2_000_000);
let duplicates = 0;
for (let part = 0; part < parts; part++) {
  const [{ twice }] = await rows(`SELECT count(*) AS twice FROM (
    SELECT hash(lead_id) AS h FROM leads WHERE hash(lead_id) % ${parts} = ${part} GROUP BY h HAVING count(*) > 1)`);
  duplicates += Number(twice);
}
if (duplicates > 0) throw new Error('There may be duplicate ids');

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

const inGap = ['q', 'c', 'd'].map(
  (t) =>
    `count(*) FILTER (${t} >= TIMESTAMP '2026-03-29 02:00:00' AND ${t} < TIMESTAMP '2026-03-29 03:00:00')`,
);
const [{ as_of, skipped }] = await rows(
  `SELECT strftime(greatest(max(q), max(c), max(d)), '%Y-%m-%d %H:%M:%S') AS as_of, ${inGap.join(' + ')} AS skipped FROM leads`,
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

// Of a wait: whether it ended in time and whether its time is over; how long it was; how much of its time is gone by now.
const wait = (name, scope, stop, { inTime, late, took, atRisk }) => {
  const sound = `${scope} AND (${stop} IS NULL OR ${stop}_utc >= q_utc)`;
  const pending = `${sound} AND ${stop} IS NULL AND NOT ${late}`;
  return `
  count(*) FILTER (${sound} AND ${stop} IS NOT NULL AND ${inTime}) AS "${name} met",
  count(*) FILTER (${sound} AND CASE WHEN ${stop} IS NULL THEN ${late} ELSE NOT ${inTime} END) AS "${name} breached",
  count(*) FILTER (${pending}) AS "${name} pending",
  count(*) FILTER (NOT ${scope}) AS "${name} excluded",
  count(*) FILTER (${scope} AND ${stop}_utc < q_utc) AS "${name} unknown",
  count(*) FILTER (${pending} AND ${atRisk}) AS "${name} atRisk",
  quantile_disc(${took}, [0.5, 0.9, 0.95]) FILTER (${sound} AND ${stop} IS NOT NULL) AS "${name} percentiles"`;
};
const tally = (name, scope, met) => `
  count(*) FILTER (${scope} AND ${met}) AS "${name} met", count(*) FILTER (${scope} AND NOT ${met}) AS "${name} breached",
  0 AS "${name} pending", count(*) FILTER (NOT ${scope}) AS "${name} excluded", 0 AS "${name} unknown", 0 AS "${name} atRisk",
  NULL AS "${name} percentiles"`;

const answers = await rows(`
  WITH judged AS (
    SELECT leads.*, cq.closing AS feedback_due, ${utc('q')} AS q_utc, ${utc('c')} AS c_utc, ${utc('d')} AS d_utc,
      ${openAt('c', 'dc')} - openAt_q AS contact_took, ${openAt('d', 'dd')} - openAt_q AS feedback_took,
      contact_took < limit_s OR contact_took = limit_s AND ${within('c', 'dc')} AS contact_in_time,
      ${openAt(asOf, 'da')} - openAt_q AS now_took, ${openAt('feedback_due', 'df')} - openAt_q AS feedback_limit,
      now_took > limit_s OR now_took = limit_s AND NOT ${within(asOf, 'da')} AS contact_past
    FROM (SELECT leads.*, ${openAt('q', 'dq')} AS openAt_q, dq.ord + 5 AS limit_due
          FROM leads JOIN days AS dq ON dq.day = q::DATE WHERE q IS NOT NULL) AS leads
    LEFT JOIN days AS dc ON dc.day = c::DATE
    LEFT JOIN days AS dd ON dd.day = d::DATE
    JOIN closings AS cq ON cq.ord = limit_due
    JOIN days AS df ON df.day = cq.closing::DATE
    CROSS JOIN (SELECT * FROM days WHERE day = ${asOf}::DATE) AS da
  )
  SELECT strftime(date_trunc('month', q), '%Y-%m') AS month,
    ${wait('first-contact', 'in_profile', 'c', { inTime: 'contact_in_time', late: 'contact_past', took: 'contact_took', atRisk: 'now_took >= 0.8 * limit_s' })},
    ${tally('volume', 'in_profile', 'true')},
    ${tally('complete', 'true', 'complete')},
    ${wait('feedback', 'true', 'd', { inTime: 'd <= feedback_due', late: `(${asOf} > feedback_due)`, took: 'feedback_took', atRisk: 'now_took >= 0.8 * feedback_limit' })},
    ${wait('two-days', 'true', 'c', { inTime: 'c_utc <= q_utc + 172800', late: `(${utc(asOf)} > q_utc + 172800)`, took: 'c_utc - q_utc', atRisk: `${utc(asOf)} - q_utc >= 138240` })}
  FROM judged GROUP BY month ORDER BY month`);

const results = {};
for (const row of answers) {
  for (const [name, value] of Object.entries(row)) {
    const [id, answer] = name.split(' ');
    if (answer === undefined) continue;
    results[id] ??= {};
    results[id][row.month] ??= {};
    results[id][row.month][answer] = Array.isArray(value)
      ? value.map(Number)
      : value === null
        ? null
        : Number(value);
  }
}
console.log(
  JSON.stringify({
    asOf: as_of,
    sha256: await sha256,
    rows: Number(n) + Number(rejected),
    rejected: Number(rejected),
    duplicates,
    skipped: Number(skipped),
    results,
  }),
);
db.closeSync();
instance.closeSync();

// The five commitments of the bench as the leanest statements that answer them: typed columns, no hash, no reject, no duplicate, nothing
// trimmed. Prints them as JSON, [prepare, ask as-of, [judge ...], counts, percentiles], for whoever runs them: `run-lean.js` and
// `run-duckdb.py`. "AS_OF" stands for the answer of the second, seconds of local time.
const [file = ''] = process.argv.slice(2);

const seconds = (column) => `epoch(${column})::BIGINT`;
const NOON = 'INTERVAL 1 DAY';

const prepare = [
  `CREATE TEMP TABLE days AS
   WITH d AS (SELECT day::DATE AS day, isodow(day) AS w FROM range(DATE '2025-12-25', DATE '2026-08-15', ${NOON}) AS r(day)),
   o AS (SELECT (epoch(day)::BIGINT // 86400)::INTEGER AS n, w < 6 AND day NOT IN ('2025-12-25', '2026-01-01', '2026-04-06', '2026-05-01',
     '2026-05-08', '2026-05-14', '2026-05-25', '2026-07-14') AS open, CASE WHEN w = 5 THEN 61200 ELSE 64800 END AS shut FROM d),
   t AS (SELECT *, CASE WHEN open THEN 12600 + shut - 50400 ELSE 0 END AS long FROM o)
   SELECT n, open, CASE WHEN open THEN 45000 ELSE 32400 END AS c1, CASE WHEN open THEN shut ELSE 50400 END AS c2,
     (sum(long) OVER (ORDER BY n) - long)::INTEGER AS before, (sum(open::INTEGER) OVER (ORDER BY n))::INTEGER AS nth FROM t`,
  `CREATE TEMP TABLE closings AS SELECT nth, n::BIGINT * 86400 + c2 AS closing, before + 12600 + c2 - 50400 AS open FROM days WHERE open`,
  `CREATE TEMP TABLE leads AS SELECT ${seconds('qualified_at')} AS q, ${seconds('contacted_at')} AS c, ${seconds('decided_at')} AS d,
     month(qualified_at)::TINYINT AS m, employees, phone IS NOT NULL AND company IS NOT NULL AND source IS NOT NULL AS complete,
     coalesce(country IN ('FR', 'BE', 'CH') AND employees BETWEEN 20 AND 2000 AND job_title IS DISTINCT FROM 'Student', false) AS profile
   FROM read_csv('${file.replaceAll("'", "''")}', auto_detect = false, header = true, delim = ',', quote = '"', columns = {
     lead_id: 'VARCHAR', created_at: 'VARCHAR', source: 'VARCHAR', email: 'VARCHAR', phone: 'VARCHAR', company: 'VARCHAR', employees: 'INTEGER',
     country: 'VARCHAR', job_title: 'VARCHAR', owner: 'VARCHAR', qualified_at: 'TIMESTAMP', contacted_at: 'TIMESTAMP',
     decided_at: 'TIMESTAMP', notes: 'VARCHAR' }) WHERE qualified_at IS NOT NULL`,
];

const openAt = (t, day) =>
  `(${day}.before + least(greatest(${t} % 86400, 32400), ${day}.c1) - 32400 + least(greatest(${t} % 86400, 50400), ${day}.c2) - 50400)`;
const inHours = (t, day) =>
  `(${day}.open AND (${t} % 86400 > 32400 AND ${t} % 86400 <= ${day}.c1 OR ${t} % 86400 > 50400 AND ${t} % 86400 <= ${day}.c2))`;
// Paris: its clocks moved at 2026-03-29 02:00 local time.
const utc = (t) => `(${t} - CASE WHEN ${t} < 1774751400 THEN 3600 ELSE 7200 END)`;

/** 0 out of scope, 1 unknown, 2 met, 3 breached in its time, 4 breached without an end, 5 pending at risk, 6 pending. */
const state = (scope, stop, { ok, late, risk }) => `(CASE WHEN NOT ${scope} THEN 0
  WHEN ${stop} IS NULL THEN CASE WHEN ${late} THEN 4 WHEN ${risk} THEN 5 ELSE 6 END WHEN ${utc(stop)} < uq THEN 1 WHEN ${ok} THEN 2 ELSE 3 END)::UTINYINT`;

const judge = [
  `CREATE TEMP TABLE judged AS SELECT m, profile, complete, tc, td, uc - uq AS t2,
    ${state('profile', 'c', { ok: '(tc < lim OR tc = lim AND in_c)', late: '(now_took > lim OR now_took = lim AND NOT in_now)', risk: 'now_took >= 0.8::DOUBLE * lim' })} AS k1,
    ${state('true', 'd', { ok: 'd <= due', late: 'AS_OF > due', risk: 'now_took >= 0.8::DOUBLE * due_took' })} AS k4,
    ${state('true', 'c', { ok: 'uc - uq <= 172800', late: 'un - uq > 172800', risk: 'un - uq >= 138240' })} AS k5
   FROM (SELECT q, c, d, m, profile, complete, CASE WHEN employees >= 500 THEN 3600 ELSE 14400 END AS lim,
       ${openAt('q', 'dq')} AS oq, ${openAt('c', 'dc')} - oq AS tc, ${openAt('d', 'dd')} - oq AS td, ${inHours('c', 'dc')} AS in_c,
       ${openAt('AS_OF', 'da')} - oq AS now_took, ${inHours('AS_OF', 'da')} AS in_now, closing AS due, closings.open - oq AS due_took,
       ${utc('q')} AS uq, ${utc('c')} AS uc, ${utc('AS_OF')} AS un
     FROM leads JOIN days dq ON dq.n = q // 86400 JOIN closings ON closings.nth = dq.nth + 5 LEFT JOIN days dc ON dc.n = c // 86400
     LEFT JOIN days dd ON dd.n = d // 86400 CROSS JOIN (SELECT * FROM days WHERE n = AS_OF // 86400) AS da)`,
];

const quantiles = (took, k) => `quantile_disc(${took}, [0.5, 0.9, 0.95]) FILTER (${k} IN (2, 3))`;

console.log(
  JSON.stringify({
    prepare,
    asOf: 'SELECT greatest(max(q), max(c), max(d)) FROM leads',
    judge,
    counts: 'SELECT m, profile, complete, k1, k4, k5, count(*) AS n FROM judged GROUP BY ALL',
    percentiles: `SELECT m, ${quantiles('tc', 'k1')}, ${quantiles('td', 'k4')}, ${quantiles('t2', 'k5')} FROM judged GROUP BY m`,
  }),
);

// The same answers as `sla report` over leads and their activities, by a query that knows these exports and no others. Run with
// plain Node, so that both sides pay for one start. Prints { asOf, results: { commitment: { month: [met, breached, pending, figure] } } }.
import { DuckDBInstance } from '@duckdb/node-api';

const [leadsFile, activitiesFile] = process.argv.slice(2);
const text = (file) => `'${file.replaceAll("'", "''")}'`;
const instance = await DuckDBInstance.create(':memory:', {
  memory_limit: '300MB',
  preserve_insertion_order: 'false',
  temp_directory: process.env.BENCH_TEMP,
});
const db = await instance.connect();
const rows = async (sql) => (await db.runAndReadAll(sql)).getRowObjectsJS();
const csv = (file, columns) =>
  `read_csv(${text(file)}, auto_detect = false, header = true, delim = ',', quote = '"', columns = {${Object.entries(
    columns,
  )
    .map(([name, type]) => `${name}: '${type}'`)
    .join(', ')}})`;

const leads = csv(leadsFile, {
  ...{ lead_id: 'VARCHAR', created_at: 'VARCHAR', source: 'VARCHAR', email: 'VARCHAR', phone: 'VARCHAR' },
  ...{ company: 'VARCHAR', employees: 'INTEGER', country: 'VARCHAR', job_title: 'VARCHAR', owner: 'VARCHAR' },
  ...{ qualified_at: 'TIMESTAMP', contacted_at: 'VARCHAR', decided_at: 'TIMESTAMP', notes: 'VARCHAR' },
});
const activities = csv(activitiesFile, {
  ...{
    lead_id: 'VARCHAR',
    activity_at: 'TIMESTAMP',
    kind: 'VARCHAR',
    done_by: 'VARCHAR',
    subject: 'VARCHAR',
  },
});
await db.run(`CREATE TEMP TABLE leads AS SELECT lead_id, qualified_at AS q, decided_at AS d FROM ${leads}`);
const [{ n }] = await rows('SELECT count(*) - count(DISTINCT lead_id) AS n FROM leads');
if (Number(n) > 0) throw new Error(`${n} duplicate ids`);
// Every activity of a known lead may be the latest instant; only those of people are judged.
await db.run(`CREATE TEMP TABLE acts AS SELECT lead_id, activity_at AS t, kind IN ('call', 'email', 'meeting') AND done_by IS DISTINCT FROM 'automation' AS touch,
    kind IN ('call', 'meeting') AND done_by IS DISTINCT FROM 'automation' AS talk FROM ${activities}`);

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
const [{ as_of }] =
  await rows(`SELECT strftime(greatest((SELECT max(greatest(q, d)) FROM leads), (SELECT max(q) FROM leads),
    (SELECT max(t) FROM acts SEMI JOIN leads USING (lead_id))), '%Y-%m-%d %H:%M:%S') AS as_of`);
const asOf = `TIMESTAMP '${as_of}'`;
const second = (t) => `(epoch(${t})::BIGINT % 86400)`;
const openAt = (t, day) =>
  `(${day}.before + least(greatest(${second(t)}, 32400), ${day}.c1) - 32400 + least(greatest(${second(t)}, 50400), ${day}.c2) - 50400)`;
const within = (t, day) =>
  `(${day}.open AND (${second(t)} > 32400 AND ${second(t)} <= ${day}.c1 OR ${second(t)} > 50400 AND ${second(t)} <= ${day}.c2))`;
const utc = (t) =>
  `(epoch(${t})::BIGINT - CASE WHEN ${t} < TIMESTAMP '2026-03-29 02:30:00' THEN 3600 ELSE 7200 END)`;

const counts = (month, met, over, figure) => `
  SELECT strftime(date_trunc('month', ${month}), '%Y-%m') AS month, count(*) FILTER (${met}) AS met,
    count(*) FILTER (NOT ${met} AND ${over}) AS breached, count(*) FILTER (NOT ${met} AND NOT ${over}) AS pending, ${figure} AS figure`;

const followUp = await rows(`
  WITH started AS (
    SELECT lead_id, q, d, c.closing AS due FROM leads JOIN days ON days.day = q::DATE JOIN closings c ON c.ord = days.ord + 10
  ), counted AS (
    SELECT lead_id, count(DISTINCT t::DATE) AS n FROM acts JOIN started USING (lead_id) WHERE touch AND t >= q AND t <= due AND t <= ${asOf}
    GROUP BY lead_id
  ), judged AS (
    SELECT q, due, coalesce(n, 0) AS n, coalesce(n >= 3, false) OR coalesce(d <= due, false) AS met FROM started LEFT JOIN counted USING (lead_id)
  )
  ${counts('q', 'met', `${asOf} > due`, `quantile_disc(n, 0.5) FILTER (met OR ${asOf} > due)`)} FROM judged GROUP BY month`);

const persistence = await rows(`
  WITH started AS (
    SELECT lead_id, q, ${utc('q')} AS s, s + 432000 AS due FROM leads WHERE q IS NOT NULL
  ), counted AS (
    SELECT lead_id, list_reduce(list_sort(list({u: u, n: 1})), (last, next) -> CASE WHEN next.u - last.u >= 7200
        THEN {u: next.u, n: last.n + 1} ELSE last END).n AS n
    FROM (SELECT lead_id, ${utc('t')} AS u, s, due FROM acts JOIN started USING (lead_id) WHERE talk AND t <= ${asOf})
    WHERE u BETWEEN s AND due GROUP BY lead_id
  ), judged AS (
    SELECT q, due, coalesce(n, 0) AS n, coalesce(n >= 2, false) AS met FROM started LEFT JOIN counted USING (lead_id)
  )
  ${counts('q', 'met', `${utc(asOf)} > due`, `quantile_disc(n, 0.5) FILTER (met OR ${utc(asOf)} > due)`)} FROM judged GROUP BY month`);

const firstTouch = await rows(`
  WITH firsts AS (
    SELECT lead_id, min(t) AS t FROM acts JOIN (SELECT lead_id, q FROM leads WHERE q IS NOT NULL) USING (lead_id) WHERE talk AND t >= q
    GROUP BY lead_id
  ), judged AS (
    SELECT q, t, ${openAt('t', 'dt')} - ${openAt('q', 'dq')} AS took,
      coalesce(took < 28800 OR took = 28800 AND ${within('t', 'dt')}, false) AS met,
      ${openAt(asOf, 'da')} - ${openAt('q', 'dq')} AS passed,
      passed > 28800 OR passed = 28800 AND NOT ${within(asOf, 'da')} AS past
    FROM leads LEFT JOIN firsts USING (lead_id) JOIN days AS dq ON dq.day = q::DATE LEFT JOIN days AS dt ON dt.day = t::DATE
    CROSS JOIN (SELECT * FROM days WHERE day = ${asOf}::DATE) AS da
    WHERE q IS NOT NULL
  )
  ${counts('q', 'met', '(t IS NOT NULL OR past)', 'quantile_disc(took, 0.5) FILTER (t IS NOT NULL)')} FROM judged GROUP BY month`);

const results = {};
for (const [id, months] of Object.entries({
  'follow-up': followUp,
  persistence: persistence,
  'first-touch': firstTouch,
})) {
  results[id] = Object.fromEntries(
    months
      .map(({ month, met, breached, pending, figure }) => [
        month,
        [met, breached, pending, figure].map(Number),
      ])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
console.log(JSON.stringify({ asOf: as_of, results }));
db.closeSync();
instance.closeSync();

-- A qualified lead comes with its phone number, company and source (version 2026.2, the period at hand)

-- How many cases are in each state.
SELECT part,
  (code) // 1600 AS period,
  (code) // 1600 % 1 AS seg,
  (code) // 320 % 5 AS state,
  nullif((code) // 20 % 16, 0) - 1 AS reason,
  (code) // 4 % 5 AS raw,
  (code) // 2 % 2 = 1 AS risk,
  code % 2 = 1 AS recycled,
  CAST(sum(n) AS BIGINT) AS n,
  CAST(sum(amount) AS DOUBLE) AS amount,
  max(last) AS last_start
FROM (
  SELECT n,
    unnest([0]) AS part,
    unnest([c0]) AS code,
    unnest([n]) AS amount,
    unnest([a0]) AS last
  FROM (
    SELECT c0,
      count(*) AS n,
      max(c1) AS a0
    FROM (
      SELECT CASE WHEN v2 AND (v3 >= 1776204000000000 AND v3 < 9000000000000000) AND v4 IS NOT NULL THEN CAST(v4 * 1600 + v5 AS INTEGER) END AS c0,
        v0 AS c1
      FROM (
        SELECT c.*,
          CASE WHEN NOT true THEN 992 WHEN v0 > 1782314280000000 THEN 1456 WHEN v1 THEN 0 ELSE 324 END AS v5
        FROM (
          SELECT c.*,
            v0 IS NOT NULL AS v2,
            coalesce(v0, CAST(NULL AS BIGINT)) AS v3,
            CASE WHEN v0 < 1782856800000000 THEN CASE WHEN v0 < 1780264800000000 THEN NULL ELSE 0 END ELSE NULL END AS v4
          FROM (
            SELECT l.key,
              l."leads_14" AS owner,
              l."leads_3" AS v0,
              l."leads_5" AND true AS v1
            FROM "leads" l
          ) c
          WHERE ((v0 IS NOT NULL)) IS NOT DISTINCT FROM true
        ) c
      )
    )
    WHERE c0 IS NOT NULL
    GROUP BY c0
  ) c
) t
WHERE code IS NOT NULL
GROUP BY part,
  code;

-- The cases, one by one.
SELECT key,
  CAST(NULL AS INTEGER) AS hand_over,
  owner,
  seg,
  state,
  reason,
  raw,
  waived,
  risk,
  s0,
  s1,
  e0,
  e1,
  due,
  elapsed,
  amount,
  x0,
  x1,
  period
FROM (
  SELECT *
  FROM (
    SELECT key,
      owner,
      v0 AS s0,
      v0 AS s1,
      CAST(NULL AS BIGINT) AS e0,
      CAST(NULL AS BIGINT) AS e1,
      0 AS seg,
      v5 AS raw,
      v6 AS raw_reason,
      false AS waived,
      v5 AS state,
      v6 AS reason,
      false AS risk,
      CAST(NULL AS BIGINT) AS elapsed,
      CAST(NULL AS BIGINT) AS due,
      1 AS amount,
      CAST(NULL AS BIGINT) AS x0,
      CAST(NULL AS BIGINT) AS x1,
      v4 AS period
    FROM (
      SELECT c.*,
        CASE WHEN NOT true THEN 3 WHEN v0 > 1782314280000000 THEN 4 WHEN v1 THEN 0 ELSE 1 END AS v5,
        CASE WHEN NOT true THEN 0 WHEN v0 > 1782314280000000 THEN 7 WHEN v1 THEN NULL ELSE NULL END AS v6
      FROM (
        SELECT c.*,
          v0 IS NOT NULL AS v2,
          coalesce(v0, CAST(NULL AS BIGINT)) AS v3,
          CASE WHEN v0 < 1782856800000000 THEN CASE WHEN v0 < 1780264800000000 THEN NULL ELSE 0 END ELSE NULL END AS v4
        FROM (
          SELECT l.key,
            l."leads_14" AS owner,
            l."leads_3" AS v0,
            l."leads_5" AND true AS v1
          FROM "leads" l
        ) c
        WHERE ((v0 IS NOT NULL)) IS NOT DISTINCT FROM true
      ) c
    )
    WHERE v2 AND (v3 >= 1776204000000000 AND v3 < 9000000000000000) AND v4 IS NOT NULL
  )
)
ORDER BY coalesce(s0, e0),
  key;

-- New revenue that both teams bring in together (version 2026.2, the period at hand)

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
    unnest([a0]) AS amount,
    unnest([a1]) AS last
  FROM (
    SELECT c0,
      count(*) AS n,
      sum(c1) AS a0,
      max(c2) AS a1
    FROM (
      SELECT CASE WHEN v4 AND v6 AND v8 IS NOT NULL THEN CAST(v8 * 1600 + v9 AS INTEGER) END AS c0,
        v2 AS c1,
        v1 AS c2
      FROM (
        SELECT c.*,
          CASE WHEN v3 THEN 1 ELSE v7 END AS v8
        FROM (
          SELECT c.*,
            CASE WHEN NOT true THEN 992 WHEN v0 IS NULL THEN 1536 WHEN v0 > 1782314280000000 THEN 1456 WHEN v2 IS NULL THEN 1396 ELSE 0 END AS v9
          FROM (
            SELECT c.*,
              v3 OR (v5 >= 1776204000000000 AND v5 < 9000000000000000) AS v6
            FROM (
              SELECT c.*,
                v0 IS NOT NULL OR (v3) AS v4,
                coalesce(v0, CAST(NULL AS BIGINT)) AS v5,
                CASE WHEN v0 < 1782856800000000 THEN CASE WHEN v0 < 1774994400000000 THEN NULL ELSE 0 END ELSE NULL END AS v7
              FROM (
                SELECT l.key,
                  l."leads_14" AS owner,
                  CASE WHEN l."leads_1" THEN l."leads_0" END AS v0,
                  CASE WHEN l."leads_1" THEN l."leads_0" END + CASE WHEN l."leads_0$w" >= 43200 THEN CAST(l."leads_0$w" AS BIGINT) * 1000000 - 1 ELSE 0 END AS v1,
                  l."leads_2" AS v2,
                  coalesce(l."leads_1" AND l."leads_0" IS NULL AND coalesce(l."leads_0$w", 0) <> -1, false) AS v3
                FROM "leads" l
              ) c
              WHERE ((v0 IS NOT NULL OR (v3))) IS NOT DISTINCT FROM true
            ) c
          ) c
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
      v1 AS s1,
      CAST(NULL AS BIGINT) AS e0,
      CAST(NULL AS BIGINT) AS e1,
      0 AS seg,
      v9 AS raw,
      v10 AS raw_reason,
      false AS waived,
      v9 AS state,
      v10 AS reason,
      false AS risk,
      CAST(NULL AS BIGINT) AS elapsed,
      CAST(NULL AS BIGINT) AS due,
      v2 AS amount,
      CAST(NULL AS BIGINT) AS x0,
      CAST(NULL AS BIGINT) AS x1,
      v8 AS period
    FROM (
      SELECT c.*,
        CASE WHEN v3 THEN 1 ELSE v7 END AS v8
      FROM (
        SELECT c.*,
          CASE WHEN NOT true THEN 3 WHEN v0 IS NULL THEN 4 WHEN v0 > 1782314280000000 THEN 4 WHEN v2 IS NULL THEN 4 ELSE 0 END AS v9,
          CASE WHEN NOT true THEN 0 WHEN v0 IS NULL THEN 11 WHEN v0 > 1782314280000000 THEN 7 WHEN v2 IS NULL THEN 4 ELSE NULL END AS v10
        FROM (
          SELECT c.*,
            v3 OR (v5 >= 1776204000000000 AND v5 < 9000000000000000) AS v6
          FROM (
            SELECT c.*,
              v0 IS NOT NULL OR (v3) AS v4,
              coalesce(v0, CAST(NULL AS BIGINT)) AS v5,
              CASE WHEN v0 < 1782856800000000 THEN CASE WHEN v0 < 1774994400000000 THEN NULL ELSE 0 END ELSE NULL END AS v7
            FROM (
              SELECT l.key,
                l."leads_14" AS owner,
                CASE WHEN l."leads_1" THEN l."leads_0" END AS v0,
                CASE WHEN l."leads_1" THEN l."leads_0" END + CASE WHEN l."leads_0$w" >= 43200 THEN CAST(l."leads_0$w" AS BIGINT) * 1000000 - 1 ELSE 0 END AS v1,
                l."leads_2" AS v2,
                coalesce(l."leads_1" AND l."leads_0" IS NULL AND coalesce(l."leads_0$w", 0) <> -1, false) AS v3
              FROM "leads" l
            ) c
            WHERE ((v0 IS NOT NULL OR (v3))) IS NOT DISTINCT FROM true
          ) c
        ) c
      ) c
    )
    WHERE v4 AND v6 AND v8 IS NOT NULL
  )
)
ORDER BY coalesce(s0, e0),
  key;

-- A lead in profile is contacted within 3 business hours, a large firm within 1 (version 2026.2, the period at hand)

-- How many cases are in each state.
SELECT part,
  (code) // 3200 AS period,
  (code) // 1600 % 2 AS seg,
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
      SELECT CASE WHEN v8 AND (v9 >= 1776204000000000 AND v9 < 9000000000000000) AND v12 IS NOT NULL THEN CAST(v12 * 3200 + v3 * 1600 + CASE WHEN v18 THEN 3 ELSE v17 END * 320 + v17 * 4 + coalesce(CASE WHEN v18 THEN 1 ELSE v19 END + 1, 0) * 20 + CASE WHEN (v21 AND v17 = 2 AND NOT v10 AND NOT false) THEN 2 ELSE 0 END AS INTEGER) END AS c0,
        v0 AS c1
      FROM (
        SELECT c.*,
          CASE WHEN v0 IS NOT NULL THEN v11 ELSE CASE WHEN v1 < 1782856800000000 THEN CASE WHEN v1 < 1780264800000000 THEN NULL ELSE 0 END ELSE NULL END END AS v12
        FROM (
          SELECT c.*,
            (v10 AND v17 NOT IN (3, 0)) AS v18
          FROM (
            SELECT c.*,
              CASE WHEN NOT v4 THEN 3 WHEN v7 IS NOT NULL THEN 4 WHEN v16 THEN 1 WHEN v1 IS NULL THEN 2 ELSE 0 END AS v17,
              CASE WHEN NOT v4 THEN 0 WHEN v7 IS NOT NULL THEN v7 WHEN v16 THEN NULL WHEN v1 IS NULL THEN NULL ELSE NULL END AS v19,
              v1 IS NULL AND v20 AS v21
            FROM (
              SELECT c.*,
                CASE v3 WHEN 1 THEN v13 >= v15 + 3600000000 ELSE v13 >= v15 + 10800000000 END AS v16,
                CASE v3 WHEN 1 THEN 10167480000000 - v15 >= 2880000000 ELSE 10167480000000 - v15 >= 8640000000 END AS v20
              FROM (
                SELECT c.*,
                  (j0.ob + greatest(least(v6 - 1, j0.c1) - j0.o1, 0) + greatest(least(v6 - 1, j0.c2) - j0.o2, 0)) AS v13,
                  (j0.ob + greatest(least(v6, j0.c1) - j0.o1, 0) + greatest(least(v6, j0.c2) - j0.o2, 0)) AS v14,
                  (j1.ob + greatest(least(v5, j1.c1) - j1.o1, 0) + greatest(least(v5, j1.c2) - j1.o2, 0)) AS v15
                FROM (
                  SELECT c.*,
                    coalesce(v0, v1, 1782314280000000) AS v5,
                    coalesce(v1, 1782314280000000) AS v6,
                    CASE WHEN v0 IS NULL THEN 3 WHEN v0 > 1782314280000000 OR v1 > 1782314280000000 THEN 7 WHEN v1 < v0 THEN 5 END AS v7,
                    v0 IS NOT NULL OR (v1 IS NOT NULL AND v4 AND true) AS v8,
                    coalesce(v0, v1) AS v9,
                    coalesce(((v0 >= 1779314400000000 AND v0 < 1779487200000000)), false) AS v10,
                    CASE WHEN v0 < 1782856800000000 THEN CASE WHEN v0 < 1780264800000000 THEN NULL ELSE 0 END ELSE NULL END AS v11
                  FROM (
                    SELECT l.key,
                      l."leads_14" AS owner,
                      l."leads_3" AS v0,
                      l."leads_6" AS v1,
                      l."leads_8" AS v2,
                      CASE WHEN l."leads_7" THEN 1 ELSE 0 END AS v3,
                      l."leads_4" AS v4
                    FROM "leads" l
                  ) c
                  WHERE ((v0 IS NOT NULL OR (v1 IS NOT NULL AND v4 AND true))) IS NOT DISTINCT FROM true
                ) c
                JOIN "calendar_parts" j0 ON j0.part = (v6 - 1) // 86400000000 + 561
                JOIN "calendar_parts" j1 ON j1.part = (v5) // 86400000000 + 561
              ) c
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

-- Percentiles of the time that cases took.
SELECT period,
  1 AS whole,
  quantile_disc(took, [0.5, 0.9, 0.95]) AS took,
  quantile_disc(x0, [0.5, 0.9, 0.95]) AS "system",
  quantile_disc(x1, [0.5, 0.9, 0.95]) AS human,
  NULL AS share
FROM (
  SELECT v12 AS period,
    CASE WHEN NOT (v18) THEN v20 END AS took,
    CASE WHEN CASE WHEN v18 THEN 3 ELSE v17 END IN (0, 1) THEN v25 END AS x0,
    CASE WHEN CASE WHEN v18 THEN 3 ELSE v17 END IN (0, 1) THEN v28 END AS x1
  FROM (
    SELECT c.*,
      CASE WHEN v0 IS NOT NULL THEN v11 ELSE CASE WHEN v1 < 1782856800000000 THEN CASE WHEN v1 < 1780264800000000 THEN NULL ELSE 0 END ELSE NULL END END AS v12
    FROM (
      SELECT c.*,
        (v10 AND v17 NOT IN (3, 0)) AS v18
      FROM (
        SELECT c.*,
          CASE WHEN NOT v4 THEN 3 WHEN v7 IS NOT NULL THEN 4 WHEN v16 THEN 1 WHEN v1 IS NULL THEN 2 ELSE 0 END AS v17,
          CASE WHEN v1 IS NOT NULL AND v4 AND v7 IS NULL THEN v19 END AS v20
        FROM (
          SELECT c.*,
            CASE WHEN v2 BETWEEN v5 AND v6 THEN v24 END AS v25,
            CASE WHEN v2 BETWEEN v5 AND v1 THEN v27 END AS v28
          FROM (
            SELECT c.*,
              CASE v3 WHEN 1 THEN v13 >= v15 + 3600000000 ELSE v13 >= v15 + 10800000000 END AS v16,
              v14 - v15 AS v19,
              v23 - v15 AS v24,
              v14 - v26 AS v27
            FROM (
              SELECT c.*,
                (j0.ob + greatest(least(v6 - 1, j0.c1) - j0.o1, 0) + greatest(least(v6 - 1, j0.c2) - j0.o2, 0)) AS v13,
                (j0.ob + greatest(least(v6, j0.c1) - j0.o1, 0) + greatest(least(v6, j0.c2) - j0.o2, 0)) AS v14,
                (j1.ob + greatest(least(v5, j1.c1) - j1.o1, 0) + greatest(least(v5, j1.c2) - j1.o2, 0)) AS v15,
                (j2.ob + greatest(least(v21 - 1, j2.c1) - j2.o1, 0) + greatest(least(v21 - 1, j2.c2) - j2.o2, 0)) AS v22,
                (j2.ob + greatest(least(v21, j2.c1) - j2.o1, 0) + greatest(least(v21, j2.c2) - j2.o2, 0)) AS v23,
                (j3.ob + greatest(least(v21, j3.c1) - j3.o1, 0) + greatest(least(v21, j3.c2) - j3.o2, 0)) AS v26
              FROM (
                SELECT c.*,
                  coalesce(v0, v1, 1782314280000000) AS v5,
                  coalesce(v1, 1782314280000000) AS v6,
                  CASE WHEN v0 IS NULL THEN 3 WHEN v0 > 1782314280000000 OR v1 > 1782314280000000 THEN 7 WHEN v1 < v0 THEN 5 END AS v7,
                  v0 IS NOT NULL OR (v1 IS NOT NULL AND v4 AND true) AS v8,
                  coalesce(v0, v1) AS v9,
                  coalesce(((v0 >= 1779314400000000 AND v0 < 1779487200000000)), false) AS v10,
                  CASE WHEN v0 < 1782856800000000 THEN CASE WHEN v0 < 1780264800000000 THEN NULL ELSE 0 END ELSE NULL END AS v11,
                  coalesce(v2, v0, v1, 1782314280000000) AS v21
                FROM (
                  SELECT l.key,
                    l."leads_14" AS owner,
                    l."leads_3" AS v0,
                    l."leads_6" AS v1,
                    l."leads_8" AS v2,
                    CASE WHEN l."leads_7" THEN 1 ELSE 0 END AS v3,
                    l."leads_4" AS v4
                  FROM "leads" l
                ) c
                WHERE ((v0 IS NOT NULL OR (v1 IS NOT NULL AND v4 AND true))) IS NOT DISTINCT FROM true
              ) c
              JOIN "calendar_parts" j0 ON j0.part = (v6 - 1) // 86400000000 + 561
              JOIN "calendar_parts" j1 ON j1.part = (v5) // 86400000000 + 561
              JOIN "calendar_parts" j2 ON j2.part = (v21 - 1) // 86400000000 + 561
              JOIN "calendar_parts" j3 ON j3.part = (v21) // 86400000000 + 561
            ) c
          ) c
        ) c
      ) c
    ) c
  )
  WHERE v8 AND (v9 >= 1776204000000000 AND v9 < 9000000000000000) AND v12 IS NOT NULL
)
GROUP BY GROUPING SETS ((period));

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
  due_at AS due,
  elapsed,
  amount,
  x0,
  x1,
  period
FROM (
  SELECT c.*,
    CASE WHEN s0 IS NOT NULL THEN CASE WHEN (((j0.ob + greatest(least(coalesce(s0, 1782314280000000), j0.c1) - j0.o1, 0) + greatest(least(coalesce(s0, 1782314280000000), j0.c2) - j0.o2, 0)) + CASE seg WHEN 1 THEN 3600000000 ELSE 10800000000 END) - j1.ob) <= 0 + (j1.c1 - j1.o1) THEN j1.o1 + (((j0.ob + greatest(least(coalesce(s0, 1782314280000000), j0.c1) - j0.o1, 0) + greatest(least(coalesce(s0, 1782314280000000), j0.c2) - j0.o2, 0)) + CASE seg WHEN 1 THEN 3600000000 ELSE 10800000000 END) - j1.ob) - (0) WHEN (((j0.ob + greatest(least(coalesce(s0, 1782314280000000), j0.c1) - j0.o1, 0) + greatest(least(coalesce(s0, 1782314280000000), j0.c2) - j0.o2, 0)) + CASE seg WHEN 1 THEN 3600000000 ELSE 10800000000 END) - j1.ob) <= 0 + (j1.c1 - j1.o1) + (j1.c2 - j1.o2) THEN j1.o2 + (((j0.ob + greatest(least(coalesce(s0, 1782314280000000), j0.c1) - j0.o1, 0) + greatest(least(coalesce(s0, 1782314280000000), j0.c2) - j0.o2, 0)) + CASE seg WHEN 1 THEN 3600000000 ELSE 10800000000 END) - j1.ob) - (0 + (j1.c1 - j1.o1)) END END AS due_at
  FROM (
    SELECT *
    FROM (
      SELECT key,
        owner,
        v0 AS s0,
        v0 AS s1,
        v1 AS e0,
        v1 AS e1,
        v3 AS seg,
        v17 AS raw,
        v18 AS raw_reason,
        v10 AS waived,
        CASE WHEN v29 THEN 3 ELSE v17 END AS state,
        CASE WHEN v29 THEN 1 ELSE v18 END AS reason,
        (v31 AND v17 = 2 AND NOT v10 AND NOT false) AS risk,
        v20 AS elapsed,
        CAST(NULL AS BIGINT) AS due,
        1 AS amount,
        v25 AS x0,
        v28 AS x1,
        v12 AS period
      FROM (
        SELECT c.*,
          CASE WHEN v0 IS NOT NULL THEN v11 ELSE CASE WHEN v1 < 1782856800000000 THEN CASE WHEN v1 < 1780264800000000 THEN NULL ELSE 0 END ELSE NULL END END AS v12
        FROM (
          SELECT c.*,
            (v10 AND v17 NOT IN (3, 0)) AS v29
          FROM (
            SELECT c.*,
              CASE WHEN NOT v4 THEN 3 WHEN v7 IS NOT NULL THEN 4 WHEN v16 THEN 1 WHEN v1 IS NULL THEN 2 ELSE 0 END AS v17,
              CASE WHEN NOT v4 THEN 0 WHEN v7 IS NOT NULL THEN v7 WHEN v16 THEN NULL WHEN v1 IS NULL THEN NULL ELSE NULL END AS v18,
              CASE WHEN v1 IS NOT NULL AND v4 AND v7 IS NULL THEN v19 END AS v20,
              v1 IS NULL AND v30 AS v31
            FROM (
              SELECT c.*,
                CASE WHEN v2 BETWEEN v5 AND v6 THEN v24 END AS v25,
                CASE WHEN v2 BETWEEN v5 AND v1 THEN v27 END AS v28
              FROM (
                SELECT c.*,
                  CASE v3 WHEN 1 THEN v13 >= v15 + 3600000000 ELSE v13 >= v15 + 10800000000 END AS v16,
                  v14 - v15 AS v19,
                  v23 - v15 AS v24,
                  v14 - v26 AS v27,
                  CASE v3 WHEN 1 THEN 10167480000000 - v15 >= 2880000000 ELSE 10167480000000 - v15 >= 8640000000 END AS v30
                FROM (
                  SELECT c.*,
                    (j0.ob + greatest(least(v6 - 1, j0.c1) - j0.o1, 0) + greatest(least(v6 - 1, j0.c2) - j0.o2, 0)) AS v13,
                    (j0.ob + greatest(least(v6, j0.c1) - j0.o1, 0) + greatest(least(v6, j0.c2) - j0.o2, 0)) AS v14,
                    (j1.ob + greatest(least(v5, j1.c1) - j1.o1, 0) + greatest(least(v5, j1.c2) - j1.o2, 0)) AS v15,
                    (j2.ob + greatest(least(v21 - 1, j2.c1) - j2.o1, 0) + greatest(least(v21 - 1, j2.c2) - j2.o2, 0)) AS v22,
                    (j2.ob + greatest(least(v21, j2.c1) - j2.o1, 0) + greatest(least(v21, j2.c2) - j2.o2, 0)) AS v23,
                    (j3.ob + greatest(least(v21, j3.c1) - j3.o1, 0) + greatest(least(v21, j3.c2) - j3.o2, 0)) AS v26
                  FROM (
                    SELECT c.*,
                      coalesce(v0, v1, 1782314280000000) AS v5,
                      coalesce(v1, 1782314280000000) AS v6,
                      CASE WHEN v0 IS NULL THEN 3 WHEN v0 > 1782314280000000 OR v1 > 1782314280000000 THEN 7 WHEN v1 < v0 THEN 5 END AS v7,
                      v0 IS NOT NULL OR (v1 IS NOT NULL AND v4 AND true) AS v8,
                      coalesce(v0, v1) AS v9,
                      coalesce(((v0 >= 1779314400000000 AND v0 < 1779487200000000)), false) AS v10,
                      CASE WHEN v0 < 1782856800000000 THEN CASE WHEN v0 < 1780264800000000 THEN NULL ELSE 0 END ELSE NULL END AS v11,
                      coalesce(v2, v0, v1, 1782314280000000) AS v21
                    FROM (
                      SELECT l.key,
                        l."leads_14" AS owner,
                        l."leads_3" AS v0,
                        l."leads_6" AS v1,
                        l."leads_8" AS v2,
                        CASE WHEN l."leads_7" THEN 1 ELSE 0 END AS v3,
                        l."leads_4" AS v4
                      FROM "leads" l
                    ) c
                    WHERE ((v0 IS NOT NULL OR (v1 IS NOT NULL AND v4 AND true))) IS NOT DISTINCT FROM true
                  ) c
                  JOIN "calendar_parts" j0 ON j0.part = (v6 - 1) // 86400000000 + 561
                  JOIN "calendar_parts" j1 ON j1.part = (v5) // 86400000000 + 561
                  JOIN "calendar_parts" j2 ON j2.part = (v21 - 1) // 86400000000 + 561
                  JOIN "calendar_parts" j3 ON j3.part = (v21) // 86400000000 + 561
                ) c
              ) c
            ) c
          ) c
        ) c
      )
      WHERE v8 AND (v9 >= 1776204000000000 AND v9 < 9000000000000000) AND v12 IS NOT NULL
    )
  ) c
  JOIN "calendar_parts" j0 ON j0.part = (coalesce(s0, 1782314280000000)) // 86400000000 + 561
  ASOF JOIN (
    SELECT *
    FROM "calendar_parts"
    WHERE c1 > o1
  ) j1 ON j1.calendar = 1 AND ((j0.ob + greatest(least(coalesce(s0, 1782314280000000), j0.c1) - j0.o1, 0) + greatest(least(coalesce(s0, 1782314280000000), j0.c2) - j0.o2, 0)) + CASE seg WHEN 1 THEN 3600000000 ELSE 10800000000 END) > j1.ob
)
ORDER BY coalesce(s0, e0),
  key;

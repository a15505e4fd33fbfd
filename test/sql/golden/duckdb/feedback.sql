-- Every lead is accepted, or refused with a reason, within 5 business days (version 2026.2, the period at hand)

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
      SELECT CASE WHEN v6 AND (v7 >= 1776204000000000 AND v7 < 9000000000000000) AND v9 IS NOT NULL THEN CAST(v9 * 1600 + v13 + CASE WHEN v16 AND v13 = 648 THEN 2 ELSE 0 END AS INTEGER) END AS c0,
        v0 AS c1
      FROM (
        SELECT c.*,
          CASE WHEN v0 IS NOT NULL THEN v8 ELSE CASE WHEN v1 < 1782856800000000 THEN CASE WHEN v1 < 1780264800000000 THEN NULL ELSE 0 END ELSE NULL END END AS v9
        FROM (
          SELECT c.*,
            CASE WHEN NOT true THEN 992 WHEN v5 IS NOT NULL THEN 1316 + v5 * 20 WHEN v12 THEN 324 WHEN v1 IS NULL THEN 648 ELSE 0 END AS v13,
            v1 IS NULL AND v15 AS v16
          FROM (
            SELECT c.*,
              v3 > v10 AS v12,
              1000 * (10167480000000 - v14) >= 800 * (v11 - v14) AS v15
            FROM (
              SELECT c.*,
                j1.close AS v10,
                j1.pos AS v11,
                (j2.ob + greatest(least(v2, j2.c1) - j2.o1, 0) + greatest(least(v2, j2.c2) - j2.o2, 0)) AS v14
              FROM (
                SELECT c.*,
                  coalesce(v0, 1782314280000000) AS v2,
                  coalesce(v1, 1782314280000000) AS v3,
                  CASE WHEN v0 IS NULL THEN 3 WHEN v0 > 1782314280000000 OR v1 > 1782314280000000 THEN 7 WHEN v1 < v0 THEN 5 WHEN v4 THEN 11 END AS v5,
                  v0 IS NOT NULL OR (v1 IS NOT NULL AND true AND true) AS v6,
                  coalesce(v0, v1) AS v7,
                  CASE WHEN v0 < 1782856800000000 THEN CASE WHEN v0 < 1780264800000000 THEN NULL ELSE 0 END ELSE NULL END AS v8
                FROM (
                  SELECT l.key,
                    l."leads_14" AS owner,
                    l."leads_3" AS v0,
                    CASE WHEN l."leads_13" THEN l."leads_9" END AS v1,
                    coalesce(l."leads_13" AND l."leads_9" IS NULL AND coalesce(l."leads_9$w", 0) <> -1, false) AS v4
                  FROM "leads" l
                ) c
                WHERE ((v0 IS NOT NULL OR (v1 IS NOT NULL AND true AND true))) IS NOT DISTINCT FROM true
              ) c
              JOIN "calendar_dates" j0 ON j0.day = ((v2) + CASE WHEN v2 < 1806195600000000 THEN CASE WHEN v2 < 1774746000000000 THEN CASE WHEN v2 < 1761440400000000 THEN CASE WHEN v2 < 1743296400000000 THEN 3600000000 ELSE 7200000000 END ELSE 3600000000 END ELSE CASE WHEN v2 < 1792890000000000 THEN 7200000000 ELSE 3600000000 END END ELSE CASE WHEN v2 < 1856394000000000 THEN CASE WHEN v2 < 1837645200000000 THEN CASE WHEN v2 < 1824944400000000 THEN 7200000000 ELSE 3600000000 END ELSE 7200000000 END ELSE CASE WHEN v2 < 1869094800000000 THEN 3600000000 ELSE 7200000000 END END END) // 86400000000 + 563
              JOIN "calendar_closings" j1 ON j1.ord = j0.ord + 5
              JOIN "calendar_parts" j2 ON j2.part = (v2) // 86400000000 + 561
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
  SELECT v9 AS period,
    CASE WHEN true THEN v14 END AS took,
    CAST(NULL AS BIGINT) AS x0,
    CAST(NULL AS BIGINT) AS x1
  FROM (
    SELECT c.*,
      CASE WHEN v0 IS NOT NULL THEN v8 ELSE CASE WHEN v1 < 1782856800000000 THEN CASE WHEN v1 < 1780264800000000 THEN NULL ELSE 0 END ELSE NULL END END AS v9
    FROM (
      SELECT c.*,
        CASE WHEN v1 IS NOT NULL AND true AND v5 IS NULL THEN v13 END AS v14
      FROM (
        SELECT c.*,
          v11 - v12 AS v13
        FROM (
          SELECT c.*,
            (j0.ob + greatest(least(v3 - 1, j0.c1) - j0.o1, 0) + greatest(least(v3 - 1, j0.c2) - j0.o2, 0)) AS v10,
            (j0.ob + greatest(least(v3, j0.c1) - j0.o1, 0) + greatest(least(v3, j0.c2) - j0.o2, 0)) AS v11,
            (j1.ob + greatest(least(v2, j1.c1) - j1.o1, 0) + greatest(least(v2, j1.c2) - j1.o2, 0)) AS v12
          FROM (
            SELECT c.*,
              coalesce(v0, 1782314280000000) AS v2,
              coalesce(v1, 1782314280000000) AS v3,
              CASE WHEN v0 IS NULL THEN 3 WHEN v0 > 1782314280000000 OR v1 > 1782314280000000 THEN 7 WHEN v1 < v0 THEN 5 WHEN v4 THEN 11 END AS v5,
              v0 IS NOT NULL OR (v1 IS NOT NULL AND true AND true) AS v6,
              coalesce(v0, v1) AS v7,
              CASE WHEN v0 < 1782856800000000 THEN CASE WHEN v0 < 1780264800000000 THEN NULL ELSE 0 END ELSE NULL END AS v8
            FROM (
              SELECT l.key,
                l."leads_14" AS owner,
                l."leads_3" AS v0,
                CASE WHEN l."leads_13" THEN l."leads_9" END AS v1,
                coalesce(l."leads_13" AND l."leads_9" IS NULL AND coalesce(l."leads_9$w", 0) <> -1, false) AS v4
              FROM "leads" l
            ) c
            WHERE ((v0 IS NOT NULL AND v1 IS NOT NULL AND true)) IS NOT DISTINCT FROM true
          ) c
          JOIN "calendar_parts" j0 ON j0.part = (v3 - 1) // 86400000000 + 561
          JOIN "calendar_parts" j1 ON j1.part = (v2) // 86400000000 + 561
        ) c
      ) c
    ) c
  )
  WHERE v6 AND (v7 >= 1776204000000000 AND v7 < 9000000000000000) AND v9 IS NOT NULL
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
      v1 AS e0,
      v1 AS e1,
      0 AS seg,
      v13 AS raw,
      v14 AS raw_reason,
      false AS waived,
      v13 AS state,
      v14 AS reason,
      (v22 AND v13 = 2 AND NOT false AND NOT false) AS risk,
      v19 AS elapsed,
      v20 AS due,
      1 AS amount,
      CAST(NULL AS BIGINT) AS x0,
      CAST(NULL AS BIGINT) AS x1,
      v9 AS period
    FROM (
      SELECT c.*,
        CASE WHEN v0 IS NOT NULL THEN v8 ELSE CASE WHEN v1 < 1782856800000000 THEN CASE WHEN v1 < 1780264800000000 THEN NULL ELSE 0 END ELSE NULL END END AS v9
      FROM (
        SELECT c.*,
          CASE WHEN NOT true THEN 3 WHEN v5 IS NOT NULL THEN 4 WHEN v12 THEN 1 WHEN v1 IS NULL THEN 2 ELSE 0 END AS v13,
          CASE WHEN NOT true THEN 0 WHEN v5 IS NOT NULL THEN v5 WHEN v12 THEN NULL WHEN v1 IS NULL THEN NULL ELSE NULL END AS v14,
          CASE WHEN v1 IS NOT NULL AND true AND v5 IS NULL THEN v18 END AS v19,
          CASE WHEN v0 IS NOT NULL THEN v10 END AS v20,
          v1 IS NULL AND v21 AS v22
        FROM (
          SELECT c.*,
            v3 > v10 AS v12,
            v16 - v17 AS v18,
            1000 * (10167480000000 - v17) >= 800 * (v11 - v17) AS v21
          FROM (
            SELECT c.*,
              j1.close AS v10,
              j1.pos AS v11,
              (j2.ob + greatest(least(v3 - 1, j2.c1) - j2.o1, 0) + greatest(least(v3 - 1, j2.c2) - j2.o2, 0)) AS v15,
              (j2.ob + greatest(least(v3, j2.c1) - j2.o1, 0) + greatest(least(v3, j2.c2) - j2.o2, 0)) AS v16,
              (j3.ob + greatest(least(v2, j3.c1) - j3.o1, 0) + greatest(least(v2, j3.c2) - j3.o2, 0)) AS v17
            FROM (
              SELECT c.*,
                coalesce(v0, 1782314280000000) AS v2,
                coalesce(v1, 1782314280000000) AS v3,
                CASE WHEN v0 IS NULL THEN 3 WHEN v0 > 1782314280000000 OR v1 > 1782314280000000 THEN 7 WHEN v1 < v0 THEN 5 WHEN v4 THEN 11 END AS v5,
                v0 IS NOT NULL OR (v1 IS NOT NULL AND true AND true) AS v6,
                coalesce(v0, v1) AS v7,
                CASE WHEN v0 < 1782856800000000 THEN CASE WHEN v0 < 1780264800000000 THEN NULL ELSE 0 END ELSE NULL END AS v8
              FROM (
                SELECT l.key,
                  l."leads_14" AS owner,
                  l."leads_3" AS v0,
                  CASE WHEN l."leads_13" THEN l."leads_9" END AS v1,
                  coalesce(l."leads_13" AND l."leads_9" IS NULL AND coalesce(l."leads_9$w", 0) <> -1, false) AS v4
                FROM "leads" l
              ) c
              WHERE ((v0 IS NOT NULL OR (v1 IS NOT NULL AND true AND true))) IS NOT DISTINCT FROM true
            ) c
            JOIN "calendar_dates" j0 ON j0.day = ((v2) + CASE WHEN v2 < 1806195600000000 THEN CASE WHEN v2 < 1774746000000000 THEN CASE WHEN v2 < 1761440400000000 THEN CASE WHEN v2 < 1743296400000000 THEN 3600000000 ELSE 7200000000 END ELSE 3600000000 END ELSE CASE WHEN v2 < 1792890000000000 THEN 7200000000 ELSE 3600000000 END END ELSE CASE WHEN v2 < 1856394000000000 THEN CASE WHEN v2 < 1837645200000000 THEN CASE WHEN v2 < 1824944400000000 THEN 7200000000 ELSE 3600000000 END ELSE 7200000000 END ELSE CASE WHEN v2 < 1869094800000000 THEN 3600000000 ELSE 7200000000 END END END) // 86400000000 + 563
            JOIN "calendar_closings" j1 ON j1.ord = j0.ord + 5
            JOIN "calendar_parts" j2 ON j2.part = (v3 - 1) // 86400000000 + 561
            JOIN "calendar_parts" j3 ON j3.part = (v2) // 86400000000 + 561
          ) c
        ) c
      ) c
    )
    WHERE v6 AND (v7 >= 1776204000000000 AND v7 < 9000000000000000) AND v9 IS NOT NULL
  )
)
ORDER BY coalesce(s0, e0),
  key;

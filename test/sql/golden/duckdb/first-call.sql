-- A large firm is telephoned within 2 business days, whatever mails it got before (version 2026.2, the period at hand)

-- What it asks of the activities.
SELECT l.key,
  min(a."rows1_0") AS e0,
  min(a."rows1_0") AS e1
FROM "rows1" a
JOIN "leads" l ON a.key = l.key
WHERE a."rows1_1" AND a."rows1_0" >= l."leads_3"
GROUP BY l.key;

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
      SELECT CASE WHEN v7 AND (v8 >= 1776204000000000 AND v8 < 9000000000000000) AND v10 IS NOT NULL THEN CAST(v10 * 1600 + v14 + CASE WHEN v17 AND v14 = 648 THEN 2 ELSE 0 END AS INTEGER) END AS c0,
        v0 AS c1
      FROM (
        SELECT c.*,
          CASE WHEN v0 IS NOT NULL THEN v9 ELSE CASE WHEN v1 < 1782856800000000 THEN CASE WHEN v1 < 1780264800000000 THEN NULL ELSE 0 END ELSE NULL END END AS v10
        FROM (
          SELECT c.*,
            CASE WHEN NOT v3 THEN 992 WHEN v6 IS NOT NULL THEN 1316 + v6 * 20 WHEN v13 THEN 324 WHEN v1 IS NULL THEN 648 ELSE 0 END AS v14,
            v1 IS NULL AND v16 AS v17
          FROM (
            SELECT c.*,
              v5 > v11 AS v13,
              1000 * (10167480000000 - v15) >= 800 * (v12 - v15) AS v16
            FROM (
              SELECT c.*,
                j1.close AS v11,
                j1.pos AS v12,
                (j2.ob + greatest(least(v4, j2.c1) - j2.o1, 0) + greatest(least(v4, j2.c2) - j2.o2, 0)) AS v15
              FROM (
                SELECT c.*,
                  coalesce(v0, 1782314280000000) AS v4,
                  coalesce(v2, 1782314280000000) AS v5,
                  CASE WHEN v0 IS NULL THEN 3 WHEN v0 > 1782314280000000 OR v1 > 1782314280000000 THEN 7 WHEN v2 < v0 THEN 5 END AS v6,
                  v0 IS NOT NULL OR (v1 IS NOT NULL AND v3 AND true) AS v7,
                  coalesce(v0, v1) AS v8,
                  CASE WHEN v0 < 1782856800000000 THEN CASE WHEN v0 < 1780264800000000 THEN NULL ELSE 0 END ELSE NULL END AS v9
                FROM (
                  SELECT l.key,
                    l."leads_14" AS owner,
                    l."leads_3" AS v0,
                    f.e0 AS v1,
                    f.e1 AS v2,
                    l."leads_7" AS v3
                  FROM "leads" l
                  LEFT JOIN (
                    SELECT l.key,
                      min(a."rows1_0") AS e0,
                      min(a."rows1_0") AS e1
                    FROM "rows1" a
                    JOIN "leads" l ON a.key = l.key
                    WHERE a."rows1_1" AND a."rows1_0" >= l."leads_3"
                    GROUP BY l.key
                  ) f ON f.key = l.key
                ) c
                WHERE ((v0 IS NOT NULL OR (v1 IS NOT NULL AND v3 AND true))) IS NOT DISTINCT FROM true
              ) c
              JOIN "calendar_dates" j0 ON j0.day = ((v4) + CASE WHEN v4 < 1806195600000000 THEN CASE WHEN v4 < 1774746000000000 THEN CASE WHEN v4 < 1761440400000000 THEN CASE WHEN v4 < 1743296400000000 THEN 3600000000 ELSE 7200000000 END ELSE 3600000000 END ELSE CASE WHEN v4 < 1792890000000000 THEN 7200000000 ELSE 3600000000 END END ELSE CASE WHEN v4 < 1856394000000000 THEN CASE WHEN v4 < 1837645200000000 THEN CASE WHEN v4 < 1824944400000000 THEN 7200000000 ELSE 3600000000 END ELSE 7200000000 END ELSE CASE WHEN v4 < 1869094800000000 THEN 3600000000 ELSE 7200000000 END END END) // 86400000000 + 563
              JOIN "calendar_closings" j1 ON j1.ord = j0.ord + 2
              JOIN "calendar_parts" j2 ON j2.part = (v4) // 86400000000 + 561
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
  SELECT v10 AS period,
    CASE WHEN true THEN v15 END AS took,
    CAST(NULL AS BIGINT) AS x0,
    CAST(NULL AS BIGINT) AS x1
  FROM (
    SELECT c.*,
      CASE WHEN v0 IS NOT NULL THEN v9 ELSE CASE WHEN v1 < 1782856800000000 THEN CASE WHEN v1 < 1780264800000000 THEN NULL ELSE 0 END ELSE NULL END END AS v10
    FROM (
      SELECT c.*,
        CASE WHEN v1 IS NOT NULL AND v3 AND v6 IS NULL AND v1 = v2 THEN v14 END AS v15
      FROM (
        SELECT c.*,
          v12 - v13 AS v14
        FROM (
          SELECT c.*,
            (j0.ob + greatest(least(v5 - 1, j0.c1) - j0.o1, 0) + greatest(least(v5 - 1, j0.c2) - j0.o2, 0)) AS v11,
            (j0.ob + greatest(least(v5, j0.c1) - j0.o1, 0) + greatest(least(v5, j0.c2) - j0.o2, 0)) AS v12,
            (j1.ob + greatest(least(v4, j1.c1) - j1.o1, 0) + greatest(least(v4, j1.c2) - j1.o2, 0)) AS v13
          FROM (
            SELECT c.*,
              coalesce(v0, 1782314280000000) AS v4,
              coalesce(v2, 1782314280000000) AS v5,
              CASE WHEN v0 IS NULL THEN 3 WHEN v0 > 1782314280000000 OR v1 > 1782314280000000 THEN 7 WHEN v2 < v0 THEN 5 END AS v6,
              v0 IS NOT NULL OR (v1 IS NOT NULL AND v3 AND true) AS v7,
              coalesce(v0, v1) AS v8,
              CASE WHEN v0 < 1782856800000000 THEN CASE WHEN v0 < 1780264800000000 THEN NULL ELSE 0 END ELSE NULL END AS v9
            FROM (
              SELECT l.key,
                l."leads_14" AS owner,
                l."leads_3" AS v0,
                f.e0 AS v1,
                f.e1 AS v2,
                l."leads_7" AS v3
              FROM "leads" l
              LEFT JOIN (
                SELECT l.key,
                  min(a."rows1_0") AS e0,
                  min(a."rows1_0") AS e1
                FROM "rows1" a
                JOIN "leads" l ON a.key = l.key
                WHERE a."rows1_1" AND a."rows1_0" >= l."leads_3"
                GROUP BY l.key
              ) f ON f.key = l.key
            ) c
            WHERE ((v0 IS NOT NULL AND v1 IS NOT NULL AND v3)) IS NOT DISTINCT FROM true
          ) c
          JOIN "calendar_parts" j0 ON j0.part = (v5 - 1) // 86400000000 + 561
          JOIN "calendar_parts" j1 ON j1.part = (v4) // 86400000000 + 561
        ) c
      ) c
    ) c
  )
  WHERE v7 AND (v8 >= 1776204000000000 AND v8 < 9000000000000000) AND v10 IS NOT NULL
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
      v2 AS e1,
      0 AS seg,
      v14 AS raw,
      v15 AS raw_reason,
      false AS waived,
      v14 AS state,
      v15 AS reason,
      (v23 AND v14 = 2 AND NOT false AND NOT false) AS risk,
      v20 AS elapsed,
      v21 AS due,
      1 AS amount,
      CAST(NULL AS BIGINT) AS x0,
      CAST(NULL AS BIGINT) AS x1,
      v10 AS period
    FROM (
      SELECT c.*,
        CASE WHEN v0 IS NOT NULL THEN v9 ELSE CASE WHEN v1 < 1782856800000000 THEN CASE WHEN v1 < 1780264800000000 THEN NULL ELSE 0 END ELSE NULL END END AS v10
      FROM (
        SELECT c.*,
          CASE WHEN NOT v3 THEN 3 WHEN v6 IS NOT NULL THEN 4 WHEN v13 THEN 1 WHEN v1 IS NULL THEN 2 ELSE 0 END AS v14,
          CASE WHEN NOT v3 THEN 0 WHEN v6 IS NOT NULL THEN v6 WHEN v13 THEN NULL WHEN v1 IS NULL THEN NULL ELSE NULL END AS v15,
          CASE WHEN v1 IS NOT NULL AND v3 AND v6 IS NULL AND v1 = v2 THEN v19 END AS v20,
          CASE WHEN v0 IS NOT NULL THEN v11 END AS v21,
          v1 IS NULL AND v22 AS v23
        FROM (
          SELECT c.*,
            v5 > v11 AS v13,
            v17 - v18 AS v19,
            1000 * (10167480000000 - v18) >= 800 * (v12 - v18) AS v22
          FROM (
            SELECT c.*,
              j1.close AS v11,
              j1.pos AS v12,
              (j2.ob + greatest(least(v5 - 1, j2.c1) - j2.o1, 0) + greatest(least(v5 - 1, j2.c2) - j2.o2, 0)) AS v16,
              (j2.ob + greatest(least(v5, j2.c1) - j2.o1, 0) + greatest(least(v5, j2.c2) - j2.o2, 0)) AS v17,
              (j3.ob + greatest(least(v4, j3.c1) - j3.o1, 0) + greatest(least(v4, j3.c2) - j3.o2, 0)) AS v18
            FROM (
              SELECT c.*,
                coalesce(v0, 1782314280000000) AS v4,
                coalesce(v2, 1782314280000000) AS v5,
                CASE WHEN v0 IS NULL THEN 3 WHEN v0 > 1782314280000000 OR v1 > 1782314280000000 THEN 7 WHEN v2 < v0 THEN 5 END AS v6,
                v0 IS NOT NULL OR (v1 IS NOT NULL AND v3 AND true) AS v7,
                coalesce(v0, v1) AS v8,
                CASE WHEN v0 < 1782856800000000 THEN CASE WHEN v0 < 1780264800000000 THEN NULL ELSE 0 END ELSE NULL END AS v9
              FROM (
                SELECT l.key,
                  l."leads_14" AS owner,
                  l."leads_3" AS v0,
                  f.e0 AS v1,
                  f.e1 AS v2,
                  l."leads_7" AS v3
                FROM "leads" l
                LEFT JOIN (
                  SELECT l.key,
                    min(a."rows1_0") AS e0,
                    min(a."rows1_0") AS e1
                  FROM "rows1" a
                  JOIN "leads" l ON a.key = l.key
                  WHERE a."rows1_1" AND a."rows1_0" >= l."leads_3"
                  GROUP BY l.key
                ) f ON f.key = l.key
              ) c
              WHERE ((v0 IS NOT NULL OR (v1 IS NOT NULL AND v3 AND true))) IS NOT DISTINCT FROM true
            ) c
            JOIN "calendar_dates" j0 ON j0.day = ((v4) + CASE WHEN v4 < 1806195600000000 THEN CASE WHEN v4 < 1774746000000000 THEN CASE WHEN v4 < 1761440400000000 THEN CASE WHEN v4 < 1743296400000000 THEN 3600000000 ELSE 7200000000 END ELSE 3600000000 END ELSE CASE WHEN v4 < 1792890000000000 THEN 7200000000 ELSE 3600000000 END END ELSE CASE WHEN v4 < 1856394000000000 THEN CASE WHEN v4 < 1837645200000000 THEN CASE WHEN v4 < 1824944400000000 THEN 7200000000 ELSE 3600000000 END ELSE 7200000000 END ELSE CASE WHEN v4 < 1869094800000000 THEN 3600000000 ELSE 7200000000 END END END) // 86400000000 + 563
            JOIN "calendar_closings" j1 ON j1.ord = j0.ord + 2
            JOIN "calendar_parts" j2 ON j2.part = (v5 - 1) // 86400000000 + 561
            JOIN "calendar_parts" j3 ON j3.part = (v4) // 86400000000 + 561
          ) c
        ) c
      ) c
    )
    WHERE v7 AND (v8 >= 1776204000000000 AND v8 < 9000000000000000) AND v10 IS NOT NULL
  )
)
ORDER BY coalesce(s0, e0),
  key;

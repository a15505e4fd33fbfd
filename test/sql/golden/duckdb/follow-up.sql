-- A lead is tried on 3 days within 5 business days before it is given up (version 2026.2, the period at hand)

-- What it asks of the activities.
SELECT key,
  count(DISTINCT CASE WHEN sure_in THEN d0 END) AS sure,
  count(DISTINCT CASE WHEN sure_in THEN d0 END) AS possible
FROM (
  SELECT key,
    t0,
    ((t0) + CASE WHEN t0 < 1806195600000000 THEN CASE WHEN t0 < 1774746000000000 THEN CASE WHEN t0 < 1761440400000000 THEN CASE WHEN t0 < 1743296400000000 THEN 3600000000 ELSE 7200000000 END ELSE 3600000000 END ELSE CASE WHEN t0 < 1792890000000000 THEN 7200000000 ELSE 3600000000 END END ELSE CASE WHEN t0 < 1856394000000000 THEN CASE WHEN t0 < 1837645200000000 THEN CASE WHEN t0 < 1824944400000000 THEN 7200000000 ELSE 3600000000 END ELSE 7200000000 END ELSE CASE WHEN t0 < 1869094800000000 THEN 3600000000 ELSE 7200000000 END END END) // 86400000000 AS d0,
    sure_in
  FROM (
    SELECT s.key,
      s.seg,
      a."rows1_0" AS t0,
      a."rows1_0" >= s.s1 AND a."rows1_0" <= s.due AS sure_in
    FROM "rows1" a
    JOIN (
      SELECT key,
        s0,
        s1,
        seg,
        due,
        due1
      FROM (
        SELECT *,
          coalesce(e1 <= due AND e0 <= 1782314280000000, false) AS early,
          CASE WHEN s0 > 1782314280000000 OR e0 > 1782314280000000 OR last_touch > 1782314280000000 THEN 7 WHEN e1 < s0 THEN 5 WHEN unsaid THEN 11 END AS reason
        FROM (
          SELECT c.*,
            j1.close AS due,
            j1.close AS due1,
            1000 * (10167480000000 - (j2.ob + greatest(least(s0, j2.c1) - j2.o1, 0) + greatest(least(s0, j2.c2) - j2.o2, 0))) >= 800 * (j1.pos - (j2.ob + greatest(least(s0, j2.c1) - j2.o1, 0) + greatest(least(s0, j2.c2) - j2.o2, 0))) AS at_risk
          FROM (
            SELECT *
            FROM (
              SELECT l.key,
                l."leads_14" AS owner,
                l."leads_3" AS s0,
                l."leads_3" AS s1,
                0 AS seg,
                true AS scope,
                CASE WHEN l."leads_10" THEN l."leads_9" END AS e0,
                CASE WHEN l."leads_10" THEN l."leads_9" END AS e1,
                NULL AS counter,
                CAST(NULL AS BIGINT) AS last_touch,
                coalesce(l."leads_10" AND l."leads_9" IS NULL AND coalesce(l."leads_9$w", 0) <> -1, false) AS unsaid
              FROM "leads" l
            )
            WHERE s0 IS NOT NULL
          ) c
          JOIN "calendar_dates" j0 ON j0.day = ((s0) + CASE WHEN s0 < 1806195600000000 THEN CASE WHEN s0 < 1774746000000000 THEN CASE WHEN s0 < 1761440400000000 THEN CASE WHEN s0 < 1743296400000000 THEN 3600000000 ELSE 7200000000 END ELSE 3600000000 END ELSE CASE WHEN s0 < 1792890000000000 THEN 7200000000 ELSE 3600000000 END END ELSE CASE WHEN s0 < 1856394000000000 THEN CASE WHEN s0 < 1837645200000000 THEN CASE WHEN s0 < 1824944400000000 THEN 7200000000 ELSE 3600000000 END ELSE 7200000000 END ELSE CASE WHEN s0 < 1869094800000000 THEN 3600000000 ELSE 7200000000 END END END) // 86400000000 + 563
          JOIN "calendar_closings" j1 ON j1.ord = j0.ord + 5
          JOIN "calendar_parts" j2 ON j2.part = (s0) // 86400000000 + 561
        )
      )
    ) s ON a.key = s.key
    WHERE a."rows1_2" AND a."rows1_0" >= s.s0 AND a."rows1_0" <= s.due1 AND a."rows1_0" <= 1782314280000000
  )
)
GROUP BY key;

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
      SELECT CASE WHEN true AND (v11 >= 1776204000000000 AND v11 < 9000000000000000) AND v13 IS NOT NULL THEN CAST(v13 * 1600 + v14 + CASE WHEN v7 AND v14 = 648 THEN 2 ELSE 0 END AS INTEGER) END AS c0,
        v1 AS c1
      FROM (
        SELECT c.*,
          CASE WHEN v0 IS NOT NULL THEN v12 ELSE CASE WHEN v2 < 1782856800000000 THEN CASE WHEN v2 < 1780264800000000 THEN NULL ELSE 0 END ELSE NULL END END AS v13
        FROM (
          SELECT c.*,
            v5 * 324 + coalesce(v6 + 1, 0) * 20 AS v14
          FROM (
            SELECT c.*,
              coalesce(v0, v2) AS v11,
              CASE WHEN v0 < 1782856800000000 THEN CASE WHEN v0 < 1780264800000000 THEN NULL ELSE 0 END ELSE NULL END AS v12
            FROM (
              SELECT key,
                owner,
                l.s0 AS v0,
                l.s1 AS v1,
                l.e0 AS v2,
                l.e1 AS v3,
                l.seg AS v4,
                l.raw AS v5,
                l.raw_reason AS v6,
                l.risk AS v7,
                l.due AS v8,
                l.x0 AS v9,
                l.x1 AS v10
              FROM (
                SELECT key,
                  owner,
                  s0,
                  s1,
                  e0,
                  e1,
                  seg,
                  raw,
                  CASE WHEN raw = 3 THEN 0 WHEN raw = 4 THEN coalesce(reason, 6) END AS raw_reason,
                  at_risk AND raw = 2 AS risk,
                  CAST(NULL AS BIGINT) AS elapsed,
                  due,
                  1 AS amount,
                  sure AS x0,
                  CASE WHEN early AND NOT coalesce(sure >= 3, false) THEN 1 ELSE 0 END AS x1
                FROM (
                  SELECT *,
                    CASE WHEN NOT scope THEN 3 WHEN sure >= 3 THEN 0 WHEN reason IS NOT NULL THEN 4 WHEN early THEN 0 WHEN possible >= 3 THEN 4 WHEN 1782314280000000 > due AND 1782314280000000 > due1 THEN 1 WHEN 1782314280000000 > due THEN 4 ELSE 2 END AS raw
                  FROM (
                    SELECT w.*,
                      coalesce(n.sure, 0) AS sure,
                      coalesce(n.possible, 0) AS possible
                    FROM (
                      SELECT *,
                        coalesce(e1 <= due AND e0 <= 1782314280000000, false) AS early,
                        CASE WHEN s0 > 1782314280000000 OR e0 > 1782314280000000 OR last_touch > 1782314280000000 THEN 7 WHEN e1 < s0 THEN 5 WHEN unsaid THEN 11 END AS reason
                      FROM (
                        SELECT c.*,
                          j1.close AS due,
                          j1.close AS due1,
                          1000 * (10167480000000 - (j2.ob + greatest(least(s0, j2.c1) - j2.o1, 0) + greatest(least(s0, j2.c2) - j2.o2, 0))) >= 800 * (j1.pos - (j2.ob + greatest(least(s0, j2.c1) - j2.o1, 0) + greatest(least(s0, j2.c2) - j2.o2, 0))) AS at_risk
                        FROM (
                          SELECT *
                          FROM (
                            SELECT l.key,
                              l."leads_14" AS owner,
                              l."leads_3" AS s0,
                              l."leads_3" AS s1,
                              0 AS seg,
                              true AS scope,
                              CASE WHEN l."leads_10" THEN l."leads_9" END AS e0,
                              CASE WHEN l."leads_10" THEN l."leads_9" END AS e1,
                              NULL AS counter,
                              CAST(NULL AS BIGINT) AS last_touch,
                              coalesce(l."leads_10" AND l."leads_9" IS NULL AND coalesce(l."leads_9$w", 0) <> -1, false) AS unsaid
                            FROM "leads" l
                          )
                          WHERE s0 IS NOT NULL
                        ) c
                        JOIN "calendar_dates" j0 ON j0.day = ((s0) + CASE WHEN s0 < 1806195600000000 THEN CASE WHEN s0 < 1774746000000000 THEN CASE WHEN s0 < 1761440400000000 THEN CASE WHEN s0 < 1743296400000000 THEN 3600000000 ELSE 7200000000 END ELSE 3600000000 END ELSE CASE WHEN s0 < 1792890000000000 THEN 7200000000 ELSE 3600000000 END END ELSE CASE WHEN s0 < 1856394000000000 THEN CASE WHEN s0 < 1837645200000000 THEN CASE WHEN s0 < 1824944400000000 THEN 7200000000 ELSE 3600000000 END ELSE 7200000000 END ELSE CASE WHEN s0 < 1869094800000000 THEN 3600000000 ELSE 7200000000 END END END) // 86400000000 + 563
                        JOIN "calendar_closings" j1 ON j1.ord = j0.ord + 5
                        JOIN "calendar_parts" j2 ON j2.part = (s0) // 86400000000 + 561
                      )
                    ) w
                    LEFT JOIN (
                      SELECT key,
                        count(DISTINCT CASE WHEN sure_in THEN d0 END) AS sure,
                        count(DISTINCT CASE WHEN sure_in THEN d0 END) AS possible
                      FROM (
                        SELECT key,
                          t0,
                          ((t0) + CASE WHEN t0 < 1806195600000000 THEN CASE WHEN t0 < 1774746000000000 THEN CASE WHEN t0 < 1761440400000000 THEN CASE WHEN t0 < 1743296400000000 THEN 3600000000 ELSE 7200000000 END ELSE 3600000000 END ELSE CASE WHEN t0 < 1792890000000000 THEN 7200000000 ELSE 3600000000 END END ELSE CASE WHEN t0 < 1856394000000000 THEN CASE WHEN t0 < 1837645200000000 THEN CASE WHEN t0 < 1824944400000000 THEN 7200000000 ELSE 3600000000 END ELSE 7200000000 END ELSE CASE WHEN t0 < 1869094800000000 THEN 3600000000 ELSE 7200000000 END END END) // 86400000000 AS d0,
                          sure_in
                        FROM (
                          SELECT s.key,
                            s.seg,
                            a."rows1_0" AS t0,
                            a."rows1_0" >= s.s1 AND a."rows1_0" <= s.due AS sure_in
                          FROM "rows1" a
                          JOIN (
                            SELECT key,
                              s0,
                              s1,
                              seg,
                              due,
                              due1
                            FROM (
                              SELECT *,
                                coalesce(e1 <= due AND e0 <= 1782314280000000, false) AS early,
                                CASE WHEN s0 > 1782314280000000 OR e0 > 1782314280000000 OR last_touch > 1782314280000000 THEN 7 WHEN e1 < s0 THEN 5 WHEN unsaid THEN 11 END AS reason
                              FROM (
                                SELECT c.*,
                                  j1.close AS due,
                                  j1.close AS due1,
                                  1000 * (10167480000000 - (j2.ob + greatest(least(s0, j2.c1) - j2.o1, 0) + greatest(least(s0, j2.c2) - j2.o2, 0))) >= 800 * (j1.pos - (j2.ob + greatest(least(s0, j2.c1) - j2.o1, 0) + greatest(least(s0, j2.c2) - j2.o2, 0))) AS at_risk
                                FROM (
                                  SELECT *
                                  FROM (
                                    SELECT l.key,
                                      l."leads_14" AS owner,
                                      l."leads_3" AS s0,
                                      l."leads_3" AS s1,
                                      0 AS seg,
                                      true AS scope,
                                      CASE WHEN l."leads_10" THEN l."leads_9" END AS e0,
                                      CASE WHEN l."leads_10" THEN l."leads_9" END AS e1,
                                      NULL AS counter,
                                      CAST(NULL AS BIGINT) AS last_touch,
                                      coalesce(l."leads_10" AND l."leads_9" IS NULL AND coalesce(l."leads_9$w", 0) <> -1, false) AS unsaid
                                    FROM "leads" l
                                  )
                                  WHERE s0 IS NOT NULL
                                ) c
                                JOIN "calendar_dates" j0 ON j0.day = ((s0) + CASE WHEN s0 < 1806195600000000 THEN CASE WHEN s0 < 1774746000000000 THEN CASE WHEN s0 < 1761440400000000 THEN CASE WHEN s0 < 1743296400000000 THEN 3600000000 ELSE 7200000000 END ELSE 3600000000 END ELSE CASE WHEN s0 < 1792890000000000 THEN 7200000000 ELSE 3600000000 END END ELSE CASE WHEN s0 < 1856394000000000 THEN CASE WHEN s0 < 1837645200000000 THEN CASE WHEN s0 < 1824944400000000 THEN 7200000000 ELSE 3600000000 END ELSE 7200000000 END ELSE CASE WHEN s0 < 1869094800000000 THEN 3600000000 ELSE 7200000000 END END END) // 86400000000 + 563
                                JOIN "calendar_closings" j1 ON j1.ord = j0.ord + 5
                                JOIN "calendar_parts" j2 ON j2.part = (s0) // 86400000000 + 561
                              )
                            )
                          ) s ON a.key = s.key
                          WHERE a."rows1_2" AND a."rows1_0" >= s.s0 AND a."rows1_0" <= s.due1 AND a."rows1_0" <= 1782314280000000
                        )
                      )
                      GROUP BY key
                    ) n ON n.key = w.key
                  )
                )
              ) l
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
  avg(x1) AS share
FROM (
  SELECT v13 AS period,
    CASE WHEN true THEN CAST(NULL AS BIGINT) END AS took,
    CASE WHEN v5 IN (0, 1) THEN v9 END AS x0,
    CASE WHEN v5 IN (0, 1) THEN v10 END AS x1
  FROM (
    SELECT c.*,
      CASE WHEN v0 IS NOT NULL THEN v12 ELSE CASE WHEN v2 < 1782856800000000 THEN CASE WHEN v2 < 1780264800000000 THEN NULL ELSE 0 END ELSE NULL END END AS v13
    FROM (
      SELECT c.*,
        coalesce(v0, v2) AS v11,
        CASE WHEN v0 < 1782856800000000 THEN CASE WHEN v0 < 1780264800000000 THEN NULL ELSE 0 END ELSE NULL END AS v12
      FROM (
        SELECT key,
          owner,
          l.s0 AS v0,
          l.s1 AS v1,
          l.e0 AS v2,
          l.e1 AS v3,
          l.seg AS v4,
          l.raw AS v5,
          l.raw_reason AS v6,
          l.risk AS v7,
          l.due AS v8,
          l.x0 AS v9,
          l.x1 AS v10
        FROM (
          SELECT key,
            owner,
            s0,
            s1,
            e0,
            e1,
            seg,
            raw,
            CASE WHEN raw = 3 THEN 0 WHEN raw = 4 THEN coalesce(reason, 6) END AS raw_reason,
            at_risk AND raw = 2 AS risk,
            CAST(NULL AS BIGINT) AS elapsed,
            due,
            1 AS amount,
            sure AS x0,
            CASE WHEN early AND NOT coalesce(sure >= 3, false) THEN 1 ELSE 0 END AS x1
          FROM (
            SELECT *,
              CASE WHEN NOT scope THEN 3 WHEN sure >= 3 THEN 0 WHEN reason IS NOT NULL THEN 4 WHEN early THEN 0 WHEN possible >= 3 THEN 4 WHEN 1782314280000000 > due AND 1782314280000000 > due1 THEN 1 WHEN 1782314280000000 > due THEN 4 ELSE 2 END AS raw
            FROM (
              SELECT w.*,
                coalesce(n.sure, 0) AS sure,
                coalesce(n.possible, 0) AS possible
              FROM (
                SELECT *,
                  coalesce(e1 <= due AND e0 <= 1782314280000000, false) AS early,
                  CASE WHEN s0 > 1782314280000000 OR e0 > 1782314280000000 OR last_touch > 1782314280000000 THEN 7 WHEN e1 < s0 THEN 5 WHEN unsaid THEN 11 END AS reason
                FROM (
                  SELECT c.*,
                    j1.close AS due,
                    j1.close AS due1,
                    1000 * (10167480000000 - (j2.ob + greatest(least(s0, j2.c1) - j2.o1, 0) + greatest(least(s0, j2.c2) - j2.o2, 0))) >= 800 * (j1.pos - (j2.ob + greatest(least(s0, j2.c1) - j2.o1, 0) + greatest(least(s0, j2.c2) - j2.o2, 0))) AS at_risk
                  FROM (
                    SELECT *
                    FROM (
                      SELECT l.key,
                        l."leads_14" AS owner,
                        l."leads_3" AS s0,
                        l."leads_3" AS s1,
                        0 AS seg,
                        true AS scope,
                        CASE WHEN l."leads_10" THEN l."leads_9" END AS e0,
                        CASE WHEN l."leads_10" THEN l."leads_9" END AS e1,
                        NULL AS counter,
                        CAST(NULL AS BIGINT) AS last_touch,
                        coalesce(l."leads_10" AND l."leads_9" IS NULL AND coalesce(l."leads_9$w", 0) <> -1, false) AS unsaid
                      FROM "leads" l
                    )
                    WHERE s0 IS NOT NULL
                  ) c
                  JOIN "calendar_dates" j0 ON j0.day = ((s0) + CASE WHEN s0 < 1806195600000000 THEN CASE WHEN s0 < 1774746000000000 THEN CASE WHEN s0 < 1761440400000000 THEN CASE WHEN s0 < 1743296400000000 THEN 3600000000 ELSE 7200000000 END ELSE 3600000000 END ELSE CASE WHEN s0 < 1792890000000000 THEN 7200000000 ELSE 3600000000 END END ELSE CASE WHEN s0 < 1856394000000000 THEN CASE WHEN s0 < 1837645200000000 THEN CASE WHEN s0 < 1824944400000000 THEN 7200000000 ELSE 3600000000 END ELSE 7200000000 END ELSE CASE WHEN s0 < 1869094800000000 THEN 3600000000 ELSE 7200000000 END END END) // 86400000000 + 563
                  JOIN "calendar_closings" j1 ON j1.ord = j0.ord + 5
                  JOIN "calendar_parts" j2 ON j2.part = (s0) // 86400000000 + 561
                )
              ) w
              LEFT JOIN (
                SELECT key,
                  count(DISTINCT CASE WHEN sure_in THEN d0 END) AS sure,
                  count(DISTINCT CASE WHEN sure_in THEN d0 END) AS possible
                FROM (
                  SELECT key,
                    t0,
                    ((t0) + CASE WHEN t0 < 1806195600000000 THEN CASE WHEN t0 < 1774746000000000 THEN CASE WHEN t0 < 1761440400000000 THEN CASE WHEN t0 < 1743296400000000 THEN 3600000000 ELSE 7200000000 END ELSE 3600000000 END ELSE CASE WHEN t0 < 1792890000000000 THEN 7200000000 ELSE 3600000000 END END ELSE CASE WHEN t0 < 1856394000000000 THEN CASE WHEN t0 < 1837645200000000 THEN CASE WHEN t0 < 1824944400000000 THEN 7200000000 ELSE 3600000000 END ELSE 7200000000 END ELSE CASE WHEN t0 < 1869094800000000 THEN 3600000000 ELSE 7200000000 END END END) // 86400000000 AS d0,
                    sure_in
                  FROM (
                    SELECT s.key,
                      s.seg,
                      a."rows1_0" AS t0,
                      a."rows1_0" >= s.s1 AND a."rows1_0" <= s.due AS sure_in
                    FROM "rows1" a
                    JOIN (
                      SELECT key,
                        s0,
                        s1,
                        seg,
                        due,
                        due1
                      FROM (
                        SELECT *,
                          coalesce(e1 <= due AND e0 <= 1782314280000000, false) AS early,
                          CASE WHEN s0 > 1782314280000000 OR e0 > 1782314280000000 OR last_touch > 1782314280000000 THEN 7 WHEN e1 < s0 THEN 5 WHEN unsaid THEN 11 END AS reason
                        FROM (
                          SELECT c.*,
                            j1.close AS due,
                            j1.close AS due1,
                            1000 * (10167480000000 - (j2.ob + greatest(least(s0, j2.c1) - j2.o1, 0) + greatest(least(s0, j2.c2) - j2.o2, 0))) >= 800 * (j1.pos - (j2.ob + greatest(least(s0, j2.c1) - j2.o1, 0) + greatest(least(s0, j2.c2) - j2.o2, 0))) AS at_risk
                          FROM (
                            SELECT *
                            FROM (
                              SELECT l.key,
                                l."leads_14" AS owner,
                                l."leads_3" AS s0,
                                l."leads_3" AS s1,
                                0 AS seg,
                                true AS scope,
                                CASE WHEN l."leads_10" THEN l."leads_9" END AS e0,
                                CASE WHEN l."leads_10" THEN l."leads_9" END AS e1,
                                NULL AS counter,
                                CAST(NULL AS BIGINT) AS last_touch,
                                coalesce(l."leads_10" AND l."leads_9" IS NULL AND coalesce(l."leads_9$w", 0) <> -1, false) AS unsaid
                              FROM "leads" l
                            )
                            WHERE s0 IS NOT NULL
                          ) c
                          JOIN "calendar_dates" j0 ON j0.day = ((s0) + CASE WHEN s0 < 1806195600000000 THEN CASE WHEN s0 < 1774746000000000 THEN CASE WHEN s0 < 1761440400000000 THEN CASE WHEN s0 < 1743296400000000 THEN 3600000000 ELSE 7200000000 END ELSE 3600000000 END ELSE CASE WHEN s0 < 1792890000000000 THEN 7200000000 ELSE 3600000000 END END ELSE CASE WHEN s0 < 1856394000000000 THEN CASE WHEN s0 < 1837645200000000 THEN CASE WHEN s0 < 1824944400000000 THEN 7200000000 ELSE 3600000000 END ELSE 7200000000 END ELSE CASE WHEN s0 < 1869094800000000 THEN 3600000000 ELSE 7200000000 END END END) // 86400000000 + 563
                          JOIN "calendar_closings" j1 ON j1.ord = j0.ord + 5
                          JOIN "calendar_parts" j2 ON j2.part = (s0) // 86400000000 + 561
                        )
                      )
                    ) s ON a.key = s.key
                    WHERE a."rows1_2" AND a."rows1_0" >= s.s0 AND a."rows1_0" <= s.due1 AND a."rows1_0" <= 1782314280000000
                  )
                )
                GROUP BY key
              ) n ON n.key = w.key
            )
          )
        ) l
      ) c
    ) c
  )
  WHERE true AND (v11 >= 1776204000000000 AND v11 < 9000000000000000) AND v13 IS NOT NULL
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
      v1 AS s1,
      v2 AS e0,
      v3 AS e1,
      v4 AS seg,
      v5 AS raw,
      v6 AS raw_reason,
      false AS waived,
      v5 AS state,
      v6 AS reason,
      (v7 AND v5 = 2 AND NOT false AND NOT false) AS risk,
      CAST(NULL AS BIGINT) AS elapsed,
      v8 AS due,
      1 AS amount,
      v9 AS x0,
      v10 AS x1,
      v13 AS period
    FROM (
      SELECT c.*,
        CASE WHEN v0 IS NOT NULL THEN v12 ELSE CASE WHEN v2 < 1782856800000000 THEN CASE WHEN v2 < 1780264800000000 THEN NULL ELSE 0 END ELSE NULL END END AS v13
      FROM (
        SELECT c.*,
          coalesce(v0, v2) AS v11,
          CASE WHEN v0 < 1782856800000000 THEN CASE WHEN v0 < 1780264800000000 THEN NULL ELSE 0 END ELSE NULL END AS v12
        FROM (
          SELECT key,
            owner,
            l.s0 AS v0,
            l.s1 AS v1,
            l.e0 AS v2,
            l.e1 AS v3,
            l.seg AS v4,
            l.raw AS v5,
            l.raw_reason AS v6,
            l.risk AS v7,
            l.due AS v8,
            l.x0 AS v9,
            l.x1 AS v10
          FROM (
            SELECT key,
              owner,
              s0,
              s1,
              e0,
              e1,
              seg,
              raw,
              CASE WHEN raw = 3 THEN 0 WHEN raw = 4 THEN coalesce(reason, 6) END AS raw_reason,
              at_risk AND raw = 2 AS risk,
              CAST(NULL AS BIGINT) AS elapsed,
              due,
              1 AS amount,
              sure AS x0,
              CASE WHEN early AND NOT coalesce(sure >= 3, false) THEN 1 ELSE 0 END AS x1
            FROM (
              SELECT *,
                CASE WHEN NOT scope THEN 3 WHEN sure >= 3 THEN 0 WHEN reason IS NOT NULL THEN 4 WHEN early THEN 0 WHEN possible >= 3 THEN 4 WHEN 1782314280000000 > due AND 1782314280000000 > due1 THEN 1 WHEN 1782314280000000 > due THEN 4 ELSE 2 END AS raw
              FROM (
                SELECT w.*,
                  coalesce(n.sure, 0) AS sure,
                  coalesce(n.possible, 0) AS possible
                FROM (
                  SELECT *,
                    coalesce(e1 <= due AND e0 <= 1782314280000000, false) AS early,
                    CASE WHEN s0 > 1782314280000000 OR e0 > 1782314280000000 OR last_touch > 1782314280000000 THEN 7 WHEN e1 < s0 THEN 5 WHEN unsaid THEN 11 END AS reason
                  FROM (
                    SELECT c.*,
                      j1.close AS due,
                      j1.close AS due1,
                      1000 * (10167480000000 - (j2.ob + greatest(least(s0, j2.c1) - j2.o1, 0) + greatest(least(s0, j2.c2) - j2.o2, 0))) >= 800 * (j1.pos - (j2.ob + greatest(least(s0, j2.c1) - j2.o1, 0) + greatest(least(s0, j2.c2) - j2.o2, 0))) AS at_risk
                    FROM (
                      SELECT *
                      FROM (
                        SELECT l.key,
                          l."leads_14" AS owner,
                          l."leads_3" AS s0,
                          l."leads_3" AS s1,
                          0 AS seg,
                          true AS scope,
                          CASE WHEN l."leads_10" THEN l."leads_9" END AS e0,
                          CASE WHEN l."leads_10" THEN l."leads_9" END AS e1,
                          NULL AS counter,
                          CAST(NULL AS BIGINT) AS last_touch,
                          coalesce(l."leads_10" AND l."leads_9" IS NULL AND coalesce(l."leads_9$w", 0) <> -1, false) AS unsaid
                        FROM "leads" l
                      )
                      WHERE s0 IS NOT NULL
                    ) c
                    JOIN "calendar_dates" j0 ON j0.day = ((s0) + CASE WHEN s0 < 1806195600000000 THEN CASE WHEN s0 < 1774746000000000 THEN CASE WHEN s0 < 1761440400000000 THEN CASE WHEN s0 < 1743296400000000 THEN 3600000000 ELSE 7200000000 END ELSE 3600000000 END ELSE CASE WHEN s0 < 1792890000000000 THEN 7200000000 ELSE 3600000000 END END ELSE CASE WHEN s0 < 1856394000000000 THEN CASE WHEN s0 < 1837645200000000 THEN CASE WHEN s0 < 1824944400000000 THEN 7200000000 ELSE 3600000000 END ELSE 7200000000 END ELSE CASE WHEN s0 < 1869094800000000 THEN 3600000000 ELSE 7200000000 END END END) // 86400000000 + 563
                    JOIN "calendar_closings" j1 ON j1.ord = j0.ord + 5
                    JOIN "calendar_parts" j2 ON j2.part = (s0) // 86400000000 + 561
                  )
                ) w
                LEFT JOIN (
                  SELECT key,
                    count(DISTINCT CASE WHEN sure_in THEN d0 END) AS sure,
                    count(DISTINCT CASE WHEN sure_in THEN d0 END) AS possible
                  FROM (
                    SELECT key,
                      t0,
                      ((t0) + CASE WHEN t0 < 1806195600000000 THEN CASE WHEN t0 < 1774746000000000 THEN CASE WHEN t0 < 1761440400000000 THEN CASE WHEN t0 < 1743296400000000 THEN 3600000000 ELSE 7200000000 END ELSE 3600000000 END ELSE CASE WHEN t0 < 1792890000000000 THEN 7200000000 ELSE 3600000000 END END ELSE CASE WHEN t0 < 1856394000000000 THEN CASE WHEN t0 < 1837645200000000 THEN CASE WHEN t0 < 1824944400000000 THEN 7200000000 ELSE 3600000000 END ELSE 7200000000 END ELSE CASE WHEN t0 < 1869094800000000 THEN 3600000000 ELSE 7200000000 END END END) // 86400000000 AS d0,
                      sure_in
                    FROM (
                      SELECT s.key,
                        s.seg,
                        a."rows1_0" AS t0,
                        a."rows1_0" >= s.s1 AND a."rows1_0" <= s.due AS sure_in
                      FROM "rows1" a
                      JOIN (
                        SELECT key,
                          s0,
                          s1,
                          seg,
                          due,
                          due1
                        FROM (
                          SELECT *,
                            coalesce(e1 <= due AND e0 <= 1782314280000000, false) AS early,
                            CASE WHEN s0 > 1782314280000000 OR e0 > 1782314280000000 OR last_touch > 1782314280000000 THEN 7 WHEN e1 < s0 THEN 5 WHEN unsaid THEN 11 END AS reason
                          FROM (
                            SELECT c.*,
                              j1.close AS due,
                              j1.close AS due1,
                              1000 * (10167480000000 - (j2.ob + greatest(least(s0, j2.c1) - j2.o1, 0) + greatest(least(s0, j2.c2) - j2.o2, 0))) >= 800 * (j1.pos - (j2.ob + greatest(least(s0, j2.c1) - j2.o1, 0) + greatest(least(s0, j2.c2) - j2.o2, 0))) AS at_risk
                            FROM (
                              SELECT *
                              FROM (
                                SELECT l.key,
                                  l."leads_14" AS owner,
                                  l."leads_3" AS s0,
                                  l."leads_3" AS s1,
                                  0 AS seg,
                                  true AS scope,
                                  CASE WHEN l."leads_10" THEN l."leads_9" END AS e0,
                                  CASE WHEN l."leads_10" THEN l."leads_9" END AS e1,
                                  NULL AS counter,
                                  CAST(NULL AS BIGINT) AS last_touch,
                                  coalesce(l."leads_10" AND l."leads_9" IS NULL AND coalesce(l."leads_9$w", 0) <> -1, false) AS unsaid
                                FROM "leads" l
                              )
                              WHERE s0 IS NOT NULL
                            ) c
                            JOIN "calendar_dates" j0 ON j0.day = ((s0) + CASE WHEN s0 < 1806195600000000 THEN CASE WHEN s0 < 1774746000000000 THEN CASE WHEN s0 < 1761440400000000 THEN CASE WHEN s0 < 1743296400000000 THEN 3600000000 ELSE 7200000000 END ELSE 3600000000 END ELSE CASE WHEN s0 < 1792890000000000 THEN 7200000000 ELSE 3600000000 END END ELSE CASE WHEN s0 < 1856394000000000 THEN CASE WHEN s0 < 1837645200000000 THEN CASE WHEN s0 < 1824944400000000 THEN 7200000000 ELSE 3600000000 END ELSE 7200000000 END ELSE CASE WHEN s0 < 1869094800000000 THEN 3600000000 ELSE 7200000000 END END END) // 86400000000 + 563
                            JOIN "calendar_closings" j1 ON j1.ord = j0.ord + 5
                            JOIN "calendar_parts" j2 ON j2.part = (s0) // 86400000000 + 561
                          )
                        )
                      ) s ON a.key = s.key
                      WHERE a."rows1_2" AND a."rows1_0" >= s.s0 AND a."rows1_0" <= s.due1 AND a."rows1_0" <= 1782314280000000
                    )
                  )
                  GROUP BY key
                ) n ON n.key = w.key
              )
            )
          ) l
        ) c
      ) c
    )
    WHERE true AND (v11 >= 1776204000000000 AND v11 < 9000000000000000) AND v13 IS NOT NULL
  )
)
ORDER BY coalesce(s0, e0),
  key;

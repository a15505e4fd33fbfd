-- first-contact: A lead in profile is contacted within 3 business hours, a large firm within 1
-- Agreement "acme": Acme, marketing and sales agreement
-- Version 2026.1, terms sha256:bfd92d0105c033af09d0730a8ff65670ff88efd9e6778a1795463729966866a2
-- Version 2026.2, terms sha256:54b14bdbfea5ab9cec1bcf43f087f1a75e3c9875d57d93dee819debd8169f5b7
-- As of 2026-06-24T22:00:00.000Z: what came later is not looked at
-- Written by sla for duckdb, in which "sla report" runs
-- Rows of leads with one key that nothing tells apart are in any order: "sla report" warns of them, and this statement can not
-- Reads leads, one row a key: "Identifiant" text, "Courriel" text, "Effectif" integer, "Pays" text, "Fonction" text, "Qualifié le" timestamp (Europe/Paris), "Attribué le" timestamp (Europe/Paris), "Premier contact le" timestamp (Europe/Paris), "Décidé le" timestamp (Europe/Paris)
-- Reads deals, one row a key: "Montant (€)" decimal, "Gagnée le" date, "Prospect" text
WITH "calendar_parts" AS MATERIALIZED (
  SELECT unnest(CAST('[20534,20535,20536, ... 253 more]' AS BIGINT[])) AS part,
    unnest(CAST('[0,0,0, ... 253 more]' AS BIGINT[])) AS calendar,
    unnest(CAST('[0,0,27000000000, ... 253 more]' AS BIGINT[])) AS ob,
    unnest(CAST('[0,1774252800000000,1774339200000000, ... 253 more]' AS BIGINT[])) AS o1,
    unnest(CAST('[0,1774265400000000,1774351800000000, ... 253 more]' AS BIGINT[])) AS c1,
    unnest(CAST('[0,1774270800000000,1774357200000000, ... 253 more]' AS BIGINT[])) AS o2,
    unnest(CAST('[0,1774285200000000,1774371600000000, ... 253 more]' AS BIGINT[])) AS c2
),
  "signs" AS MATERIALIZED (
  SELECT chr(32) || chr(9) || chr(10) || chr(13) || chr(11) || chr(12) || chr(160) || chr(5760) || chr(8192) || chr(8193) || chr(8194) || chr(8195) || chr(8196) || chr(8197) || chr(8198) || chr(8199) || chr(8200) || chr(8201) || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || chr(65279) AS around,
    '‐‑‒–—―−﹘﹣´ʹʼ‘’‚‛′“”„‟″！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～' AS folded,
    '---------''''''''''''''''"""""!"#$%&''()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`abcdefghijklmnopqrstuvwxyz{|}~' AS plain
),
  "facts_deals" AS MATERIALIZED (
  SELECT r."__key" AS key
  FROM (
    SELECT c.*,
      "Prospect" AS "__key",
      CASE WHEN c."won_at" IS NOT NULL THEN CASE WHEN c."won_at" < 1774753200000000 THEN CASE WHEN c."won_at" < 1774749600000000 THEN (c."won_at" - 3600000000) ELSE 1774746000000000 END ELSE (c."won_at" - 7200000000) END END AS "won_at__t",
      CAST(CASE WHEN c."won_at" IS NOT NULL THEN (CASE WHEN (c."won_at" + 86400000000) < 1774753200000000 THEN CASE WHEN (c."won_at" + 86400000000) < 1774749600000000 THEN ((c."won_at" + 86400000000) - 3600000000) ELSE 1774746000000000 END ELSE ((c."won_at" + 86400000000) - 7200000000) END - CASE WHEN c."won_at" < 1774753200000000 THEN CASE WHEN c."won_at" < 1774749600000000 THEN (c."won_at" - 3600000000) ELSE 1774746000000000 END ELSE (c."won_at" - 7200000000) END) // 1000000 END AS INTEGER) AS "won_at__w"
    FROM (
      SELECT DISTINCT nullif(trim(nfc_normalize(regexp_replace(regexp_replace(translate(trim(CAST(d."Prospect" AS VARCHAR), s.around), s.folded, s.plain), '[\x{ad}\x{34f}\x{61c}\x{180e}\x{200b}-\x{200f}\x{202a}-\x{202e}\x{2060}-\x{206f}\x{fe00}-\x{fe0f}\x{feff}]+', '', 'g'), '[ \x{9}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}-\x{2029}\x{202f}\x{205f}\x{3000}]+', ' ', 'g')), ' '), '') AS "Prospect",
        epoch_us(CAST(d."Gagnée le" AS TIMESTAMP)) AS "won_at",
        CAST(d."Montant (€)" AS DECIMAL(18, 6)) AS "amount",
        (d."Montant (€)" IS NULL OR CAST(d."Montant (€)" AS DECIMAL(18, 6)) = d."Montant (€)") AS "amount__x"
      FROM "deals" d
      CROSS JOIN "signs" s
    ) c
    WHERE "Prospect" IS NOT NULL AND NOT regexp_matches("Prospect", '^[0-9]([.,][0-9]{1,14})?E[+](1[1-9]|[2-9][0-9])$') AND (c."won_at" IS NULL OR (c."won_at" >= 631152000000000 AND c."won_at" < 4102444800000000)) AND c."amount__x"
  ) r
),
  "facts_leads" AS MATERIALIZED (
  SELECT r."__key" AS key,
    CASE WHEN (r."qualified_at__t" < 1782338400000000 OR (r."qualified_at__t" = 1782338400000000 AND r."qualified_at__w" < 43200)) THEN CASE WHEN r."qualified_at__t" < 1774389600000000 THEN 1774389600000000 WHEN r."qualified_at__t" > 1782424800000000 THEN 1782424800000000 ELSE r."qualified_at__t" END END AS "qualified_at",
    CASE WHEN r."qualified_at__t" IS NULL OR (r."qualified_at__t" < 1782338400000000 OR (r."qualified_at__t" = 1782338400000000 AND r."qualified_at__w" < 43200)) THEN coalesce(r."qualified_at__w", 0) ELSE -1 END AS "qualified_at__w",
    ((coalesce(r."country" IN ('FR', 'BE', 'CH', 'LU'), false) AND coalesce(r."company_size" >= 20 AND r."company_size" <= 2000, false)) AND (NOT (coalesce(r."job_title" IN ('Étudiant', 'Stagiaire'), false) OR coalesce(regexp_matches(r."email", '(?i)@(gmail|yahoo|hotmail)\.'), false)))) AS "test_2",
    CASE WHEN (r."contacted_at__t" < 1782338400000000 OR (r."contacted_at__t" = 1782338400000000 AND r."contacted_at__w" < 43200)) THEN CASE WHEN r."contacted_at__t" < 1774389600000000 THEN 1774389600000000 WHEN r."contacted_at__t" > 1782424800000000 THEN 1782424800000000 ELSE r."contacted_at__t" END END AS "contacted_at",
    CASE WHEN r."contacted_at__t" IS NULL OR (r."contacted_at__t" < 1782338400000000 OR (r."contacted_at__t" = 1782338400000000 AND r."contacted_at__w" < 43200)) THEN coalesce(r."contacted_at__w", 0) ELSE -1 END AS "contacted_at__w",
    coalesce(r."company_size" >= 500, false) AS "test_4",
    CASE WHEN (r."assigned_at__t" < 1782338400000000 OR (r."assigned_at__t" = 1782338400000000 AND r."assigned_at__w" < 43200)) THEN CASE WHEN r."assigned_at__t" < 1774389600000000 THEN 1774389600000000 WHEN r."assigned_at__t" > 1782424800000000 THEN 1782424800000000 ELSE r."assigned_at__t" END END AS "assigned_at",
    CASE WHEN r."assigned_at__t" IS NULL OR (r."assigned_at__t" < 1782338400000000 OR (r."assigned_at__t" = 1782338400000000 AND r."assigned_at__w" < 43200)) THEN coalesce(r."assigned_at__w", 0) ELSE -1 END AS "assigned_at__w"
  FROM (
    SELECT c.*,
      "id" AS "__key",
      CASE WHEN c."qualified_at" IS NOT NULL THEN CASE WHEN c."qualified_at" < 1774753200000000 THEN CASE WHEN c."qualified_at" < 1774749600000000 THEN (c."qualified_at" - 3600000000) ELSE 1774746000000000 END ELSE (c."qualified_at" - 7200000000) END END AS "qualified_at__t",
      CAST(CASE WHEN c."qualified_at" IS NOT NULL THEN 0 END AS INTEGER) AS "qualified_at__w",
      CASE WHEN c."contacted_at" IS NOT NULL THEN CASE WHEN c."contacted_at" < 1774753200000000 THEN CASE WHEN c."contacted_at" < 1774749600000000 THEN (c."contacted_at" - 3600000000) ELSE 1774746000000000 END ELSE (c."contacted_at" - 7200000000) END END AS "contacted_at__t",
      CAST(CASE WHEN c."contacted_at" IS NOT NULL THEN 0 END AS INTEGER) AS "contacted_at__w",
      CASE WHEN c."assigned_at" IS NOT NULL THEN CASE WHEN c."assigned_at" < 1774753200000000 THEN CASE WHEN c."assigned_at" < 1774749600000000 THEN (c."assigned_at" - 3600000000) ELSE 1774746000000000 END ELSE (c."assigned_at" - 7200000000) END END AS "assigned_at__t",
      CAST(CASE WHEN c."assigned_at" IS NOT NULL THEN 0 END AS INTEGER) AS "assigned_at__w",
      CASE WHEN c."decided_at" IS NOT NULL THEN CASE WHEN c."decided_at" < 1774753200000000 THEN CASE WHEN c."decided_at" < 1774749600000000 THEN (c."decided_at" - 3600000000) ELSE 1774746000000000 END ELSE (c."decided_at" - 7200000000) END END AS "decided_at__t",
      CAST(CASE WHEN c."decided_at" IS NOT NULL THEN 0 END AS INTEGER) AS "decided_at__w"
    FROM (
      SELECT DISTINCT nullif(trim(nfc_normalize(regexp_replace(regexp_replace(translate(trim(CAST(d."Identifiant" AS VARCHAR), s.around), s.folded, s.plain), '[\x{ad}\x{34f}\x{61c}\x{180e}\x{200b}-\x{200f}\x{202a}-\x{202e}\x{2060}-\x{206f}\x{fe00}-\x{fe0f}\x{feff}]+', '', 'g'), '[ \x{9}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}-\x{2029}\x{202f}\x{205f}\x{3000}]+', ' ', 'g')), ' '), '') AS "id",
        epoch_us(d."Qualifié le") AS "qualified_at",
        nullif(trim(nfc_normalize(regexp_replace(regexp_replace(translate(trim(CAST(d."Pays" AS VARCHAR), s.around), s.folded, s.plain), '[\x{ad}\x{34f}\x{61c}\x{180e}\x{200b}-\x{200f}\x{202a}-\x{202e}\x{2060}-\x{206f}\x{fe00}-\x{fe0f}\x{feff}]+', '', 'g'), '[ \x{9}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}-\x{2029}\x{202f}\x{205f}\x{3000}]+', ' ', 'g')), ' '), '') AS "country",
        CAST(d."Effectif" AS BIGINT) AS "company_size",
        (d."Effectif" IS NULL OR CAST(d."Effectif" AS BIGINT) = d."Effectif") AS "company_size__x",
        nullif(trim(nfc_normalize(regexp_replace(regexp_replace(translate(trim(CAST(d."Fonction" AS VARCHAR), s.around), s.folded, s.plain), '[\x{ad}\x{34f}\x{61c}\x{180e}\x{200b}-\x{200f}\x{202a}-\x{202e}\x{2060}-\x{206f}\x{fe00}-\x{fe0f}\x{feff}]+', '', 'g'), '[ \x{9}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}-\x{2029}\x{202f}\x{205f}\x{3000}]+', ' ', 'g')), ' '), '') AS "job_title",
        nullif(trim(nfc_normalize(regexp_replace(regexp_replace(translate(trim(CAST(d."Courriel" AS VARCHAR), s.around), s.folded, s.plain), '[\x{ad}\x{34f}\x{61c}\x{180e}\x{200b}-\x{200f}\x{202a}-\x{202e}\x{2060}-\x{206f}\x{fe00}-\x{fe0f}\x{feff}]+', '', 'g'), '[ \x{9}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}-\x{2029}\x{202f}\x{205f}\x{3000}]+', ' ', 'g')), ' '), '') AS "email",
        epoch_us(d."Premier contact le") AS "contacted_at",
        epoch_us(d."Attribué le") AS "assigned_at",
        epoch_us(d."Décidé le") AS "decided_at"
      FROM "leads" d
      CROSS JOIN "signs" s
    ) c
    WHERE "id" IS NOT NULL AND NOT regexp_matches("id", '^[0-9]([.,][0-9]{1,14})?E[+](1[1-9]|[2-9][0-9])$') AND (c."qualified_at" IS NULL OR (c."qualified_at" >= 631152000000000 AND c."qualified_at" < 4102444800000000)) AND (c."contacted_at" IS NULL OR (c."contacted_at" >= 631152000000000 AND c."contacted_at" < 4102444800000000)) AND (c."assigned_at" IS NULL OR (c."assigned_at" >= 631152000000000 AND c."assigned_at" < 4102444800000000)) AND (c."decided_at" IS NULL OR (c."decided_at" >= 631152000000000 AND c."decided_at" < 4102444800000000)) AND c."company_size__x"
  ) r
  LEFT JOIN "facts_deals" j0 ON j0.key = r."id"
)
SELECT version,
  period,
  segment,
  state,
  reason,
  count(*) AS cases
FROM (
  SELECT '2026.1' AS version,
    CASE period WHEN 0 THEN '2026-04' WHEN 1 THEN '2026-05' WHEN 2 THEN '2026-06' END AS period,
    CASE seg WHEN 1 THEN 'enterprise' END AS segment,
    CASE state WHEN 0 THEN 'met' WHEN 1 THEN 'breached' WHEN 2 THEN 'pending' WHEN 3 THEN 'excluded' WHEN 4 THEN 'unknown' END AS state,
    CASE reason WHEN 0 THEN 'out-of-scope' WHEN 1 THEN 'waived' WHEN 2 THEN 'no-version' WHEN 3 THEN 'no-start' WHEN 4 THEN 'no-value' WHEN 5 THEN 'stop-before-start' WHEN 6 THEN 'date-only' WHEN 7 THEN 'after-as-of' WHEN 8 THEN 'unreadable' WHEN 9 THEN 'counter-only' WHEN 10 THEN 'stray-date' WHEN 11 THEN 'no-date' WHEN 12 THEN 'no-deadline' WHEN 13 THEN 'due-before-start' WHEN 14 THEN 'excused' END AS reason
  FROM (
    SELECT key,
      owner,
      v0 AS s0,
      v1 AS s1,
      v2 AS e0,
      v3 AS e1,
      v5 AS seg,
      v20 AS raw,
      v21 AS raw_reason,
      v12 AS waived,
      CASE WHEN v13 OR v32 THEN 3 ELSE v20 END AS state,
      CASE WHEN v13 THEN 2 WHEN v32 THEN 1 ELSE v21 END AS reason,
      (v34 AND v20 = 2 AND NOT v12 AND NOT v13) AS risk,
      v23 AS elapsed,
      CAST(NULL AS BIGINT) AS due,
      1 AS amount,
      v28 AS x0,
      v31 AS x1,
      v15 AS period
    FROM (
      SELECT c.*,
        CASE WHEN v0 IS NOT NULL THEN v14 ELSE CASE WHEN v2 < 1780264800000000 THEN CASE WHEN v2 < 1777586400000000 THEN CASE WHEN v2 < 1774994400000000 THEN NULL ELSE 0 END ELSE 1 END ELSE CASE WHEN v2 < 1782856800000000 THEN 2 ELSE NULL END END END AS v15
      FROM (
        SELECT c.*,
          (v12 AND v20 NOT IN (3, 0)) AS v32
        FROM (
          SELECT c.*,
            CASE WHEN NOT v6 THEN 3 WHEN v9 IS NOT NULL THEN 4 WHEN v19 THEN 1 WHEN v2 IS NULL THEN 2 ELSE 0 END AS v20,
            CASE WHEN NOT v6 THEN 0 WHEN v9 IS NOT NULL THEN v9 WHEN v19 THEN NULL WHEN v2 IS NULL THEN NULL ELSE NULL END AS v21,
            CASE WHEN v2 IS NOT NULL AND v6 AND v9 IS NULL AND v0 = v1 AND v2 = v3 THEN v22 END AS v23,
            v2 IS NULL AND v33 AS v34
          FROM (
            SELECT c.*,
              CASE WHEN v4 BETWEEN v7 AND v8 THEN v27 END AS v28,
              CASE WHEN v4 BETWEEN v7 AND v3 THEN v30 END AS v31
            FROM (
              SELECT c.*,
                CASE v5 WHEN 1 THEN v16 >= v18 + 3600000000 ELSE v16 >= v18 + 14400000000 END AS v19,
                v17 - v18 AS v22,
                v26 - v18 AS v27,
                v17 - v29 AS v30,
                CASE v5 WHEN 1 THEN 1638000000000 - v18 >= 2880000000 ELSE 1638000000000 - v18 >= 11520000000 END AS v33
              FROM (
                SELECT c.*,
                  (j0.ob + greatest(least(v8 - 1, j0.c1) - j0.o1, 0) + greatest(least(v8 - 1, j0.c2) - j0.o2, 0)) AS v16,
                  (j0.ob + greatest(least(v8, j0.c1) - j0.o1, 0) + greatest(least(v8, j0.c2) - j0.o2, 0)) AS v17,
                  (j1.ob + greatest(least(v7, j1.c1) - j1.o1, 0) + greatest(least(v7, j1.c2) - j1.o2, 0)) AS v18,
                  (j2.ob + greatest(least(v24 - 1, j2.c1) - j2.o1, 0) + greatest(least(v24 - 1, j2.c2) - j2.o2, 0)) AS v25,
                  (j2.ob + greatest(least(v24, j2.c1) - j2.o1, 0) + greatest(least(v24, j2.c2) - j2.o2, 0)) AS v26,
                  (j3.ob + greatest(least(v24, j3.c1) - j3.o1, 0) + greatest(least(v24, j3.c2) - j3.o2, 0)) AS v29
                FROM (
                  SELECT c.*,
                    (v11 >= -9000000000000000 AND v11 < 1767222000000000) AS v13
                  FROM (
                    SELECT c.*,
                      coalesce(v0, v2, 1782338400000000) AS v7,
                      coalesce(v3, 1782338400000000) AS v8,
                      CASE WHEN v0 IS NULL THEN 3 WHEN v0 > 1782338400000000 OR v2 > 1782338400000000 THEN 7 WHEN v3 < v0 THEN 5 END AS v9,
                      v0 IS NOT NULL OR (v2 IS NOT NULL AND v6 AND true) AS v10,
                      coalesce(v0, v2) AS v11,
                      coalesce((key IN ('ACM-00704', 'ACM-00761')), false) AS v12,
                      CASE WHEN v0 < 1780264800000000 THEN CASE WHEN v0 < 1777586400000000 THEN CASE WHEN v0 < 1774994400000000 THEN NULL ELSE 0 END ELSE 1 END ELSE CASE WHEN v0 < 1782856800000000 THEN 2 ELSE NULL END END AS v14,
                      coalesce(v4, v0, v2, 1782338400000000) AS v24
                    FROM (
                      SELECT l.key,
                        CAST(NULL AS VARCHAR) AS owner,
                        l."qualified_at" AS v0,
                        l."qualified_at" + CASE WHEN l."qualified_at__w" >= 43200 THEN CAST(l."qualified_at__w" AS BIGINT) * 1000000 - 1 ELSE 0 END AS v1,
                        l."contacted_at" + CASE WHEN l."contacted_at__w" >= 43200 THEN 0 ELSE CAST(l."contacted_at__w" AS BIGINT) * 1000000 END AS v2,
                        l."contacted_at" + CAST(l."contacted_at__w" AS BIGINT) * 1000000 - CASE WHEN l."contacted_at__w" >= 43200 THEN 1 ELSE 0 END AS v3,
                        l."assigned_at" + CASE WHEN l."assigned_at__w" >= 43200 THEN 0 ELSE CAST(l."assigned_at__w" AS BIGINT) * 1000000 END AS v4,
                        CASE WHEN l."test_4" THEN 1 ELSE 0 END AS v5,
                        l."test_2" AS v6
                      FROM "facts_leads" l
                    ) c
                    WHERE ((v0 IS NOT NULL OR (v2 IS NOT NULL AND v6 AND true))) IS NOT DISTINCT FROM true
                  ) c
                ) c
                JOIN "calendar_parts" j0 ON j0.part = (v8 - 1) // 86400000000
                JOIN "calendar_parts" j1 ON j1.part = (v7) // 86400000000
                JOIN "calendar_parts" j2 ON j2.part = (v24 - 1) // 86400000000
                JOIN "calendar_parts" j3 ON j3.part = (v24) // 86400000000
              ) c
            ) c
          ) c
        ) c
      ) c
    ) AS q0
    WHERE v10 AND (v11 >= 1767222000000000 AND v11 < 1776204000000000 OR v11 >= -9000000000000000 AND v11 < 1767222000000000) AND v15 IS NOT NULL
  ) AS q1
  UNION ALL
  SELECT '2026.2' AS version,
    CASE period WHEN 0 THEN '2026-04' WHEN 1 THEN '2026-05' WHEN 2 THEN '2026-06' END AS period,
    CASE seg WHEN 1 THEN 'enterprise' END AS segment,
    CASE state WHEN 0 THEN 'met' WHEN 1 THEN 'breached' WHEN 2 THEN 'pending' WHEN 3 THEN 'excluded' WHEN 4 THEN 'unknown' END AS state,
    CASE reason WHEN 0 THEN 'out-of-scope' WHEN 1 THEN 'waived' WHEN 2 THEN 'no-version' WHEN 3 THEN 'no-start' WHEN 4 THEN 'no-value' WHEN 5 THEN 'stop-before-start' WHEN 6 THEN 'date-only' WHEN 7 THEN 'after-as-of' WHEN 8 THEN 'unreadable' WHEN 9 THEN 'counter-only' WHEN 10 THEN 'stray-date' WHEN 11 THEN 'no-date' WHEN 12 THEN 'no-deadline' WHEN 13 THEN 'due-before-start' WHEN 14 THEN 'excused' END AS reason
  FROM (
    SELECT key,
      owner,
      v0 AS s0,
      v1 AS s1,
      v2 AS e0,
      v3 AS e1,
      v5 AS seg,
      v19 AS raw,
      v20 AS raw_reason,
      v12 AS waived,
      CASE WHEN v31 THEN 3 ELSE v19 END AS state,
      CASE WHEN v31 THEN 1 ELSE v20 END AS reason,
      (v33 AND v19 = 2 AND NOT v12 AND NOT false) AS risk,
      v22 AS elapsed,
      CAST(NULL AS BIGINT) AS due,
      1 AS amount,
      v27 AS x0,
      v30 AS x1,
      v14 AS period
    FROM (
      SELECT c.*,
        CASE WHEN v0 IS NOT NULL THEN v13 ELSE CASE WHEN v2 < 1780264800000000 THEN CASE WHEN v2 < 1777586400000000 THEN CASE WHEN v2 < 1774994400000000 THEN NULL ELSE 0 END ELSE 1 END ELSE CASE WHEN v2 < 1782856800000000 THEN 2 ELSE NULL END END END AS v14
      FROM (
        SELECT c.*,
          (v12 AND v19 NOT IN (3, 0)) AS v31
        FROM (
          SELECT c.*,
            CASE WHEN NOT v6 THEN 3 WHEN v9 IS NOT NULL THEN 4 WHEN v18 THEN 1 WHEN v2 IS NULL THEN 2 ELSE 0 END AS v19,
            CASE WHEN NOT v6 THEN 0 WHEN v9 IS NOT NULL THEN v9 WHEN v18 THEN NULL WHEN v2 IS NULL THEN NULL ELSE NULL END AS v20,
            CASE WHEN v2 IS NOT NULL AND v6 AND v9 IS NULL AND v0 = v1 AND v2 = v3 THEN v21 END AS v22,
            v2 IS NULL AND v32 AS v33
          FROM (
            SELECT c.*,
              CASE WHEN v4 BETWEEN v7 AND v8 THEN v26 END AS v27,
              CASE WHEN v4 BETWEEN v7 AND v3 THEN v29 END AS v30
            FROM (
              SELECT c.*,
                CASE v5 WHEN 1 THEN v15 >= v17 + 3600000000 ELSE v15 >= v17 + 10800000000 END AS v18,
                v16 - v17 AS v21,
                v25 - v17 AS v26,
                v16 - v28 AS v29,
                CASE v5 WHEN 1 THEN 1749600000000 - v17 >= 2880000000 ELSE 1749600000000 - v17 >= 8640000000 END AS v32
              FROM (
                SELECT c.*,
                  (j0.ob + greatest(least(v8 - 1, j0.c1) - j0.o1, 0) + greatest(least(v8 - 1, j0.c2) - j0.o2, 0)) AS v15,
                  (j0.ob + greatest(least(v8, j0.c1) - j0.o1, 0) + greatest(least(v8, j0.c2) - j0.o2, 0)) AS v16,
                  (j1.ob + greatest(least(v7, j1.c1) - j1.o1, 0) + greatest(least(v7, j1.c2) - j1.o2, 0)) AS v17,
                  (j2.ob + greatest(least(v23 - 1, j2.c1) - j2.o1, 0) + greatest(least(v23 - 1, j2.c2) - j2.o2, 0)) AS v24,
                  (j2.ob + greatest(least(v23, j2.c1) - j2.o1, 0) + greatest(least(v23, j2.c2) - j2.o2, 0)) AS v25,
                  (j3.ob + greatest(least(v23, j3.c1) - j3.o1, 0) + greatest(least(v23, j3.c2) - j3.o2, 0)) AS v28
                FROM (
                  SELECT c.*,
                    coalesce(v0, v2, 1782338400000000) AS v7,
                    coalesce(v3, 1782338400000000) AS v8,
                    CASE WHEN v0 IS NULL THEN 3 WHEN v0 > 1782338400000000 OR v2 > 1782338400000000 THEN 7 WHEN v3 < v0 THEN 5 END AS v9,
                    v0 IS NOT NULL OR (v2 IS NOT NULL AND v6 AND true) AS v10,
                    coalesce(v0, v2) AS v11,
                    coalesce(((v0 >= 1779314400000000 AND v0 < 1779487200000000)), false) AS v12,
                    CASE WHEN v0 < 1780264800000000 THEN CASE WHEN v0 < 1777586400000000 THEN CASE WHEN v0 < 1774994400000000 THEN NULL ELSE 0 END ELSE 1 END ELSE CASE WHEN v0 < 1782856800000000 THEN 2 ELSE NULL END END AS v13,
                    coalesce(v4, v0, v2, 1782338400000000) AS v23
                  FROM (
                    SELECT l.key,
                      CAST(NULL AS VARCHAR) AS owner,
                      l."qualified_at" AS v0,
                      l."qualified_at" + CASE WHEN l."qualified_at__w" >= 43200 THEN CAST(l."qualified_at__w" AS BIGINT) * 1000000 - 1 ELSE 0 END AS v1,
                      l."contacted_at" + CASE WHEN l."contacted_at__w" >= 43200 THEN 0 ELSE CAST(l."contacted_at__w" AS BIGINT) * 1000000 END AS v2,
                      l."contacted_at" + CAST(l."contacted_at__w" AS BIGINT) * 1000000 - CASE WHEN l."contacted_at__w" >= 43200 THEN 1 ELSE 0 END AS v3,
                      l."assigned_at" + CASE WHEN l."assigned_at__w" >= 43200 THEN 0 ELSE CAST(l."assigned_at__w" AS BIGINT) * 1000000 END AS v4,
                      CASE WHEN l."test_4" THEN 1 ELSE 0 END AS v5,
                      l."test_2" AS v6
                    FROM "facts_leads" l
                  ) c
                  WHERE ((v0 IS NOT NULL OR (v2 IS NOT NULL AND v6 AND true))) IS NOT DISTINCT FROM true
                ) c
                JOIN "calendar_parts" j0 ON j0.part = (v8 - 1) // 86400000000 + 128
                JOIN "calendar_parts" j1 ON j1.part = (v7) // 86400000000 + 128
                JOIN "calendar_parts" j2 ON j2.part = (v23 - 1) // 86400000000 + 128
                JOIN "calendar_parts" j3 ON j3.part = (v23) // 86400000000 + 128
              ) c
            ) c
          ) c
        ) c
      ) c
    ) AS q2
    WHERE v10 AND (v11 >= 1776204000000000 AND v11 < 9000000000000000) AND v14 IS NOT NULL
  ) AS q3
) AS q4
GROUP BY version,
  period,
  segment,
  state,
  reason
ORDER BY version,
  period,
  segment,
  state,
  reason;

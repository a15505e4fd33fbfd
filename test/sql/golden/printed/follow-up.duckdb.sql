-- follow-up: A lead is tried on 3 days within 5 business days before it is given up
-- Agreement "acme": Acme, marketing and sales agreement
-- Version 2026.1, terms sha256:bfd92d0105c033af09d0730a8ff65670ff88efd9e6778a1795463729966866a2
-- Version 2026.2, terms sha256:54b14bdbfea5ab9cec1bcf43f087f1a75e3c9875d57d93dee819debd8169f5b7
-- As of 2026-06-24T22:00:00.000Z: what came later is not looked at
-- Written by sla for duckdb, in which "sla report" runs
-- Rows of leads with one key that nothing tells apart are in any order: "sla report" warns of them, and this statement can not
-- Reads leads, one row a key: "Identifiant" text, "Courriel" text, "Effectif" integer, "Pays" text, "Fonction" text, "Qualifié le" timestamp (Europe/Paris), "Attribué le" timestamp (Europe/Paris), "Premier contact le" timestamp (Europe/Paris), "Décision" text, "Motif" text, "Décidé le" timestamp (Europe/Paris)
-- Reads deals, one row a key: "Montant (€)" decimal, "Gagnée le" date, "Prospect" text
-- Reads activities: "Date" timestamp (Europe/Paris), "Type" text, "Par" text, "Prospect" text
WITH "calendar_parts" AS MATERIALIZED (
  SELECT unnest(CAST('[20534,20535,20536, ... 253 more]' AS BIGINT[])) AS part,
    unnest(CAST('[0,0,0, ... 253 more]' AS BIGINT[])) AS calendar,
    unnest(CAST('[0,0,27000000000, ... 253 more]' AS BIGINT[])) AS ob,
    unnest(CAST('[0,1774252800000000,1774339200000000, ... 253 more]' AS BIGINT[])) AS o1,
    unnest(CAST('[0,1774265400000000,1774351800000000, ... 253 more]' AS BIGINT[])) AS c1,
    unnest(CAST('[0,1774270800000000,1774357200000000, ... 253 more]' AS BIGINT[])) AS o2,
    unnest(CAST('[0,1774285200000000,1774371600000000, ... 253 more]' AS BIGINT[])) AS c2
),
  "calendar_dates" AS MATERIALIZED (
  SELECT unnest(CAST('[20533,20534,20535, ... 257 more]' AS BIGINT[])) AS day,
    unnest(CAST('[0,0,1, ... 257 more]' AS BIGINT[])) AS ord
),
  "calendar_closings" AS MATERIALIZED (
  SELECT unnest(CAST('[1,2,3, ... 253 more]' AS BIGINT[])) AS ord,
    unnest(CAST('[1774285200000000,1774371600000000,1774458000000000, ... 253 more]' AS BIGINT[])) AS close,
    unnest(CAST('[27000000000,54000000000,81000000000, ... 253 more]' AS BIGINT[])) AS pos
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
  "facts_activities" AS MATERIALIZED (
  SELECT r."__key" AS key,
    CASE WHEN (r."at__t" < 1782338400000000 OR (r."at__t" = 1782338400000000 AND r."at__w" < 43200)) THEN CASE WHEN r."at__t" < 1774389600000000 THEN 1774389600000000 WHEN r."at__t" > 1782424800000000 THEN 1782424800000000 ELSE r."at__t" END END AS "at",
    CASE WHEN r."at__t" IS NULL OR (r."at__t" < 1782338400000000 OR (r."at__t" = 1782338400000000 AND r."at__w" < 43200)) THEN coalesce(r."at__w", 0) ELSE -1 END AS "at__w",
    (coalesce(r."kind" IN ('Appel', 'Courriel', 'Réunion'), false) AND (NOT coalesce(r."by" IN ('Automate'), false))) AS "test_2"
  FROM (
    SELECT c.*,
      "Prospect" AS "__key",
      CASE WHEN c."at" IS NOT NULL THEN CASE WHEN c."at" < 1774753200000000 THEN CASE WHEN c."at" < 1774749600000000 THEN (c."at" - 3600000000) ELSE 1774746000000000 END ELSE (c."at" - 7200000000) END END AS "at__t",
      CAST(CASE WHEN c."at" IS NOT NULL THEN 0 END AS INTEGER) AS "at__w"
    FROM (
      SELECT nullif(trim(nfc_normalize(regexp_replace(regexp_replace(translate(trim(CAST(d."Prospect" AS VARCHAR), s.around), s.folded, s.plain), '[\x{ad}\x{34f}\x{61c}\x{180e}\x{200b}-\x{200f}\x{202a}-\x{202e}\x{2060}-\x{206f}\x{fe00}-\x{fe0f}\x{feff}]+', '', 'g'), '[ \x{9}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}-\x{2029}\x{202f}\x{205f}\x{3000}]+', ' ', 'g')), ' '), '') AS "Prospect",
        epoch_us(d."Date") AS "at",
        nullif(trim(nfc_normalize(regexp_replace(regexp_replace(translate(trim(CAST(d."Type" AS VARCHAR), s.around), s.folded, s.plain), '[\x{ad}\x{34f}\x{61c}\x{180e}\x{200b}-\x{200f}\x{202a}-\x{202e}\x{2060}-\x{206f}\x{fe00}-\x{fe0f}\x{feff}]+', '', 'g'), '[ \x{9}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}-\x{2029}\x{202f}\x{205f}\x{3000}]+', ' ', 'g')), ' '), '') AS "kind",
        nullif(trim(nfc_normalize(regexp_replace(regexp_replace(translate(trim(CAST(d."Par" AS VARCHAR), s.around), s.folded, s.plain), '[\x{ad}\x{34f}\x{61c}\x{180e}\x{200b}-\x{200f}\x{202a}-\x{202e}\x{2060}-\x{206f}\x{fe00}-\x{fe0f}\x{feff}]+', '', 'g'), '[ \x{9}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}-\x{2029}\x{202f}\x{205f}\x{3000}]+', ' ', 'g')), ' '), '') AS "by"
      FROM (
        SELECT DISTINCT *
        FROM "activities"
      ) d
      CROSS JOIN "signs" s
    ) c
    WHERE "Prospect" IS NOT NULL AND NOT regexp_matches("Prospect", '^[0-9]([.,][0-9]{1,14})?E[+](1[1-9]|[2-9][0-9])$') AND (c."at" IS NULL OR (c."at" >= 631152000000000 AND c."at" < 4102444800000000))
  ) r
  WHERE (r."at__t" IS NULL OR (r."at__t" < 1782338400000000 OR (r."at__t" = 1782338400000000 AND r."at__w" < 43200)))
),
  "facts_leads" AS MATERIALIZED (
  SELECT r."__key" AS key,
    CASE WHEN (r."qualified_at__t" < 1782338400000000 OR (r."qualified_at__t" = 1782338400000000 AND r."qualified_at__w" < 43200)) THEN CASE WHEN r."qualified_at__t" < 1774389600000000 THEN 1774389600000000 WHEN r."qualified_at__t" > 1782424800000000 THEN 1782424800000000 ELSE r."qualified_at__t" END END AS "qualified_at",
    CASE WHEN r."qualified_at__t" IS NULL OR (r."qualified_at__t" < 1782338400000000 OR (r."qualified_at__t" = 1782338400000000 AND r."qualified_at__w" < 43200)) THEN coalesce(r."qualified_at__w", 0) ELSE -1 END AS "qualified_at__w",
    ((coalesce(r."country" IN ('FR', 'BE', 'CH', 'LU'), false) AND coalesce(r."company_size" >= 20 AND r."company_size" <= 2000, false)) AND (NOT (coalesce(r."job_title" IN ('Étudiant', 'Stagiaire'), false) OR coalesce(regexp_matches(r."email", '(?i)@(gmail|yahoo|hotmail)\.'), false)))) AS "test_2",
    CASE WHEN (r."decided_at__t" < 1782338400000000 OR (r."decided_at__t" = 1782338400000000 AND r."decided_at__w" < 43200)) THEN CASE WHEN r."decided_at__t" < 1774389600000000 THEN 1774389600000000 WHEN r."decided_at__t" > 1782424800000000 THEN 1782424800000000 ELSE r."decided_at__t" END END AS "decided_at",
    CASE WHEN r."decided_at__t" IS NULL OR (r."decided_at__t" < 1782338400000000 OR (r."decided_at__t" = 1782338400000000 AND r."decided_at__w" < 43200)) THEN coalesce(r."decided_at__w", 0) ELSE -1 END AS "decided_at__w",
    (coalesce(r."decision" IN ('Accepté'), false) OR (coalesce(r."decision" IN ('Refusé'), false) AND coalesce(r."reason" IN ('Pas de budget', 'Pas de projet', 'Déjà équipé', 'Hors cible'), false))) AS "test_5"
  FROM (
    SELECT c.*,
      "id" AS "__key",
      CASE WHEN c."qualified_at" IS NOT NULL THEN CASE WHEN c."qualified_at" < 1774753200000000 THEN CASE WHEN c."qualified_at" < 1774749600000000 THEN (c."qualified_at" - 3600000000) ELSE 1774746000000000 END ELSE (c."qualified_at" - 7200000000) END END AS "qualified_at__t",
      CAST(CASE WHEN c."qualified_at" IS NOT NULL THEN 0 END AS INTEGER) AS "qualified_at__w",
      CASE WHEN c."decided_at" IS NOT NULL THEN CASE WHEN c."decided_at" < 1774753200000000 THEN CASE WHEN c."decided_at" < 1774749600000000 THEN (c."decided_at" - 3600000000) ELSE 1774746000000000 END ELSE (c."decided_at" - 7200000000) END END AS "decided_at__t",
      CAST(CASE WHEN c."decided_at" IS NOT NULL THEN 0 END AS INTEGER) AS "decided_at__w",
      CASE WHEN c."contacted_at" IS NOT NULL THEN CASE WHEN c."contacted_at" < 1774753200000000 THEN CASE WHEN c."contacted_at" < 1774749600000000 THEN (c."contacted_at" - 3600000000) ELSE 1774746000000000 END ELSE (c."contacted_at" - 7200000000) END END AS "contacted_at__t",
      CAST(CASE WHEN c."contacted_at" IS NOT NULL THEN 0 END AS INTEGER) AS "contacted_at__w",
      CASE WHEN c."assigned_at" IS NOT NULL THEN CASE WHEN c."assigned_at" < 1774753200000000 THEN CASE WHEN c."assigned_at" < 1774749600000000 THEN (c."assigned_at" - 3600000000) ELSE 1774746000000000 END ELSE (c."assigned_at" - 7200000000) END END AS "assigned_at__t",
      CAST(CASE WHEN c."assigned_at" IS NOT NULL THEN 0 END AS INTEGER) AS "assigned_at__w"
    FROM (
      SELECT DISTINCT nullif(trim(nfc_normalize(regexp_replace(regexp_replace(translate(trim(CAST(d."Identifiant" AS VARCHAR), s.around), s.folded, s.plain), '[\x{ad}\x{34f}\x{61c}\x{180e}\x{200b}-\x{200f}\x{202a}-\x{202e}\x{2060}-\x{206f}\x{fe00}-\x{fe0f}\x{feff}]+', '', 'g'), '[ \x{9}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}-\x{2029}\x{202f}\x{205f}\x{3000}]+', ' ', 'g')), ' '), '') AS "id",
        epoch_us(d."Qualifié le") AS "qualified_at",
        nullif(trim(nfc_normalize(regexp_replace(regexp_replace(translate(trim(CAST(d."Pays" AS VARCHAR), s.around), s.folded, s.plain), '[\x{ad}\x{34f}\x{61c}\x{180e}\x{200b}-\x{200f}\x{202a}-\x{202e}\x{2060}-\x{206f}\x{fe00}-\x{fe0f}\x{feff}]+', '', 'g'), '[ \x{9}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}-\x{2029}\x{202f}\x{205f}\x{3000}]+', ' ', 'g')), ' '), '') AS "country",
        CAST(d."Effectif" AS BIGINT) AS "company_size",
        (d."Effectif" IS NULL OR CAST(d."Effectif" AS BIGINT) = d."Effectif") AS "company_size__x",
        nullif(trim(nfc_normalize(regexp_replace(regexp_replace(translate(trim(CAST(d."Fonction" AS VARCHAR), s.around), s.folded, s.plain), '[\x{ad}\x{34f}\x{61c}\x{180e}\x{200b}-\x{200f}\x{202a}-\x{202e}\x{2060}-\x{206f}\x{fe00}-\x{fe0f}\x{feff}]+', '', 'g'), '[ \x{9}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}-\x{2029}\x{202f}\x{205f}\x{3000}]+', ' ', 'g')), ' '), '') AS "job_title",
        nullif(trim(nfc_normalize(regexp_replace(regexp_replace(translate(trim(CAST(d."Courriel" AS VARCHAR), s.around), s.folded, s.plain), '[\x{ad}\x{34f}\x{61c}\x{180e}\x{200b}-\x{200f}\x{202a}-\x{202e}\x{2060}-\x{206f}\x{fe00}-\x{fe0f}\x{feff}]+', '', 'g'), '[ \x{9}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}-\x{2029}\x{202f}\x{205f}\x{3000}]+', ' ', 'g')), ' '), '') AS "email",
        epoch_us(d."Décidé le") AS "decided_at",
        nullif(trim(nfc_normalize(regexp_replace(regexp_replace(translate(trim(CAST(d."Décision" AS VARCHAR), s.around), s.folded, s.plain), '[\x{ad}\x{34f}\x{61c}\x{180e}\x{200b}-\x{200f}\x{202a}-\x{202e}\x{2060}-\x{206f}\x{fe00}-\x{fe0f}\x{feff}]+', '', 'g'), '[ \x{9}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}-\x{2029}\x{202f}\x{205f}\x{3000}]+', ' ', 'g')), ' '), '') AS "decision",
        nullif(trim(nfc_normalize(regexp_replace(regexp_replace(translate(trim(CAST(d."Motif" AS VARCHAR), s.around), s.folded, s.plain), '[\x{ad}\x{34f}\x{61c}\x{180e}\x{200b}-\x{200f}\x{202a}-\x{202e}\x{2060}-\x{206f}\x{fe00}-\x{fe0f}\x{feff}]+', '', 'g'), '[ \x{9}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}-\x{2029}\x{202f}\x{205f}\x{3000}]+', ' ', 'g')), ' '), '') AS "reason",
        epoch_us(d."Premier contact le") AS "contacted_at",
        epoch_us(d."Attribué le") AS "assigned_at"
      FROM "leads" d
      CROSS JOIN "signs" s
    ) c
    WHERE "id" IS NOT NULL AND NOT regexp_matches("id", '^[0-9]([.,][0-9]{1,14})?E[+](1[1-9]|[2-9][0-9])$') AND (c."qualified_at" IS NULL OR (c."qualified_at" >= 631152000000000 AND c."qualified_at" < 4102444800000000)) AND (c."decided_at" IS NULL OR (c."decided_at" >= 631152000000000 AND c."decided_at" < 4102444800000000)) AND (c."contacted_at" IS NULL OR (c."contacted_at" >= 631152000000000 AND c."contacted_at" < 4102444800000000)) AND (c."assigned_at" IS NULL OR (c."assigned_at" >= 631152000000000 AND c."assigned_at" < 4102444800000000)) AND c."company_size__x"
  ) r
  LEFT JOIN "facts_deals" j0 ON j0.key = r."id"
),
  "activities_0" AS MATERIALIZED (
  SELECT key,
    count(DISTINCT CASE WHEN sure_in THEN d0 END) AS sure,
    count(DISTINCT CASE WHEN sure_in THEN d0 END) AS possible
  FROM (
    SELECT key,
      t0,
      ((t0) + CASE WHEN t0 < 1824944400000000 THEN CASE WHEN t0 < 1792890000000000 THEN CASE WHEN t0 < 1774746000000000 THEN 3600000000 ELSE 7200000000 END ELSE CASE WHEN t0 < 1806195600000000 THEN 3600000000 ELSE 7200000000 END END ELSE CASE WHEN t0 < 1856394000000000 THEN CASE WHEN t0 < 1837645200000000 THEN 3600000000 ELSE 7200000000 END ELSE CASE WHEN t0 < 1869094800000000 THEN 3600000000 ELSE 7200000000 END END END) // 86400000000 AS d0,
      sure_in
    FROM (
      SELECT s.key,
        s.seg,
        a."at" + CASE WHEN a."at__w" >= 43200 THEN 0 ELSE CAST(a."at__w" AS BIGINT) * 1000000 END AS t0,
        a."at" + CASE WHEN a."at__w" >= 43200 THEN 0 ELSE CAST(a."at__w" AS BIGINT) * 1000000 END >= s.s1 AND a."at" + CAST(a."at__w" AS BIGINT) * 1000000 - CASE WHEN a."at__w" >= 43200 THEN 1 ELSE 0 END <= s.due AS sure_in
      FROM "facts_activities" a
      JOIN (
        SELECT key,
          s0,
          s1,
          seg,
          due,
          due1
        FROM (
          SELECT *,
            coalesce(e1 <= due AND e0 <= 1782338400000000, false) AS early,
            CASE WHEN s0 > 1782338400000000 OR e0 > 1782338400000000 OR last_touch > 1782338400000000 THEN 7 WHEN e1 < s0 THEN 5 WHEN unsaid THEN 11 END AS reason
          FROM (
            SELECT c.*,
              j1.close AS due,
              j3.close AS due1,
              1000 * (1638000000000 - (j4.ob + greatest(least(s0, j4.c1) - j4.o1, 0) + greatest(least(s0, j4.c2) - j4.o2, 0))) >= 800 * (j1.pos - (j4.ob + greatest(least(s0, j4.c1) - j4.o1, 0) + greatest(least(s0, j4.c2) - j4.o2, 0))) AS at_risk
            FROM (
              SELECT *
              FROM (
                SELECT l.key,
                  CAST(NULL AS VARCHAR) AS owner,
                  l."qualified_at" AS s0,
                  l."qualified_at" + CASE WHEN l."qualified_at__w" >= 43200 THEN CAST(l."qualified_at__w" AS BIGINT) * 1000000 - 1 ELSE 0 END AS s1,
                  0 AS seg,
                  true AS scope,
                  CASE WHEN l."test_5" THEN l."decided_at" END + CASE WHEN l."decided_at__w" >= 43200 THEN 0 ELSE CAST(l."decided_at__w" AS BIGINT) * 1000000 END AS e0,
                  CASE WHEN l."test_5" THEN l."decided_at" END + CAST(l."decided_at__w" AS BIGINT) * 1000000 - CASE WHEN l."decided_at__w" >= 43200 THEN 1 ELSE 0 END AS e1,
                  NULL AS counter,
                  CAST(NULL AS BIGINT) AS last_touch,
                  coalesce(l."test_5" AND l."decided_at" IS NULL AND coalesce(l."decided_at__w", 0) <> -1, false) AS unsaid
                FROM "facts_leads" l
              ) AS q0
              WHERE s0 IS NOT NULL
            ) c
            JOIN "calendar_dates" j0 ON j0.day = ((s0) + CASE WHEN s0 < 1824944400000000 THEN CASE WHEN s0 < 1792890000000000 THEN CASE WHEN s0 < 1774746000000000 THEN 3600000000 ELSE 7200000000 END ELSE CASE WHEN s0 < 1806195600000000 THEN 3600000000 ELSE 7200000000 END END ELSE CASE WHEN s0 < 1856394000000000 THEN CASE WHEN s0 < 1837645200000000 THEN 3600000000 ELSE 7200000000 END ELSE CASE WHEN s0 < 1869094800000000 THEN 3600000000 ELSE 7200000000 END END END) // 86400000000
            JOIN "calendar_closings" j1 ON j1.ord = j0.ord + 5
            JOIN "calendar_dates" j2 ON j2.day = ((s1) + CASE WHEN s1 < 1824944400000000 THEN CASE WHEN s1 < 1792890000000000 THEN CASE WHEN s1 < 1774746000000000 THEN 3600000000 ELSE 7200000000 END ELSE CASE WHEN s1 < 1806195600000000 THEN 3600000000 ELSE 7200000000 END END ELSE CASE WHEN s1 < 1856394000000000 THEN CASE WHEN s1 < 1837645200000000 THEN 3600000000 ELSE 7200000000 END ELSE CASE WHEN s1 < 1869094800000000 THEN 3600000000 ELSE 7200000000 END END END) // 86400000000
            JOIN "calendar_closings" j3 ON j3.ord = j2.ord + 5
            JOIN "calendar_parts" j4 ON j4.part = (s0) // 86400000000
          ) AS q1
        ) AS q2
      ) s ON a.key = s.key
      WHERE a."test_2" AND a."at" + CAST(a."at__w" AS BIGINT) * 1000000 - CASE WHEN a."at__w" >= 43200 THEN 1 ELSE 0 END >= s.s0 AND a."at" + CASE WHEN a."at__w" >= 43200 THEN 0 ELSE CAST(a."at__w" AS BIGINT) * 1000000 END <= s.due1 AND a."at" + CASE WHEN a."at__w" >= 43200 THEN 0 ELSE CAST(a."at__w" AS BIGINT) * 1000000 END <= 1782338400000000
    ) AS q3
  ) AS q4
  GROUP BY key
),
  "activities_1" AS MATERIALIZED (
  SELECT key,
    count(DISTINCT CASE WHEN sure_in THEN d0 END) AS sure,
    count(DISTINCT CASE WHEN sure_in THEN d0 END) AS possible
  FROM (
    SELECT key,
      t0,
      ((t0) + CASE WHEN t0 < 1824944400000000 THEN CASE WHEN t0 < 1792890000000000 THEN CASE WHEN t0 < 1774746000000000 THEN 3600000000 ELSE 7200000000 END ELSE CASE WHEN t0 < 1806195600000000 THEN 3600000000 ELSE 7200000000 END END ELSE CASE WHEN t0 < 1856394000000000 THEN CASE WHEN t0 < 1837645200000000 THEN 3600000000 ELSE 7200000000 END ELSE CASE WHEN t0 < 1869094800000000 THEN 3600000000 ELSE 7200000000 END END END) // 86400000000 AS d0,
      sure_in
    FROM (
      SELECT s.key,
        s.seg,
        a."at" + CASE WHEN a."at__w" >= 43200 THEN 0 ELSE CAST(a."at__w" AS BIGINT) * 1000000 END AS t0,
        a."at" + CASE WHEN a."at__w" >= 43200 THEN 0 ELSE CAST(a."at__w" AS BIGINT) * 1000000 END >= s.s1 AND a."at" + CAST(a."at__w" AS BIGINT) * 1000000 - CASE WHEN a."at__w" >= 43200 THEN 1 ELSE 0 END <= s.due AS sure_in
      FROM "facts_activities" a
      JOIN (
        SELECT key,
          s0,
          s1,
          seg,
          due,
          due1
        FROM (
          SELECT *,
            coalesce(e1 <= due AND e0 <= 1782338400000000, false) AS early,
            CASE WHEN s0 > 1782338400000000 OR e0 > 1782338400000000 OR last_touch > 1782338400000000 THEN 7 WHEN e1 < s0 THEN 5 WHEN unsaid THEN 11 END AS reason
          FROM (
            SELECT c.*,
              j1.close AS due,
              j3.close AS due1,
              1000 * (1749600000000 - (j4.ob + greatest(least(s0, j4.c1) - j4.o1, 0) + greatest(least(s0, j4.c2) - j4.o2, 0))) >= 800 * (j1.pos - (j4.ob + greatest(least(s0, j4.c1) - j4.o1, 0) + greatest(least(s0, j4.c2) - j4.o2, 0))) AS at_risk
            FROM (
              SELECT *
              FROM (
                SELECT l.key,
                  CAST(NULL AS VARCHAR) AS owner,
                  l."qualified_at" AS s0,
                  l."qualified_at" + CASE WHEN l."qualified_at__w" >= 43200 THEN CAST(l."qualified_at__w" AS BIGINT) * 1000000 - 1 ELSE 0 END AS s1,
                  0 AS seg,
                  true AS scope,
                  CASE WHEN l."test_5" THEN l."decided_at" END + CASE WHEN l."decided_at__w" >= 43200 THEN 0 ELSE CAST(l."decided_at__w" AS BIGINT) * 1000000 END AS e0,
                  CASE WHEN l."test_5" THEN l."decided_at" END + CAST(l."decided_at__w" AS BIGINT) * 1000000 - CASE WHEN l."decided_at__w" >= 43200 THEN 1 ELSE 0 END AS e1,
                  NULL AS counter,
                  CAST(NULL AS BIGINT) AS last_touch,
                  coalesce(l."test_5" AND l."decided_at" IS NULL AND coalesce(l."decided_at__w", 0) <> -1, false) AS unsaid
                FROM "facts_leads" l
              ) AS q5
              WHERE s0 IS NOT NULL
            ) c
            JOIN "calendar_dates" j0 ON j0.day = ((s0) + CASE WHEN s0 < 1824944400000000 THEN CASE WHEN s0 < 1792890000000000 THEN CASE WHEN s0 < 1774746000000000 THEN 3600000000 ELSE 7200000000 END ELSE CASE WHEN s0 < 1806195600000000 THEN 3600000000 ELSE 7200000000 END END ELSE CASE WHEN s0 < 1856394000000000 THEN CASE WHEN s0 < 1837645200000000 THEN 3600000000 ELSE 7200000000 END ELSE CASE WHEN s0 < 1869094800000000 THEN 3600000000 ELSE 7200000000 END END END) // 86400000000 + 130
            JOIN "calendar_closings" j1 ON j1.ord = j0.ord + 5
            JOIN "calendar_dates" j2 ON j2.day = ((s1) + CASE WHEN s1 < 1824944400000000 THEN CASE WHEN s1 < 1792890000000000 THEN CASE WHEN s1 < 1774746000000000 THEN 3600000000 ELSE 7200000000 END ELSE CASE WHEN s1 < 1806195600000000 THEN 3600000000 ELSE 7200000000 END END ELSE CASE WHEN s1 < 1856394000000000 THEN CASE WHEN s1 < 1837645200000000 THEN 3600000000 ELSE 7200000000 END ELSE CASE WHEN s1 < 1869094800000000 THEN 3600000000 ELSE 7200000000 END END END) // 86400000000 + 130
            JOIN "calendar_closings" j3 ON j3.ord = j2.ord + 5
            JOIN "calendar_parts" j4 ON j4.part = (s0) // 86400000000 + 128
          ) AS q6
        ) AS q7
      ) s ON a.key = s.key
      WHERE a."test_2" AND a."at" + CAST(a."at__w" AS BIGINT) * 1000000 - CASE WHEN a."at__w" >= 43200 THEN 1 ELSE 0 END >= s.s0 AND a."at" + CASE WHEN a."at__w" >= 43200 THEN 0 ELSE CAST(a."at__w" AS BIGINT) * 1000000 END <= s.due1 AND a."at" + CASE WHEN a."at__w" >= 43200 THEN 0 ELSE CAST(a."at__w" AS BIGINT) * 1000000 END <= 1782338400000000
    ) AS q8
  ) AS q9
  GROUP BY key
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
    CAST(NULL AS VARCHAR) AS segment,
    CASE state WHEN 0 THEN 'met' WHEN 1 THEN 'breached' WHEN 2 THEN 'pending' WHEN 3 THEN 'excluded' WHEN 4 THEN 'unknown' END AS state,
    CASE reason WHEN 0 THEN 'out-of-scope' WHEN 1 THEN 'waived' WHEN 2 THEN 'no-version' WHEN 3 THEN 'no-start' WHEN 4 THEN 'no-value' WHEN 5 THEN 'stop-before-start' WHEN 6 THEN 'date-only' WHEN 7 THEN 'after-as-of' WHEN 8 THEN 'unreadable' WHEN 9 THEN 'counter-only' WHEN 10 THEN 'stray-date' WHEN 11 THEN 'no-date' WHEN 12 THEN 'no-deadline' WHEN 13 THEN 'due-before-start' WHEN 14 THEN 'excused' END AS reason
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
      CASE WHEN v12 THEN 3 ELSE v5 END AS state,
      CASE WHEN v12 THEN 2 ELSE v6 END AS reason,
      (v7 AND v5 = 2 AND NOT false AND NOT v12) AS risk,
      CAST(NULL AS BIGINT) AS elapsed,
      v8 AS due,
      1 AS amount,
      v9 AS x0,
      v10 AS x1,
      v14 AS period
    FROM (
      SELECT c.*,
        CASE WHEN v0 IS NOT NULL THEN v13 ELSE CASE WHEN v2 < 1780264800000000 THEN CASE WHEN v2 < 1777586400000000 THEN CASE WHEN v2 < 1774994400000000 THEN NULL ELSE 0 END ELSE 1 END ELSE CASE WHEN v2 < 1782856800000000 THEN 2 ELSE NULL END END END AS v14
      FROM (
        SELECT c.*,
          (v11 >= -9000000000000000 AND v11 < 1767222000000000) AS v12
        FROM (
          SELECT c.*,
            coalesce(v0, v2) AS v11,
            CASE WHEN v0 < 1780264800000000 THEN CASE WHEN v0 < 1777586400000000 THEN CASE WHEN v0 < 1774994400000000 THEN NULL ELSE 0 END ELSE 1 END ELSE CASE WHEN v0 < 1782856800000000 THEN 2 ELSE NULL END END AS v13
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
                  CASE WHEN NOT scope THEN 3 WHEN sure >= 3 THEN 0 WHEN reason IS NOT NULL THEN 4 WHEN early THEN 0 WHEN possible >= 3 THEN 4 WHEN 1782338400000000 > due AND 1782338400000000 > due1 THEN 1 WHEN 1782338400000000 > due THEN 4 ELSE 2 END AS raw
                FROM (
                  SELECT w.*,
                    coalesce(n.sure, 0) AS sure,
                    coalesce(n.possible, 0) AS possible
                  FROM (
                    SELECT *,
                      coalesce(e1 <= due AND e0 <= 1782338400000000, false) AS early,
                      CASE WHEN s0 > 1782338400000000 OR e0 > 1782338400000000 OR last_touch > 1782338400000000 THEN 7 WHEN e1 < s0 THEN 5 WHEN unsaid THEN 11 END AS reason
                    FROM (
                      SELECT c.*,
                        j1.close AS due,
                        j3.close AS due1,
                        1000 * (1638000000000 - (j4.ob + greatest(least(s0, j4.c1) - j4.o1, 0) + greatest(least(s0, j4.c2) - j4.o2, 0))) >= 800 * (j1.pos - (j4.ob + greatest(least(s0, j4.c1) - j4.o1, 0) + greatest(least(s0, j4.c2) - j4.o2, 0))) AS at_risk
                      FROM (
                        SELECT *
                        FROM (
                          SELECT l.key,
                            CAST(NULL AS VARCHAR) AS owner,
                            l."qualified_at" AS s0,
                            l."qualified_at" + CASE WHEN l."qualified_at__w" >= 43200 THEN CAST(l."qualified_at__w" AS BIGINT) * 1000000 - 1 ELSE 0 END AS s1,
                            0 AS seg,
                            true AS scope,
                            CASE WHEN l."test_5" THEN l."decided_at" END + CASE WHEN l."decided_at__w" >= 43200 THEN 0 ELSE CAST(l."decided_at__w" AS BIGINT) * 1000000 END AS e0,
                            CASE WHEN l."test_5" THEN l."decided_at" END + CAST(l."decided_at__w" AS BIGINT) * 1000000 - CASE WHEN l."decided_at__w" >= 43200 THEN 1 ELSE 0 END AS e1,
                            NULL AS counter,
                            CAST(NULL AS BIGINT) AS last_touch,
                            coalesce(l."test_5" AND l."decided_at" IS NULL AND coalesce(l."decided_at__w", 0) <> -1, false) AS unsaid
                          FROM "facts_leads" l
                        ) AS q10
                        WHERE s0 IS NOT NULL
                      ) c
                      JOIN "calendar_dates" j0 ON j0.day = ((s0) + CASE WHEN s0 < 1824944400000000 THEN CASE WHEN s0 < 1792890000000000 THEN CASE WHEN s0 < 1774746000000000 THEN 3600000000 ELSE 7200000000 END ELSE CASE WHEN s0 < 1806195600000000 THEN 3600000000 ELSE 7200000000 END END ELSE CASE WHEN s0 < 1856394000000000 THEN CASE WHEN s0 < 1837645200000000 THEN 3600000000 ELSE 7200000000 END ELSE CASE WHEN s0 < 1869094800000000 THEN 3600000000 ELSE 7200000000 END END END) // 86400000000
                      JOIN "calendar_closings" j1 ON j1.ord = j0.ord + 5
                      JOIN "calendar_dates" j2 ON j2.day = ((s1) + CASE WHEN s1 < 1824944400000000 THEN CASE WHEN s1 < 1792890000000000 THEN CASE WHEN s1 < 1774746000000000 THEN 3600000000 ELSE 7200000000 END ELSE CASE WHEN s1 < 1806195600000000 THEN 3600000000 ELSE 7200000000 END END ELSE CASE WHEN s1 < 1856394000000000 THEN CASE WHEN s1 < 1837645200000000 THEN 3600000000 ELSE 7200000000 END ELSE CASE WHEN s1 < 1869094800000000 THEN 3600000000 ELSE 7200000000 END END END) // 86400000000
                      JOIN "calendar_closings" j3 ON j3.ord = j2.ord + 5
                      JOIN "calendar_parts" j4 ON j4.part = (s0) // 86400000000
                    ) AS q11
                  ) w
                  LEFT JOIN "activities_0" n ON n.key = w.key
                ) AS q12
              ) AS q13
            ) l
          ) c
        ) c
      ) c
    ) AS q14
    WHERE true AND (v11 >= 1767222000000000 AND v11 < 1776204000000000 OR v11 >= -9000000000000000 AND v11 < 1767222000000000) AND v14 IS NOT NULL
  ) AS q15
  UNION ALL
  SELECT '2026.2' AS version,
    CASE period WHEN 0 THEN '2026-04' WHEN 1 THEN '2026-05' WHEN 2 THEN '2026-06' END AS period,
    CAST(NULL AS VARCHAR) AS segment,
    CASE state WHEN 0 THEN 'met' WHEN 1 THEN 'breached' WHEN 2 THEN 'pending' WHEN 3 THEN 'excluded' WHEN 4 THEN 'unknown' END AS state,
    CASE reason WHEN 0 THEN 'out-of-scope' WHEN 1 THEN 'waived' WHEN 2 THEN 'no-version' WHEN 3 THEN 'no-start' WHEN 4 THEN 'no-value' WHEN 5 THEN 'stop-before-start' WHEN 6 THEN 'date-only' WHEN 7 THEN 'after-as-of' WHEN 8 THEN 'unreadable' WHEN 9 THEN 'counter-only' WHEN 10 THEN 'stray-date' WHEN 11 THEN 'no-date' WHEN 12 THEN 'no-deadline' WHEN 13 THEN 'due-before-start' WHEN 14 THEN 'excused' END AS reason
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
        CASE WHEN v0 IS NOT NULL THEN v12 ELSE CASE WHEN v2 < 1780264800000000 THEN CASE WHEN v2 < 1777586400000000 THEN CASE WHEN v2 < 1774994400000000 THEN NULL ELSE 0 END ELSE 1 END ELSE CASE WHEN v2 < 1782856800000000 THEN 2 ELSE NULL END END END AS v13
      FROM (
        SELECT c.*,
          coalesce(v0, v2) AS v11,
          CASE WHEN v0 < 1780264800000000 THEN CASE WHEN v0 < 1777586400000000 THEN CASE WHEN v0 < 1774994400000000 THEN NULL ELSE 0 END ELSE 1 END ELSE CASE WHEN v0 < 1782856800000000 THEN 2 ELSE NULL END END AS v12
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
                CASE WHEN NOT scope THEN 3 WHEN sure >= 3 THEN 0 WHEN reason IS NOT NULL THEN 4 WHEN early THEN 0 WHEN possible >= 3 THEN 4 WHEN 1782338400000000 > due AND 1782338400000000 > due1 THEN 1 WHEN 1782338400000000 > due THEN 4 ELSE 2 END AS raw
              FROM (
                SELECT w.*,
                  coalesce(n.sure, 0) AS sure,
                  coalesce(n.possible, 0) AS possible
                FROM (
                  SELECT *,
                    coalesce(e1 <= due AND e0 <= 1782338400000000, false) AS early,
                    CASE WHEN s0 > 1782338400000000 OR e0 > 1782338400000000 OR last_touch > 1782338400000000 THEN 7 WHEN e1 < s0 THEN 5 WHEN unsaid THEN 11 END AS reason
                  FROM (
                    SELECT c.*,
                      j1.close AS due,
                      j3.close AS due1,
                      1000 * (1749600000000 - (j4.ob + greatest(least(s0, j4.c1) - j4.o1, 0) + greatest(least(s0, j4.c2) - j4.o2, 0))) >= 800 * (j1.pos - (j4.ob + greatest(least(s0, j4.c1) - j4.o1, 0) + greatest(least(s0, j4.c2) - j4.o2, 0))) AS at_risk
                    FROM (
                      SELECT *
                      FROM (
                        SELECT l.key,
                          CAST(NULL AS VARCHAR) AS owner,
                          l."qualified_at" AS s0,
                          l."qualified_at" + CASE WHEN l."qualified_at__w" >= 43200 THEN CAST(l."qualified_at__w" AS BIGINT) * 1000000 - 1 ELSE 0 END AS s1,
                          0 AS seg,
                          true AS scope,
                          CASE WHEN l."test_5" THEN l."decided_at" END + CASE WHEN l."decided_at__w" >= 43200 THEN 0 ELSE CAST(l."decided_at__w" AS BIGINT) * 1000000 END AS e0,
                          CASE WHEN l."test_5" THEN l."decided_at" END + CAST(l."decided_at__w" AS BIGINT) * 1000000 - CASE WHEN l."decided_at__w" >= 43200 THEN 1 ELSE 0 END AS e1,
                          NULL AS counter,
                          CAST(NULL AS BIGINT) AS last_touch,
                          coalesce(l."test_5" AND l."decided_at" IS NULL AND coalesce(l."decided_at__w", 0) <> -1, false) AS unsaid
                        FROM "facts_leads" l
                      ) AS q16
                      WHERE s0 IS NOT NULL
                    ) c
                    JOIN "calendar_dates" j0 ON j0.day = ((s0) + CASE WHEN s0 < 1824944400000000 THEN CASE WHEN s0 < 1792890000000000 THEN CASE WHEN s0 < 1774746000000000 THEN 3600000000 ELSE 7200000000 END ELSE CASE WHEN s0 < 1806195600000000 THEN 3600000000 ELSE 7200000000 END END ELSE CASE WHEN s0 < 1856394000000000 THEN CASE WHEN s0 < 1837645200000000 THEN 3600000000 ELSE 7200000000 END ELSE CASE WHEN s0 < 1869094800000000 THEN 3600000000 ELSE 7200000000 END END END) // 86400000000 + 130
                    JOIN "calendar_closings" j1 ON j1.ord = j0.ord + 5
                    JOIN "calendar_dates" j2 ON j2.day = ((s1) + CASE WHEN s1 < 1824944400000000 THEN CASE WHEN s1 < 1792890000000000 THEN CASE WHEN s1 < 1774746000000000 THEN 3600000000 ELSE 7200000000 END ELSE CASE WHEN s1 < 1806195600000000 THEN 3600000000 ELSE 7200000000 END END ELSE CASE WHEN s1 < 1856394000000000 THEN CASE WHEN s1 < 1837645200000000 THEN 3600000000 ELSE 7200000000 END ELSE CASE WHEN s1 < 1869094800000000 THEN 3600000000 ELSE 7200000000 END END END) // 86400000000 + 130
                    JOIN "calendar_closings" j3 ON j3.ord = j2.ord + 5
                    JOIN "calendar_parts" j4 ON j4.part = (s0) // 86400000000 + 128
                  ) AS q17
                ) w
                LEFT JOIN "activities_1" n ON n.key = w.key
              ) AS q18
            ) AS q19
          ) l
        ) c
      ) c
    ) AS q20
    WHERE true AND (v11 >= 1776204000000000 AND v11 < 9000000000000000) AND v13 IS NOT NULL
  ) AS q21
) AS q22
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

-- new-revenue: New revenue that both teams bring in together
-- Agreement "acme": Acme, marketing and sales agreement
-- Version 2026.1, terms sha256:bfd92d0105c033af09d0730a8ff65670ff88efd9e6778a1795463729966866a2
-- Version 2026.2, terms sha256:54b14bdbfea5ab9cec1bcf43f087f1a75e3c9875d57d93dee819debd8169f5b7
-- As of 2026-06-24T22:00:00.000Z: what came later is not looked at
-- Written by sla for trino: printed, not run
-- Rows of leads with one key that nothing tells apart are in any order: "sla report" warns of them, and this statement can not
-- Reads leads, one row a key: "Identifiant" text, "Effectif" integer, "Qualifié le" timestamp (Europe/Paris), "Attribué le" timestamp (Europe/Paris), "Premier contact le" timestamp (Europe/Paris), "Décidé le" timestamp (Europe/Paris)
-- Reads deals, one row a key: "Étape" text, "Montant (€)" decimal, "Gagnée le" date, "Prospect" text
WITH "signs" AS (
  SELECT chr(32) || chr(9) || chr(10) || chr(13) || chr(11) || chr(12) || chr(160) || chr(5760) || chr(8192) || chr(8193) || chr(8194) || chr(8195) || chr(8196) || chr(8197) || chr(8198) || chr(8199) || chr(8200) || chr(8201) || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288) || chr(65279) AS around,
    '‐‑‒–—―−﹘﹣´ʹʼ‘’‚‛′“”„‟″！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～' AS folded,
    '---------''''''''''''''''"""""!"#$%&''()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`abcdefghijklmnopqrstuvwxyz{|}~' AS plain
),
  "facts_deals" AS (
  SELECT r."__key" AS key,
    r."deal_stage" AS "deal_stage",
    r."amount" AS "amount",
    CASE WHEN r."won_at__t" < 1774389600000000 THEN 1774389600000000 WHEN r."won_at__t" > 1782424800000000 THEN 1782424800000000 ELSE r."won_at__t" END AS "won_at",
    coalesce(r."won_at__w", 0) AS "won_at__w"
  FROM (
    SELECT c.*,
      "Prospect" AS "__key",
      CASE WHEN c."won_at" IS NOT NULL THEN CASE WHEN c."won_at" < 1774753200000000 THEN CASE WHEN c."won_at" < 1774749600000000 THEN (c."won_at" - 3600000000) ELSE 1774746000000000 END ELSE (c."won_at" - 7200000000) END END AS "won_at__t",
      CAST(CASE WHEN c."won_at" IS NOT NULL THEN (CASE WHEN (c."won_at" + 86400000000) < 1774753200000000 THEN CASE WHEN (c."won_at" + 86400000000) < 1774749600000000 THEN ((c."won_at" + 86400000000) - 3600000000) ELSE 1774746000000000 END ELSE ((c."won_at" + 86400000000) - 7200000000) END - CASE WHEN c."won_at" < 1774753200000000 THEN CASE WHEN c."won_at" < 1774749600000000 THEN (c."won_at" - 3600000000) ELSE 1774746000000000 END ELSE (c."won_at" - 7200000000) END) / 1000000 END AS INTEGER) AS "won_at__w"
    FROM (
      SELECT DISTINCT nullif(trim(BOTH ' ' FROM normalize(regexp_replace(regexp_replace(translate(trim(BOTH s.around FROM CAST(d."Prospect" AS VARCHAR)), s.folded, s.plain), '[\x{ad}\x{34f}\x{61c}\x{180e}\x{200b}-\x{200f}\x{202a}-\x{202e}\x{2060}-\x{206f}\x{fe00}-\x{fe0f}\x{feff}]+', ''), '[ \x{9}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}-\x{2029}\x{202f}\x{205f}\x{3000}]+', ' '), NFC)), '') AS "Prospect",
        nullif(trim(BOTH ' ' FROM normalize(regexp_replace(regexp_replace(translate(trim(BOTH s.around FROM CAST(d."Étape" AS VARCHAR)), s.folded, s.plain), '[\x{ad}\x{34f}\x{61c}\x{180e}\x{200b}-\x{200f}\x{202a}-\x{202e}\x{2060}-\x{206f}\x{fe00}-\x{fe0f}\x{feff}]+', ''), '[ \x{9}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}-\x{2029}\x{202f}\x{205f}\x{3000}]+', ' '), NFC)), '') AS "deal_stage",
        CAST(d."Montant (€)" AS DECIMAL(18, 6)) AS "amount",
        (d."Montant (€)" IS NULL OR CAST(d."Montant (€)" AS DECIMAL(18, 6)) = d."Montant (€)") AS "amount__x",
        date_diff('day', DATE '1970-01-01', d."Gagnée le") * 86400000000 AS "won_at"
      FROM "deals" d
      CROSS JOIN "signs" s
    ) c
    WHERE "Prospect" IS NOT NULL AND NOT regexp_like("Prospect", '^[0-9]([.,][0-9]{1,14})?E[+](1[1-9]|[2-9][0-9])$') AND (c."won_at" IS NULL OR (c."won_at" >= 631152000000000 AND c."won_at" < 4102444800000000)) AND c."amount__x"
  ) r
),
  "facts_leads" AS (
  SELECT r."__key" AS key,
    CASE WHEN (j0."won_at" < 1782338400000000 OR (j0."won_at" = 1782338400000000 AND j0."won_at__w" < 43200)) THEN CASE WHEN j0."won_at" < 1774389600000000 THEN 1774389600000000 WHEN j0."won_at" > 1782424800000000 THEN 1782424800000000 ELSE j0."won_at" END END AS "won_at",
    CASE WHEN j0."won_at" IS NULL OR (j0."won_at" < 1782338400000000 OR (j0."won_at" = 1782338400000000 AND j0."won_at__w" < 43200)) THEN coalesce(j0."won_at__w", 0) ELSE -1 END AS "won_at__w",
    coalesce(j0."deal_stage" IN ('Gagnée'), false) AS "test",
    j0."amount" AS "amount"
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
      SELECT DISTINCT nullif(trim(BOTH ' ' FROM normalize(regexp_replace(regexp_replace(translate(trim(BOTH s.around FROM CAST(d."Identifiant" AS VARCHAR)), s.folded, s.plain), '[\x{ad}\x{34f}\x{61c}\x{180e}\x{200b}-\x{200f}\x{202a}-\x{202e}\x{2060}-\x{206f}\x{fe00}-\x{fe0f}\x{feff}]+', ''), '[ \x{9}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}-\x{2029}\x{202f}\x{205f}\x{3000}]+', ' '), NFC)), '') AS "id",
        CAST(round(to_unixtime(with_timezone(d."Qualifié le", 'UTC')) * 1000000) AS BIGINT) AS "qualified_at",
        CAST(round(to_unixtime(with_timezone(d."Premier contact le", 'UTC')) * 1000000) AS BIGINT) AS "contacted_at",
        CAST(round(to_unixtime(with_timezone(d."Attribué le", 'UTC')) * 1000000) AS BIGINT) AS "assigned_at",
        CAST(round(to_unixtime(with_timezone(d."Décidé le", 'UTC')) * 1000000) AS BIGINT) AS "decided_at",
        CAST(d."Effectif" AS BIGINT) AS "company_size",
        (d."Effectif" IS NULL OR CAST(d."Effectif" AS BIGINT) = d."Effectif") AS "company_size__x"
      FROM "leads" d
      CROSS JOIN "signs" s
    ) c
    WHERE "id" IS NOT NULL AND NOT regexp_like("id", '^[0-9]([.,][0-9]{1,14})?E[+](1[1-9]|[2-9][0-9])$') AND (c."qualified_at" IS NULL OR (c."qualified_at" >= 631152000000000 AND c."qualified_at" < 4102444800000000)) AND (c."contacted_at" IS NULL OR (c."contacted_at" >= 631152000000000 AND c."contacted_at" < 4102444800000000)) AND (c."assigned_at" IS NULL OR (c."assigned_at" >= 631152000000000 AND c."assigned_at" < 4102444800000000)) AND (c."decided_at" IS NULL OR (c."decided_at" >= 631152000000000 AND c."decided_at" < 4102444800000000)) AND c."company_size__x"
  ) r
  LEFT JOIN "facts_deals" j0 ON j0.key = r."id"
)
SELECT version,
  period,
  segment,
  state,
  reason,
  count(*) AS cases,
  sum(amount) AS amount
FROM (
  SELECT '2026.1' AS version,
    CASE period WHEN 0 THEN '2026-Q2' END AS period,
    CAST(NULL AS VARCHAR) AS segment,
    CASE state WHEN 0 THEN 'met' WHEN 1 THEN 'breached' WHEN 2 THEN 'pending' WHEN 3 THEN 'excluded' WHEN 4 THEN 'unknown' END AS state,
    CASE reason WHEN 0 THEN 'out-of-scope' WHEN 1 THEN 'waived' WHEN 2 THEN 'no-version' WHEN 3 THEN 'no-start' WHEN 4 THEN 'no-value' WHEN 5 THEN 'stop-before-start' WHEN 6 THEN 'date-only' WHEN 7 THEN 'after-as-of' WHEN 8 THEN 'unreadable' WHEN 9 THEN 'counter-only' WHEN 10 THEN 'stray-date' WHEN 11 THEN 'no-date' WHEN 12 THEN 'no-deadline' WHEN 13 THEN 'due-before-start' WHEN 14 THEN 'excused' END AS reason,
    CAST(amount AS DECIMAL(18, 6)) AS amount
  FROM (
    SELECT key,
      owner,
      v0 AS s0,
      v1 AS s1,
      CAST(NULL AS BIGINT) AS e0,
      CAST(NULL AS BIGINT) AS e1,
      0 AS seg,
      v7 AS raw,
      v8 AS raw_reason,
      false AS waived,
      CASE WHEN v5 THEN 3 ELSE v7 END AS state,
      CASE WHEN v5 THEN 2 ELSE v8 END AS reason,
      false AS risk,
      CAST(NULL AS BIGINT) AS elapsed,
      CAST(NULL AS BIGINT) AS due,
      v2 AS amount,
      CAST(NULL AS BIGINT) AS x0,
      CAST(NULL AS BIGINT) AS x1,
      v6 AS period
    FROM (
      SELECT c.*,
        CASE WHEN NOT true THEN 3 WHEN v0 > 1782338400000000 THEN 4 WHEN v2 IS NULL THEN 4 ELSE 0 END AS v7,
        CASE WHEN NOT true THEN 0 WHEN v0 > 1782338400000000 THEN 7 WHEN v2 IS NULL THEN 4 ELSE NULL END AS v8
      FROM (
        SELECT c.*,
          (v4 >= -9000000000000000 AND v4 < 1767222000000000) AS v5
        FROM (
          SELECT c.*,
            v0 IS NOT NULL AS v3,
            coalesce(v0, CAST(NULL AS BIGINT)) AS v4,
            CASE WHEN v0 < 1782856800000000 THEN CASE WHEN v0 < 1774994400000000 THEN NULL ELSE 0 END ELSE NULL END AS v6
          FROM (
            SELECT l.key,
              CAST(NULL AS VARCHAR) AS owner,
              CASE WHEN l."test" THEN l."won_at" END AS v0,
              CASE WHEN l."test" THEN l."won_at" END + CASE WHEN l."won_at__w" >= 43200 THEN CAST(l."won_at__w" AS BIGINT) * 1000000 - 1 ELSE 0 END AS v1,
              l."amount" AS v2
            FROM "facts_leads" l
          ) c
          WHERE ((v0 IS NOT NULL)) IS NOT DISTINCT FROM true
        ) c
      ) c
    ) AS q0
    WHERE v3 AND (v4 >= 1767222000000000 AND v4 < 1776204000000000 OR v4 >= -9000000000000000 AND v4 < 1767222000000000) AND v6 IS NOT NULL
  ) AS q1
  UNION ALL
  SELECT '2026.2' AS version,
    CASE period WHEN 0 THEN '2026-Q2' END AS period,
    CAST(NULL AS VARCHAR) AS segment,
    CASE state WHEN 0 THEN 'met' WHEN 1 THEN 'breached' WHEN 2 THEN 'pending' WHEN 3 THEN 'excluded' WHEN 4 THEN 'unknown' END AS state,
    CASE reason WHEN 0 THEN 'out-of-scope' WHEN 1 THEN 'waived' WHEN 2 THEN 'no-version' WHEN 3 THEN 'no-start' WHEN 4 THEN 'no-value' WHEN 5 THEN 'stop-before-start' WHEN 6 THEN 'date-only' WHEN 7 THEN 'after-as-of' WHEN 8 THEN 'unreadable' WHEN 9 THEN 'counter-only' WHEN 10 THEN 'stray-date' WHEN 11 THEN 'no-date' WHEN 12 THEN 'no-deadline' WHEN 13 THEN 'due-before-start' WHEN 14 THEN 'excused' END AS reason,
    CAST(amount AS DECIMAL(18, 6)) AS amount
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
          CASE WHEN NOT true THEN 3 WHEN v0 IS NULL THEN 4 WHEN v0 > 1782338400000000 THEN 4 WHEN v2 IS NULL THEN 4 ELSE 0 END AS v9,
          CASE WHEN NOT true THEN 0 WHEN v0 IS NULL THEN 11 WHEN v0 > 1782338400000000 THEN 7 WHEN v2 IS NULL THEN 4 ELSE NULL END AS v10
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
                CAST(NULL AS VARCHAR) AS owner,
                CASE WHEN l."test" THEN l."won_at" END AS v0,
                CASE WHEN l."test" THEN l."won_at" END + CASE WHEN l."won_at__w" >= 43200 THEN CAST(l."won_at__w" AS BIGINT) * 1000000 - 1 ELSE 0 END AS v1,
                l."amount" AS v2,
                coalesce(l."test" AND l."won_at" IS NULL AND coalesce(l."won_at__w", 0) <> -1, false) AS v3
              FROM "facts_leads" l
            ) c
            WHERE ((v0 IS NOT NULL OR (v3))) IS NOT DISTINCT FROM true
          ) c
        ) c
      ) c
    ) AS q2
    WHERE v4 AND v6 AND v8 IS NOT NULL
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

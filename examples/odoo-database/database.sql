-- A small Odoo 17: the tables and columns of its CRM that an agreement needs, and some that it must not see.
-- Invented, and the same each time: chance(...) is a digest of what it is asked. For an empty database of your own:
--   createdb odoo_demo && psql -d odoo_demo -f database.sql -f views.sql

CREATE FUNCTION pg_temp.chance(what text, i int) RETURNS float8 LANGUAGE sql IMMUTABLE AS $$
  SELECT ('x' || substr(md5(what || i), 1, 8))::bit(32)::bigint / 4294967296.0
$$;
CREATE FUNCTION pg_temp.minutes(many float8) RETURNS interval LANGUAGE sql IMMUTABLE AS $$
  SELECT make_interval(mins => floor(many)::int)
$$;

CREATE TABLE res_users (id serial PRIMARY KEY, login varchar NOT NULL, active boolean);
INSERT INTO res_users (login, active) VALUES ('ines', true), ('karim', true), ('louise', true), ('paul', false);

CREATE TABLE crm_stage (id serial PRIMARY KEY, name jsonb NOT NULL, is_won boolean);
INSERT INTO crm_stage (name, is_won) VALUES
  ('{"en_US": "New", "fr_FR": "Nouveau"}', false), ('{"en_US": "Qualified", "fr_FR": "Qualifié"}', false),
  ('{"en_US": "Proposition", "fr_FR": "Proposition"}', false), ('{"en_US": "Won", "fr_FR": "Gagné"}', true);

CREATE TABLE utm_source (id serial PRIMARY KEY, name varchar NOT NULL);
INSERT INTO utm_source (name) VALUES ('Website'), ('Trade fair'), ('Newsletter');

CREATE TABLE mail_activity_type (id serial PRIMARY KEY, name jsonb NOT NULL, category varchar);
INSERT INTO mail_activity_type (name, category) VALUES
  ('{"en_US": "Email"}', 'default'), ('{"en_US": "Call"}', 'phonecall'), ('{"en_US": "Meeting"}', 'meeting');

-- Times are in UTC, in columns without a zone, as Odoo keeps them.
CREATE TABLE crm_lead (
  id int PRIMARY KEY, name varchar NOT NULL, type varchar NOT NULL, active boolean, user_id int REFERENCES res_users,
  stage_id int REFERENCES crm_stage, source_id int REFERENCES utm_source, create_date timestamp, date_open timestamp,
  date_closed timestamp, expected_revenue numeric, probability float8, email_from varchar, phone varchar, tag_ids int[]);
INSERT INTO crm_lead
SELECT i, 'Request ' || i, 'opportunity', true, 1 + floor(pg_temp.chance('user', i) * 4),
  CASE WHEN closed IS NOT NULL THEN 4 ELSE 1 + floor(pg_temp.chance('stage', i) * 3) END,
  1 + floor(pg_temp.chance('source', i) * 3), created,
  CASE WHEN pg_temp.chance('open', i) < 0.95 THEN created + pg_temp.minutes(pg_temp.chance('wait', i) * 180) END,
  closed, round((500 + pg_temp.chance('amount', i) * 20000)::numeric, 2),
  CASE WHEN closed IS NOT NULL THEN 100 ELSE round((pg_temp.chance('odds', i) * 90)::numeric, 2) END,
  'someone' || i || '@example.com', '+33 1 23 45 67 89', ARRAY[1, 2]
FROM (
  SELECT i, created, CASE WHEN pg_temp.chance('won', i) < 0.25 AND created + pg_temp.minutes(days) < '2026-07-01'
    THEN created + pg_temp.minutes(days) END AS closed
  FROM (
    SELECT i, timestamp '2026-01-01 08:00' + pg_temp.minutes(floor(pg_temp.chance('day', i) * 180) * 1440)
        + pg_temp.minutes(pg_temp.chance('time', i) * 600) AS created,
      (10 + floor(pg_temp.chance('long', i) * 50)) * 1440 + pg_temp.chance('at', i) * 300 AS days
    FROM generate_series(1, 600) AS i) AS begun) AS led;

-- What was done is told by messages: their bodies are nobody's business but the customer's.
CREATE TABLE mail_message (
  id serial PRIMARY KEY, model varchar, res_id int, date timestamp, message_type varchar,
  mail_activity_type_id int REFERENCES mail_activity_type, body text);
INSERT INTO mail_message (model, res_id, date, message_type, mail_activity_type_id, body)
SELECT 'crm.lead', l.id, l.create_date + pg_temp.minutes(
    CASE WHEN pg_temp.chance('soon' || n, l.id) < 0.75 THEN pg_temp.chance('delay' || n, l.id) * 600
      ELSE 1440 + pg_temp.chance('delay' || n, l.id) * 6000 END),
  'notification', 1 + floor(pg_temp.chance('kind' || n, l.id) * 3), '<p>What was said to customer ' || l.id || '</p>'
FROM crm_lead AS l CROSS JOIN generate_series(1, 3) AS n WHERE pg_temp.chance('done' || n, l.id) < 0.8
ORDER BY l.id, n;
INSERT INTO mail_message (model, res_id, date, message_type, body)
SELECT 'sale.order', i, timestamp '2026-01-05 09:00' + pg_temp.minutes(i * 100), 'email', '<p>An order</p>'
FROM generate_series(1, 400) AS i;
-- It is the end of June.
DELETE FROM mail_message WHERE date >= '2026-07-01';

-- What an agreement may see of Odoo: no name, no address, no text that was written to anybody.
-- A user who reads these two views alone:
--   CREATE ROLE sla_reader LOGIN; GRANT SELECT ON sla_leads, sla_activities TO sla_reader;

CREATE VIEW sla_leads AS
SELECT l.id, l.create_date, l.date_open, l.date_closed, l.expected_revenue,
  u.login AS owner, s.name ->> 'en_US' AS stage, o.name AS source
FROM crm_lead l
LEFT JOIN res_users u ON u.id = l.user_id
LEFT JOIN crm_stage s ON s.id = l.stage_id
LEFT JOIN utm_source o ON o.id = l.source_id
WHERE l.type = 'opportunity';

CREATE VIEW sla_activities AS
SELECT m.id, m.res_id AS lead_id, m.date, t.name ->> 'en_US' AS kind
FROM mail_message m
JOIN mail_activity_type t ON t.id = m.mail_activity_type_id
WHERE m.model = 'crm.lead';

import { mark } from '../messages/index.ts';
import { decimal, moment, type Preset, personal, text } from './preset.ts';

/**
 * Leads and opportunities exported from Odoo: labels of the fields in the user's language, or technical
 * names where the export is "import-compatible".
 *
 * English and French labels: the translation file of Odoo's own CRM module (`Closed Date` is
 * `Date de clôture`, `Salesperson` is `Vendeur`, `Stage` is `Étape`). Times and their zone: Odoo's source,
 * where an export turns a time into the zone of the user and writes it as `2026-03-02 09:14:00`.
 *
 * Not confirmed: `Date d'affectation` for `Assignment Date`. Odoo keeps no first contact: only the
 * assignment and the closing.
 */
export const odoo: Preset = {
  name: 'odoo',
  title: mark`Odoo CRM, leads and opportunities`,
  csv: {},
  key: 'id',
  clock: mark`the time zone of the Odoo user who exported, under Preferences`,
  fields: {
    id: text('External ID', 'ID externe', 'ID', 'id'),
    created_at: moment('iso', 'Created on', 'Créé le', 'create_date'),
    assigned_at: moment('iso', 'Assignment Date', "Date d'affectation", 'date_open'),
    converted_at: moment('iso', 'Conversion Date', 'Date de conversion', 'date_conversion'),
    won_at: moment('iso', 'Closed Date', 'Date de clôture', 'date_closed'),
    modified_at: moment('iso', 'Last Updated on', 'Mis à jour le', 'write_date'),
    status: text('Stage', 'Étape', 'stage_id'),
    reason: text('Lost Reason', 'Motif de la perte', 'Raison de la perte', 'lost_reason_id'),
    owner: personal('Salesperson', 'Vendeur', 'user_id'),
    team: text('Sales Team', 'Équipe commerciale', 'team_id'),
    source: text('Source', 'source_id'),
    company: text('Company Name', 'Nom de la société', 'partner_name'),
    country: text('Country', 'Pays', 'country_id'),
    job_title: text('Job Position', 'Poste', 'function'),
    contact: personal('Contact Name', 'Nom du contact', 'contact_name'),
    email: personal('Email', 'E-mail', 'email_from'),
    phone: personal('Phone', 'Téléphone', 'phone'),
    amount: decimal('.', 'Expected Revenue', 'Revenus espérés', 'Revenu espéré', 'expected_revenue'),
  },
  stages: {
    created: ['created_at'],
    qualified: ['created_at'],
    assigned: ['assigned_at'],
    answered: ['converted_at'],
    won: ['won_at'],
  },
  notContact: [
    {
      columns: ['Assignment Date', "Date d'affectation"],
      why: mark`when a lead was given to somebody, not when that person called`,
    },
    { columns: ['Last Stage Update'], why: mark`the latest change of stage` },
    { columns: ['Next Activity Deadline'], why: mark`what is planned, not what was done` },
  ],
  statuses: {
    field: 'status',
    waiting: ['New', 'Nouveau'],
    contacted: [],
    accepted: ['Qualified', 'Qualifié', 'Proposition', 'Won', 'Gagné'],
    refused: ['Lost', 'Perdu'],
  },
};

import { mark } from '../messages/index.ts';
import { decimal, integer, moment, type Preset, personal, text } from './preset.ts';

/**
 * A table that somebody made by hand or by a query, in plain names: snake case, English or French; times in
 * ISO form.
 *
 * Names: those of the public lead exports that CONTRIBUTING.md lists, and of the examples here. Nothing is
 * promised about files from elsewhere: `sla sniff` tells which of these columns yours has.
 */
export const generic: Preset = {
  name: 'generic',
  title: mark`A table with plain names`,
  csv: {},
  key: 'id',
  clock: mark`whoever made the table`,
  fields: {
    id: text('lead_id', 'Lead ID', 'id', 'ID', 'Id', 'Identifiant'),
    created_at: moment('iso', 'created_at', 'created_date', 'Created at', 'Created', 'Créé le'),
    qualified_at: moment('iso', 'qualified_at', 'mql_date', 'Qualified at', 'Qualified', 'Qualifié le'),
    assigned_at: moment('iso', 'assigned_at', 'Assigned at', 'Attribué le'),
    contacted_at: moment(
      'iso',
      'contacted_at',
      'first_contacted_at',
      'first_response_time',
      'First contact at',
      'First contact',
      'Premier contact le',
    ),
    decided_at: moment('iso', 'decided_at', 'sql_date', 'Decided at', 'Décidé le'),
    won_at: moment('iso', 'won_at', 'customer_date', 'Won at', 'Won on', 'Gagné le'),
    status: text('status', 'Status', 'Statut'),
    reason: text('reason', 'Reason', 'Motif'),
    owner: personal('owner', 'Owner', 'sales_rep', 'Propriétaire', 'Commercial'),
    source: text('source', 'lead_source', 'Source', 'Origine'),
    company: text('company', 'Company', 'Société', 'Entreprise'),
    company_size: integer('employee_count', 'employees', 'Employees', 'Effectif'),
    industry: text('industry', 'Industry', 'Secteur'),
    country: text('country', 'Country', 'Pays'),
    job_title: text('job_title', 'Job title', 'Fonction'),
    email: personal('email', 'Email', 'E-mail', 'Courriel'),
    phone: personal('phone', 'Phone', 'Téléphone'),
    amount: decimal('.', 'amount', 'Amount', 'Montant'),
  },
  stages: {
    created: ['created_at'],
    qualified: ['qualified_at', 'created_at'],
    assigned: ['assigned_at'],
    contacted: ['contacted_at'],
    answered: ['decided_at'],
    won: ['won_at'],
  },
  notContact: [],
  statuses: null,
};

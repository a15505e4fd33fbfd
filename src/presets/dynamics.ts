import { mark } from '../messages/index.ts';
import { decimal, integer, moment, type Preset, personal, text } from './preset.ts';

/**
 * Leads exported from Microsoft Dynamics 365 Sales as a workbook: display names, three hidden columns in
 * front.
 *
 * English headers: several public programs that read or write such workbooks (`(Do Not Modify) Lead`,
 * `(Do Not Modify) Modified On`). French: a public loader of a French workbook
 * (`(Ne pas modifier) Prospect`, `Création le`, `Nom de la société`, `Propriétaire`; it also shows that
 * names of both languages mix in one file). Dates of a workbook are numbers, which are read as ISO.
 *
 * Not confirmed: the French names not listed there. A CSV in place of a workbook has dates in the format of
 * the user: override `format` then.
 */
export const dynamics: Preset = {
  name: 'dynamics',
  title: mark`Microsoft Dynamics 365 Sales, leads`,
  csv: {},
  key: 'id',
  clock: mark`the time zone of the Dynamics user who exported, under Personalisation settings`,
  fields: {
    id: text('(Do Not Modify) Lead', '(Ne pas modifier) Prospect'),
    created_at: moment('iso', 'Created On', 'Créé le', 'Création le'),
    modified_at: moment(
      'iso',
      '(Do Not Modify) Modified On',
      '(Ne pas modifier) Modifié le',
      '(Ne pas modifier) Date de modification',
    ),
    qualified_at: moment('iso', 'Qualified On', 'Date de qualification'),
    contacted_at: moment('iso', 'First Response Sent On', 'Date de première réponse'),
    status: text('Status', 'Statut'),
    status_reason: text('Status Reason', 'Raison du statut'),
    owner: personal('Owner', 'Propriétaire'),
    source: text('Lead Source', 'Source du prospect'),
    rating: text('Rating', 'Évaluation'),
    company: text('Company Name', 'Nom de la société'),
    company_size: integer('No. of Employees', "Nombre d'employés"),
    industry: text('Industry', "Secteur d'activité"),
    country: text('Country', 'Country/Region', 'Pays', 'Pays/région'),
    job_title: text('Job Title', 'Fonction'),
    name: personal('Name', 'Nom complet'),
    email: personal('Email', 'Email Address', 'Courrier électronique', 'Adresse e-mail'),
    phone: personal('Business Phone', 'Téléphone (bureau)', 'Téléphone professionnel'),
    amount: decimal('.', 'Est. Value', 'Budget Amount', 'Valeur estimée'),
  },
  stages: {
    created: ['created_at'],
    qualified: ['created_at'],
    contacted: ['contacted_at'],
    answered: ['qualified_at'],
  },
  notContact: [
    { columns: ['Last On Hold Time'], why: mark`when a clock was stopped, not a contact` },
    {
      columns: ['First Response Sent', 'Initial Communication'],
      why: mark`whether somebody answered, without the time at which they did`,
    },
    {
      columns: ['(Do Not Modify) Modified On', '(Ne pas modifier) Modifié le'],
      why: mark`any change of the record, by anybody or by a robot`,
    },
  ],
  statuses: {
    field: 'status_reason',
    waiting: ['New', 'Nouveau'],
    contacted: ['Contacted', 'Contacté'],
    accepted: ['Qualified', 'Qualifié'],
    refused: [
      'Lost',
      'Cannot Contact',
      'No Longer Interested',
      'Canceled',
      'Perdu',
      'Impossible à contacter',
    ],
  },
};

import { mark } from '../messages/index.ts';
import { day, decimal, moment, type Preset, personal, text } from './preset.ts';

const TIME = 'yyyy-MM-dd HH:mm:ss';

/**
 * Deals or leads exported from Pipedrive: each header begins with the item that it belongs to, in the
 * user's language.
 *
 * English headers and times: public importers that read such exports (`Deal - Deal created`,
 * `Lead - Lead created`, `2025-01-15 09:00:00`). French: public scripts on French exports
 * (`Affaire - Affaire créée`, `Affaire - Heure de l'échec`), the same form of times.
 *
 * Not confirmed: the French header of the won time, and those of leads; whether the times are of the user's
 * zone or UTC.
 */
export const pipedrive: Preset = {
  name: 'pipedrive',
  title: mark`Pipedrive, deals or leads`,
  csv: {},
  key: 'id',
  clock: mark`not documented: compare one row with the screen; the user who exported sees the same time, or UTC`,
  fields: {
    id: text('Deal - ID', 'Lead - ID', 'Affaire - ID', 'Prospect - ID'),
    created_at: moment(
      TIME,
      'Deal - Deal created',
      'Deal - Deal created on',
      'Lead - Lead created',
      'Lead - Lead created on',
      'Affaire - Affaire créée',
    ),
    won_at: moment(TIME, 'Deal - Won time', 'Affaire - Heure du gain'),
    lost_at: moment(TIME, 'Deal - Lost time', "Affaire - Heure de l'échec"),
    stage_at: moment(TIME, 'Deal - Last stage change', 'Affaire - Dernier changement d’étape'),
    modified_at: moment(TIME, 'Deal - Update time', 'Lead - Update time'),
    expected_on: day('yyyy-MM-dd', 'Deal - Expected close date', 'Affaire - Date de clôture prévue'),
    status: text('Deal - Status', 'Affaire - Statut'),
    stage: text('Deal - Stage', 'Affaire - Étape'),
    reason: text('Deal - Lost reason', 'Affaire - Raison de la perte', 'Affaire - Raison de perte'),
    owner: personal('Deal - Owner', 'Lead - Owner', 'Affaire - Propriétaire'),
    source: text('Deal - Source', 'Lead - Source', 'Deal - Lead Source', 'Affaire - Source'),
    company: text('Deal - Organization', 'Lead - Organization', 'Affaire - Organisation'),
    contact: personal('Deal - Contact person', 'Lead - Contact person', 'Affaire - Personne à contacter'),
    email: personal('Person - Email - Work', 'Personne - E-mail - Travail'),
    phone: personal('Person - Phone - Work', 'Personne - Téléphone - Travail'),
    amount: decimal('.', 'Deal - Value', 'Lead - Value', 'Affaire - Valeur'),
  },
  stages: { created: ['created_at'], qualified: ['created_at'], won: ['won_at'] },
  notContact: [
    {
      columns: [
        'Deal - Last activity date',
        'Lead - Last activity date',
        'Affaire - Date de la dernière activité',
      ],
      why: mark`the latest activity, and a date without a time`,
    },
    {
      columns: ['Deal - Next activity date', 'Lead - Next activity date'],
      why: mark`what is planned, not what was done`,
    },
    { columns: ['Activity - Add time'], why: mark`the moment at which a task was entered, not a contact` },
  ],
  statuses: {
    field: 'status',
    waiting: ['Open', 'Ouvert', 'En cours'],
    contacted: [],
    accepted: ['Won', 'Gagné'],
    refused: ['Lost', 'Perdu'],
  },
};

import { mark } from '../messages/index.ts';
import { day, decimal, moment, type Preset, personal, text } from './preset.ts';

const TIME = 'yyyy-MM-dd HH:mm:ss';

/**
 * Deals or leads exported from Pipedrive: each header begins with the item that it belongs to, in the
 * user's language.
 *
 * English headers and times: public importers that read such exports (`Deal - Deal created`,
 * `Lead - Lead created`, `2025-01-15 09:00:00`). French: public scripts on French exports
 * (`Affaire - Affaire créée`, `Affaire - Date de gain`, `Affaire - Heure de l'échec`). German: a public script that
 * imports a German export column by column. Portuguese: a public importer of such exports; Spanish: another, for
 * the id, the value, the state and the owner. All have the same form of times.
 *
 * Not confirmed: the headers of leads in another language than English; the Spanish dates; whether the times are of
 * the user's zone or UTC.
 */
export const pipedrive: Preset = {
  name: 'pipedrive',
  title: mark`Pipedrive, deals or leads`,
  csv: {},
  key: 'id',
  clock: mark`not documented: compare one row with the screen; the user who exported sees the same time, or UTC`,
  fields: {
    id: text('Deal - ID', 'Lead - ID', 'Affaire - ID', 'Prospect - ID', 'Negócio - ID', 'Trato - ID'),
    created_at: moment(
      TIME,
      'Deal - Deal created',
      'Deal - Deal created on',
      'Lead - Lead created',
      'Lead - Lead created on',
      'Affaire - Affaire créée',
      'Deal - Deal erstellt',
      'Lead - Lead erstellt',
      'Negócio - Negócio criado em',
    ),
    won_at: moment(
      TIME,
      'Deal - Won time',
      'Affaire - Heure du gain',
      'Affaire - Date de gain',
      'Deal - Datum des gewonnenen Deals',
      'Negócio - Ganho em',
    ),
    lost_at: moment(
      TIME,
      'Deal - Lost time',
      "Affaire - Heure de l'échec",
      'Affaire - Date de perte',
      'Deal - Datum des verlorenen Deals',
      'Negócio - Data de perda',
    ),
    stage_at: moment(
      TIME,
      'Deal - Last stage change',
      'Affaire - Dernier changement d’étape',
      'Deal - Letzte Phasenänderung',
      'Negócio - Última alteração de etapa',
    ),
    modified_at: moment(
      TIME,
      'Deal - Update time',
      'Lead - Update time',
      'Deal - Zeit der Aktualisierung',
      'Negócio - Atualizado em',
    ),
    expected_on: day(
      'yyyy-MM-dd',
      'Deal - Expected close date',
      'Affaire - Date de clôture prévue',
      'Negócio - Data de fechamento esperada',
      'Trato - Fecha de cierre prevista',
    ),
    status: text('Deal - Status', 'Affaire - Statut', 'Negócio - Status', 'Trato - Estado'),
    stage: text('Deal - Stage', 'Affaire - Étape', 'Deal - Phase', 'Negócio - Etapa'),
    reason: text(
      'Deal - Lost reason',
      'Affaire - Raison de la perte',
      'Affaire - Raison de perte',
      'Deal - Verlustgrund',
      'Negócio - Motivo da perda',
    ),
    owner: personal(
      'Deal - Owner',
      'Lead - Owner',
      'Affaire - Propriétaire',
      'Deal - Besitzer',
      'Negócio - Proprietário',
      'Trato - Propietario',
    ),
    source: text(
      'Deal - Source',
      'Lead - Source',
      'Deal - Lead Source',
      'Affaire - Source',
      'Negócio - Fonte do Lead',
    ),
    company: text(
      'Deal - Organization',
      'Lead - Organization',
      'Affaire - Organisation',
      'Deal - Organisation',
      'Negócio - Organização',
    ),
    contact: personal(
      'Deal - Contact person',
      'Lead - Contact person',
      'Affaire - Personne à contacter',
      'Deal - Kontaktperson',
      'Negócio - Pessoa de contato',
    ),
    email: personal('Person - Email - Work', 'Personne - E-mail - Travail', 'Pessoa - E-mail - Trabalho'),
    phone: personal('Person - Phone - Work', 'Personne - Téléphone - Travail', 'Pessoa - Telefone'),
    amount: decimal(
      '.',
      'Deal - Value',
      'Lead - Value',
      'Affaire - Valeur',
      'Deal - Wert',
      'Negócio - Valor',
      'Trato - Valor',
    ),
  },
  stages: { created: ['created_at'], qualified: ['created_at'], won: ['won_at'] },
  notContact: [
    {
      columns: [
        'Deal - Last activity date',
        'Lead - Last activity date',
        'Affaire - Date de la dernière activité',
        'Deal - Datum der letzten Aktivität',
        'Negócio - Data da última atividade',
      ],
      why: mark`the latest activity, and a date without a time`,
    },
    {
      columns: [
        'Deal - Next activity date',
        'Lead - Next activity date',
        'Deal - Datum nächste Aktivität',
        'Negócio - Data da próxima atividade',
      ],
      why: mark`what is planned, not what was done`,
    },
    { columns: ['Activity - Add time'], why: mark`the moment at which a task was entered, not a contact` },
  ],
  statuses: {
    field: 'status',
    waiting: ['Open', 'Ouvert', 'En cours', 'Offen', 'Aberto', 'Abierto'],
    contacted: [],
    accepted: ['Won', 'Gagné', 'Gewonnen', 'Ganho', 'Ganado'],
    refused: ['Lost', 'Perdu', 'Verloren', 'Perdido'],
  },
};

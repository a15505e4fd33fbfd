import { mark } from '../messages/index.ts';
import { decimal, integer, moment, type Preset, personal, text } from './preset.ts';

/**
 * Leads exported from Zoho CRM: labels of the fields, in the user's language.
 *
 * English headers and statuses: Zoho's help on the standard fields of leads, and a public export of a
 * sample organisation, whose calls and events have times such as `2021-04-15 23:03:00`. French: one public
 * translation of Zoho's interface (`Propriétaire du prospect`, `Statut du prospect`, `Source du prospect`).
 *
 * `Lead Conversion Time` is no date: Zoho counts in it the days until the conversion.
 *
 * Not confirmed: the other French headers; that the times follow the zone of the user who exports.
 */
export const zoho: Preset = {
  name: 'zoho',
  title: mark`Zoho CRM, leads`,
  csv: {},
  key: 'id',
  telling: ['status', 'owner'],
  clock: mark`the time zone of the Zoho user who exported, under Personal settings > Locale`,
  fields: fieldsOf('iso'),
  stages: { created: ['created_at'], qualified: ['created_at'], answered: ['converted_at'] },
  notContact: [
    {
      columns: ['Last Activity Time', 'Dernière activité'],
      why: mark`the latest activity of any kind, a change of the record included`,
    },
    { columns: ['Modified Time'], why: mark`any change of the record, by anybody or by a robot` },
  ],
  statuses: {
    field: 'status',
    waiting: ['Not Contacted', 'Attempted to Contact', 'Contact in Future', 'Non contacté'],
    contacted: ['Contacted', 'Contacté'],
    accepted: ['Pre-Qualified', 'Pre Qualified', 'Qualified', 'Préqualifié'],
    refused: ['Junk Lead', 'Lost Lead', 'Not Qualified', 'Prospect indésirable', 'Prospect perdu'],
  },
};

/** The same leads as Zoho Analytics exports them: `15 Apr, 2021 00:03:00`, and a key of its own. */
export const zohoAnalytics: Preset = {
  ...zoho,
  name: 'zoho-analytics',
  title: mark`Zoho Analytics, leads`,
  fields: fieldsOf('dd MMM, yyyy HH:mm:ss'),
};

function fieldsOf(time: string): Preset['fields'] {
  return {
    id: text('Record Id', 'Lead Id', 'LEADID', 'Id'),
    created_at: moment(time, 'Created Time', 'Heure de création'),
    converted_at: moment(time, 'Converted Time', 'Converted Date Time'),
    modified_at: moment(time, 'Modified Time', 'Heure de modification'),
    status: text('Lead Status', 'Statut du prospect'),
    owner: personal('Lead Owner', 'Propriétaire du prospect'),
    source: text('Lead Source', 'Source du prospect'),
    company: text('Company', 'Entreprise', 'Société'),
    company_size: integer('No. of Employees', 'No of Employees', "Nombre d'employés"),
    industry: text('Industry', "Secteur d'activité"),
    country: text('Country', 'Pays'),
    job_title: text('Title', 'Titre'),
    first_name: personal('First Name', 'Prénom'),
    last_name: personal('Last Name', 'Nom', 'Nom de famille'),
    email: personal('Email', 'E-mail', 'Adresse e-mail'),
    phone: personal('Phone', 'Téléphone'),
    mobile: personal('Mobile'),
    amount: decimal('.', 'Annual Revenue', "Chiffre d'affaires annuel"),
  };
}

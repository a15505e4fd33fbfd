import { mark } from '../messages/index.ts';
import { day, decimal, integer, moment, type Preset, personal, text } from './preset.ts';

const NOT_CONTACT: Preset['notContact'] = [
  {
    columns: ['LastActivityDate', 'Last Activity', 'Dernière activité', 'Letzte Aktivität'],
    why: mark`the latest activity, and a date without a time`,
  },
  {
    columns: ['ConvertedDate', 'Converted Date', 'Date de conversion', 'Konvertierungsdatum'],
    why: mark`the conversion: leads that were called and refused have none; and a date without a time`,
  },
  {
    columns: ['LastModifiedDate', 'Last Modified', 'Dernière modification', 'Zuletzt geändert am'],
    why: mark`any change of the record, by anybody or by a robot`,
  },
];

/** The values that a new organisation starts with; most firms change them. */
const STATUSES: Preset['statuses'] = {
  field: 'status',
  waiting: ['Open - Not Contacted', 'New', 'Ouverte - Non contactée'],
  contacted: ['Working - Contacted', 'Contacted', 'En cours - Contactée'],
  accepted: ['Closed - Converted', 'Qualified', 'Converted'],
  refused: ['Closed - Not Converted', 'Unqualified', 'Disqualified'],
};

/**
 * Leads exported by Data Loader, Workbench or the weekly export: names of the API, times with an offset.
 *
 * Field names and types: Salesforce's object reference, Lead. `FirstCallDateTime` and `FirstEmailDateTime`
 * are filled by Sales Engagement only. Times as in a public export of a demonstration organisation:
 * `2024-01-22T20:36:47.000+0000`.
 *
 * Not confirmed: nothing of what is here; but no standard field tells when a lead was qualified.
 */
export const salesforce: Preset = {
  name: 'salesforce',
  title: mark`Salesforce, leads by their API names`,
  csv: {},
  key: 'id',
  telling: ['company', 'converted_on'],
  clock: mark`times carry their offset; a date without a time, such as ConvertedDate, is a day of the organisation`,
  fields: {
    id: text('Id'),
    created_at: moment('iso', 'CreatedDate'),
    contacted_at: moment('iso', 'FirstCallDateTime'),
    emailed_at: moment('iso', 'FirstEmailDateTime'),
    converted_on: day('iso', 'ConvertedDate'),
    modified_at: moment('iso', 'LastModifiedDate'),
    status: text('Status'),
    owner: text('OwnerId'),
    source: text('LeadSource'),
    company: text('Company'),
    company_size: integer('NumberOfEmployees'),
    industry: text('Industry'),
    country: text('Country'),
    job_title: text('Title'),
    first_name: personal('FirstName'),
    last_name: personal('LastName'),
    email: personal('Email'),
    phone: personal('Phone'),
    amount: decimal('.', 'AnnualRevenue'),
  },
  stages: {
    created: ['created_at'],
    qualified: ['created_at'],
    contacted: ['contacted_at', 'emailed_at'],
    answered: ['converted_on'],
  },
  notContact: NOT_CONTACT,
  statuses: STATUSES,
};

/**
 * A report on leads, "details only", exported as CSV by a user whose locale is French: labels, semicolons,
 * `dd/MM/yyyy HH:mm`. The formatted export has title rows above and a total below: see `skip` under csv.
 *
 * Headers, separator and encoding: a public importer's test of a French report. English labels of the same
 * columns: Salesforce's help on lead fields.
 *
 * Not confirmed: that "Date de création" carries its time; in standard report types it is a day, in custom
 * ones a time.
 */
export const salesforceReportFr: Preset = {
  name: 'salesforce-report-fr',
  title: mark`Salesforce, a report on leads, French locale`,
  csv: { delimiter: ';' },
  key: 'id',
  clock: mark`the time zone of the user who exported the report`,
  fields: {
    ...reportFields('dd/MM/yyyy HH:mm', 'dd/MM/yyyy', ','),
  },
  stages: { created: ['created_at'], qualified: ['created_at'], answered: ['converted_on'] },
  notContact: NOT_CONTACT,
  statuses: STATUSES,
};

/** The same report by a user whose locale is English (United States): commas, `M/d/yyyy h:mm a`. */
export const salesforceReport: Preset = {
  ...salesforceReportFr,
  name: 'salesforce-report',
  title: mark`Salesforce, a report on leads, US locale`,
  csv: {},
  fields: { ...reportFields('M/d/yyyy h:mm a', 'M/d/yyyy', '.') },
};

/**
 * The same report by a user whose locale is German: semicolons, `dd.MM.yyyy`, decimal commas.
 *
 * Headers and the form of dates: two public programs that read such reports of leads. In theirs `Erstelldatum` is a
 * day.
 *
 * Not confirmed: `Konvertiert`; the German words of the status, which each firm makes its own; the separator, which
 * follows the regional settings of the user.
 */
export const salesforceReportDe: Preset = {
  ...salesforceReportFr,
  name: 'salesforce-report-de',
  title: mark`Salesforce, a report on leads, German locale`,
  fields: { ...reportFields('dd.MM.yyyy HH:mm', 'dd.MM.yyyy', ',') },
};

function reportFields(time: string, date: string, sign: '.' | ','): Preset['fields'] {
  return {
    id: text('Lead ID', 'ID de piste', 'Lead-ID'),
    created_at: moment(time, 'Create Date', 'Created Date', 'Date de création', 'Erstelldatum'),
    converted_on: day(date, 'Converted Date', 'Date de conversion', 'Konvertierungsdatum'),
    modified_at: moment(
      time,
      'Last Modified',
      'Last Modified Date',
      'Dernière modification',
      'Zuletzt geändert am',
    ),
    status: text('Lead Status', 'Statut de la piste', 'Lead-Status'),
    converted: text('Converted', 'Converti', 'Konvertiert'),
    owner: personal('Lead Owner', 'Propriétaire de la piste', 'Lead-Inhaber'),
    source: text('Lead Source', 'Origine de la piste', 'Lead-Quelle'),
    company: text('Company / Account', 'Company', 'Société/Compte', 'Firma/Account'),
    company_size: integer('No. of Employees', 'Employees', 'Employés'),
    industry: text('Industry', "Secteur d'activité"),
    country: text('Country', 'Pays'),
    job_title: text('Title', 'Titre', 'Fonction'),
    first_name: personal('First Name', 'Prénom', 'Vorname'),
    last_name: personal('Last Name', 'Nom', 'Nachname'),
    email: personal('Email', 'Adresse e-mail'),
    phone: personal('Phone', 'Téléphone'),
    amount: decimal(sign, 'Annual Revenue', "Chiffre d'affaires annuel"),
  };
}

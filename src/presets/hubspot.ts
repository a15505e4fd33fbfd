import { mark } from '../messages/index.ts';
import { day, decimal, integer, moment, type Preset, personal, text } from './preset.ts';

const TIME = 'yyyy-MM-dd HH:mm';

/**
 * Contacts exported from HubSpot: properties by their labels, in the language of the account.
 *
 * English labels: HubSpot's knowledge base, "HubSpot's default contact properties", and public property
 * listings (`hs_first_outreach_date` is "First outreach date"). French: the French knowledge base for the
 * life cycle, the lead status and the owner; public import mappings for telephone, job title and country. Spanish: a
 * public importer that pins the header line of a real export (`ID de registro`, `Propietario del contacto`).
 * Times as seen in exports.
 *
 * Not confirmed: the French labels of the dates of the life cycle (the knowledge base is translated by
 * machine and writes "Date de conversion en …"), and so not listed; that the times of a file follow the
 * account's zone rather than the user's. The documented sample of contacts has `Contact ID` and dates
 * without a time.
 */
export const hubspot: Preset = {
  name: 'hubspot',
  title: mark`HubSpot, contacts`,
  csv: {},
  key: 'id',
  telling: ['owner', 'email', 'first_name', 'last_name'],
  clock: mark`the time zone of the HubSpot account, under Settings > Account defaults`,
  fields: {
    id: text('Record ID', 'Record ID - Contact', 'Contact ID', "ID d'enregistrement", 'ID de registro'),
    created_at: moment(TIME, 'Create Date', 'Date de création', 'Fecha de creación'),
    lead_at: moment(TIME, 'Became a Lead Date'),
    qualified_at: moment(TIME, 'Became a Marketing Qualified Lead Date'),
    sales_qualified_at: moment(TIME, 'Became a Sales Qualified Lead Date'),
    opportunity_at: moment(TIME, 'Became an Opportunity Date'),
    won_at: moment(TIME, 'Became a Customer Date'),
    assigned_at: moment(TIME, 'Owner Assigned Date', "Date d'attribution du propriétaire"),
    contacted_at: moment(TIME, 'First outreach date', 'First Outreach Date'),
    modified_at: moment(TIME, 'Last Modified Date', 'Date de dernière modification'),
    closed_on: day(TIME, 'Close Date', 'Date de fermeture'),
    lifecycle_stage: text('Lifecycle Stage', 'Lifecycle stage', 'Phase du cycle de vie'),
    status: text('Lead Status', 'Lead status', 'Statut du lead', 'Statut du prospect', 'Estado del lead'),
    owner: personal('Contact owner', 'Contact Owner', 'Propriétaire du contact', 'Propietario del contacto'),
    source: text('Original Source', 'Original Traffic Source', "Source d'origine"),
    company: text('Company Name', 'Associated Company', "Nom de l'entreprise"),
    company_size: integer('Number of Employees', "Nombre d'employés"),
    industry: text('Industry', 'Industrie'),
    country: text('Country/Region', 'Country', 'Pays/Région', 'País/región'),
    job_title: text('Job Title', 'Intitulé du poste', 'Cargo'),
    first_name: personal('First Name', 'Prénom', 'Nombre'),
    last_name: personal('Last Name', 'Nom', 'Apellidos'),
    email: personal('Email', 'E-mail', 'Adresse e-mail', 'Correo'),
    phone: personal('Phone Number', 'Numéro de téléphone', 'Número de teléfono'),
    amount: decimal('.', 'Recent Deal Amount', 'Total Revenue'),
  },
  stages: {
    created: ['created_at'],
    qualified: ['qualified_at', 'lead_at'],
    assigned: ['assigned_at'],
    contacted: ['contacted_at'],
    answered: ['sales_qualified_at', 'opportunity_at'],
    won: ['won_at'],
  },
  notContact: [
    {
      columns: ['Last Contacted', 'Dernier contact', 'Último contacto'],
      why: mark`the latest contact, not the first: it moves with every call`,
    },
    {
      columns: ['Date of first engagement', 'First Engagement Date'],
      why: mark`the first contact by the present owner: it is cleared when the owner changes`,
    },
    {
      columns: ['Last Activity Date', 'Date de la dernière activité', 'Última actividad'],
      why: mark`the latest activity of any kind, a note or a task included`,
    },
    { columns: ['Next Activity Date'], why: mark`what is planned, not what was done` },
  ],
  statuses: {
    field: 'status',
    waiting: ['New', 'Nouveau', 'Nuevo', 'Attempted to contact', 'Tentative de contact'],
    contacted: ['Open', 'In progress', 'Connected', 'Ouvert', 'En cours', 'Connecté', 'Abierto', 'En curso'],
    accepted: ['Open deal', 'Transaction ouverte'],
    refused: ['Unqualified', 'Bad timing', 'Non qualifié', 'Mauvais timing', 'No calificado', 'Mal momento'],
  },
};

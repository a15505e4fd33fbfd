import type { FieldDef } from '../model/agreement.ts';
import type { Preset } from './preset.ts';

type PresetField = Omit<FieldDef, 'name' | 'path'>;

function text(column: string, personal = false): PresetField {
  return { column, type: 'text', format: null, decimal: '.', personal };
}

function moment(column: string): PresetField {
  return { column, type: 'datetime', format: 'yyyy-MM-dd HH:mm', decimal: '.', personal: false };
}

/** Contacts exported from HubSpot as CSV: properties by their English labels, times in the zone of the account. */
export const hubspot: Preset = {
  name: 'hubspot',
  title: 'HubSpot, contacts exported as CSV',
  csv: {},
  fields: {
    id: text('Record ID'),
    created_at: moment('Create Date'),
    qualified_at: moment('Became a Marketing Qualified Lead Date'),
    assigned_at: moment('Owner Assigned Date'),
    modified_at: moment('Last Modified Date'),
    lifecycle_stage: text('Lifecycle Stage'),
    lead_status: text('Lead Status'),
    owner: text('Contact owner', true),
    source: text('Original Source'),
    company: text('Company Name'),
    industry: text('Industry'),
    country: text('Country/Region'),
    job_title: text('Job Title'),
    email: text('Email', true),
    phone: text('Phone Number', true),
  },
};

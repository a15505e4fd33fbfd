import { dynamics } from './dynamics.ts';
import { calendly, metaLeadForms, typeform } from './forms.ts';
import { generic } from './generic.ts';
import { freshdesk, zendesk } from './help-desks.ts';
import { hubspot } from './hubspot.ts';
import { odoo } from './odoo.ts';
import { pipedrive } from './pipedrive.ts';
import type { Preset } from './preset.ts';
import { salesforce, salesforceReport, salesforceReportDe, salesforceReportFr } from './salesforce.ts';
import { zoho, zohoAnalytics } from './zoho.ts';

/** Every preset, by the name that an agreement writes. */
export const presets: Readonly<Record<string, Preset>> = {
  hubspot,
  salesforce,
  'salesforce-report': salesforceReport,
  'salesforce-report-fr': salesforceReportFr,
  'salesforce-report-de': salesforceReportDe,
  pipedrive,
  zoho,
  'zoho-analytics': zohoAnalytics,
  dynamics,
  odoo,
  zendesk,
  freshdesk,
  'meta-lead-forms': metaLeadForms,
  calendly,
  typeform,
  generic,
};

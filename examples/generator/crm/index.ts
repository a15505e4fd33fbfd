import type { CrmExport } from './columns.ts';
import { dynamics } from './dynamics.ts';
import { generic } from './generic.ts';
import { hubspot } from './hubspot.ts';
import { odoo } from './odoo.ts';
import { pipedrive } from './pipedrive.ts';
import { salesforce } from './salesforce.ts';
import { salesforceReportFr } from './salesforce-report-fr.ts';
import { zoho } from './zoho.ts';

/** One example for each preset that has one. */
export const crmExports: readonly CrmExport[] = [
  hubspot,
  salesforce,
  salesforceReportFr,
  pipedrive,
  zoho,
  dynamics,
  odoo,
  generic,
];

/** The bytes of `examples/<folder>/exports/leads.csv`: UTF-8, CRLF. */
export function crmCsv({ columns, leads, delimiter }: CrmExport): string {
  const cell = (value: string): string =>
    value.includes(delimiter) || /["\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  const rows = [columns.map(([header]) => header), ...leads.map((lead) => columns.map(([, of]) => of(lead)))];
  return rows.map((row) => `${row.map(cell).join(delimiter)}\r\n`).join('');
}

import type { InitRequest } from '../../model/init.ts';
import { yaml } from '../../report/sniff-fields.ts';

/** A commented agreement for an export that is still to come: every section once, plain names to be replaced. */
export function template({ title, timezone, hours, holidays }: InitRequest): string {
  const zone = timezone ?? 'Europe/Paris';
  const windows = (hours ?? '09:00-12:30, 14:00-18:00').replaceAll(' ', '').replaceAll(',', ', ');
  const country = holidays ?? 'FR';
  return `# yaml-language-server: $schema=https://unpkg.com/smarketing-sla/schemas/sla.schema.json
#
# An agreement between marketing and sales. Better still: "sla init --from export.csv" proposes one from your own leads.

sla: 1
id: agreement
title: ${yaml(title ?? 'Marketing and sales agreement')}
version: "1"
status: draft # active, once both teams agree
timezone: ${zone} # cuts the months

teams:
  marketing: { title: Marketing, lead: Head of marketing }
  sales: { title: Sales, lead: Head of sales }
sponsor: Managing director # settles what the teams can not

calendars:
  office: # the hours in which the clock runs
    timezone: ${zone}
    week: { mon-fri: [${windows}] }
${country === 'none' ? '' : `    holidays: [${country}]\n`}
sources:
  leads:
    files: exports/leads.csv # "sla sniff" tells what it holds; a preset knows the columns of your CRM
    timezone: ${zone} # whose clock the times of the export show
    key: id
    fields: # our name: header of the column
      id: Lead ID
      owner: { column: Owner, personal: true }
      phone: { column: Phone, personal: true }
      qualified_at: { column: Qualified at, type: datetime, format: iso }
      contacted_at: { column: First contact at, type: datetime, format: iso }

stages: # the moments both teams mean when they use these words
  qualified: { at: qualified_at, title: Lead handed to sales }
  contacted: { at: contacted_at, title: First contact by sales }

commitments:
  - id: volume
    owed_by: marketing
    owed_to: sales
    promise: 100 qualified leads every month
    count: { stage: qualified }
    target: ">= 100 per month"

  - id: complete-records
    owed_by: marketing
    owed_to: sales
    promise: A qualified lead comes with its phone number
    share: { of: { stage: qualified }, with: { phone: present } }
    target: ">= 95%"

  - id: first-contact
    owed_by: sales
    owed_to: marketing
    promise: Every qualified lead is contacted within 4 business hours
    response: { from: qualified, to: contacted, within: 4 business hours, calendar: office }
    target: ">= 80%"
`;
}

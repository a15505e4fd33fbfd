import { t } from '../../../messages/index.ts';
import type { InitRequest } from '../../../model/init.ts';
import { ownId } from '../../../messages/own-ids.ts';
import { yaml } from '../../../report/sniff-fields.ts';
import { defaultTitle, languageLines, partyLines } from './opening.ts';

/**
 * A commented agreement for an export that is still to come: every section once, plain names to be replaced.
 * Long because it is one text, in the order in which it is read.
 */
export function template({ title, timezone, hours, holidays }: InitRequest): string {
  const zone = timezone ?? 'Europe/Paris';
  const windows = (hours ?? '09:00-12:30, 14:00-18:00').replaceAll(' ', '').replaceAll(',', ', ');
  const country = holidays ?? 'FR';
  return `# yaml-language-server: $schema=https://unpkg.com/smarketing-sla/schemas/sla.schema.json
#
# ${t`An agreement between marketing and sales. Better still: "sla init --from export.csv" proposes one from your own leads.`}

sla: 1
id: agreement
title: ${yaml(title ?? defaultTitle())}
version: "1"
status: draft # ${t`active, once both teams agree`}
${languageLines()
  .map((line) => `${line}\n`)
  .join('')}timezone: ${zone} # ${t`cuts the months`}

# ${t`Who signs for each team, and who decides where they do not agree?`}
${partyLines().join('\n')}

# ${t`When is somebody there to answer? Which days are off, beside public holidays?`}
calendars:
  ${ownId('office')}: # ${t`the hours in which the clock runs`}
    timezone: ${zone}
    week: { mon-fri: [${windows}] }
    holidays: ${country === 'none' ? country : `[${country}]`}

sources:
  leads:
    files: exports/leads.csv # ${t`"sla sniff" tells what it holds; a preset knows the columns of your CRM`}
    timezone: ${zone} # ${t`whose clock the times of the export show`}
    key: id
    fields: # ${t`our name: header of the column`}
      id: ${yaml(t`Lead ID`)}
      owner: { column: ${yaml(t`Owner`)}, personal: true }
      ${ownId('phone')}: { column: ${yaml(t`Phone`)}, personal: true }
      ${ownId('qualified_at')}: { column: ${yaml(t`Qualified at`)}, type: datetime, format: iso }
      ${ownId('contacted_at')}: { column: ${yaml(t`First contact at`)}, type: datetime, format: iso }

# ${t`When is a lead ready for sales, and who says so? Where does your CRM keep that date, and that of the first contact?`}
stages: # ${t`the moments both teams mean when they use these words`}
  ${ownId('qualified')}: { at: ${ownId('qualified_at')}, title: ${yaml(t`Lead handed to sales`)} }
  ${ownId('contacted')}: { at: ${ownId('contacted_at')}, title: ${yaml(t`First contact by sales`)} }

# ${t`What do both teams owe together? New customers, revenue, a market: it begins with an amount and a date in the CRM.`}
# objectives:
#   - { id: ${ownId('new-customers')}, title: ${yaml(t`New customers`)}, shared_by: [marketing, ${ownId('sales')}], count: { stage: ${ownId('won')} }, target: ">= 10 per quarter" }

commitments:
  # ${t`How many leads does sales need a month to reach its goal, and how many can it answer?`}
  - id: ${ownId('volume')}
    owed_by: marketing
    owed_to: ${ownId('sales')}
    promise: ${t`100 qualified leads every month`}
    count: { stage: ${ownId('qualified')} }
    target: ">= 100 per month"

  # ${t`What must sales know of a lead before it calls?`}
  - id: ${ownId('complete-records')}
    owed_by: marketing
    owed_to: ${ownId('sales')}
    promise: ${t`A qualified lead comes with its phone number`}
    share: { of: { stage: ${ownId('qualified')} }, with: { ${ownId('phone')}: present } }
    target: ">= 95%"

  # ${t`Within which time is a lead answered in an ordinary week, and how many may come late in a bad one?`}
  - id: ${ownId('first-contact')}
    owed_by: ${ownId('sales')}
    owed_to: marketing
    promise: ${t`Every qualified lead is contacted within 4 business hours`}
    response: { from: ${ownId('qualified')}, to: ${ownId('contacted')}, within: 4 business hours, calendar: ${ownId('office')} }
    target: ">= 80%"
`;
}

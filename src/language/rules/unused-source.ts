import { mark, t } from '../../messages/index.ts';
import { isRead } from '../logic/uses.ts';
import type { Rule } from './rule.ts';

/** An export that nothing reads is asked for at each run, and may hold what a measure was meant to read. */
export const unusedSource: Rule = {
  id: 'unused-source',
  severity: 'warning',
  law: mark`Each source beside the leads is read by a measure, a stage or a condition.`,
  good: `
commitments:
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: qualified, where: profile }, target: ">= 120 per month" }
  - id: first-contact
    owed_by: sales
    owed_to: marketing
    response: { from: qualified, to: { earliest: calls }, within: 4 business hours, calendar: office }
    target: ">= 95%"
  - { id: reached, owed_by: sales, owed_to: marketing, share: { of: { stage: qualified }, reaches: contacted }, target: ">= 80%" }
sources:
  leads:
    files: exports/leads.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: Lead ID
      country: Country
      size: { column: Employees, type: integer }
      qualified_at: { column: Qualified at, type: datetime, format: iso }
      contacted_at: { column: First contact at, type: datetime, format: iso }
  calls: { files: exports/calls.csv, lead: lead_id, fields: { at: { column: At, type: datetime, format: iso } } }
`,
  bad: `
sources:
  leads:
    files: exports/leads.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: Lead ID
      country: Country
      size: { column: Employees, type: integer }
      qualified_at: { column: Qualified at, type: datetime, format: iso }
      contacted_at: { column: First contact at, type: datetime, format: iso }
  calls: { files: exports/calls.csv, lead: lead_id, fields: { at: { column: At, type: datetime, format: iso } } }
`,
  check(agreement) {
    return Object.values(agreement.sources)
      .filter((source) => !isRead(source, agreement))
      .map(({ name, kind, path }) => ({
        message:
          kind === 'population'
            ? t`No promise is about the rows of "${name}"`
            : kind === 'activities'
              ? t`No measure reads the source "${name}"`
              : t`Nothing reads a field of the source "${name}"`,
        help:
          kind === 'population'
            ? t`give a date of it a stage and name that in a measure, or remove it`
            : kind === 'activities'
              ? t`name it in a measure, such as response: { to: { earliest: ${name} } }, or remove it`
              : t`name one of its fields in a stage, a condition or a measure, or remove it`,
        path,
        on: 'key' as const,
      }));
  },
};

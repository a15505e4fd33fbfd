import { mark, t } from '../../messages/index.ts';
import { cutsReports, fieldsUsed, isRead } from '../logic/uses.ts';
import type { Rule } from './rule.ts';

/**
 * A date or an amount that nothing reads may be one that a stage was meant to read; personal data best
 * stays where it is.
 */
export const unusedField: Rule = {
  id: 'unused-field',
  severity: 'info',
  law: mark`Each date, amount and personal field is read by a stage, a condition or a measure.`,
  good: `
sources:
  leads:
    files: exports/leads.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: Lead ID
      country: Country
      campaign: Campaign # a text: good for --by
      size: { column: Employees, type: integer }
      qualified_at: { column: Qualified at, type: datetime, format: iso }
      contacted_at: { column: First contact at, type: datetime, format: iso }
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
      email: { column: Email, personal: true }
      size: { column: Employees, type: integer }
      qualified_at: { column: Qualified at, type: datetime, format: iso }
      contacted_at: { column: First contact at, type: datetime, format: iso }
      closed_at: { column: Closed at, type: datetime, format: iso }
`,
  check(agreement) {
    const used = fieldsUsed(agreement);
    return Object.values(agreement.sources)
      .filter((source) => isRead(source, agreement))
      .flatMap(({ kind, fields }) =>
        Object.values(fields).filter(
          (field) =>
            !used.has(field.name) &&
            !cutsReports(field) &&
            !(kind === 'activities' && field.name === 'at') &&
            field.path.at(-1) !== 'preset',
        ),
      )
      .map(({ name, personal, path }) => ({
        message: personal
          ? t`Nothing reads the personal field "${name}"`
          : t`Nothing reads the field "${name}"`,
        help: personal
          ? t`remove it: personal data that nothing needs is best not mapped`
          : t`name it in a stage, a condition or a measure, or remove it`,
        path,
        on: 'key' as const,
      }));
  },
};

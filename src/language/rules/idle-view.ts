import { mark, t } from '../../messages/index.ts';
import type { Agreement, FieldDef } from '../../model/agreement.ts';
import type { View } from '../../model/view.ts';
import type { Found, Rule } from './rule.ts';

/** A permission that shows nothing is most often a word that is missing beside it. */
export const idleView: Rule = {
  id: 'idle-view',
  severity: 'warning',
  law: mark`Somebody can see what a view allows.`,
  good: `
views:
  sales-team: { for: [sales], by: [owner], personal: [owner] }
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
      owner: { column: Owner, personal: true }
`,
  bad: `
views:
  sales-team: { for: [sales], by: [owner] }
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
      owner: { column: Owner, personal: true }
`,
  check(agreement) {
    return Object.entries(agreement.views ?? {}).flatMap(([name, view]) => idleIn(name, view, agreement));
  },
};

function idleIn(name: string, { leads, by, personal }: View, { sources }: Agreement): readonly Found[] {
  const named = (field: string): readonly FieldDef[] =>
    Object.values(sources).flatMap(({ fields }) => fields[field] ?? []);
  const isPersonal = (field: string) => named(field).some((each) => each.personal);
  const refused = by.flatMap((field, at): readonly Found[] => {
    if (!isPersonal(field) || personal.includes(field)) return [];
    const message = t`The view "${name}" allows groups by "${field}", which is personal, and shows its values to nobody`;
    return [
      {
        message,
        help: t`add "${field}" to its personal: or take it out of by:`,
        path: ['views', name, 'by', at],
      },
    ];
  });
  const unseen = personal.flatMap((field, at): readonly Found[] => {
    const found = (message: string, help: string) => [
      { message, help, path: ['views', name, 'personal', at] },
    ];
    if (named(field).length > 0 && !isPersonal(field))
      return found(
        t`The view "${name}" allows the personal values of "${field}", which is not marked personal: everybody sees them`,
        t`mark the field: personal: true`,
      );
    if (leads === 'none' && !by.includes(field))
      return found(
        t`The view "${name}" allows the values of "${field}", and has neither lists nor groups to show them in`,
        t`add "${field}" to its by: or take it out of personal:`,
      );
    return [];
  });
  return [...refused, ...unseen];
}

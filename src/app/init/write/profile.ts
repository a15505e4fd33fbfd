import { t } from '../../../messages/index.ts';
import type { RoleName, SniffColumn } from '../../../model/sniff.ts';
import { fieldOf, fieldText, yaml } from '../../../report/sniff-fields.ts';
import type { Draft } from './draft-parts.ts';
import { oneLine } from './one-line.ts';

/** Values that are shown of a field. */
const MOST = 4;

const SHOWN: readonly RoleName[] = ['country', 'industry', 'source'];

/**
 * The ideal prospect as a comment: only the teams can say who it is, the export says what it could be told
 * by.
 */
export function profileLines({ mapping, used }: Draft): readonly string[] {
  const named = SHOWN.flatMap((role) => {
    const column = mapping[role];
    return column && column.values.length > 1 ? [{ role, column }] : [];
  });
  const size = mapping.company_size;
  if (named.length === 0 && !size) return [];
  const roles = [...named.map(({ role }) => role), ...(size ? (['company_size'] as const) : [])];
  const undeclared = roles.filter((role) => !used.has(role));
  return [
    '',
    `# profile: # ${t`the ideal prospect: agree on it, then count only those leads with "where: profile"`}`,
    `#   title: ${t`Who we want to meet`}`,
    '#   must:',
    ...named.map(({ role, column }) => `#     ${fieldOf(role)}: [${values(column)}] # ${shares(column)}`),
    ...(size ? [`#     ${fieldOf('company_size')}: 50..1000 # ${t`what fits you`}`] : []),
    ...(undeclared.length > 0 ? [`# ${t`with these under fields:`}`] : []),
    ...undeclared.flatMap((role) => {
      const column = mapping[role];
      return column ? [`#     ${fieldOf(role)}: ${oneLine(fieldText(column))}`] : [];
    }),
  ];
}

const values = ({ values: all }: SniffColumn): string =>
  all
    .slice(0, MOST)
    .map(({ value }) => oneLine(yaml(value)))
    .join(', ');

const shares = ({ values: all, filled }: SniffColumn): string =>
  all
    .slice(0, MOST)
    .map(({ n }) => t`${Math.round((n / filled) * 100)}%`)
    .join(', ');

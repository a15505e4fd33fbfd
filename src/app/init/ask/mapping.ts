import { t } from '../../../messages/index.ts';
import type { RoleName, Sniff, SniffColumn } from '../../../model/sniff.ts';
import { isAcceptance } from '../../../sniff/header-words.ts';
import { fold, saysRole, twinNames } from '../../../sniff/roles.ts';

/** The columns of an export that an agreement is to use, by role. */
export type Mapping = Readonly<Partial<Record<RoleName, SniffColumn>>>;

export type DateOrder = 'day-first' | 'month-first';

export const isDate = ({ type }: SniffColumn): boolean => type === 'date' || type === 'datetime';

/** Columns that an agreement can name: those whose header is theirs alone. */
export function namedColumns({ columns }: Sniff): readonly SniffColumn[] {
  const twins = twinNames(columns);
  return columns.filter(({ name }) => name !== '' && !twins.includes(name));
}

/** Columns of words whose header says that they hold the date of a role. */
export const unreadDates = (columns: readonly SniffColumn[], role: RoleName): readonly SniffColumn[] =>
  columns.filter(({ type, name }) => type === 'text' && saysRole(role, name));

/** By the roles that sniff proposes. */
export function mappingOf({ columns }: Sniff): Mapping {
  const mapping: Partial<Record<RoleName, SniffColumn>> = {};
  for (const column of columns)
    if (column.role !== null && column.name !== '') mapping[column.role.name] = column;
  return mapping;
}

/** A column given a role by hand; it loses the one that sniff proposed. */
export function withRole(mapping: Mapping, role: RoleName, column: SniffColumn | null): Mapping {
  const others = Object.entries(mapping).filter(([name, each]) => name !== role && each !== column);
  const rest = Object.fromEntries(others) as Mapping;
  return column === null ? rest : { ...rest, [role]: { ...column, role: { name: role, why: t`chosen` } } };
}

/** Columns by any names. */
export type Columns = Readonly<Record<string, SniffColumn | undefined>>;

/** The formats of dates, where their order was said. Columns without an ambiguity stay as they are. */
export function withOrder<C extends Columns>(mapping: C, order: DateOrder): C {
  const entries = Object.entries(mapping).map(([role, column]) => {
    if (!column || column.format !== null || column.candidates.length < 2) return [role, column] as const;
    const format = column.candidates.find((each) => each.startsWith(order === 'day-first' ? 'd' : 'M'));
    return [role, { ...column, format: format ?? null }] as const;
  });
  return Object.fromEntries(entries) as C;
}

/** Dates whose day and month can't be told apart, among those that would be used. */
export const ambiguous = (mapping: Columns): readonly SniffColumn[] =>
  datesIn(mapping).filter(({ format, candidates }) => format === null && candidates.length > 1);

/** Dates in a form that no format reads. */
export const unreadable = (mapping: Columns): readonly SniffColumn[] =>
  datesIn(mapping).filter(({ format, candidates }) => format === null && candidates.length === 0);

const datesIn = (mapping: Columns): readonly SniffColumn[] =>
  Object.values(mapping).flatMap((column) => (column && isDate(column) ? [column] : []));

/** Whether the date of sales' answer is there for the leads that they took, and for no other. */
export const onlyAccepted = ({ answered }: Mapping): boolean =>
  answered !== undefined && isAcceptance(fold(answered.name));

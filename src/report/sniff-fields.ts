import { t } from '../messages/index.ts';
import { anyOf } from '../messages/list.ts';
import { ownId } from '../messages/own-ids.ts';
import { utcHeader } from '../model/header-names.ts';
import type { RoleName, Sniff, SniffColumn } from '../model/sniff.ts';

/** Names of fields by role. */
const FIELDS: Readonly<Record<string, string>> = {
  created: 'created_at',
  qualified: 'qualified_at',
  assigned: 'assigned_at',
  contacted: 'contacted_at',
  answered: 'decided_at',
  opportunity: 'opportunity_at',
  meeting: 'meeting_at',
  proposal: 'proposal_at',
  won: 'won_at',
  lost: 'lost_at',
  modified: 'modified_at',
};

/**
 * The lines of a source in an agreement that read this file: the columns whose role is known, dates that
 * are certain.
 */
export function fieldLines(sniff: Sniff): readonly string[] {
  const { columns, ownRows } = sniff;
  const nameOf = (column: SniffColumn) => ownRows?.fields[column.position] ?? fieldName(column);
  const mapped = columns.filter((column) => column.name !== '' && nameOf(column) !== '');
  const together = togetherOf(columns);
  const nulls = [...new Set(mapped.flatMap((column) => Object.keys(column.nulls)))];
  return [
    ...headLines(sniff, ownRows?.source ?? 'leads'),
    ...(nulls.length > 0 ? [`    nulls: [${nulls.map(yaml).join(', ')}]`] : []),
    `    key: ${together === null ? 'id' : together}`,
    '    fields:',
    ...(together !== null || mapped.some(({ role }) => role?.name === 'id') ? [] : keyLines(sniff)),
    ...mapped.map((column) => `      ${nameOf(column)}: ${fieldText(column)}`),
  ];
}

/** The first lines of a source: its name, its file, and how that is written. */
export function headLines(sniff: Sniff, name: string): readonly string[] {
  const { file, csv, packed, within, columns } = sniff;
  const utc = utcHeader(columns);
  const own = [
    csv.delimiter === ',' ? null : `delimiter: ${csv.delimiter === '\t' ? 'tab' : `"${csv.delimiter}"`}`,
    csv.quote === '"' ? null : `quote: "${csv.quote}"`,
    csv.encoding === 'utf-8' ? null : `encoding: ${csv.encoding}`,
    csv.skip === 0 ? null : `skip: ${csv.skip}`,
  ].filter((line) => line !== null);
  return [
    `  ${name}:`,
    `    files: ${yaml(file)}`,
    ...(within === undefined ? [] : [`    ${packed === 'duckdb' ? 'table' : 'sheet'}: ${yaml(within)}`]),
    ...(own.length > 0 ? [`    csv: { ${own.join(', ')} }`] : []),
    utc === null
      ? `    timezone: UTC # ${t`not known: the export names no zone; write yours, such as Europe/Paris`}`
      : `    timezone: UTC # ${t`as its header "${utc}" says`}`,
  ];
}

/**
 * Whom it was from and when it came may name a row together, where no column is named like an id and none
 * has a value of its own in each row.
 */
function togetherOf(columns: readonly SniffColumn[]): string | null {
  const isAlone = columns.some(
    (column) =>
      column.role?.name === 'id' ||
      (mayName(column, columns) &&
        column.blank === 0 &&
        (!column.exact || column.distinct === column.filled)),
  );
  const parts = (['email', 'created'] as const).flatMap(
    (each) => columns.find(({ role }) => role?.name === each) ?? [],
  );
  if (isAlone || parts.length < 2) return null;
  return `[${parts.map(fieldName).join(', ')}] # ${t`no column identifies a lead: see whether these do together`}`;
}

/** Whether a column may name rows: it has no role, and is not the time of day of a date. */
const mayName = ({ name, role }: SniffColumn, columns: readonly SniffColumn[]): boolean =>
  name !== '' && role === null && columns.every(({ timeColumn }) => timeColumn !== name);

/** A source has a key: where no column is named like one, any stands in for it. */
const keyLines = ({ columns, rows }: Sniff): readonly string[] =>
  columns
    .filter((column) => mayName(column, columns))
    .slice(0, 1)
    .map(
      ({ name }) =>
        `      id: ${yaml(name)} # ${rows === 0 ? t`no row tells what it holds: write the column that identifies a lead` : t`no header names an id: write the column that identifies a lead`}`,
    );

/** What the field of a role is called. */
export const fieldOf = (role: RoleName): string => ownId(FIELDS[role] ?? role);

export const fieldName = ({ role }: SniffColumn): string => (role ? fieldOf(role.name) : '');

export function fieldText(column: SniffColumn): string {
  const name = yaml(column.name);
  const { type, format, candidates, timeColumn } = column;
  if (type === 'date' || type === 'datetime') {
    const names = timeColumn === undefined ? name : `[${name}, ${yaml(timeColumn)}]`;
    const shown = format ?? `${candidates[0] ?? 'iso'}`;
    const others = candidates.length > 1 ? candidates.slice(1) : [t`another`];
    const doubt = format === null ? ` # ${t`or ${anyOf(others)}: say which`}` : '';
    return `{ column: ${names}, type: ${type}, format: ${yaml(shown)} }${doubt}`;
  }
  const sign = column.decimal === ',' ? ', decimal: ","' : '';
  if (type === 'integer' || type === 'decimal') {
    if (column.role?.name === 'amount' || column.role?.name === 'company_size')
      return `{ column: ${name}, type: ${type}${type === 'decimal' ? sign : ''} }${signDoubt(column)}`;
  }
  return column.personal ? `{ column: ${name}, personal: true }` : name;
}

/** Of decimals whose cells tell no sign: without one they are read with a point. */
const signDoubt = ({ type, decimal, evidence }: SniffColumn): string =>
  type === 'decimal' && decimal === null ? ` # ${t`${evidence}: write decimal: "," or decimal: "."`}` : '';

/** A word as YAML writes it, in quotes where it must be. */
export function yaml(text: string): string {
  const plain =
    /^[\p{L}_][\p{L}\p{N} _./()'-]*$/u.test(text) &&
    !/\s$|^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
  return plain ? text : JSON.stringify(text);
}

import type { FieldDef } from './agreement.ts';
import { alikeText } from './alike.ts';
import type { Position } from './reading.ts';
import type { SniffColumn } from './sniff.ts';

/** The headers that a field's column may have. */
export const namesOf = ({ column, aliases = [] }: FieldDef): readonly string[] =>
  [column, ...aliases].map((name) => alikeText(name.trim()));

/** A field, or those of the columns that it is made of. */
export const ownColumns = (field: FieldDef): readonly FieldDef[] =>
  field.parts?.flatMap(ownColumns) ?? [field];

/** Where a field stands in a header; -1 of a column that it does not have. */
export const placeIn = (header: readonly string[], field: FieldDef): Position =>
  field.parts?.map((part) => placeIn(header, part)) ??
  header.indexOf(namesOf(field).find((name) => header.includes(name)) ?? '');

/** The first header that says UTC, where those of all times without an offset do (`Submit Date (UTC)`); else null. */
export function utcHeader(columns: readonly SniffColumn[]): string | null {
  const times = columns.filter(({ type, offset }) => type === 'datetime' && offset !== 'always');
  return times.every(({ name }) => /\b(?:utc|gmt)\b/i.test(name)) ? (times[0]?.name ?? null) : null;
}

/** Longer texts are no name that a CRM gives to a column. */
const LONGEST_NAME = 80;

/**
 * Whether the cells of a first line may be shown as the names of columns: two of them at least, and none
 * that could be a line of settings, of accounts or of keys, which an agreement can be pointed at too.
 */
export function isHeaderToShow(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length >= 2 && filled.every(isName);
}

const isName = (cell: string): boolean =>
  cell.length <= LONGEST_NAME && !/=|:\/\/|:\S*:|^-----|^\/\//.test(cell) && !isToken(cell);

/**
 * A long piece of letters and digits mixed is a password or a key; names such as `hs_v2_date_entered_lead`
 * are of short pieces.
 */
const isToken = (cell: string): boolean =>
  cell.split(/[\s_./-]/).some((piece) => piece.length >= 16 && /\d/.test(piece) && /\p{L}/u.test(piece));

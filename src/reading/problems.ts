import { t } from '../messages/index.ts';
import { allOf, anyOf } from '../messages/list.ts';
import { whole } from '../messages/numbers.ts';
import { quoted } from '../messages/quoted.ts';
import type { FieldDef } from '../model/agreement.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { isHeaderToShow, namesOf } from '../model/header-names.ts';
import { nearestNames } from './text/header.ts';

/** A line of an export, or the first of a file that is named alone. */
export type Line = string | { readonly file: string; readonly line: number };

/** A problem for which there is no answer, at a line of an export. */
export function fatalAt(line: Line, rule: string, message: string, help: string): Diagnostic {
  return { rule, severity: 'error', message, help, place: placeOf(line), fatal: true };
}

export function warningAt(line: Line, rule: string, message: string, help: string): Diagnostic {
  return { rule, severity: 'warning', message, help, place: placeOf(line) };
}

function placeOf(at: Line): NonNullable<Diagnostic['place']> {
  const { file, line } = typeof at === 'string' ? { file: at, line: 1 } : at;
  return { file, start: { line, column: 1 }, end: { line, column: 1 } };
}

/**
 * Where each field's column stands in the header, or what is wrong with the header: names are matched
 * exactly.
 */
export function positionsOf(
  file: string,
  header: readonly string[],
  fields: readonly FieldDef[],
  delimiter: string,
): { readonly positions: readonly number[]; readonly problems: readonly Diagnostic[] } {
  const uncut = separatorWithin(header, fields);
  if (uncut !== null)
    return {
      positions: fields.map(() => -1),
      problems: [uncut === delimiter ? wrappedLines(file) : wrongDelimiter(file, uncut)],
    };
  const problems: Diagnostic[] = [];
  const positions = fields.map((field) => {
    const there = namesOf(field).filter((name) => header.includes(name));
    const [wanted = ''] = there;
    const position = header.indexOf(wanted);
    if (there.length === 0) problems.push(missingColumn(file, header, field));
    else if (there.length > 1) problems.push(severalColumns(file, there, field));
    else if (header.indexOf(wanted, position + 1) >= 0) {
      problems.push(
        fatalAt(
          file,
          'duplicate-column',
          t`The header has the column "${wanted}" more than once`,
          t`rename all but one of them in the export, or map "${field.name}" to another column`,
        ),
      );
    }
    return there.length === 0 ? -1 : position;
  });
  return { positions, problems };
}

/** What else exports are separated by, as an agreement writes it. */
const SEPARATORS: Readonly<Record<string, string>> = { ';': ';', ',': ',', '\t': '\\t', '|': '|' };

/** What stands between the names of a header that was not cut; null for any other header. */
function separatorWithin(header: readonly string[], fields: readonly FieldDef[]): string | null {
  const [only, ...more] = header;
  if (only === undefined || more.length > 0) return null;
  const names = new Set(fields.flatMap(namesOf));
  const parts = Object.keys(SEPARATORS).map((separator) => ({ separator, names: only.split(separator) }));
  return (
    parts.find((cut) => cut.names.length > 1 && cut.names.some((name) => names.has(name.trim())))
      ?.separator ?? null
  );
}

function wrongDelimiter(file: string, separator: string): Diagnostic {
  const written = SEPARATORS[separator] ?? separator;
  return fatalAt(
    file,
    'missing-column',
    t`The header is not cut into columns: its names stand between "${written}"`,
    t`write csv: { delimiter: "${written}" } under the source in the agreement`,
  );
}

/** The delimiter is right, so the names stand in quotes together: a sheet of one column was saved as CSV. */
function wrappedLines(file: string): Diagnostic {
  return fatalAt(
    file,
    'missing-column',
    t`Each line stands in quotes as a whole, so that it is a single cell`,
    t`export again from the CRM without opening the file in a spreadsheet, or take off the quotes around each line and make doubled ones single`,
  );
}

function severalColumns(file: string, there: readonly string[], field: FieldDef): Diagnostic {
  return fatalAt(
    file,
    'duplicate-column',
    t`The columns ${allOf(there.map(quoted))} can both be the field "${field.name}" of the preset`,
    t`say which under fields: ${field.name}: { column: "${there[0] ?? ''}", … }`,
  );
}

/** What is said of the fields that have no column in a header. */
export function missingColumns(
  file: string,
  header: readonly string[],
  fields: readonly FieldDef[],
): readonly Diagnostic[] {
  return fields
    .filter((field) => !namesOf(field).some((name) => header.includes(name)))
    .map((field) => missingColumn(file, header, field));
}

/** So many columns, of which an export has none, are those of another export. */
const ANOTHER = 3;

/** What is said of a header: once where it is that of another export, and not of each column. */
export function asOneExport(
  file: string,
  header: readonly string[],
  fields: readonly FieldDef[],
  problems: readonly Diagnostic[],
): readonly Diagnostic[] {
  const missing = problems.filter(({ rule }) => rule === 'missing-column').length;
  if (fields.length < ANOTHER || missing < fields.length) return problems;
  // Names that are nearly there are those of an export of this CRM, each written otherwise.
  const near = fields.filter((field) => nearTo(field, header).length > 0).length;
  if (near * 2 >= fields.length) return problems;
  const names = fields.map((field) => quoted(namesOf(field)[0] ?? ''));
  const shown = names.slice(0, 8).join(', ');
  const more = names.length - 8;
  return [
    fatalAt(
      file,
      'missing-column',
      t`The export has none of the ${whole(names.length)} columns that the agreement reads: ${more > 0 ? t`${shown} and ${whole(more)} more` : shown}`,
      header.some((name) => name.includes('\ufffd'))
        ? t`its header is not in the encoding that the agreement says: "sla sniff" tells in which it is`
        : t`name the export that is meant, or map its columns under fields; ${headerText(header)}`,
    ),
  ];
}

/** The names of a header that are much like those of a field. */
function nearTo(field: FieldDef, header: readonly string[]): readonly string[] {
  const names = isHeaderToShow(header) ? header : [];
  return [...new Set(namesOf(field).flatMap((name) => nearestNames(name, names)))];
}

function missingColumn(file: string, header: readonly string[], field: FieldDef): Diagnostic {
  const near = nearTo(field, header).slice(0, 3).map(quoted);
  const meant = near.length > 0 ? t`did you mean ${anyOf(near)}? ` : '';
  return fatalAt(
    file,
    'missing-column',
    t`The export has no column ${anyOf(namesOf(field).map(quoted))} for the field "${field.name}"`,
    // What UTF-8 could not read is the sign that stands for any.
    header.some((name) => name.includes('\ufffd'))
      ? t`write encoding: windows-1252 under csv`
      : meant + headerText(header),
  );
}

/** What the header has, where it is one: an agreement may name a file of secrets. */
function headerText(header: readonly string[]): string {
  if (!isHeaderToShow(header))
    return t`the first line is not shown, because it does not look like names of columns: check the file, and the delimiter and skip under csv`;
  const listed = header.slice(0, 50).join(', ');
  return header.length > 50
    ? t`the header has ${listed} and ${whole(header.length - 50)} more`
    : t`the header has ${listed}`;
}

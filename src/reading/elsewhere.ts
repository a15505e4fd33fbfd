import { firstOf } from '../messages/first-of.ts';
import { t } from '../messages/index.ts';
import type { CsvDialect, FieldDef } from '../model/agreement.ts';
import { alikeText } from '../model/alike.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { namesOf } from '../model/header-names.ts';
import { missingColumns } from './problems.ts';
import type { SourceFile } from './source-file.ts';
import type { SourceToOpen } from './source-to-open.ts';
import { headOf } from './text/bytes.ts';
import { isCsvError } from './text/csv-error.ts';
import { headerOf } from './text/header.ts';

/** How far below its place a header is looked for. */
const MOST_LINES = 20;
const HEAD_BYTES = 1 << 16;

/** Sheets of a workbook that are named. */
const MOST_NAMES = 20;

/** A line that may be the header, and what to write for it to be one. */
interface Place {
  readonly header: readonly string[];
  readonly help: string;
}

/**
 * The problems of a header, with the place where more of the columns stand as their help: another sheet, or
 * a lower line. A column that is missing there too says what that header has.
 */
export async function withPlace(
  problems: readonly Diagnostic[],
  source: SourceFile,
  opening: Pick<SourceToOpen, 'file' | 'csv' | 'engine'>,
  fields: readonly FieldDef[],
): Promise<readonly Diagnostic[]> {
  // A copy of another form than a workbook has its header where it was written.
  if (source.isMade && source.book === undefined) return problems;
  if (!problems.some(({ rule }) => rule === 'missing-column')) return problems;
  const places = source.book ? await placesInBook(source, opening) : await lowerLines(source, opening);
  const best = bestOf(places, fields, fitting(source.header, fields));
  if (best === null) return problems;
  const others = problems.filter(({ rule }) => rule !== 'missing-column');
  const here = problems.filter(({ rule }) => rule === 'missing-column');
  // A header that was not cut has one problem for all of its columns.
  if (here.length < fields.length - fitting(source.header, fields))
    return [...others, ...here.map((each) => ({ ...each, help: best.help }))];
  const there = missingColumns(opening.file, best.header, fields);
  return [
    ...others,
    ...here.map((each) => {
      const help = there.find(({ message }) => message === each.message)?.help;
      return { ...each, help: help === undefined ? best.help : t`${best.help}; there, ${help}` };
    }),
  ];
}

/** The fields that have a column in a header. */
const fitting = (header: readonly string[], fields: readonly FieldDef[]): number =>
  fields.filter((field) => namesOf(field).some((name) => header.includes(name))).length;

/** The place that has most of the columns, the first of several; null where it has few, or no more than `now`. */
function bestOf(places: readonly Place[], fields: readonly FieldDef[], now: number): Place | null {
  let best: Place | null = null;
  let most = Math.max(now, Math.ceil(fields.length / 2) - 1);
  for (const place of places) {
    const fits = fitting(place.header, fields);
    if (fits > most) [best, most] = [place, fits];
  }
  return best;
}

/** The lines below the one that is read as the header. */
async function lowerLines(
  { text, gzip }: SourceFile,
  { csv }: Pick<SourceToOpen, 'csv'>,
): Promise<readonly Place[]> {
  const head = await headOf(text, gzip, HEAD_BYTES);
  const places: Place[] = [];
  for (let skip = csv.skip + 1; skip <= csv.skip + MOST_LINES; skip++) {
    const header = headerFrom(head, { ...csv, skip }, head.length < HEAD_BYTES);
    if (header === null) break;
    places.push({ header, help: lower(skip) });
  }
  return places;
}

/** The header that begins at a line; null where the lines from there on are no CSV, as where a quote is never closed. */
function headerFrom(head: Uint8Array, csv: CsvDialect, complete: boolean): readonly string[] | null {
  try {
    return headerOf(head, csv, complete);
  } catch (error) {
    if (isCsvError(error)) return null;
    throw error;
  }
}

/** The rows below the header, then the first rows of the other sheets. */
async function placesInBook(
  { book }: SourceFile,
  { file, csv, engine }: Pick<SourceToOpen, 'file' | 'csv' | 'engine'>,
): Promise<readonly Place[]> {
  if (book === undefined) return [];
  const { firstRows } = await import('./xlsx/first-rows.ts');
  // A sheet of a chart has no cells, and a broken one is not what the reader asked for.
  const sheets = await firstRows(file, csv.skip + MOST_LINES, engine.task).catch((error: unknown) => {
    if (engine.task.signal?.aborted) throw error;
    return new Map<string, ReadonlyMap<number, readonly string[]>>();
  });
  const names = firstOf(book.sheets, MOST_NAMES);
  const placesOf = (sheet: string): readonly Place[] => {
    const filled = [...(sheets.get(sheet) ?? [])].filter(([, cells]) => cells.length > 0);
    return filled.flatMap(([row, cells], index) => {
      const header = cells.map((cell) => alikeText(cell.trim()));
      // Blank rows above the header are passed over.
      const skip = index === 0 ? 0 : row - 1;
      if (sheet === book.sheet) return row > csv.skip ? [{ header, help: lower(skip) }] : [];
      const name = yamlName(sheet);
      const below = `csv: { skip: ${skip} }`;
      const help =
        skip === csv.skip
          ? t`its sheets are ${names}; write sheet: ${name}`
          : t`its sheets are ${names}; write sheet: ${name} and ${below}`;
      return [{ header, help }];
    });
  };
  const others = book.sheets.filter((sheet) => sheet !== book.sheet);
  return [book.sheet, ...others].flatMap(placesOf);
}

/** What to write for a lower line to be the header. */
function lower(skip: number): string {
  const written = `csv: { skip: ${skip} }`;
  return t`the header stands lower; write ${written} under the source`;
}

/** A name as YAML takes it: quoted where it holds more than letters, digits and single spaces between them. */
const yamlName = (name: string): string =>
  /^\p{L}[\p{L}\d_-]*(?: [\p{L}\d_-]+)*$/u.test(name) ? name : JSON.stringify(name);

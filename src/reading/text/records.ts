import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { parse as parseNow } from 'csv-parse/sync';
import type { CsvDialect } from '../../model/agreement.ts';
import { alikeText } from '../../model/alike.ts';
import { jointKey } from '../../model/joint-key.ts';
import type { Position } from '../../model/reading.ts';
import { MAX_LINE_BYTES } from '../../sql/dialects/duckdb.ts';
import { AROUND } from '../../sql/read/cell.ts';
import type { SourceFile } from '../source-file.ts';
import { isByte } from './byte.ts';
import { bytesOf } from './bytes.ts';
import { isCsvError } from './csv-error.ts';
import { linesBeyondAscii, linesWith } from './lines-with.ts';
import { type WatchedColumn, watchedLines } from './watched-lines.ts';

/** One record of a file, read again to tell where something is: nothing is judged here. */
export interface FileRecord {
  readonly cells: readonly string[];
  /** Physical line, from 1, of its first character. */
  readonly line: number;
}

interface Parsed {
  readonly record: readonly string[];
  readonly raw: string;
  readonly info: { readonly lines: number };
}

/**
 * The records after the header; `ragged` ones too, which the scan can't cut into as many cells as it has. A
 * file that turns out to be no CSV ends there.
 */
export async function* recordsOf(
  source: SourceFile,
  csv: CsvDialect,
  ragged = false,
): AsyncGenerator<FileRecord> {
  const input = Readable.from(bytesOf(source.text, source.gzip));
  const records = input.pipe(
    parse({ ...cutting(csv), bom: true, from_line: csv.skip + 1, info: true, raw: true }),
  );
  input.on('error', (error) => records.destroy(error));
  try {
    let header = true;
    let [index, twice] = [0, 0];
    for await (const { record, raw, info } of records as AsyncIterable<Parsed>) {
      const inside = raw.replace(/^[\r\n]+|\r?\n$/g, '');
      // The parser counts a CRLF in quotes as two lines.
      twice += countOf(inside, '\r\n');
      if (header) {
        header = false;
        continue;
      }
      if (!ragged && !isWhole(record, source.header.length)) continue;
      const own = source.lines?.[index++];
      const line = own ?? info.lines - twice - countOf(inside, '\n');
      yield { cells: record, line };
    }
  } catch (error) {
    if (!isCsvError(error)) throw error;
  } finally {
    records.destroy();
    input.destroy();
  }
}

const countOf = (text: string, part: string): number => text.split(part).length - 1;

/** The scan takes empty cells beyond the header for separators at the end of the line, however many. */
const isWhole = (record: readonly string[], columns: number): boolean =>
  record.length >= columns && record.slice(columns).every((cell) => cell === '');

/**
 * The records that may hold a text in a cell, at least all that do. Where every record is a line of its own
 * only the lines that hold the text are cut into cells, which takes little longer than to read the file.
 */
export async function* recordsWith(
  source: SourceFile,
  csv: CsvDialect,
  text: string,
  ragged = false,
): AsyncGenerator<FileRecord> {
  // A quote inside a cell may be doubled there.
  const parts = text.split(csv.quote).sort((a, b) => b.length - a.length);
  const [longest = ''] = parts;
  if (!source.isLineByLine || longest === '') {
    yield* recordsOf(source, csv, ragged);
    return;
  }
  for await (const found of linesWith(source, Buffer.from(longest))) {
    const cells = cellsOf(found.text, csv);
    if (cells && (ragged || cells.length === source.header.length)) yield { cells, line: found.line };
  }
}

/** A text whose bytes stand in a cell that is read as it, but where the cell holds a character beyond ASCII. */
const AS_IT_STANDS = /^[\w-]+$/;

/**
 * The records that may hold a text in a cell in which no line holds its bytes, at least all that do: of a
 * plain text, those with a look-alike of one of its characters, or one that nobody sees.
 */
export async function* recordsOtherwise(
  source: SourceFile,
  csv: CsvDialect,
  text: string,
): AsyncGenerator<FileRecord> {
  if (!source.isLineByLine || !AS_IT_STANDS.test(text)) {
    yield* recordsOf(source, csv, true);
    return;
  }
  for await (const found of linesBeyondAscii(source)) {
    const cells = cellsOf(found.text, csv);
    if (cells) yield { cells, line: found.line };
  }
}

/**
 * The records in which a cell of a watched column may be one of its texts, at least all in which it is. They
 * are found by bytes where every record is a line of its own.
 */
export async function* recordsWatched(
  source: SourceFile,
  csv: CsvDialect,
  watched: readonly WatchedColumn[],
): AsyncGenerator<FileRecord> {
  const isPlain = source.isLineByLine && isByte(csv.delimiter) && isByte(csv.quote);
  if (!isPlain || watched.some(({ position }) => position < 0)) {
    yield* recordsOf(source, csv);
    return;
  }
  for await (const found of watchedLines(source, csv, watched)) {
    const cells = cellsOf(found.text, csv);
    if (cells && isWhole(cells, source.header.length)) yield { cells, line: found.line };
  }
}

/** A line without quotes is cut at its delimiters: the parser takes a tenth of a millisecond to get ready. */
function cellsOf(line: string, csv: CsvDialect): readonly string[] | null {
  if (line === '') return null;
  if (!line.includes(csv.quote) && !/[\r\n]/.test(line) && line.length * 4 < MAX_LINE_BYTES)
    return line.split(csv.delimiter);
  try {
    return (parseNow(line, cutting(csv)) as string[][])[0] ?? null;
  } catch (error) {
    if (isCsvError(error)) return null;
    throw error;
  }
}

const cutting = ({ delimiter, quote }: CsvDialect) => ({
  ...{ delimiter, quote, escape: quote, max_record_size: MAX_LINE_BYTES },
  ...{ relax_column_count: true, relax_quotes: true, skip_empty_lines: true },
});

/** The words that stand for a blank cell, as `cleanRecordCell` compares them. */
export const blankWords = (nulls: readonly string[]): ReadonlySet<string> =>
  new Set(nulls.map((word) => alikeText(word.trim()).toLowerCase()));

/**
 * A cell as the scan cleans it (`trimmed` and `withoutNulls` in src/sql/read/cell.ts); the empty text for a
 * blank one.
 */
export function cleanRecordCell(cell: string, blanks: ReadonlySet<string>): string {
  let [from, to] = [0, cell.length];
  while (from < to && AROUND.includes(cell[from] ?? '')) from++;
  while (to > from && AROUND.includes(cell[to - 1] ?? '')) to--;
  const text = alikeText(cell.slice(from, to));
  return blanks.has(text.toLowerCase()) ? '' : text;
}

/** The clean text of the cell, or of the cells that are one, at a position of a record. */
export function textAt(
  position: Position | undefined,
  cells: readonly string[],
  blanks: ReadonlySet<string>,
): string {
  if (typeof position !== 'object') return cleanRecordCell(cells[position ?? 0] ?? '', blanks);
  return cleanRecordCell(jointKey(position.map((at) => textAt(at, cells, blanks))), blanks);
}

import { chmod, copyFile, rm, truncate } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { NamedStep } from '../engine/engine.ts';
import { say, t } from '../messages/index.ts';
import { whole } from '../messages/numbers.ts';
import type { CsvDialect } from '../model/agreement.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Files } from '../model/io.ts';
import { compoundKind } from './ole.ts';
import { fatalAt } from './problems.ts';
import type { SourceFile } from './source-file.ts';
import type { SourceToOpen } from './source-to-open.ts';
import { type FileStart, headOf, startOf } from './text/bytes.ts';
import { lengthBeforeDosEnd } from './text/dos-end.ts';
import { isInShortParts } from './text/gzip-parts.ts';
import { headerOf } from './text/header.ts';
import { copyWithHeader, headerBreaksOf } from './text/header-breaks.ts';
import { type Encoding, transcode } from './text/transcode.ts';
import { openDatabase } from './typed/database.ts';
import { openParquet } from './typed/open.ts';
import { noFile, noTable, separatorLine, unreadable } from './unopened.ts';

/** Longest header line that is read. */
const HEAD_BYTES = 1 << 20;

/** A file opened far enough to know its header, or what is wrong with it. */
export async function openSource(source: SourceToOpen): Promise<SourceFile | Diagnostic> {
  const { file, csv, files, engine } = source;
  const found = await files.stat(file);
  const none = noFile(file, found?.kind ?? null);
  if (none !== null) return none;
  try {
    const start = await startOf(file);
    if (start.empty)
      return fatalAt(file, 'empty-export', t`The export is empty`, t`export it again, with its header line`);
    if (start.other !== null)
      return fatalAt(file, 'not-an-export', say(start.other.what), say(start.other.help));
    if (start.archive === 'parquet') return await openParquet(source);
    if (start.archive === 'duckdb') return await openDatabase(source);
    if (/[.](?:parquet|duckdb)$/i.test(file)) return noTable(file);
    return start.archive === null ? await openText(source, start) : await openBook(source, start.archive);
  } catch (error) {
    if (engine.task.signal?.aborted) throw error;
    return unreadable(file, csv, error);
  }
}

/** A text, or a copy of it in UTF-8. */
async function openText(
  source: SourceToOpen,
  { gzip, bom, wide }: FileStart,
): Promise<SourceFile | Diagnostic> {
  const { file, csv, engine } = source;
  const encoding = encodingOf(csv, bom, wide);
  if (encoding === 'mismatch') {
    return fatalAt(
      file,
      'wrong-encoding',
      bom === null
        ? t`The export is UTF-16 without a mark of byte order, and is declared "${csv.encoding}"`
        : t`The export is UTF-16 and is declared "${csv.encoding}"`,
      t`write encoding: utf-16 under csv`,
    );
  }
  const text = join(engine.scratch, `${source.copy}.csv`);
  const { task } = engine;
  const what = t`Converting ${basename(file)}`;
  if (encoding === 'utf-8' && !(gzip && (await isInShortParts(file, what, task)))) {
    const end = gzip ? null : await lengthBeforeDosEnd(file);
    if (end === null) return withHeader(source, { text: file, gzip });
    await copyFile(file, text);
    // A copy of what may not be written may not be either.
    await chmod(text, 0o600);
    await truncate(text, end);
    return withHeader(source, { text, gzip: false });
  }
  await transcode({ file, gzip, encoding, target: text, task, what });
  const end = await lengthBeforeDosEnd(text);
  if (end !== null) await truncate(text, end);
  return withHeader(source, { text, gzip: false });
}

async function withHeader(
  { file, csv, engine, copy }: SourceToOpen,
  { text, gzip }: Pick<SourceFile, 'text' | 'gzip'>,
): Promise<SourceFile | Diagnostic> {
  const head = await headOf(text, gzip, HEAD_BYTES);
  const header = headerOf(head, csv, head.length < HEAD_BYTES);
  const separator = header === null ? null : separatorIn(header, csv);
  if (separator !== null) return separatorLine(file, csv, separator);
  if (header === null) {
    return fatalAt(
      file,
      'empty-export',
      t`The export has no header line`,
      t`check "skip" under csv, and the export`,
    );
  }
  if (header.length > MOST_COLUMNS) return tooWide(file, header.length);
  const breaks = headerBreaksOf(head, csv);
  if (breaks === null) return { file, text, gzip, header, ...(gzip ? {} : { rowBytes: rowBytes(head) }) };
  const corrected = join(engine.scratch, `${copy}-header.csv`);
  await copyWithHeader({ file, text, gzip }, breaks, corrected, engine.task);
  if (text !== file) await rm(text);
  return { file, text: corrected, gzip: false, header, rowBytes: rowBytes(head) };
}

/** Columns of the widest spreadsheet: the engine takes seconds to plan a statement of many times as many. */
const MOST_COLUMNS = 16_384;

function tooWide(file: string, columns: number): Diagnostic {
  return fatalAt(
    file,
    'not-an-export',
    t`The header has ${whole(columns)} columns, and a spreadsheet at most ${whole(MOST_COLUMNS)}`,
    t`check that this file is the export, and "delimiter" under csv`,
  );
}

function rowBytes(head: Buffer): number {
  let lines = 0;
  for (let at = head.indexOf(10); at >= 0; at = head.indexOf(10, at + 1)) lines++;
  return head.length / Math.max(1, lines);
}

/** The scan of a file, as a step to be followed. */
export async function readingStep(source: SourceFile, files: Files): Promise<NamedStep> {
  const { file, text, rowBytes, fetched } = source;
  const bytes = fetched?.bytes ?? (await files.stat(text))?.bytes ?? null;
  return { what: t`Reading ${fetched ? file : basename(file)}`, bytes, rowBytes: rowBytes ?? null };
}

/** What Excel is told in a line before the header, `sep=;`; null where the header is one. */
function separatorIn(header: readonly string[], { delimiter }: CsvDialect): string | null {
  const [first = '', ...others] = header;
  if (!/^sep=.?$/i.test(first) || others.some((cell) => cell !== '')) return null;
  // A tab at the end was trimmed away; the delimiter itself was cut off.
  return first[4] ?? (others.length > 0 ? delimiter : '\t');
}

/** A sheet of a workbook as a copy in CSV, under the dialect that the source has. */
async function openBook(source: SourceToOpen, archive: 'zip' | 'ole'): Promise<SourceFile | Diagnostic> {
  const { file, csv, engine, copy, sheet } = source;
  if (archive === 'ole') {
    const { what, help } = await compoundKind(file);
    return fatalAt(file, 'unreadable-workbook', say(what), say(help));
  }
  const { sheetToCsv } = await import('./xlsx/sheet.ts');
  const text = join(engine.scratch, `${copy}.csv`);
  const book = await sheetToCsv({
    ...{ file, sheet, csv, target: text, task: engine.task },
    ...{ commas: source.commas ?? new Set<string>(), skip: csv.skip, isMarked: true },
    amounts: source.amounts ?? new Map(),
  });
  const opened = await withHeader(source, { text, gzip: false });
  return 'rule' in opened ? opened : { ...opened, isMade: true, book };
}

function encodingOf(
  csv: CsvDialect,
  bom: FileStart['bom'],
  wide: FileStart['wide'],
): Encoding | 'utf-8' | 'mismatch' {
  if (bom === 'utf-8') return 'utf-8';
  if (csv.encoding === 'utf-16') return bom ?? wide ?? 'utf-16le';
  if (bom !== null || wide !== null) return 'mismatch';
  return csv.encoding === 'utf-8' ? 'utf-8' : 'windows-1252';
}

import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Engine, NamedStep } from '../engine/engine.ts';
import { mark, say, t } from '../messages/index.ts';
import type { CsvDialect } from '../model/agreement.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Files, Task } from '../model/io.ts';
import { fatalAt } from './problems.ts';
import type { SourceFile } from './source-file.ts';
import { headOf, startOf } from './text/bytes.ts';
import { headerOf } from './text/header.ts';
import { copyWithHeader, headerBreaksOf } from './text/header-breaks.ts';
import { type Encoding, transcode } from './text/transcode.ts';

/** Longest header line that is read. */
const HEAD_BYTES = 1 << 20;

/** A file opened far enough to know its header, or what is wrong with it. */
export async function openSource(
  file: string,
  csv: CsvDialect,
  files: Files,
  { scratch, task }: Pick<Engine, 'scratch' | 'task'>,
  name: string,
  sheet: string | null = null,
): Promise<SourceFile | Diagnostic> {
  const found = await files.stat(file);
  if (found === null)
    return fatalAt(file, 'unreadable-file', t`There is no such file`, t`check the path of the export`);
  if (found.kind === 'directory') {
    return fatalAt(
      file,
      'unreadable-file',
      t`There is a folder in place of the export`,
      t`name its files: exports/*.csv`,
    );
  }
  if (found.kind === 'other') return fatalAt(file, 'unreadable-file', say(IRREGULAR), say(IRREGULAR_HELP));
  try {
    const start = await startOf(file);
    if (start.empty)
      return fatalAt(file, 'empty-export', t`The export is empty`, t`export it again, with its header line`);
    if (start.archive !== null)
      return await openBook(file, start.archive, sheet, csv, join(scratch, name), task);
    const encoding = encodingOf(csv, start.bom);
    if (encoding === 'mismatch') {
      return fatalAt(
        file,
        'wrong-encoding',
        t`The export is UTF-16 and is declared "${csv.encoding}"`,
        t`write encoding: utf-16 under csv`,
      );
    }
    const text = encoding === 'utf-8' ? file : join(scratch, `${name}.csv`);
    const gzip = encoding === 'utf-8' && start.gzip;
    if (encoding !== 'utf-8')
      await transcode(file, start.gzip, encoding, text, task, t`Converting ${basename(file)}`);
    return await withHeader({ file, text, gzip }, csv, join(scratch, `${name}-header.csv`), task);
  } catch (error) {
    if (task.signal?.aborted) throw error;
    return unreadable(file, csv, error);
  }
}

async function withHeader(
  { file, text, gzip }: Omit<SourceFile, 'header'>,
  csv: CsvDialect,
  copy: string,
  task: Task,
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
  const breaks = headerBreaksOf(head, csv);
  if (breaks === null) return { file, text, gzip, header, ...(gzip ? {} : { rowBytes: rowBytes(head) }) };
  await copyWithHeader({ file, text, gzip }, breaks, copy, task);
  if (text !== file) await rm(text);
  return { file, text: copy, gzip: false, header, rowBytes: rowBytes(head) };
}

function rowBytes(head: Buffer): number {
  let lines = 0;
  for (let at = head.indexOf(10); at >= 0; at = head.indexOf(10, at + 1)) lines++;
  return head.length / Math.max(1, lines);
}

/** The scan of a file, as a step to be followed. */
export async function readingStep({ file, text, rowBytes }: SourceFile, files: Files): Promise<NamedStep> {
  const bytes = (await files.stat(text))?.bytes ?? null;
  return { what: t`Reading ${basename(file)}`, bytes, rowBytes: rowBytes ?? null };
}

/** What Excel is told in a line before the header, `sep=;`; null where the header is one. */
function separatorIn(header: readonly string[], { delimiter }: CsvDialect): string | null {
  const [first = '', ...others] = header;
  if (!/^sep=.?$/i.test(first) || others.some((cell) => cell !== '')) return null;
  // A tab at the end was trimmed away; the delimiter itself was cut off.
  return first[4] ?? (others.length > 0 ? delimiter : '\t');
}

function separatorLine(file: string, csv: CsvDialect, separator: string): Diagnostic {
  const skip = `skip: ${csv.skip + 1}`;
  const delimiter = separator === csv.delimiter ? '' : `, delimiter: ${JSON.stringify(separator)}`;
  return fatalAt(
    file,
    'no-header',
    t`The first line is one for Excel ("sep="), not the header`,
    t`write csv: { ${skip}${delimiter} }`,
    csv.skip + 1,
  );
}

/** A sheet of a workbook as a copy in CSV, under the dialect that the source has. */
async function openBook(
  file: string,
  archive: 'zip' | 'ole',
  sheet: string | null,
  csv: CsvDialect,
  copy: string,
  task: Task,
): Promise<SourceFile | Diagnostic> {
  if (archive === 'ole') return fatalAt(file, 'unreadable-workbook', say(OLD_BOOK), say(OLD_BOOK_HELP));
  const { sheetToCsv } = await import('./xlsx/sheet.ts');
  const text = `${copy}.csv`;
  await sheetToCsv(file, sheet, csv, text, task);
  const source = await withHeader({ file, text, gzip: false }, csv, `${copy}-header.csv`, task);
  return 'rule' in source ? source : { ...source, isMade: true };
}

export const IRREGULAR = mark`The export is not a regular file`;

export const IRREGULAR_HELP = mark`save it to a file, and name that`;

export const OLD_BOOK = mark`The workbook is of an older Excel, or has a password`;

export const OLD_BOOK_HELP = mark`open it in a spreadsheet and save it as .xlsx without a password, or as CSV`;

/** Nothing is wrong with the export: the private folder is full. */
export const noSpace = (file: string): Diagnostic =>
  fatalAt(
    file,
    'unreadable-file',
    t`There is no space left in the temporary folder to read the export`,
    t`free twice the size of the export there, or name another folder in TMPDIR; an export as UTF-8 needs half of it`,
  );

function encodingOf(
  csv: CsvDialect,
  bom: 'utf-8' | 'utf-16le' | 'utf-16be' | null,
): Encoding | 'utf-8' | 'mismatch' {
  if (bom === 'utf-8') return 'utf-8';
  if (csv.encoding === 'utf-16') return bom ?? 'utf-16le';
  if (bom !== null) return 'mismatch';
  return csv.encoding === 'utf-8' ? 'utf-8' : 'windows-1252';
}

function unreadable(file: string, csv: CsvDialect, error: unknown): Diagnostic {
  // Named, not imported: workbooks are read by code that most runs do not load.
  if (error instanceof Error && error.name === 'WorkbookProblem' && 'help' in error) {
    return fatalAt(file, 'unreadable-workbook', error.message, String(error.help));
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
    return fatalAt(
      file,
      'wrong-encoding',
      t`The export is not "${csv.encoding}"`,
      t`write its encoding under csv`,
    );
  }
  if (code === 'ENOSPC') return noSpace(file);
  if (code === 'EACCES' || code === 'EPERM') {
    return fatalAt(
      file,
      'unreadable-file',
      t`There is no permission to read the export`,
      t`ask for it, or name a copy`,
    );
  }
  if (code.startsWith('Z_')) {
    return fatalAt(
      file,
      'unreadable-file',
      t`The packed export is broken or cut short`,
      t`export or copy it again`,
    );
  }
  if (code.startsWith('CSV_')) {
    return fatalAt(
      file,
      'unreadable-file',
      t`The header line can not be read`,
      t`check delimiter, quote and skip under csv`,
    );
  }
  if (code !== '')
    return fatalAt(file, 'unreadable-file', t`The export can not be read (${code})`, t`check the file`);
  throw error;
}

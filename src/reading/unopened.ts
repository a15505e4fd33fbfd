import { extname } from 'node:path';
import { mark, say, t } from '../messages/index.ts';
import type { CsvDialect } from '../model/agreement.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { fatalAt } from './problems.ts';

export const IRREGULAR = mark`The export is not a regular file`;

export const IRREGULAR_HELP = mark`save it to a file, and name that`;

/** Something in the place of a file that is none; null for a file. */
export function noFile(file: string, kind: 'file' | 'directory' | 'other' | null): Diagnostic | null {
  switch (kind) {
    case null:
      return fatalAt(file, 'unreadable-file', t`There is no such file`, t`check the path of the export`);
    case 'directory':
      return fatalAt(file, 'unreadable-file', t`There is a folder in place of the export`, filesIn(file));
    case 'other':
      return fatalAt(file, 'unreadable-file', say(IRREGULAR), say(IRREGULAR_HELP));
    case 'file':
      return null;
  }
}

/** What to name in place of a folder. */
export const filesIn = (folder: string): string =>
  t`name its files: ${`${folder.replace(/[/\\]+$/, '')}/*.csv`}`;

export const noTable = (file: string): Diagnostic =>
  fatalAt(
    file,
    'not-an-export',
    t`The file is named ${extname(file)} and is none`,
    t`write it again, or give a text or a workbook its own ending`,
  );

/** A line for Excel stands where the header should. */
export function separatorLine(file: string, csv: CsvDialect, separator: string): Diagnostic {
  const skip = `skip: ${csv.skip + 1}`;
  const delimiter = separator === csv.delimiter ? '' : `, delimiter: ${JSON.stringify(separator)}`;
  return fatalAt(
    { file, line: csv.skip + 1 },
    'no-header',
    t`The first line is one for Excel ("sep="), not the header`,
    t`write csv: { ${skip}${delimiter} }`,
  );
}

/** Nothing is wrong with the export: the private folder is full. */
export const noSpace = (file: string): Diagnostic =>
  fatalAt(
    file,
    'unreadable-file',
    t`There is no space left in the temporary folder to read the export`,
    t`free twice the size of the export there, or name another folder in TMPDIR; an export as UTF-8 needs half of it`,
  );

/**
 * What the file system, a decoder or a parser says against the file; what is said against this program is
 * thrown.
 */
export function unreadable(file: string, csv: CsvDialect, error: unknown): Diagnostic {
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

import { t } from '../messages/index.ts';
import { whole } from '../messages/numbers.ts';
import type { CsvDialect } from '../model/agreement.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { BadLine } from './bad-line.ts';
import { fatalAt } from './problems.ts';
import type { Scan } from './scan.ts';
import type { SourceFile } from './source-file.ts';
import { isEngineFault, unreadableTable } from './typed/faults.ts';
import { noSpace } from './unopened.ts';

/** Columns from which on they are why the engine's memory is full: it holds a part of each that it reads. */
const WIDE = 1000;

/** What was done, or what the engine says against the file; what it says against the statement is thrown. */
export async function attempt<T>(
  source: SourceFile,
  csv: CsvDialect,
  act: () => Promise<T>,
): Promise<T | Diagnostic> {
  try {
    return await act();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (message.includes('No space left on device')) return noSpace(source.file);
    if (source.table && /^Out of Memory /.test(message) && source.header.length > WIDE)
      return tooWide(source);
    if (source.table && isEngineFault(error) && !/^(?:INTERRUPT|Out of Memory) /.test(message))
      return unreadableTable(source.file, error);
    if (message.includes('state machine')) return await notCut(source, csv);
    if (/^(?:IO|Invalid Input) Error/.test(message)) {
      const first = message.split('\n')[0]?.replace(/^[A-Za-z ]+: /, '') ?? '';
      return fatalAt(
        source.file,
        'unreadable-file',
        t`The export can not be read: ${first}`,
        t`check the file and csv`,
      );
    }
    throw error;
  }
}

function tooWide({ file, header }: SourceFile): Diagnostic {
  return fatalAt(
    file,
    'unreadable-file',
    t`The export has ${whole(header.length)} columns, which take more memory at once than is given`,
    t`write those that the agreement names, and leave the others out`,
  );
}

/** The engine has lost its way between lines: where they end in several ways, that is why. */
async function notCut(source: SourceFile, csv: CsvDialect): Promise<Diagnostic> {
  const { oddLineEnd } = await import('./text/line-ends.ts');
  const line = await oddLineEnd(source, csv);
  return line === null
    ? fatalAt(
        source.file,
        'unreadable-file',
        t`The export can not be cut into rows and cells`,
        t`check delimiter and quote under csv, and export again`,
      )
    : fatalAt(
        { file: source.file, line },
        'unreadable-file',
        t`Line ${line} ends in another way than the lines before it: line ends of Windows, Unix and old Macs (CRLF, LF, CR) are mixed`,
        t`export again, or save the file in an editor with one kind of line end`,
      );
}

/** Bytes that the beginning of a file shows its encoding by. */
const HEAD = 1 << 16;

/** What to write, where a value of ours reads the file; else what to do with it. */
async function helpOfEncoding({ source }: Scan): Promise<string> {
  const { headOf } = await import('./text/bytes.ts');
  const { otherEncoding } = await import('./text/other-encoding.ts');
  const other = otherEncoding(await headOf(source.text, source.gzip, HEAD));
  return other === null
    ? t`write encoding: windows-1252 under csv`
    : t`its text looks like ${other.name}, which is not read: save it as UTF-8`;
}

/** Bytes that are not of the encoding, by the lines that a scan could not cut. */
export async function encodingProblem(scan: Scan, lines: readonly BadLine[]): Promise<readonly Diagnostic[]> {
  const first = lines.find(({ reason }) => reason === 'encoding');
  if (!first) return [];
  const { lineOfByte } = await import('./reject-lines.ts');
  const line = await lineOfByte(scan.source, first.byte);
  return [
    fatalAt(
      { file: scan.source.file, line },
      'wrong-encoding',
      t`The export is declared "utf-8" and holds bytes that are not`,
      await helpOfEncoding(scan),
    ),
  ];
}

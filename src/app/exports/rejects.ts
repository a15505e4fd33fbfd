import { basename, resolve } from 'node:path';
import { csvCell } from '../../model/csv-cell.ts';
import type { Io } from '../../model/io.ts';
import type { Reject } from '../../model/reading.ts';
import { csvText } from '../../report/escape.ts';
import type { ReadExports } from './read-all.ts';

/** Every rejected cell and line of an agreement's exports as lines of CSV. */
export async function rejectLines({ reports }: ReadExports): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const { facts, report } of reports) {
    for (const reject of await report.rejects(Number.MAX_SAFE_INTEGER))
      lines.push(csvLine(facts.source.name, reject));
  }
  return lines;
}

/** One file for all agreements; what several of them reject alike is one line. */
export async function writeRejects(
  lines: Iterable<string>,
  file: string,
  force: boolean,
  io: Io,
): Promise<void> {
  const all = ['source,file,line,column,value,reason', ...new Set(lines)];
  await io.files.write(resolve(io.cwd, file), `${all.join('\n')}\n`, { force });
}

const csvLine = (source: string, { file, line, column, value, reason }: Reject): string =>
  [source, basename(file), String(line), column ?? '', value ?? '', reason]
    .map((text) => csvCell(csvText(text), COMMA))
    .join(COMMA.delimiter);

const COMMA = { delimiter: ',', quote: '"' };

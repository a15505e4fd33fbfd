import { basename, resolve } from 'node:path';
import type { Io } from '../model/io.ts';
import type { Reject } from '../model/plan.ts';
import type { World } from './world.ts';

/** Every rejected cell and line as CSV: file, line, column, value, reason. */
export async function writeRejects({ reports }: World, file: string, force: boolean, io: Io): Promise<void> {
  const lines = ['source,file,line,column,value,reason'];
  for (const { facts, report } of reports) {
    for (const reject of await report.rejects(Number.MAX_SAFE_INTEGER))
      lines.push(csvLine(facts.source.name, reject));
  }
  await io.files.write(resolve(io.cwd, file), `${lines.join('\n')}\n`, { force });
}

const csvLine = (source: string, { file, line, column, value, reason }: Reject): string =>
  [source, basename(file), String(line), column ?? '', value ?? '', reason].map(cell).join(',');

/** Quoted where needed; a cell that a spreadsheet would run as a formula starts with an apostrophe. */
function cell(value: string): string {
  const inert = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

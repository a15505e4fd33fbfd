import { writeFile } from 'node:fs/promises';
import type { CsvDialect } from '../model/agreement.ts';
import { quotedCell } from '../model/csv-cell.ts';
import type { YamlRecords } from '../model/reading.ts';
import type { SourceFile } from './source-file.ts';

/**
 * Rows of a file in another form, as a copy that the engine can scan; places are told by the lines of the
 * file itself.
 */
export async function writePlain(
  file: string,
  { header, rows }: YamlRecords,
  { delimiter, quote }: CsvDialect,
  copy: string,
): Promise<SourceFile> {
  const cell = (text: string): string => quotedCell(text, quote);
  // The engine would take a break in it for the end of the lines.
  const onOneLine = (name: string): string => name.replace(/[\r\n]+/g, ' ');
  const line = (cells: readonly string[]): string => `${cells.map(cell).join(delimiter)}\n`;
  await writeFile(copy, [header.map(onOneLine), ...rows.map(({ cells }) => cells)].map(line).join(''), {
    flag: 'wx',
    mode: 0o600,
  });
  return { file, text: copy, gzip: false, header, isMade: true, lines: rows.map((row) => row.line) };
}

import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { t } from '../messages/index.ts';
import type { FieldDef } from '../model/agreement.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { SourceToOpen } from './open-source.ts';
import type { SourceFile } from './source-file.ts';
import { headOf } from './text/bytes.ts';
import { headerOf, namesOf } from './text/header.ts';

/** How far below its place a header is looked for, and in how many sheets. */
const MOST_LINES = 20;
const MOST_SHEETS = 20;
const HEAD_BYTES = 1 << 16;

/** The problems of a header, with the place where all the columns stand as their help where there is one. */
export async function withPlace(
  problems: readonly Diagnostic[],
  source: SourceFile,
  opening: Pick<SourceToOpen, 'file' | 'csv' | 'engine' | 'copy'>,
  fields: readonly FieldDef[],
): Promise<readonly Diagnostic[]> {
  // A copy of another form than a workbook has its header where it was written.
  if (source.isMade && source.book === undefined) return problems;
  if (!problems.some(({ rule }) => rule === 'missing-column')) return problems;
  const help =
    (await lowerIn(source.text, source.gzip, opening, fields)) ?? (await otherSheet(source, opening, fields));
  return help === null
    ? problems
    : problems.map((each) => (each.rule === 'missing-column' ? { ...each, help } : each));
}

/** What to write where the header stands lower in a text; null where it does not. */
async function lowerIn(
  text: string,
  gzip: boolean,
  { csv }: Pick<SourceToOpen, 'csv'>,
  fields: readonly FieldDef[],
): Promise<string | null> {
  const head = await headOf(text, gzip, HEAD_BYTES);
  for (let skip = csv.skip + 1; skip <= csv.skip + MOST_LINES; skip++) {
    const header = headerOf(head, { ...csv, skip }, head.length < HEAD_BYTES);
    if (header === null) return null;
    if (fields.every((field) => namesOf(field).some((name) => header.includes(name)))) {
      const written = `csv: { skip: ${skip} }`;
      return t`the header stands lower; write ${written} under the source`;
    }
  }
  return null;
}

async function otherSheet(
  { book }: SourceFile,
  { file, csv, engine, copy }: Pick<SourceToOpen, 'file' | 'csv' | 'engine' | 'copy'>,
  fields: readonly FieldDef[],
): Promise<string | null> {
  if (book === undefined) return null;
  const { sheetToCsv } = await import('./xlsx/sheet.ts');
  const target = join(engine.scratch, `${copy}-${randomBytes(4).toString('hex')}-other.csv`);
  for (const sheet of book.sheets.slice(0, MOST_SHEETS)) {
    if (sheet === book.sheet) continue;
    // A sheet of a chart has no cells, and a broken one is not what the reader asked for.
    const head = await sheetToCsv({ file, sheet, csv, target, task: engine.task })
      .then(() => headOf(target, false, HEAD_BYTES))
      .catch((error: unknown) => {
        if (engine.task.signal?.aborted) throw error;
        return Buffer.alloc(0);
      });
    await rm(target, { force: true });
    const header = headerOf(head, csv, head.length < HEAD_BYTES) ?? [];
    if (fields.every((field) => namesOf(field).some((name) => header.includes(name))))
      return t`its sheets are ${book.sheets.slice(0, 20).join(', ')}; write sheet: ${yamlName(sheet)}`;
  }
  return null;
}

/** A name as YAML takes it: quoted where it holds more than letters, digits and single spaces between them. */
const yamlName = (name: string): string =>
  /^\p{L}[\p{L}\d_-]*(?: [\p{L}\d_-]+)*$/u.test(name) ? name : JSON.stringify(name);

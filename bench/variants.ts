import { createReadStream, createWriteStream, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { strToU8, zipSync } from 'fflate';

/** What exports in use look like, by what is wrong with one made by `makeExport`: what stands there in place of a line. */
const DIRTY = {
  'one bad cell': (line, n, rows) => (n === rows >> 1 ? withBadCell(line) : line),
  '1 % of the rows with a bad cell': (line, n) => (n % 100 === 50 ? withBadCell(line) : line),
  'one row twice': (line, n, rows) => (n === rows >> 1 ? `${line}\n${line}` : line),
  '1 % of the rows twice': (line, n) => (n % 100 === 50 ? `${line}\n${line}` : line),
} satisfies Readonly<Record<string, (line: string, n: number, rows: number) => string>>;

export type Fault = keyof typeof DIRTY;
export const faults = Object.keys(DIRTY) as readonly Fault[];

/** The seventh cell is the number of employees; no cell of the bench holds a comma. */
const withBadCell = (line: string): string =>
  line
    .split(',')
    .map((cell, at) => (at === 6 ? 'about 20' : cell))
    .join(',');

/** Writes an export with each fault beside the one without any, kept for the next run; the names of the files, in the order of `faults`. */
export async function makeDirty(folder: string, csv: string, rows: number): Promise<readonly string[]> {
  const names = faults.map((_, at) => `leads-${rows}-dirty-${at}.csv`);
  for (const [at, fault] of faults.entries()) {
    const to = join(folder, names[at] ?? '');
    if (!existsSync(to))
      await rewrite(join(folder, csv), to, (line, n) => (n === 0 ? line : DIRTY[fault](line, n, rows)));
  }
  return names;
}

async function rewrite(from: string, to: string, change: (line: string, n: number) => string): Promise<void> {
  const out = createWriteStream(to);
  let n = 0;
  for await (const line of createInterface({ input: createReadStream(from) }))
    if (!out.write(`${change(line, n++)}\n`)) await once(out, 'drain');
  out.end();
  await once(out, 'finish');
}

/** Cuts an export into so many files of one header, in a folder of their own; its glob. */
export async function makeMany(folder: string, csv: string, rows: number, files: number): Promise<string> {
  const name = `leads-${rows}-in-${files}`;
  const glob = `${name}/*.csv`;
  if (existsSync(join(folder, name))) return glob;
  mkdirSync(join(folder, name));
  const size = Math.ceil(rows / files);
  let [header, lines, n]: [string | null, string[], number] = [null, [], 0];
  const write = (): void => {
    const text = `${[header, ...lines].join('\n')}\n`;
    if (lines.length > 0) writeFileSync(join(folder, name, `part-${String(n++).padStart(4, '0')}.csv`), text);
    lines = [];
  };
  for await (const line of createInterface({ input: createReadStream(join(folder, csv)) })) {
    if (header === null) header = line;
    else if (lines.push(line) === size) write();
  }
  write();
  return glob;
}

const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The same rows as a workbook of one sheet, every cell a text as some programs write them; the name of its file. */
export async function makeBook(folder: string, csv: string, rows: number): Promise<string> {
  const name = `leads-${rows}.xlsx`;
  if (existsSync(join(folder, name))) return name;
  const sheet: string[] = [
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>',
  ];
  for await (const line of createInterface({ input: createReadStream(join(folder, csv)) }))
    sheet.push(
      `<row>${line
        .split(',')
        .map((cell) => `<c t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`)
        .join('')}</row>`,
    );
  sheet.push('</sheetData></worksheet>');
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packages = 'http://schemas.openxmlformats.org/package/2006';
  const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${main}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${main}.worksheet+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relation}"><sheets><sheet name="Leads" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet.join(''),
  };
  const packed = Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)]));
  writeFileSync(join(folder, name), zipSync(packed, { level: 6 }));
  return name;
}

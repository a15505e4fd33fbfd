import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** A cell as the file says it: what kind of value, and the code of its number format. */
export interface BookCell {
  readonly value: string | number;
  readonly format: string;
  /** Text that stays text when it is edited. */
  readonly quoted: boolean;
}

export interface BookSheet {
  readonly name: string;
  readonly rows: readonly (readonly (BookCell | null)[])[];
  readonly xml: readonly Element[];
}

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** A workbook read by nothing that wrote it: every part must be well-formed, and every name between parts must lead somewhere. */
export function readBook(bytes: Uint8Array): readonly BookSheet[] {
  const parts = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, part]) => [
      name,
      parsed(Buffer.from(part).toString('utf8')),
    ]),
  );
  const part = (name: string): Element => {
    const found = parts[name];
    if (!found) throw new Error(`The archive has no part "${name}"`);
    return found;
  };
  const types = new Map(
    all(part('[Content_Types].xml'), 'Override').map(
      ({ attributes: { PartName = '', ContentType = '' } }) => [PartName, ContentType],
    ),
  );
  for (const name of types.keys()) part(name.slice(1));
  const [root] = all(part('_rels/.rels'), 'Relationship');
  const book = part(root?.attributes.Target ?? '');
  const targets = new Map(
    all(part('xl/_rels/workbook.xml.rels'), 'Relationship').map(
      ({ attributes: { Id = '', Target = '' } }) => [Id, `xl/${Target}`],
    ),
  );
  const styles = stylesOf(part('xl/styles.xml'));
  return all(book, 'sheet').map(({ attributes }) => {
    const name = targets.get(attributes['r:id'] ?? '') ?? '';
    if (!types.get(`/${name}`)?.endsWith('.worksheet+xml')) throw new Error(`"${name}" is no sheet`);
    const sheet = part(name);
    return { name: attributes.name ?? '', xml: sheet.children, rows: rowsOf(sheet, styles) };
  });
}

/** The values alone, missing cells as null. */
export const values = ({ rows }: BookSheet): (string | number | null)[][] =>
  rows.map((row) => row.map((cell) => cell?.value ?? null));

/** Rows by the titles in the first one. */
export function records(sheet: BookSheet): Record<string, BookCell | null>[] {
  const [head = [], ...rows] = sheet.rows;
  return rows.map((row) =>
    Object.fromEntries(head.map((title, at) => [String(title?.value), row[at] ?? null])),
  );
}

export const attributesOf = (
  { xml }: BookSheet,
  name: string,
): Readonly<Record<string, string>> | undefined =>
  xml.flatMap((each) => (each.name === name ? [each] : all(each, name)))[0]?.attributes;

type Style = Pick<BookCell, 'format' | 'quoted'>;

function stylesOf(styles: Element): readonly Style[] {
  const formats = new Map(
    all(styles, 'numFmt').map(({ attributes: { numFmtId = '', formatCode = '' } }) => [numFmtId, formatCode]),
  );
  for (const [list, item] of [
    ['fonts', 'font'],
    ['fills', 'fill'],
    ['cellXfs', 'xf'],
    ['numFmts', 'numFmt'],
  ] as const) {
    const found = all(styles, list)[0];
    if (Number(found?.attributes.count) !== found?.children.filter(({ name }) => name === item).length)
      throw new Error(`${list} are miscounted`);
  }
  return (all(styles, 'cellXfs')[0]?.children ?? []).map(({ attributes }) => ({
    format: formats.get(attributes.numFmtId ?? '') ?? '',
    quoted: attributes.quotePrefix === '1',
  }));
}

function rowsOf(sheet: Element, styles: readonly Style[]): readonly (readonly (BookCell | null)[])[] {
  return all(sheet, 'row').map((row, index) => {
    if (row.attributes.r !== String(index + 1)) throw new Error('Rows are not numbered in turn');
    const cells: (BookCell | null)[] = [];
    for (const cell of row.children) {
      const { r = '', s = '0', t } = cell.attributes;
      const [, column = '', number = ''] = /^([A-Z]+)(\d+)$/.exec(r) ?? [];
      const style = styles[Number(s)];
      if (number !== String(index + 1) || !style || all(cell, 'f').length > 0) throw new Error(`Cell ${r}`);
      const at = [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      if (at < cells.length) throw new Error(`Cell ${r} is out of turn`);
      while (cells.length < at) cells.push(null);
      const text = all(cell, t === 'inlineStr' ? 't' : 'v')[0]?.text ?? '';
      cells.push({ value: t === 'inlineStr' ? unescaped(text) : Number(text), ...style });
    }
    return cells;
  });
}

/** As Excel reads text: `_x0041_` is `A`. */
const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

function all(element: Element, name: string): Element[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

function parsed(text: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open: Element[] = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    const attributes = Object.fromEntries(
      Object.values(tag.attributes).map(({ name, value }) => [name, value]),
    );
    const element: Element = { name: tag.local, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('text', (piece) => {
    const last = open.at(-1);
    if (last) last.text += piece;
  });
  parser.write(text).close();
  return root;
}

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
  const part = partsOf(bytes);
  const types = typesOf(part);
  const styles = stylesOf(part('xl/styles.xml'));
  return sheetParts(part).map(({ name, path }) => {
    if (!types.get(`/${path}`)?.endsWith('.worksheet+xml')) throw new Error(`"${path}" is no sheet`);
    const sheet = part(path);
    return { name, xml: sheet.children, rows: rowsOf(sheet, styles) };
  });
}

/** A chart as the file says it. */
export interface ReadChart {
  readonly title: string;
  /** What is read aloud in its place. */
  readonly reads: string;
  readonly across: readonly string[];
  readonly series: readonly {
    readonly name: string;
    readonly symbol: string | undefined;
    readonly values: readonly (number | null)[];
    readonly labels: readonly string[];
  }[];
}

/** The charts of a sheet. What a chart holds of the cells that it names must be what these hold. */
export function chartsOf(bytes: Uint8Array, name: string): readonly ReadChart[] {
  const part = partsOf(bytes);
  const types = typesOf(part);
  const sheets = readBook(bytes);
  const path = sheetParts(part).find((each) => each.name === name)?.path ?? '';
  const typed = (target: string, type: string) => {
    if (types.get(`/${target}`) !== `application/vnd.openxmlformats-officedocument.${type}+xml`)
      throw new Error(`"${target}" is no ${type}`);
    return part(target);
  };
  const [drawing] = [...relationsOf(part, path).values()];
  if (drawing === undefined) return [];
  const charts = relationsOf(part, drawing);
  return all(typed(drawing, 'drawing'), 'graphicFrame').map((frame) => {
    const id = all(frame, 'chart')[0]?.attributes['r:id'] ?? '';
    const chart = typed(charts.get(id) ?? '', 'drawingml.chart');
    const cells = (of: Element | undefined) => heldCells(of, sheets);
    return {
      title: String(cells(all(chart, 'title')[0])[0]),
      reads: all(frame, 'cNvPr')[0]?.attributes.descr ?? '',
      across: cells(all(chart, 'cat')[0]).map(String),
      series: all(chart, 'ser').map((each) => ({
        name: all(all(each, 'tx')[0] as Element, 'v')[0]?.text ?? '',
        symbol: all(each, 'symbol')[0]?.attributes.val,
        values: cells(all(each, 'val')[0]).map((value) => (value === null ? null : Number(value))),
        labels: all(each, 'dLbl').map((label) => all(label, 't')[0]?.text ?? ''),
      })),
    };
  });
}

function heldCells(
  of: Element | undefined,
  sheets: readonly BookSheet[],
): readonly (string | number | null)[] {
  if (!of) throw new Error('A chart names its cells');
  const formula = all(of, 'f')[0]?.text ?? '';
  const [, sheet = '', letter = '', first = '', last = first] =
    /^'(.*)'!\$([A-Z])\$(\d+)(?::\$[A-Z]\$(\d+))?$/.exec(formula) ?? [];
  const rows = sheets.find((each) => each.name === sheet)?.rows.slice(Number(first) - 1, Number(last)) ?? [];
  const cells = rows.map((row) => row[letter.charCodeAt(0) - 65]?.value ?? null);
  const held = new Map(
    all(of, 'pt').map((point) => [Number(point.attributes.idx), unescaped(all(point, 'v')[0]?.text ?? '')]),
  );
  for (const [at, cell] of cells.entries())
    if ((cell === null ? undefined : String(cell)) !== held.get(at))
      throw new Error(`${formula} holds ${held.get(at)} where its cell is ${cell}`);
  if (all(of, 'ptCount')[0]?.attributes.val !== String(cells.length))
    throw new Error(`${formula} is miscounted`);
  return cells;
}

type Part = (name: string) => Element;

function partsOf(bytes: Uint8Array): Part {
  const parts = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, part]) => [
      name,
      parsed(Buffer.from(part).toString('utf8')),
    ]),
  );
  return (name) => {
    const found = parts[name];
    if (!found) throw new Error(`The archive has no part "${name}"`);
    return found;
  };
}

function typesOf(part: Part): ReadonlyMap<string, string> {
  const types = new Map(
    all(part('[Content_Types].xml'), 'Override').map(
      ({ attributes: { PartName = '', ContentType = '' } }) => [PartName, ContentType] as const,
    ),
  );
  for (const name of types.keys()) part(name.slice(1));
  return types;
}

/** The parts that a part names, by the ids that it names them by. */
function relationsOf(part: Part, path: string): ReadonlyMap<string, string> {
  const [, folder = '', file = ''] = /^(.*\/)([^/]*)$/.exec(path) ?? [];
  return new Map(
    all(part(`${folder}_rels/${file}.rels`), 'Relationship').map(
      ({ attributes: { Id = '', Target = '' } }) =>
        [Id, new URL(Target, `file:///${folder}`).pathname.slice(1)] as const,
    ),
  );
}

function sheetParts(part: Part): readonly { readonly name: string; readonly path: string }[] {
  const [root] = all(part('_rels/.rels'), 'Relationship');
  const path = root?.attributes.Target ?? '';
  const targets = relationsOf(part, path);
  return all(part(path), 'sheet').map(({ attributes }) => ({
    name: attributes.name ?? '',
    path: targets.get(attributes['r:id'] ?? '') ?? '',
  }));
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

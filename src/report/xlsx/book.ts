import { archive } from './archive.ts';
import type { Cell, Column } from './cell.ts';
import { chartXml } from './chart.ts';
import { drawingXml, type LookSheet, lookSheetXml } from './look-sheet.ts';
import { MOST_ROWS, rangeOf, rowWriter, sheetEnd, sheetStart } from './sheet.ts';
import { stylesXml } from './styles.ts';
import { sheetNames, xmlOf } from './text.ts';

/** A workbook while it is written: sheet after sheet, row after row, and the bytes that are ready taken in between. */
export interface Book {
  /** Begins a sheet; `fixed` columns stay in view. */
  sheet(name: string, columns: readonly Column[], fixed?: number): void;
  /** A whole sheet to look at. */
  look(sheet: LookSheet): void;
  /** False where the sheet is full: nothing was written, and another one is to be begun. */
  row(cells: readonly Cell[]): boolean;
  take(): Uint8Array;
  /** The rest; at least one sheet was begun. */
  end(): Uint8Array;
}

interface Sheet {
  readonly name: string;
  /** Null of one that is written already, and has no header to filter by. */
  readonly columns: number | null;
  rows: number;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DRAWINGS = 'application/vnd.openxmlformats-officedocument';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Source: ECMA-376, parts 1 (SpreadsheetML) and 2 (packages). No formula, no link, no macro and no date of making is ever in it. */
export function book(mostRows = MOST_ROWS): Book {
  const zip = archive();
  const sheets: Sheet[] = [];
  /** Names of parts and their types. */
  const further: [name: string, type: string][] = [];
  const rowXml = rowWriter();
  const close = () => {
    const last = sheets.at(-1);
    if (last && last.columns !== null) zip.write(sheetEnd(last.columns, last.rows));
  };
  const write = (name: string, xml: string) => {
    zip.part(name);
    zip.write(XML + xml);
  };
  write('_rels/.rels', relations([`${OFFICE}/officeDocument`, 'xl/workbook.xml']));
  zip.part('xl/styles.xml');
  zip.write(stylesXml());
  return {
    sheet(name, columns, fixed = 0) {
      close();
      sheets.push({ name, columns: columns.length, rows: 1 });
      zip.part(`xl/worksheets/sheet${sheets.length}.xml`);
      zip.write(sheetStart(columns, fixed, sheets.length === 1));
    },
    look(sheet) {
      close();
      sheets.push({ name: sheet.name, columns: null, rows: sheet.rows.length });
      write(`xl/worksheets/sheet${sheets.length}.xml`, lookSheetXml(sheet, sheets.length === 1));
      for (const { name, xml, type } of drawnParts(sheets.length, sheet.charts)) {
        write(name, xml);
        if (type !== null) further.push([`/${name}`, `${DRAWINGS}.${type}+xml`]);
      }
    },
    row(cells) {
      const sheet = sheets.at(-1);
      if (!sheet || sheet.columns === null) throw new Error('A row has a sheet');
      if (sheet.rows >= mostRows) return false;
      sheet.rows++;
      zip.write(rowXml(sheet.rows, cells));
      return true;
    },
    take: () => zip.take(),
    end() {
      close();
      write('xl/workbook.xml', workbookXml(sheets));
      write(
        'xl/_rels/workbook.xml.rels',
        relations(
          ...sheets.map((_, at) => [`${OFFICE}/worksheet`, `worksheets/sheet${at + 1}.xml`] as const),
          [`${OFFICE}/styles`, 'styles.xml'],
        ),
      );
      write('[Content_Types].xml', contentTypes(sheets.length, further));
      zip.end();
      return zip.take();
    },
  };
}

interface Part {
  readonly name: string;
  readonly xml: string;
  /** Null of what says how others belong together. */
  readonly type: string | null;
}

/** The charts of a sheet: where they stand, and each of them. */
function drawnParts(sheet: number, charts: LookSheet['charts']): readonly Part[] {
  if (charts.length === 0) return [];
  const drawing = `drawing${sheet}.xml`;
  const named = charts.map(({ chart }, at) => ({ chart, file: `chart${sheet}-${at + 1}.xml` }));
  return [
    {
      name: `xl/worksheets/_rels/sheet${sheet}.xml.rels`,
      xml: relations([`${OFFICE}/drawing`, `../drawings/${drawing}`]),
      type: null,
    },
    { name: `xl/drawings/${drawing}`, xml: drawingXml(charts), type: 'drawing' },
    {
      name: `xl/drawings/_rels/${drawing}.rels`,
      xml: relations(...named.map(({ file }) => [`${OFFICE}/chart`, `../charts/${file}`] as const)),
      type: null,
    },
    ...named.map(({ chart, file }) => ({
      name: `xl/charts/${file}`,
      xml: chartXml(chart),
      type: 'drawingml.chart',
    })),
  ];
}

function workbookXml(sheets: readonly Sheet[]): string {
  const names = sheetNames(sheets.map(({ name }) => name));
  const list = names.map(
    (name, at) => `<sheet name="${xmlOf(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  // The filter of a sheet, and the rows that every printed page begins with, are also names that Excel keeps.
  const kept = sheets.flatMap(({ columns, rows }, at) => {
    if (columns === null) return [];
    const sheet = `'${(names[at] ?? '').replaceAll("'", "''")}'`;
    const name = (id: string, range: string, hidden = '') =>
      `<definedName name="_xlnm.${id}" localSheetId="${at}"${hidden}>${xmlOf(`${sheet}!${range}`)}</definedName>`;
    return [
      name('_FilterDatabase', rangeOf(columns, rows, '$'), ' hidden="1"'),
      name('Print_Titles', '$1:$1'),
    ];
  });
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr defaultThemeVersion="124226"/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000"/></bookViews><sheets>${list.join('')}</sheets><definedNames>${kept.join('')}</definedNames></workbook>`;
}

function relations(...targets: readonly (readonly [type: string, target: string])[]): string {
  const list = targets.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
}

function contentTypes(sheets: number, further: readonly (readonly [name: string, type: string])[]): string {
  const part = (name: string, type: string): string =>
    `<Override PartName="${name}" ContentType="${TYPES}.${type}+xml"/>`;
  const list = Array.from({ length: sheets }, (_, at) =>
    part(`/xl/worksheets/sheet${at + 1}.xml`, 'worksheet'),
  );
  const drawings = further.map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`);
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('/xl/workbook.xml', 'sheet.main')}${list.join('')}${drawings.join('')}${part('/xl/styles.xml', 'styles')}</Types>`;
}

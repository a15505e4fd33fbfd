import type { Cell } from './cell.ts';
import type { BookChart } from './chart.ts';
import { LINE, letters, rowWriter } from './sheet.ts';
import { drawnXml } from './text.ts';

/** A sheet to look at and to print: rows of any shape, and charts below or beside them. */
export interface LookSheet {
  readonly name: string;
  /** Characters. */
  readonly widths: readonly number[];
  readonly rows: readonly LookRow[];
  readonly charts: readonly PlacedChart[];
  /** Rows after which a printed page ends. */
  readonly breaks: readonly number[];
}

export interface LookRow {
  readonly cells: readonly Cell[];
  /** Lines of text; none of its own where it has one. */
  readonly lines?: number;
  /** Points of a line that is not of text as in the other rows. */
  readonly points?: number;
  /** Its first cell has the room of all. */
  readonly across?: true;
}

/** A chart over cells: columns and rows count from 0, the last are not part of it. */
export interface PlacedChart {
  readonly chart: BookChart;
  readonly columns: readonly [from: number, to: number];
  readonly rows: readonly [from: number, to: number];
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';

/** Inches of A4 on its side between the margins. */
const [PAPER_WIDTH, PAPER_HEIGHT, MARGIN] = [11.69 - 1, 8.27 - 1, 0.5];

/** Pixels of a column of so many characters of 11 points, and of an inch. */
const pixels = (characters: number): number => characters * 7 + 5;
const INCH = 96;

/** Letters are a little wider where the reader has no Calibri. */
const SPARE = 1.03;

/** In percent, at which the columns have room on the width of the paper. */
const scaleOf = (widths: readonly number[]): number =>
  Math.min(
    100,
    Math.floor((PAPER_WIDTH * INCH * 100) / widths.reduce((sum, width) => sum + pixels(width) * SPARE, 0)),
  );

/** Points of a printed page at that scale. */
export const pagePoints = (widths: readonly number[]): number =>
  Math.floor((PAPER_HEIGHT * 72 * 100) / scaleOf(widths));

/** Points of a row. */
export const heightOf = ({ lines = 1, points = LINE }: LookRow): number => lines * points;

export function lookSheetXml(sheet: LookSheet, first: boolean): string {
  const { widths, rows, charts, breaks } = sheet;
  const cellsXml = rowWriter();
  const cols = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const body = rows.map((row, at) => {
    const height = heightOf(row);
    return cellsXml(at + 1, row.cells, height === LINE ? '' : ` ht="${height}" customHeight="1"`);
  });
  const last = letters(widths.length - 1);
  const merged = rows.flatMap(({ across }, at) =>
    across ? [`<mergeCell ref="A${at + 1}:${last}${at + 1}"/>`] : [],
  );
  const merges =
    merged.length === 0 ? '' : `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>`;
  const cuts = breaks.map((row) => `<brk id="${row}" max="16383" man="1"/>`);
  const pages =
    cuts.length === 0
      ? ''
      : `<rowBreaks count="${cuts.length}" manualBreakCount="${cuts.length}">${cuts.join('')}</rowBreaks>`;
  return (
    `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetViews><sheetView showGridLines="0"${first ? ' tabSelected="1"' : ''} workbookViewId="0"/></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="${LINE}"/><cols>${cols.join('')}</cols><sheetData>${body.join('')}</sheetData>${merges}` +
    `<pageMargins left="${MARGIN}" right="${MARGIN}" top="${MARGIN}" bottom="${MARGIN}" header="0.3" footer="0.3"/>` +
    `<pageSetup paperSize="9" scale="${scaleOf(widths)}" orientation="landscape"/>${pages}${charts.length === 0 ? '' : '<drawing r:id="rId1"/>'}</worksheet>`
  );
}

/** The part that says where the charts of a sheet stand; `rId1` is the first of them. */
export function drawingXml(charts: readonly PlacedChart[]): string {
  const place = (name: string, column: number, row: number) =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  const frames = charts.map(
    ({ chart, columns, rows }, at) =>
      `<xdr:twoCellAnchor editAs="oneCell">${place('from', columns[0], rows[0])}${place('to', columns[1], rows[1])}` +
      `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${at + 2}" name="${drawnXml(chart.title.text)}" descr="${drawnXml(chart.reads)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
      '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
      `<a:graphic><a:graphicData uri="${DRAWING}/chart"><c:chart xmlns:c="${DRAWING}/chart" r:id="rId${at + 1}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`,
  );
  return `<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main" xmlns:r="${OFFICE}">${frames.join('')}</xdr:wsDr>`;
}

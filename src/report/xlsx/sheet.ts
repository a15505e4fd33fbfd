import type { LocalMicros, Micros } from '../../model/time.ts';
import { daysOf, serialOf } from '../../xlsx/serial.ts';
import { wallClock, wallText } from '../wall-clock.ts';
import { displayWidth } from '../width.ts';
import type { Cell, Column } from './cell.ts';
import { HEAD, styleOf, TEXT } from './styles.ts';
import { cellText, xmlOf } from './text.ts';

/** Rows of a sheet, the header one of them. Source: Excel specifications and limits. */
export const MOST_ROWS = 1_048_576;

/** Everything of a sheet before its rows, and its header: it and the first columns stay in view. */
export function sheetStart(columns: readonly Column[], fixed: number, first: boolean): string {
  const corner = `${letters(fixed)}2`;
  const pane = fixed > 0 ? 'bottomRight' : 'bottomLeft';
  const split = fixed > 0 ? ` xSplit="${fixed}"` : '';
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const lines = Math.max(1, ...columns.map(linesOf));
  const heads = columns.map(({ title }, at) => textXml(`${letters(at)}1`, HEAD, title));
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>' +
    `<sheetView${first ? ' tabSelected="1"' : ''} workbookViewId="0">` +
    `<pane${split} ySplit="1" topLeftCell="${corner}" activePane="${pane}" state="frozen"/>` +
    `<selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/></sheetView></sheetViews>` +
    `<cols>${widths.join('')}</cols><sheetData><row r="1" ht="${LINE * lines}" customHeight="1">${heads.join('')}</row>`
  );
}

/** Points of a line of text. */
export const LINE = 15;

/** How many lines a title takes in its column, beside the arrow of the filter; bold is a little wider. */
export function linesOf({ title, width }: Column): number {
  const room = Math.max(1, (width - 4) / 1.1);
  let [lines, used] = [1, 0];
  for (const word of title.split(' ').map(displayWidth)) {
    if (used > 0 && used + 1 + word > room) [lines, used] = [lines + 1, word];
    else used += (used > 0 ? 1 : 0) + word;
  }
  return lines;
}

/**
 * After the last row: arrows to filter by, a page as wide as the sheet, and no warning about ids that look
 * like numbers.
 */
export function sheetEnd(columns: number, rows: number): string {
  const range = rangeOf(columns, rows);
  return (
    `</sheetData><autoFilter ref="${range}"/><pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>` +
    `<pageSetup orientation="landscape" fitToHeight="0"/><ignoredErrors><ignoredError sqref="${range}" numberStoredAsText="1"/></ignoredErrors></worksheet>`
  );
}

/** `A1:N27`, or `$A$1:$N$27` as the names of a workbook have it. */
export function rangeOf(columns: number, rows: number, sign = ''): string {
  return `${sign}A${sign}1:${sign}${letters(columns - 1)}${sign}${rows}`;
}

/** The XML of a row. Times are shown by the clocks of the zone of their cell. */
export function rowWriter(): (number: number, cells: readonly Cell[], attributes?: string) => string {
  const clocks = new Map<string, (instant: Micros) => LocalMicros>();
  const shown = (at: Micros, zone: string): LocalMicros => {
    let clock = clocks.get(zone);
    if (!clock) {
      clock = wallClock(zone);
      clocks.set(zone, clock);
    }
    return clock(at);
  };
  const cellXml = (place: string, cell: NonNullable<Cell>): string => {
    const style = styleOf(cell);
    switch (cell.kind) {
      case 'text':
        return textXml(place, style, cell.text);
      case 'number':
      case 'rate':
        return numberXml(place, style, cell.value);
      case 'instant': {
        const local = shown(cell.at, cell.zone);
        const serial = serialOf(local);
        return serial === null ? textXml(place, TEXT, wallText(local)) : numberXml(place, style, serial);
      }
      case 'day': {
        const serial = serialOf(Date.parse(cell.day) * 1000);
        return serial === null ? textXml(place, TEXT, cell.day) : numberXml(place, style, serial);
      }
      case 'duration': {
        const days = daysOf(cell.seconds);
        return days === null ? textXml(place, TEXT, `${cell.seconds} s`) : numberXml(place, style, days);
      }
    }
  };
  return (number, cells, attributes = '') => {
    let xml = `<row r="${number}"${attributes}>`;
    for (let at = 0; at < cells.length; at++) {
      const cell = cells[at];
      if (cell) xml += cellXml(letters(at) + number, cell);
    }
    return `${xml}</row>`;
  };
}

function textXml(place: string, style: number, text: string): string {
  const shown = cellText(text);
  // Blanks at the ends, and several in a row, are part of the text.
  const space = /^\s|\s$|\s\s/.test(shown) ? ' xml:space="preserve"' : '';
  return `<c r="${place}"${styleXml(style)} t="inlineStr"><is><t${space}>${xmlOf(shown)}</t></is></c>`;
}

/** What is no number is left out: a spreadsheet refuses the whole file for one. */
function numberXml(place: string, style: number, value: number): string {
  return Number.isFinite(value) ? `<c r="${place}"${styleXml(style)}><v>${value}</v></c>` : '';
}

const styleXml = (style: number): string => (style === 0 ? '' : ` s="${style}"`);

/** 0 is `A`, 26 is `AA`. */
export function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

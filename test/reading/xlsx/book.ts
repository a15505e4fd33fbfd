import { strToU8, zipSync } from 'fflate';

export interface BookParts {
  /** Rows of the sheet "Leads" as XML. */
  readonly rows: string;
  readonly shared?: readonly string[];
  /** Codes of number formats; style 0 is General, style n the n-th of these. */
  readonly formats?: readonly string[];
  readonly from1904?: boolean;
  /** Rows of a second sheet, "Other". */
  readonly other?: string;
  /** Ranges of the first sheet that are merged. */
  readonly merged?: readonly string[];
}

const X = '<?xml version="1.0" encoding="UTF-8"?>';
const NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** A workbook as spreadsheets write it, small. */
export function book({
  rows,
  shared = [],
  formats = [],
  from1904 = false,
  other,
  merged = [],
}: BookParts): Uint8Array {
  const sheet = (body: string, ranges: readonly string[] = []): Uint8Array => {
    const cells = ranges.map((range) => `<mergeCell ref="${range}"/>`).join('');
    const merges = cells === '' ? '' : `<mergeCells>${cells}</mergeCells>`;
    return strToU8(`${X}<worksheet ${NS}><sheetData>${body}</sheetData>${merges}</worksheet>`);
  };
  return zipSync({
    'xl/worksheets/sheet1.xml': sheet(rows, merged),
    ...(other === undefined ? {} : { 'xl/worksheets/sheet2.xml': sheet(other) }),
    'xl/workbook.xml': strToU8(
      `${X}<workbook ${NS} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets><sheet name="Leads" sheetId="1" r:id="rId1"/>${other === undefined ? '' : '<sheet name="Other" sheetId="2" r:id="rId2"/>'}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `${X}<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>`,
    ),
    'xl/sharedStrings.xml': strToU8(
      `${X}<sst ${NS}>${shared.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    ),
    'xl/styles.xml': strToU8(
      `${X}<styleSheet ${NS}><numFmts>${formats.map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${code}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats.map((_, i) => `<xf numFmtId="${200 + i}"/>`).join('')}</cellXfs></styleSheet>`,
    ),
  });
}

/** A row of cells given as XML without their places. */
export const row = (number: number, ...cells: readonly string[]): string =>
  `<row r="${number}">${cells.map((cell, i) => cell.replace('<c', `<c r="${String.fromCharCode(65 + i)}${number}"`)).join('')}</row>`;

export const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
export const number = (value: number | string, style = 0): string => `<c s="${style}"><v>${value}</v></c>`;

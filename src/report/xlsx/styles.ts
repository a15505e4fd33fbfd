import { type Cell, MOST_DECIMALS } from './cell.ts';
import { readsOtherwise } from './text.ts';

/** How a cell looks: a line of `cellXfs`. Fonts and fills are places in the lists below. */
interface Look {
  readonly name: string;
  /** Code of the number format. Excel shows it by the settings of its reader: a decimal comma where there is one. */
  readonly format?: string;
  readonly font?: number;
  readonly fill?: number;
  readonly align?: string;
  /** Stays text when somebody edits the cell. */
  readonly quoted?: true;
}

/** Colours repeat what is said in words, dark enough to be read on white. */
const FONTS: readonly { readonly bold?: true; readonly color?: string }[] = [
  {},
  { bold: true },
  { color: 'FF1E6B2F' },
  { bold: true, color: 'FFA61B1B' },
  { bold: true, color: 'FF8A5A00' },
  { color: 'FF595959' },
];

const decimals = Array.from({ length: MOST_DECIMALS + 1 }, (_, digits) => digits);
const fraction = (digits: number): string => (digits === 0 ? '' : `.${'0'.repeat(digits)}`);

/** Text begins apart from the number that ends beside it. */
const APART = 'horizontal="left" indent="1"';

const LOOKS: readonly Look[] = [
  { name: 'plain' },
  { name: 'head', font: 1, fill: 2, align: 'horizontal="left" vertical="top" wrapText="1" indent="1"' },
  { name: 'text', align: APART },
  { name: 'quoted', align: APART, quoted: true },
  { name: 'instant', format: 'yyyy-mm-dd hh:mm:ss' },
  { name: 'duration', format: '[h]:mm:ss' },
  { name: 'good', font: 2, align: APART },
  { name: 'bad', font: 3, align: APART },
  { name: 'watch', font: 4, align: APART },
  { name: 'quiet', font: 5, align: APART },
  ...decimals.map((digits) => ({ name: `number ${digits}`, format: `#,##0${fraction(digits)}` })),
  ...decimals.map((digits) => ({ name: `rate ${digits}`, format: `0${fraction(digits)}%` })),
];

const PLACES: ReadonlyMap<string, number> = new Map(LOOKS.map(({ name }, place) => [name, place]));

export const HEAD = placeOf('head');
export const TEXT = placeOf('text');

/** The style of a cell: its place in the styles of the workbook. */
export function styleOf(cell: NonNullable<Cell>): number {
  switch (cell.kind) {
    case 'text':
      return placeOf(cell.tone ?? (readsOtherwise(cell.text) ? 'quoted' : 'text'));
    case 'number':
    case 'rate':
      return placeOf(`${cell.kind} ${cell.decimals}`);
    case 'instant':
    case 'duration':
      return placeOf(cell.kind);
  }
}

function placeOf(name: string): number {
  const place = PLACES.get(name);
  if (place === undefined) throw new Error(`No cell looks like "${name}"`);
  return place;
}

/** Formats of a workbook's own begin here. Source: ECMA-376, numFmts. */
const OWN = 164;

/** The part `xl/styles.xml`, the same in every workbook. */
export function stylesXml(): string {
  const codes = LOOKS.flatMap(({ format }) => (format === undefined ? [] : [format]));
  const formats = codes.map((code, at) => `<numFmt numFmtId="${OWN + at}" formatCode="${code}"/>`);
  const fonts = FONTS.map(
    ({ bold, color }) =>
      `<font>${bold ? '<b/>' : ''}<sz val="11"/>${color === undefined ? '' : `<color rgb="${color}"/>`}<name val="Calibri"/><family val="2"/></font>`,
  );
  const looks = LOOKS.map(({ format, font = 0, fill = 0, align, quoted }) => {
    const id = format === undefined ? 0 : OWN + codes.indexOf(format);
    const start = `<xf numFmtId="${id}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"${quoted ? ' quotePrefix="1"' : ''}`;
    return align === undefined ? `${start}/>` : `${start} applyAlignment="1"><alignment ${align}/></xf>`;
  });
  // The first two fills are fixed by the format.
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="${formats.length}">${formats.join('')}</numFmts><fonts count="${fonts.length}">${fonts.join('')}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8ECF1"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${looks.length}">${looks.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

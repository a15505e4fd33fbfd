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
  /** A hairline below. */
  readonly ruled?: true;
  /** Stays text when somebody edits the cell. */
  readonly quoted?: true;
}

/** Colours repeat what is said in words, dark enough to be read on white. */
const FONTS: readonly { readonly bold?: true; readonly color?: string; readonly size?: number }[] = [
  {},
  { bold: true },
  { color: 'FF1E6B2F' },
  { bold: true, color: 'FFA61B1B' },
  { bold: true, color: 'FF8A5A00' },
  { color: 'FF595959' },
  { bold: true, size: 18 },
];

/** Behind titles and verdicts. The format fixes the first two. */
const FILLS: readonly (string | null)[] = [
  null,
  null,
  'FFE8ECF1',
  'FFE3F1E6',
  'FFFBE3E0',
  'FFFAEED2',
  'FFF0F1F3',
];

const decimals = Array.from({ length: MOST_DECIMALS + 1 }, (_, digits) => digits);
const fraction = (digits: number): string => (digits === 0 ? '' : `.${'0'.repeat(digits)}`);

/** Each also as the rows of a sheet to look at have it. */
const withRuled = (looks: readonly Look[]): readonly Look[] => [
  ...looks,
  ...looks.map((look) => ({ ...look, name: `${look.name} ruled`, align: MIDDLE, ruled: true as const })),
];

/** Text begins apart from the number that ends beside it. */
const APART = 'horizontal="left" indent="1"';

/** As many lines as its text needs. */
const LINES = 'horizontal="left" vertical="center" wrapText="1"';

/** Beside text of several lines. */
const MIDDLE = 'vertical="center"';

const LOOKS: readonly Look[] = [
  { name: 'plain' },
  { name: 'head', font: 1, fill: 2, align: 'horizontal="left" vertical="top" wrapText="1" indent="1"' },
  { name: 'text', align: APART },
  { name: 'quoted', align: APART, quoted: true },
  { name: 'instant', format: 'yyyy-mm-dd hh:mm:ss' },
  { name: 'day', format: 'yyyy-mm-dd' },
  { name: 'duration', format: '[h]:mm:ss' },
  { name: 'good', font: 2, align: APART },
  { name: 'bad', font: 3, align: APART },
  { name: 'watch', font: 4, align: APART },
  { name: 'quiet', font: 5, align: APART },
  { name: 'title', font: 6, quoted: true },
  { name: 'sub', align: LINES, quoted: true },
  { name: 'quiet line', font: 5, align: LINES, quoted: true },
  { name: 'wrapped', align: `${LINES} indent="1"`, quoted: true, ruled: true },
  { name: 'good verdict', font: 2, fill: 3, align: `${LINES} indent="1"`, ruled: true },
  { name: 'bad verdict', font: 3, fill: 4, align: `${LINES} indent="1"`, ruled: true },
  { name: 'watch verdict', font: 4, fill: 5, align: `${LINES} indent="1"`, ruled: true },
  { name: 'quiet verdict', font: 5, fill: 6, align: `${LINES} indent="1"`, ruled: true },
  ...withRuled(decimals.map((digits) => ({ name: `number ${digits}`, format: `#,##0${fraction(digits)}` }))),
  ...withRuled(decimals.map((digits) => ({ name: `rate ${digits}`, format: `0${fraction(digits)}%` }))),
];

const PLACES: ReadonlyMap<string, number> = new Map(LOOKS.map(({ name }, place) => [name, place]));

export const HEAD = placeOf('head');
export const TEXT = placeOf('text');

/** The style of a cell: its place in the styles of the workbook. */
export function styleOf(cell: NonNullable<Cell>): number {
  switch (cell.kind) {
    case 'text':
      return placeOf(cell.look ?? cell.tone ?? (readsOtherwise(cell.text) ? 'quoted' : 'text'));
    case 'number':
    case 'rate':
      return placeOf(`${cell.kind} ${cell.decimals}${cell.ruled ? ' ruled' : ''}`);
    case 'instant':
    case 'day':
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
  const codes = [...new Set(LOOKS.flatMap(({ format }) => (format === undefined ? [] : [format])))];
  const formats = codes.map((code, at) => `<numFmt numFmtId="${OWN + at}" formatCode="${code}"/>`);
  const fonts = FONTS.map(
    ({ bold, color, size = 11 }) =>
      `<font>${bold ? '<b/>' : ''}<sz val="${size}"/>${color === undefined ? '' : `<color rgb="${color}"/>`}<name val="Calibri"/><family val="2"/></font>`,
  );
  const looks = LOOKS.map(({ format, font = 0, fill = 0, align, quoted, ruled }) => {
    const id = format === undefined ? 0 : OWN + codes.indexOf(format);
    const start = `<xf numFmtId="${id}" fontId="${font}" fillId="${fill}" borderId="${ruled ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"${quoted ? ' quotePrefix="1"' : ''}`;
    return align === undefined ? `${start}/>` : `${start} applyAlignment="1"><alignment ${align}/></xf>`;
  });
  const fills = FILLS.map((color, place) =>
    color === null
      ? `<fill><patternFill patternType="${place === 0 ? 'none' : 'gray125'}"/></fill>`
      : `<fill><patternFill patternType="solid"><fgColor rgb="${color}"/><bgColor indexed="64"/></patternFill></fill>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="${formats.length}">${formats.join('')}</numFmts><fonts count="${fonts.length}">${fonts.join('')}</fonts><fills count="${fills.length}">${fills.join('')}</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FFD5DADF"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${looks.length}">${looks.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

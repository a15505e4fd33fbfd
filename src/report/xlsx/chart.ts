import { cellText, drawnXml, xmlOf } from './text.ts';

/** Cells of one column of a sheet, from one row to another, as the sheet numbers them. */
export interface CellRange {
  readonly sheet: string;
  /** 0 is the first. */
  readonly column: number;
  readonly rows: readonly [first: number, last: number];
}

/** A line over periods: what a spreadsheet draws from cells, with what these hold, for those who do not reckon. */
export interface BookChart {
  /** The cell that holds the title, and its text. */
  readonly title: { readonly at: CellRange; readonly text: string };
  /** What those hear who do not see it. */
  readonly reads: string;
  readonly across: { readonly at: CellRange; readonly texts: readonly string[] };
  readonly series: readonly ChartSeries[];
  /** Of the numbers on the axis. */
  readonly format: string;
  /** Of the axis; null where the spreadsheet finds its end and its steps. */
  readonly range: { readonly least: number; readonly most: number | null; readonly step: number | null };
}

export interface ChartSeries {
  readonly name: string;
  readonly at: CellRange;
  /** Null leaves a gap. */
  readonly values: readonly (number | null)[];
  /** Written above or below its mark, where it has one. */
  readonly labels?: readonly (ChartLabel | null)[];
  readonly look: keyof typeof LOOKS;
}

interface ChartLabel {
  readonly text: string;
  readonly side: 'above' | 'below';
}

/** A filled square is a miss, a filled circle is met, a pale mark is not final: no colour tells it alone. */
const LOOKS = {
  reached: { line: ['1D4F91', 'solid'], mark: ['circle', '1D4F91', '1D4F91'] },
  missed: { line: null, mark: ['square', 'B0281D', 'B0281D'] },
  'missed so far': { line: null, mark: ['square', 'F0B8B1', 'B0281D'] },
  'not final': { line: null, mark: ['circle', 'A8C1E3', '1D4F91'] },
  target: { line: ['46515D', 'dash'], mark: null },
} as const satisfies Readonly<Record<string, Look>>;

interface Look {
  readonly line: readonly [color: string, dash: 'solid' | 'dash'] | null;
  readonly mark: readonly [symbol: 'circle' | 'square', fill: string, edge: string] | null;
}

const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';

/** Hairlines, and the text of axes and labels. */
const [HAIR, INK] = ['DFE1E0', '46515D'];

/** The part of one chart. Source: ECMA-376, part 1, DrawingML charts. */
export function chartXml(chart: BookChart): string {
  const { title, across, series, format, range } = chart;
  const points = across.texts.map(
    (text, at) => `<c:pt idx="${at}"><c:v>${xmlOf(cellText(text))}</c:v></c:pt>`,
  );
  const category = `<c:cat><c:strRef><c:f>${formula(across.at)}</c:f><c:strCache>${countXml(points.length)}${points.join('')}</c:strCache></c:strRef></c:cat>`;
  const lines = series.map((one, place) => seriesXml(one, place, category));
  const most = range.most === null ? '' : `<c:max val="${range.most}"/>`;
  const step = range.step === null ? '' : `<c:majorUnit val="${range.step}"/>`;
  return (
    `<c:chartSpace xmlns:c="${CHART}" xmlns:a="${DRAWING}"><c:roundedCorners val="0"/><c:chart>` +
    `<c:title><c:tx><c:strRef><c:f>${formula(title.at)}</c:f><c:strCache>${countXml(1)}<c:pt idx="0"><c:v>${xmlOf(cellText(title.text))}</c:v></c:pt></c:strCache></c:strRef></c:tx><c:overlay val="0"/>${textXml(1000, true)}</c:title>` +
    '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>' +
    `${lines.join('')}<c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart>` +
    `<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${lineXml(HAIR)}${textXml(900)}<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>` +
    `<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>${most}<c:min val="${range.least}"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:majorGridlines>${lineXml(HAIR)}</c:majorGridlines><c:numFmt formatCode="${xmlOf(format)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${textXml(900)}<c:crossAx val="1"/><c:crosses val="min"/><c:crossBetween val="between"/>${step}</c:valAx>` +
    '<c:spPr><a:noFill/></c:spPr></c:plotArea>' +
    `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textXml(900)}</c:legend><c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>` +
    `<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln w="9525"><a:solidFill><a:srgbClr val="${HAIR}"/></a:solidFill></a:ln></c:spPr></c:chartSpace>`
  );
}

function seriesXml({ name, at, values, labels, look }: ChartSeries, place: number, category: string): string {
  const { line, mark }: Look = LOOKS[look];
  const stroke =
    line === null
      ? '<a:ln w="28575"><a:noFill/></a:ln>'
      : `<a:ln w="22225" cap="rnd"><a:solidFill><a:srgbClr val="${line[0]}"/></a:solidFill><a:prstDash val="${line[1]}"/><a:round/></a:ln>`;
  const marker =
    mark === null
      ? '<c:symbol val="none"/>'
      : `<c:symbol val="${mark[0]}"/><c:size val="8"/><c:spPr><a:solidFill><a:srgbClr val="${mark[1]}"/></a:solidFill><a:ln w="19050"><a:solidFill><a:srgbClr val="${mark[2]}"/></a:solidFill></a:ln></c:spPr>`;
  const points = values.flatMap((value, index) =>
    value === null ? [] : [`<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`],
  );
  return (
    `<c:ser><c:idx val="${place}"/><c:order val="${place}"/><c:tx><c:v>${xmlOf(name)}</c:v></c:tx>` +
    `<c:spPr>${stroke}</c:spPr><c:marker>${marker}</c:marker>${labels ? labelsXml(labels) : ''}${category}` +
    `<c:val><c:numRef><c:f>${formula(at)}</c:f><c:numCache><c:formatCode>General</c:formatCode>${countXml(values.length)}${points.join('')}</c:numCache></c:numRef></c:val><c:smooth val="0"/></c:ser>`
  );
}

/** A number as the report writes it, which no format of a spreadsheet could: a handful of cases is a fraction. */
function labelsXml(labels: readonly (ChartLabel | null)[]): string {
  const shows = (value: 0 | 1) =>
    `<c:showLegendKey val="0"/><c:showVal val="${value}"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`;
  const written = labels.flatMap((label, at) =>
    label === null
      ? []
      : [
          `<c:dLbl><c:idx val="${at}"/><c:tx><c:rich><a:bodyPr wrap="none"/><a:p><a:pPr><a:defRPr sz="900"/></a:pPr><a:r><a:rPr sz="900"/><a:t>${drawnXml(label.text)}</a:t></a:r></a:p></c:rich></c:tx><c:dLblPos val="${label.side === 'above' ? 't' : 'b'}"/>${shows(1)}</c:dLbl>`,
        ],
  );
  return `<c:dLbls>${written.join('')}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textXml(900)}<c:dLblPos val="t"/>${shows(0)}</c:dLbls>`;
}

const countXml = (n: number): string => `<c:ptCount val="${n}"/>`;

const lineXml = (color: string): string =>
  `<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="${color}"/></a:solidFill></a:ln></c:spPr>`;

/** Hundredths of a point. */
const textXml = (size: number, bold = false): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}" b="${bold ? 1 : 0}"><a:solidFill><a:srgbClr val="${INK}"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>`;

/** `'By month'!$C$2:$C$13`. */
function formula({ sheet, column, rows: [first, last] }: CellRange): string {
  const letter = String.fromCharCode(65 + column);
  const cells = first === last ? `$${letter}$${first}` : `$${letter}$${first}:$${letter}$${last}`;
  return xmlOf(`'${sheet.replaceAll("'", "''")}'!${cells}`);
}

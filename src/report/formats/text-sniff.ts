import type { RenderOptions, SniffDocument } from '../../model/render.ts';
import type { Oddity, Sniff, SniffColumn } from '../../model/sniff.ts';
import { terminal } from '../escape.ts';
import { flow, frames } from '../flow.ts';
import { whole } from '../number.ts';
import { painter } from '../paint.ts';
import { fieldLines } from '../sniff-fields.ts';
import { displayWidth } from '../width.ts';

/** Names of columns are not drawn wider than this. */
const WIDEST = 34;

/** A page for each file: what it is, each column with its evidence, what is odd, and the lines to paste. */
export function sniff({ sniffs, findings, texts }: SniffDocument, options: RenderOptions): string {
  const pages = sniffs.map((each) => page(each, options));
  return [...(findings.length > 0 ? [frames(findings, texts, options)] : []), ...pages].join('\n');
}

function page(found: Sniff, options: RenderOptions): string {
  const paint = painter(options);
  const title = `${found.file}: ${counted(found.rows, 'row')}, ${counted(found.columns.length, 'column')}, ${size(found.bytes)}`;
  return [
    paint(terminal(title), 'title'),
    ...fileLines(found, options),
    '',
    paint('Columns', 'title'),
    ...found.columns.flatMap((column) => columnLines(column, found, options)),
    ...(found.oddities.length > 0
      ? ['', paint('Odd', 'title'), ...found.oddities.flatMap((odd) => oddityLines(odd, options))]
      : []),
    ...(found.headerLine === null
      ? []
      : ['', paint('In an agreement', 'title'), ...fieldLines(found).map(terminal)]),
    '',
  ].join('\n');
}

function fileLines(found: Sniff, options: RenderOptions): readonly string[] {
  const { csv, evidence, lineEnds, preset } = found;
  const ends = Object.entries(lineEnds).flatMap(([name, n]) => (n > 0 ? [name.toUpperCase()] : []));
  const rows: readonly (readonly [string, string, string])[] = [
    ['delimiter', NAMES[csv.delimiter] ?? csv.delimiter, evidence.delimiter],
    ['quote', csv.quote, evidence.quote],
    ['encoding', csv.encoding, evidence.encoding],
    ['header', found.headerLine === null ? 'none' : `line ${found.headerLine}`, evidence.header],
    ['line ends', ends.join(' and ') || 'none', ''],
    ...(found.packed === null ? [] : [['packed', found.packed, ''] as const]),
    preset === null
      ? ['preset', 'none', 'no preset knows the key and four headers of it']
      : [
          'preset',
          preset.name,
          `${preset.title}: ${preset.matched} of ${preset.of} headers are its own; times show ${preset.clock}`,
        ],
  ];
  return rows.map(([name, value, why]) =>
    flow(`${name.padEnd(10)} ${value.padEnd(12)} ${why}`.trimEnd(), '  ', options).trimEnd(),
  );
}

const NAMES: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' };

function columnLines(column: SniffColumn, { columns }: Sniff, options: RenderOptions): readonly string[] {
  const paint = painter(options);
  const width = Math.min(WIDEST, Math.max(...columns.map(({ name }) => displayWidth(terminal(name)))));
  const name = terminal(column.name === '' ? '(no name)' : column.name);
  const gap = ' '.repeat(Math.max(1, width - displayWidth(name) + 2));
  const role = column.role?.name ?? '';
  const head =
    `  ${paint(name, role === '' ? undefined : 'title')}${gap}${typeText(column).padEnd(9)} ${role}`.trimEnd();
  const details = [detail(column), column.role ? `${role}: ${column.role.why}` : '', ...column.notes];
  return [
    head,
    ...details.filter((text) => text !== '').map((text) => flow(text, '      ', options).trimEnd()),
  ];
}

const typeText = ({ type, decimal }: SniffColumn): string => (decimal === ',' ? `${type} ,` : type);

function detail(column: SniffColumn): string {
  const { format, candidates, evidence, distinct, exact, unlike, examples, values, offset } = column;
  const ambiguous = format === null && candidates.length > 1 ? `ambiguous: ${candidates.join(' or ')}; ` : '';
  const nulls = Object.entries(column.nulls).map(([word, n]) => `${n} "${word}"`);
  const blank = column.blank > 0 ? `${whole(column.blank)} blank` : '';
  const few =
    values.length > 0 && values.length <= 12 && column.type !== 'date' && column.type !== 'datetime';
  return [
    `${ambiguous}${format ? `${format}: ` : ''}${evidence}`,
    offset === 'always'
      ? 'each carries its offset'
      : offset === 'sometimes'
        ? 'some carry an offset, some do not'
        : '',
    distinct === 0 ? '' : `${exact ? '' : 'about '}${counted(distinct, 'value')}`,
    blank,
    nulls.length > 0 ? `${nulls.join(', ')} stand for blank` : '',
    unlike > 0
      ? `${whole(unlike)} of another form: ${column.unlikeExamples.map((each) => `"${each}"`).join(', ')}`
      : '',
    few
      ? values.map(({ value, n }) => `${value} ${whole(n)}`).join(', ')
      : examples.length > 0
        ? `e.g. ${examples.join(', ')}`
        : '',
  ]
    .filter((text) => text !== '')
    .join('; ');
}

function oddityLines({ line, message, help }: Oddity, options: RenderOptions): readonly string[] {
  const where = line === null ? 'file' : `line ${line}`;
  return [
    flow(`${where}: ${message}`, '  ', options).trimEnd(),
    flow(`help: ${help}`, '    ', options).trimEnd(),
  ];
}

const counted = (n: number, noun: string): string => `${whole(n)} ${noun}${n === 1 ? '' : 's'}`;

function size(bytes: number): string {
  if (bytes < 1024) return counted(bytes, 'byte');
  const units = ['KB', 'MB', 'GB'];
  const power = Math.min(units.length, Math.floor(Math.log2(bytes) / 10));
  return `${(bytes / 1024 ** power).toFixed(1)} ${units[power - 1]}`;
}

import { mark, plural, say, t } from '../../messages/index.ts';
import { allOf, anyOf } from '../../messages/list.ts';
import { decimals, whole } from '../../messages/numbers.ts';
import { quoted } from '../../messages/quoted.ts';
import type { RenderOptions, SniffDocument } from '../../model/render.ts';
import type { Oddity, Sniff, SniffColumn } from '../../model/sniff.ts';
import { terminal } from '../escape.ts';
import { flow, frames } from '../flow.ts';
import { historyLines, pauseText } from '../history-lines.ts';
import { painter } from '../paint.ts';
import { fieldLines, headLines } from '../sniff-fields.ts';
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
  const [rows, columns] = [rowsText(found.rows), columnsText(found.columns.length)];
  const title = t`${found.file}: ${rows}, ${columns}, ${size(found.bytes)}`;
  return [
    paint(terminal(title), 'title'),
    ...fileLines(found, options),
    '',
    paint(t`Columns`, 'title'),
    ...found.columns.flatMap((column) => columnLines(column, found, options)),
    ...(found.oddities.length > 0
      ? ['', paint(t`Odd`, 'title'), ...found.oddities.flatMap((odd) => oddityLines(odd, options))]
      : []),
    ...(found.headerLine === null
      ? []
      : ['', paint(t`In an agreement`, 'title'), ...sourceLines(found).map(terminal)]),
    '',
  ].join('\n');
}

function fileLines(found: Sniff, options: RenderOptions): readonly string[] {
  const { csv, evidence, lineEnds, preset, near } = found;
  const ends = Object.entries(lineEnds).flatMap(([name, n]) => (n > 0 ? [name.toUpperCase()] : []));
  const form: readonly (readonly [string, string, string])[] = [
    [
      t`delimiter`,
      NAMES[csv.delimiter] ? say(NAMES[csv.delimiter] ?? '') : csv.delimiter,
      evidence.delimiter,
    ],
    [t`quote`, csv.quote, evidence.quote],
    [t`encoding`, csv.encoding, evidence.encoding],
    [t`header`, found.headerLine === null ? t`none` : t`line ${found.headerLine}`, evidence.header],
    [t`line ends`, ends.length === 0 ? t`none` : allOf(ends), ''],
  ];
  const rows: readonly (readonly [string, string, string])[] = [
    ...(found.packed === 'parquet' || found.packed === 'duckdb' ? [] : form),
    ...(found.packed === null ? [] : [[t`packed`, found.packed, ''] as const]),
    preset === null
      ? [t`preset`, t`none`, near ?? t`no preset knows the key and four headers of it`]
      : [
          t`preset`,
          preset.name,
          t`${preset.title}: ${preset.matched} of ${preset.of} headers are its own; times show ${preset.clock}`,
        ],
  ];
  const width = Math.max(10, ...rows.map(([name]) => name.length));
  return rows.map(([name, value, why]) =>
    flow(`${name.padEnd(width)} ${value.padEnd(12)} ${why}`.trimEnd(), '  ', options).trimEnd(),
  );
}

const NAMES: Readonly<Record<string, string>> = {
  ',': mark`comma`,
  ';': mark`semicolon`,
  '\t': mark`tab`,
  '|': mark`bar`,
};

function columnLines(column: SniffColumn, { columns }: Sniff, options: RenderOptions): readonly string[] {
  const paint = painter(options);
  const width = Math.min(WIDEST, Math.max(...columns.map(({ name }) => displayWidth(terminal(name)))));
  const name = terminal(column.name === '' ? t`(no name)` : column.name);
  const gap = ' '.repeat(Math.max(1, width - displayWidth(name) + 2));
  const role = column.role?.name ?? '';
  const head =
    `  ${paint(name, role === '' ? undefined : 'title')}${gap}${typeText(column).padEnd(9)} ${role}`.trimEnd();
  const details = [detail(column), column.role ? t`${role}: ${column.role.why}` : '', ...column.notes];
  return [
    head,
    ...details.filter((text) => text !== '').map((text) => flow(text, '      ', options).trimEnd()),
  ];
}

const typeText = ({ type, decimal }: SniffColumn): string => (decimal === ',' ? `${type} ,` : type);

function detail(column: SniffColumn): string {
  const { format, candidates, evidence, distinct, exact, unlike, examples, values, offset } = column;
  const ambiguous = format === null && candidates.length > 1;
  const nulls = Object.entries(column.nulls).map(([word, n]) => `${n} ${quoted(word)}`);
  const blank = column.blank > 0 ? t`${whole(column.blank)} blank` : '';
  const few =
    values.length > 0 && values.length <= 12 && column.type !== 'date' && column.type !== 'datetime';
  return [
    ambiguous ? t`ambiguous: ${anyOf(candidates)}` : '',
    format ? t`${format}: ${evidence}` : evidence,
    offset === 'always'
      ? t`each carries its offset`
      : offset === 'sometimes'
        ? t`some carry an offset, some do not`
        : '',
    distinct === 0 ? '' : exact ? valuesText(distinct) : t`about ${valuesText(distinct)}`,
    blank,
    nulls.length > 0 ? t`${nulls.join(', ')} stand for blank` : '',
    unlike > 0
      ? t`${whole(unlike)} of another form: ${column.unlikeExamples.map((each) => `"${each}"`).join(', ')}`
      : '',
    few
      ? values.map(({ value, n }) => `${value} ${whole(n)}`).join(', ')
      : examples.length > 0
        ? t`e.g. ${examples.join(', ')}`
        : '',
  ]
    .filter((text) => text !== '')
    .join(t`; `);
}

function oddityLines({ line, message, help }: Oddity, options: RenderOptions): readonly string[] {
  const where = line === null ? t`file` : t`line ${line}`;
  return [
    flow(t`${where}: ${message}`, '  ', options).trimEnd(),
    flow(t`help: ${help}`, '    ', options).trimEnd(),
  ];
}

const rowsText = (n: number): string => plural(n, t`${whole(n)} row`, t`${whole(n)} rows`);
const columnsText = (n: number): string => plural(n, t`${whole(n)} column`, t`${whole(n)} columns`);
const valuesText = (n: number): string => plural(n, t`${whole(n)} value`, t`${whole(n)} values`);

const UNITS = [mark`KB`, mark`MB`, mark`GB`] as const;

function size(bytes: number): string {
  if (bytes < 1024) return plural(bytes, t`${whole(bytes)} byte`, t`${whole(bytes)} bytes`);
  const power = Math.min(UNITS.length, Math.floor(Math.log2(bytes) / 10));
  return `${decimals(Number((bytes / 1024 ** power).toFixed(1)), 1)} ${say(UNITS[power - 1] ?? '')}`;
}

/** The lines of its source in an agreement; of a history those of a pause as well. */
function sourceLines(found: Sniff): readonly string[] {
  const { belongsTo } = found;
  if (belongsTo === undefined) return fieldLines(found);
  const pause = pauseText(belongsTo.name, belongsTo);
  return [
    ...headLines(found, belongsTo.name),
    ...historyLines(belongsTo.source, belongsTo),
    ...(pause === null ? [] : ['', `# ${t`in a response whose clock stands still meanwhile:`}`, pause]),
  ];
}

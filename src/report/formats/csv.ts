import { ZONES_RELEASE } from '../../calendar/zone.ts';
import type { Compliance, NoVerdict, Result } from '../../model/compliance.ts';
import type { ComplianceDocument, RenderOptions } from '../../model/render.ts';
import { type CsvStyle, csvStyle } from '../csv-style.ts';
import { csvText } from '../escape.ts';
import { decidedOf } from '../number.ts';

type Cell = string | number | boolean | null;

/**
 * For a spreadsheet or a database. Rates are fractions of 1, unrounded; missing is an empty cell. Names and
 * verdicts are English in every language; for Excel, separators and times are as the settings of a country
 * that speaks the language have them.
 */
export function compliance(document: ComplianceDocument, options: RenderOptions): string {
  const { compliances } = document;
  const style = csvStyle(options);
  const rows = options.layout === 'wide' ? wide(compliances) : tidy(compliances, style);
  const lines = rows.map((row) => style.line(row.map((cell) => cellText(cell, style))));
  return style.start + lines.join('');
}

function cellText(cell: Cell, style: CsvStyle): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return style.number(cell);
  return typeof cell === 'string' ? csvText(cell) : String(cell);
}

const TIDY = [
  'agreement',
  'id',
  'kind',
  'measure',
  'title',
  'owedBy',
  'owedTo',
  'sharedBy',
  'period',
  'periodStart',
  'periodEnd',
  'met',
  'breached',
  'pending',
  'excluded',
  'unknown',
  'atRisk',
  'attainment',
  'worst',
  'best',
  'value',
  'comparison',
  'target',
  'unit',
  'verdict',
  'outlook',
  'final',
  'asOf',
  'noVerdict',
  'daysInForce',
  'daysInPeriod',
  'endedEarly',
  'zones',
] as const;

const COHORT = [
  'recycledMet',
  'recycledBreached',
  'recycledPending',
  'recycledExcluded',
  'recycledUnknown',
  'recycledAttainment',
  'recycledValue',
] as const;

function cohortCells({ recycled }: Result): readonly Cell[] {
  if (recycled === null) return COHORT.map(() => null);
  const { counts, attainment, value } = recycled;
  return [counts.met, counts.breached, counts.pending, counts.excluded, counts.unknown, attainment, value];
}

/** `decision=Refused reason=No budget: 3; ...`, in one cell; a blank word is left out. */
function endsText({ endedEarly }: Result): Cell {
  const texts = endedEarly.map(({ words, cases }) => `${words === null ? '*' : wordsText(words)}: ${cases}`);
  return texts.length === 0 ? null : texts.join('; ');
}

const wordsText = (words: Readonly<Record<string, string | null>>): string =>
  Object.entries(words)
    .flatMap(([field, word]) => (word === null ? [] : [`${field}=${word}`]))
    .join(' ');

/** One result a row: one promise in one period for one group; last what belongs to no period. */
function tidy(compliances: readonly Compliance[], style: CsvStyle): readonly (readonly Cell[])[] {
  const fields = fieldsOf(compliances);
  const at = TIDY.indexOf('met');
  // As columns after all others.
  const told = tellsWhoCameBack(compliances);
  const header = [...TIDY.slice(0, at), ...fields, ...TIDY.slice(at), ...(told ? COHORT : []), ...style.zone];
  const rows = compliances.flatMap((each) =>
    each.results.map((result): readonly Cell[] => {
      const { counts, period, target } = result;
      const { timezone } = each.agreement;
      return [
        each.agreement.id,
        result.id,
        result.kind,
        result.measure,
        result.title,
        result.owedBy,
        result.owedTo,
        result.sharedBy.join(' '),
        period.label,
        style.instant(period.from, timezone),
        style.instant(period.to, timezone),
        ...fields.map((field) => result.by?.[field] ?? null),
        counts.met,
        counts.breached,
        counts.pending,
        counts.excluded,
        counts.unknown,
        result.atRisk,
        result.attainment,
        result.worst,
        result.best,
        result.value,
        target.cmp,
        target.value,
        target.unit,
        result.verdict,
        result.outlook,
        result.final,
        style.instant(each.asOf, timezone),
        result.noVerdict?.why ?? null,
        result.noVerdict?.days?.inForce ?? null,
        result.noVerdict?.days?.period ?? null,
        endsText(result),
        ZONES_RELEASE,
        ...(told ? cohortCells(result) : []),
        ...style.zone.map(() => timezone),
      ];
    }),
  );
  return [header, ...rows, ...noPeriodRows(compliances, { fields: fields.length, told }, style)];
}

/** One row a promise that has cases of no period, under the same header. */
function noPeriodRows(
  compliances: readonly Compliance[],
  { fields, told }: { readonly fields: number; readonly told: boolean },
  style: CsvStyle,
): readonly (readonly Cell[])[] {
  const at = TIDY.indexOf('met');
  return compliances.flatMap((each) =>
    each.undated.map((one) => {
      const cells = noPeriodCells(each, one, style);
      return [
        ...cells.slice(0, at),
        ...Array.from({ length: fields }, () => null),
        ...cells.slice(at),
        ...(told ? COHORT.map(() => null) : []),
        ...style.zone.map(() => each.agreement.timezone),
      ];
    }),
  );
}

/** The cases of a promise that belong to no period, of which nothing else is known. */
function noPeriodCells(
  { agreement, asOf, results }: Compliance,
  { id, unknown, excluded }: Compliance['undated'][number],
  style: CsvStyle,
): readonly Cell[] {
  const { kind = null, measure = null, title = null } = results.find((result) => result.id === id) ?? {};
  const known: Readonly<Partial<Record<(typeof TIDY)[number], Cell>>> = {
    ...{ agreement: agreement.id, id, kind, measure, title, unknown, excluded },
    asOf: style.instant(asOf, agreement.timezone),
  };
  return TIDY.map((name) => known[name] ?? null);
}

/**
 * One promise under one target a row, its periods across: what was attained, on how many decided cases, and
 * the verdict.
 */
function wide(compliances: readonly Compliance[]): readonly (readonly Cell[])[] {
  const fields = fieldsOf(compliances);
  const all = compliances.flatMap((each) =>
    each.results.map((result) => ({ agreement: each.agreement.id, result })),
  );
  const told: Told = {
    cohorts: tellsWhoCameBack(compliances),
    why: all.some(({ result }) => result.noVerdict !== null),
  };
  const starts = new Map(all.map(({ result }) => [result.period.label, result.period.from]));
  const labels = [...starts].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1)).map(([label]) => label);
  const lines = new Map<string, typeof all>();
  for (const each of all) {
    const key = JSON.stringify([each.agreement, each.result.id, each.result.by, each.result.target.text]);
    lines.set(key, [...(lines.get(key) ?? []), each]);
  }
  const header = [
    'agreement',
    'id',
    'title',
    'owedBy',
    'owedTo',
    ...fields,
    'target',
    ...labels.flatMap((label) => [
      label,
      ...['cases', 'verdict', ...(told.why ? ['noVerdict'] : [])].map((what) => `${label} ${what}`),
      ...(told.cohorts ? ['recycled', 'recycled cases'] : []).map((what) => `${label} ${what}`),
    ]),
  ];
  const rows = [...lines.values()].flatMap((line) => {
    const [first] = line;
    if (!first) return [];
    const { result } = first;
    return [
      [
        first.agreement,
        result.id,
        result.title,
        result.owedBy,
        result.owedTo,
        ...fields.map((field) => result.by?.[field] ?? null),
        result.target.value,
        ...labels.flatMap((label) =>
          across(line.find((each) => each.result.period.label === label)?.result, told),
        ),
      ],
    ];
  });
  return [header, ...rows];
}

/** What stands beside an attainment where some result of the report has it. */
interface Told {
  /** Of the cases of leads that came back, what was attained and on how many decided ones. */
  readonly cohorts: boolean;
  /** Why there is no verdict. */
  readonly why: boolean;
}

function across(result: Result | undefined, { cohorts, why }: Told): readonly Cell[] {
  const reached = (of: Pick<Result, 'attainment' | 'value'>) =>
    result?.target.of === 'rate' ? of.attainment : of.value;
  const recycled = result?.recycled ?? null;
  return [
    result ? reached(result) : null,
    result ? decidedOf(result) : null,
    result?.verdict ?? null,
    ...(why ? [whyText(result?.noVerdict ?? null)] : []),
    ...(cohorts ? [recycled && reached(recycled), recycled && decidedOf(recycled)] : []),
  ];
}

/** `partial-period 27/31`: the days of the period in force, where they are the reason. */
function whyText(noVerdict: NoVerdict | null): Cell {
  if (noVerdict === null) return null;
  const { why, days } = noVerdict;
  return days === null ? why : `${why} ${days.inForce}/${days.period}`;
}

/** Whether a source tells who came back: their part of each row is told as well. */
const tellsWhoCameBack = (compliances: readonly Compliance[]): boolean =>
  compliances.some((each) => each.results.some(({ recycled }) => recycled !== null));

/** In the order in which they first appear. */
function fieldsOf(compliances: readonly Compliance[]): readonly string[] {
  const fields = compliances.flatMap((each) =>
    each.results.flatMap((result) => Object.keys(result.by ?? {})),
  );
  return [...new Set(fields)];
}

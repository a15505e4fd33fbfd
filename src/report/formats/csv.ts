import { ZONES_RELEASE } from '../../calendar/zone.ts';
import type { Compliance, Result } from '../../model/compliance.ts';
import type { ComplianceDocument, RenderOptions } from '../../model/render.ts';
import { type CsvStyle, csvStyle } from '../csv-style.ts';
import { type Cell, fieldsOf, tellsExcuses, tellsWhoCameBack, wide } from '../csv-wide.ts';
import { csvText } from '../escape.ts';
import { rowsTold } from '../rows-told.ts';

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

/**
 * One result a row: one promise in one period for one group; then what belongs to no period, and last the
 * rows of each export and what became of them.
 */
function tidy(compliances: readonly Compliance[], style: CsvStyle): readonly (readonly Cell[])[] {
  const fields = fieldsOf(compliances);
  const at = TIDY.indexOf('met');
  // As columns after all others.
  const told = tellsWhoCameBack(compliances);
  const excused = tellsExcuses(compliances);
  const parts = tellsParts(compliances);
  const before = excused ? ['attainmentBeforeExcuses'] : [];
  const more = [...(told ? COHORT : []), ...before, ...(parts ? ['partOf'] : [])];
  const header = [...TIDY.slice(0, at), ...fields, ...TIDY.slice(at), ...more, ...style.zone];
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
        ...(excused ? [result.extras.attainmentBeforeExcuses ?? result.attainment] : []),
        ...(parts ? [result.partOf ?? null] : []),
        ...style.zone.map(() => timezone),
      ];
    }),
  );
  return [header, ...rows, ...besides(compliances, { fields: fields.length, more: more.length }, style)];
}

const tellsParts = (compliances: readonly Compliance[]): boolean =>
  compliances.some(({ results }) => results.some(({ partOf }) => partOf !== undefined));

/** What is no result, under the same header. */
function besides(
  compliances: readonly Compliance[],
  { fields, more }: { readonly fields: number; readonly more: number },
  style: CsvStyle,
): readonly (readonly Cell[])[] {
  const at = TIDY.indexOf('met');
  return compliances.flatMap((each) =>
    [...noPeriod(each), ...rowsRead(each)].map((known) => {
      const { id, timezone } = each.agreement;
      const all: Known = { agreement: id, ...known, asOf: style.instant(each.asOf, timezone) };
      const cells = TIDY.map((name) => all[name] ?? null);
      return [
        ...cells.slice(0, at),
        ...Array.from({ length: fields }, () => null),
        ...cells.slice(at),
        ...Array.from({ length: more }, () => null),
        ...style.zone.map(() => timezone),
      ];
    }),
  );
}

/** The cells of a row of which nothing else is known. */
type Known = Readonly<Partial<Record<(typeof TIDY)[number], Cell>>>;

/** The cases of each promise that belong to no period. */
function noPeriod({ undated, results }: Compliance): readonly Known[] {
  return undated.map(({ id, unknown, excluded }) => {
    const { kind = null, measure = null, title = null } = results.find((result) => result.id === id) ?? {};
    return { id, kind, measure, title, unknown, excluded };
  });
}

/** What became of the rows of each export: the reason stands where a promise has its title. */
function rowsRead({ ledgers }: Compliance): readonly Known[] {
  return rowsTold(ledgers).map(({ source, what, reason, rows }) => ({
    ...{ id: source, kind: 'rows', measure: what, title: reason, value: rows },
  }));
}

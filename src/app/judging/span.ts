import { formatDay } from '../../calendar/day.ts';
import { zoneTable } from '../../calendar/zone.ts';
import { t } from '../../messages/index.ts';
import type { Agreement } from '../../model/agreement.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { JudgeRequest } from '../../model/requests.ts';
import { type Day, MICROS_PER_DAY, type Micros, type PeriodUnit } from '../../model/time.ts';
import { localDay, midnight, periodOfDay, periodOfLabel } from '../../plan/periods.ts';
import { civil } from '../../report/instant.ts';
import { casesSpan } from './cases-span.ts';
import type { ReportSpan } from './compliance.ts';
import { parseMonth } from './instants.ts';
import type { Run } from './run.ts';

/** A table of more months than this can't be read: the latest are shown. */
const MOST_MONTHS = 36;

const MONTH = 31 * MICROS_PER_DAY;

export type SpanOf = (run: Run, request: JudgeRequest) => Promise<ReportSpan>;

/** The period in which as-of lies; as-of at a midnight still belongs to the day that ends. */
const spanAtHand: SpanOf = async (run, request) => {
  const asked = askedFor(run, request);
  const at = run.asOf - 1;
  return { from: asked.from ?? asked.to ?? at, to: asked.to ?? at, unit: request.period ?? 'month' };
};

/** The period at hand and those before it that have lately ended. */
export const spanLately: SpanOf = async (run, request) => {
  const span = await spanAtHand(run, request);
  return request.from === null && request.to === null ? { ...span, from: span.from - LATELY * MONTH } : span;
};

/** Months: the last of them whose every limit is over is among these. */
const LATELY = 4;

/** The period at hand with those just before it, which tell what became of a promise since. */
export const spanCompared: SpanOf = async (run, request) => {
  const span = await spanAtHand(run, request);
  return request.compared ? { ...span, before: span.from - COMPARED * MONTH } : span;
};

/** Months: the quarter before is among these too. */
const COMPARED = 3;

/** From the first case in force to as-of, the last of them where that is long. */
export const spanOfData: SpanOf = async (run, request) => {
  const unit = request.period ?? 'month';
  return latest(run, request, (to) => beginningOf(run, unit, to));
};

/** The same with as many months as a table of cohorts has room for. */
export const spanOfMonths: SpanOf = (run, request) => latest(run, request, (to) => to - MOST_MONTHS * MONTH);

/** Periods that a report shows unless more are asked for: the one of `to` is the last of them. */
const MOST_PERIODS = 12;

function beginningOf(run: Run, unit: PeriodUnit, to: Micros): Micros {
  const last = localDay(run.zone, periodOfDay(unit, localDay(run.zone, to), run).from);
  return midnight(run.zone, before(last, unit, MOST_PERIODS - 1));
}

function before(day: Day, unit: PeriodUnit, periods: number): Day {
  if (unit === 'day' || unit === 'week') return day - periods * (unit === 'week' ? 7 : 1);
  const months = { month: 1, quarter: 3, year: 12 }[unit] * periods;
  const date = new Date(day * MILLIS_PER_DAY);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, 1) / MILLIS_PER_DAY;
}

const MILLIS_PER_DAY = 86_400_000;

async function latest(
  run: Run,
  request: JudgeRequest,
  earliest: (to: Micros) => Micros,
): Promise<ReportSpan> {
  const asked = askedFor(run, request);
  const cases = await casesSpan(run);
  const to = asked.to ?? cases.to;
  const from = asked.from ?? Math.max(cases.from, earliest(to));
  const isCut = asked.from === null && from > cases.from;
  return {
    ...{ from: Math.min(from, to), to, unit: request.period ?? 'month' },
    ...(isCut ? { leftOut: cases.from } : {}),
  };
}

/** From the first case in force to as-of, however long: a list has room for it. */
export const spanOfAll: SpanOf = async (run, request) => {
  const asked = askedFor(run, request);
  const cases = await casesSpan(run);
  const to = asked.to ?? cases.to;
  const from = asked.from ?? cases.from;
  return { from: Math.min(from, to), to, unit: request.period ?? 'month' };
};

/**
 * What is wrong with `--from` and `--to`, which are months, or periods of the year that every agreement
 * says it has; only months where there are no agreements.
 */
export function spanProblems(
  { from, to }: Pick<JudgeRequest, 'from' | 'to'>,
  agreements: readonly Pick<Agreement, 'yearStarts'>[],
): readonly Diagnostic[] {
  const years = [...new Set(agreements.map(({ yearStarts }) => yearStarts))];
  const problems = (years.length === 0 ? [null] : years).map((year) => problemsOf(from, to, year));
  return problems.find(({ length }) => length > 0) ?? [];
}

function problemsOf(
  from: string | null,
  to: string | null,
  yearStarts: number | null,
): readonly Diagnostic[] {
  const [first, last] = [from, to].map((text) => (text === null ? null : boundOf(text, yearStarts ?? 1)));
  const wrong = (flag: string, value: string | null): Diagnostic => ({
    rule: 'wrong-option',
    severity: 'error',
    message:
      yearStarts !== null && isFiscal(value)
        ? t`${flag}: "${value ?? ''}" is a period of a year that starts in another month than January, which the agreement does not say`
        : t`${flag}: "${value ?? ''}" is not a month`,
    help: t`write ${flag} 2026-03`,
    fatal: true,
  });
  const findings = [
    ...(from !== null && !first ? [wrong('--from', from)] : []),
    ...(to !== null && !last ? [wrong('--to', to)] : []),
  ];
  if (first && last && first.from >= last.to) {
    findings.push({
      ...wrong('--from', from),
      message: t`--from ${from ?? ''} comes after --to ${to ?? ''}`,
      help: t`exchange the two`,
    });
  }
  return findings;
}

/** What was asked for, where no moment of it lies in the data: an empty answer would look like a good one. */
export function beyondTheData(
  run: Pick<Run, 'zone' | 'yearStarts' | 'asOf' | 'asOfFrom'> & { readonly earliest: Micros | null },
  { from, to, periods }: Pick<JudgeRequest, 'from' | 'to' | 'periods'>,
): Diagnostic | null {
  const { earliest, asOf, asOfFrom } = run;
  const end = asOfFrom === 'data' ? asOf : asOf - 1;
  const asked = askedFor(run, { from, to });
  if (from !== null && asked.from !== null && asked.from > end)
    return afterTheData(`--from ${from}`, end, run);
  if (to !== null && asked.to !== null && earliest !== null && asked.to < earliest)
    return beforeTheData(`--to ${to}`, earliest, run);
  const named = (periods ?? []).flatMap((label) => periodOfLabel(label, run) ?? []);
  const [first] = named;
  if (first === undefined) return null;
  const labels = `--period ${first.label}`;
  if (named.every((each) => each.from > end)) return afterTheData(labels, end, run);
  if (earliest !== null && named.every((each) => each.to <= earliest))
    return beforeTheData(labels, earliest, run);
  return null;
}

const afterTheData = (asked: string, end: Micros, { zone }: Pick<Run, 'zone'>): Diagnostic => ({
  rule: 'wrong-option',
  severity: 'error',
  message: t`${asked}: the data do not reach that far, they end on ${civil(formatDay(localDay(zone, end)))}`,
  help: t`ask for an earlier month, or look whether the exports are the latest`,
  fatal: true,
});

const beforeTheData = (asked: string, begin: Micros, { zone }: Pick<Run, 'zone'>): Diagnostic => ({
  rule: 'wrong-option',
  severity: 'error',
  message: t`${asked}: the data do not go back that far, they begin on ${civil(formatDay(localDay(zone, begin)))}`,
  help: t`ask for a later month, or export the earlier ones too`,
  fatal: true,
});

const isFiscal = (text: string | null): boolean => text?.startsWith('FY') === true;

/**
 * The local dates of a month, or of `FY2026` or `FY2026-Q1` where the year starts in another month than
 * January.
 */
function boundOf(
  text: string,
  yearStarts: number,
): { readonly from: Day /** Exclusive. */; readonly to: Day } | null {
  if (!isFiscal(text)) return parseMonth(text);
  const period = periodOfLabel(text, { zone: UTC, yearStarts });
  return period && { from: localDay(UTC, period.from), to: localDay(UTC, period.to) };
}

const UTC = zoneTable('UTC', 0, 0);

function askedFor(
  run: Pick<Run, 'zone' | 'yearStarts'>,
  { from, to }: Pick<JudgeRequest, 'from' | 'to'>,
): { readonly from: Micros | null; readonly to: Micros | null } {
  const first = from === null ? null : boundOf(from, run.yearStarts);
  const last = to === null ? null : boundOf(to, run.yearStarts);
  return {
    from: first && midnight(run.zone, first.from),
    to: last && midnight(run.zone, last.to) - 1,
  };
}

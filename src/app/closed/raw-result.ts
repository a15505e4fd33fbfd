import type { Counts, NoVerdict, Result, Verdict } from '../../model/compliance.ts';
import type { MeasureKind } from '../../model/measure.ts';
import type { Micros, Period } from '../../model/time.ts';

/** A value of a record that is not what its place asks for. */
export class WrongRecord extends Error {}

export type Raw = Readonly<Record<string, unknown>>;

export function mapIn(value: unknown): Raw {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new WrongRecord();
  return value as Raw;
}

export function listIn(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new WrongRecord();
  return value;
}

export function textIn(value: unknown): string {
  if (typeof value !== 'string') throw new WrongRecord();
  return value;
}

export const textOrNull = (value: unknown): string | null => (value === null ? null : textIn(value));

export function numberIn(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new WrongRecord();
  return value;
}

const numberOrNull = (value: unknown): number | null => (value === null ? null : numberIn(value));

export function oneOf<T extends string>(names: readonly T[], value: unknown): T {
  const found = names.find((name) => name === value);
  if (found === undefined) throw new WrongRecord();
  return found;
}

/** An instant as the documents in JSON write it. */
export function instantIn(value: unknown): Micros {
  const at = Date.parse(textIn(value)) * 1000;
  if (!Number.isFinite(at)) throw new WrongRecord();
  return at;
}

const VERDICTS: readonly Verdict[] = ['met', 'missed', 'open', 'no data', 'no verdict'];
const WHY: readonly NoVerdict['why'][] = ['too-many-unknown', 'unreadable', 'partial-period', 'no-date'];

const OUTLOOKS = ['on track', 'at risk'] as const;

/** A result as the report's JSON holds it. */
export function resultIn(value: unknown): Result {
  const raw = mapIn(value);
  const target = mapIn(raw.target);
  return {
    id: textIn(raw.id),
    kind: oneOf(['commitment', 'objective'], raw.kind),
    measure: textIn(raw.measure) as MeasureKind,
    title: textIn(raw.title),
    promise: textOrNull(raw.promise),
    owedBy: textOrNull(raw.owedBy),
    owedTo: textOrNull(raw.owedTo),
    sharedBy: listIn(raw.sharedBy).map(textIn),
    ...(raw.partOf === undefined ? {} : { partOf: textIn(raw.partOf) }),
    period: periodIn(raw),
    versions: listIn(raw.versions).map(textIn),
    by: null,
    counts: countsIn(raw.counts),
    reasons: numbersIn(raw.reasons),
    atRisk: numberIn(raw.atRisk),
    attainment: numberOrNull(raw.attainment),
    worst: numberOrNull(raw.worst),
    best: numberOrNull(raw.best),
    value: numberOrNull(raw.value),
    ...weightIn(raw.weight),
    target: {
      cmp: oneOf(['>=', '<='], target.cmp),
      value: numberIn(target.value),
      of: oneOf(['rate', 'number'], target.of),
      unit: textOrNull(target.unit),
      text: textIn(target.text),
    },
    verdict: raw.verdict === null ? null : oneOf(VERDICTS, raw.verdict),
    noVerdict: noVerdictIn(raw.noVerdict),
    outlook: raw.outlook === null ? null : oneOf(OUTLOOKS, raw.outlook),
    final: raw.final === true,
    minCases: numberIn(raw.minCases),
    percentiles: percentilesIn(raw.percentiles),
    extras: numbersIn(raw.extras),
    endedEarly: listIn(raw.endedEarly).map(endIn),
    pace: paceIn(raw.pace),
    recycled: cohortIn(raw.recycled),
  };
}

function weightIn(value: unknown): Pick<Result, 'weight'> {
  if (value === null || value === undefined) return {};
  const { field, unit, byState } = mapIn(value);
  return { weight: { field: textIn(field), unit: textOrNull(unit), byState: countsIn(byState) } };
}

function periodIn(raw: Raw): Period {
  const label = textIn(raw.period);
  const unit = label.includes('W')
    ? 'week'
    : label.includes('Q')
      ? 'quarter'
      : /^\d{4}-\d{2}$/.test(label)
        ? 'month'
        : /^\d{4}-\d{2}-\d{2}$/.test(label)
          ? 'day'
          : 'year';
  return { label, unit, from: instantIn(raw.periodStart), to: instantIn(raw.periodEnd) };
}

function countsIn(value: unknown): Counts {
  const raw = mapIn(value);
  const [met, breached, pending] = [raw.met, raw.breached, raw.pending].map(numberIn);
  const [excluded, unknown] = [raw.excluded, raw.unknown].map(numberIn);
  return { met, breached, pending, excluded, unknown } as Counts;
}

const numbersIn = (value: unknown): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(mapIn(value)).map(([name, each]) => [name, numberOrNull(each)]),
  ) as Readonly<Record<string, number>>;

function noVerdictIn(value: unknown): NoVerdict | null {
  if (value === null) return null;
  const { why, days, undated } = mapIn(value);
  const range = days === null ? null : mapIn(days);
  return {
    why: oneOf(WHY, why),
    days: range && { inForce: numberIn(range.inForce), period: numberIn(range.period) },
    undated: undatedIn(undated),
  };
}

/** Months that were closed before such cases were told have none. */
function undatedIn(value: unknown): NoVerdict['undated'] {
  if (value === null || value === undefined) return null;
  const raw = mapIn(value);
  const [unknown = 0, excluded = 0, of = 0] = [raw.unknown, raw.excluded, raw.of].map(numberIn);
  return { unknown, excluded, of, reasons: numbersIn(raw.reasons) };
}

function percentilesIn(value: unknown): Result['percentiles'] {
  if (value === null) return null;
  const { p50, p90, p95, businessTime } = mapIn(value);
  return {
    p50: numberIn(p50),
    p90: numberIn(p90),
    p95: numberIn(p95),
    businessTime: businessTime === true,
  };
}

function endIn(value: unknown): Result['endedEarly'][number] {
  const { words, cases } = mapIn(value);
  const told =
    words === null ? null : Object.entries(mapIn(words)).map(([name, word]) => [name, textOrNull(word)]);
  return { words: told && Object.fromEntries(told), cases: numberIn(cases) };
}

function paceIn(value: unknown): Result['pace'] {
  if (value === null) return null;
  const raw = mapIn(value);
  return {
    expected: numberIn(raw.expected),
    projected: numberIn(raw.projected),
    openDaysPassed: numberIn(raw.openDaysPassed),
    openDaysTotal: numberIn(raw.openDaysTotal),
  };
}

function cohortIn(value: unknown): Result['recycled'] {
  if (value === null) return null;
  const raw = mapIn(value);
  return {
    counts: countsIn(raw.counts),
    attainment: numberOrNull(raw.attainment),
    value: numberOrNull(raw.value),
  };
}

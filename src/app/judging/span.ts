import { t } from '../../messages/index.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { JudgeRequest } from '../../model/requests.ts';
import { type Micros, MICROS_PER_DAY } from '../../model/time.ts';
import { midnight } from '../../plan/periods.ts';
import { casesSpan } from './cases-span.ts';
import type { ReportSpan } from './compliance.ts';
import type { Run } from './run.ts';
import { parseMonth } from './instants.ts';

/** A table of more months than this can't be read: the latest are shown. */
const MOST_MONTHS = 36;

const MONTH = 31 * MICROS_PER_DAY;

export type SpanOf = (run: Run, request: JudgeRequest) => Promise<ReportSpan>;

/** The period in which as-of lies; as-of at a midnight still belongs to the day that ends. */
export const spanAtHand: SpanOf = async (run, request) => {
  const asked = askedFor(run, request);
  const at = run.asOf - 1;
  return { from: asked.from ?? asked.to ?? at, to: asked.to ?? at, unit: request.period ?? 'month' };
};

/** From the first case in force to as-of. */
export const spanOfData: SpanOf = async (run, request) => {
  const asked = askedFor(run, request);
  const cases = await casesSpan(run);
  const to = asked.to ?? cases.to;
  const from = asked.from ?? Math.max(cases.from, to - MOST_MONTHS * MONTH);
  const isCut = asked.from === null && from > cases.from;
  return {
    ...{ from: Math.min(from, to), to, unit: request.period ?? 'month' },
    ...(isCut ? { leftOut: cases.from } : {}),
  };
};

/** From the first case in force to as-of, however long: a list has room for it. */
export const spanOfAll: SpanOf = async (run, request) => {
  const asked = askedFor(run, request);
  const cases = await casesSpan(run);
  const to = asked.to ?? cases.to;
  const from = asked.from ?? cases.from;
  return { from: Math.min(from, to), to, unit: request.period ?? 'month' };
};

/** What is wrong with `--from` and `--to`. */
export function spanProblems({ from, to }: Pick<JudgeRequest, 'from' | 'to'>): readonly Diagnostic[] {
  const [first, last] = [from, to].map((month) => (month === null ? null : parseMonth(month)));
  const wrong = (flag: string, value: string | null): Diagnostic => ({
    rule: 'wrong-option',
    severity: 'error',
    message: t`${flag}: "${value ?? ''}" is not a month`,
    help: t`write ${flag} 2026-03`,
    fatal: true,
  });
  const findings = [
    ...(from !== null && !first ? [wrong('--from', from)] : []),
    ...(to !== null && !last ? [wrong('--to', to)] : []),
  ];
  if (first && last && first.from > last.from) {
    findings.push({
      ...wrong('--from', from),
      message: t`--from ${from ?? ''} comes after --to ${to ?? ''}`,
      help: t`exchange the two`,
    });
  }
  return findings;
}

function askedFor(
  run: Run,
  { from, to }: JudgeRequest,
): { readonly from: Micros | null; readonly to: Micros | null } {
  const first = from === null ? null : parseMonth(from);
  const last = to === null ? null : parseMonth(to);
  return {
    from: first && midnight(run.zone, first.from),
    to: last && midnight(run.zone, last.to) - 1,
  };
}

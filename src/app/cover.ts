import { t } from '../messages/index.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { CasePlan, StageRef } from '../model/judge.ts';
import type { JudgeRequest } from '../model/requests.ts';
import type { Micros } from '../model/time.ts';
import { midnight } from '../plan/periods.ts';
import { within } from '../sql/judge/base.ts';
import type { Cover } from './compliance.ts';
import type { Court } from './court.ts';
import { parseMonth } from './instants.ts';

/** A table of more months than this can't be read: the latest are shown. */
const MOST_MONTHS = 36;

const MONTH = 31 * 86_400_000_000;

export type CoverOf = (court: Court, request: JudgeRequest) => Promise<Cover>;

/** The period in which as-of lies; as-of at a midnight still belongs to the day that ends. */
export const coverAtHand: CoverOf = async (court, request) => {
  const asked = askedFor(court, request);
  const at = court.asOf - 1;
  return { from: asked.from ?? asked.to ?? at, to: asked.to ?? at, unit: request.period ?? 'month' };
};

/** From the first case in force to as-of. */
export const coverOfData: CoverOf = async (court, request) => {
  const asked = askedFor(court, request);
  const cases = await casesSpan(court);
  const to = asked.to ?? cases.to;
  const from = asked.from ?? Math.max(cases.from, to - MOST_MONTHS * MONTH);
  return { from: Math.min(from, to), to, unit: request.period ?? 'month' };
};

/** From the first case in force to as-of, however long: a list has room for it. */
export const coverOfAll: CoverOf = async (court, request) => {
  const asked = askedFor(court, request);
  const cases = await casesSpan(court);
  const to = asked.to ?? cases.to;
  const from = asked.from ?? cases.from;
  return { from: Math.min(from, to), to, unit: request.period ?? 'month' };
};

/** What is wrong with `--from` and `--to`. */
export function coverProblems({ from, to }: Pick<JudgeRequest, 'from' | 'to'>): readonly Diagnostic[] {
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
  court: Court,
  { from, to }: JudgeRequest,
): { readonly from: Micros | null; readonly to: Micros | null } {
  const first = from === null ? null : parseMonth(from);
  const last = to === null ? null : parseMonth(to);
  return {
    from: first && midnight(court.zone, first.from),
    to: last && midnight(court.zone, last.to) - 1,
  };
}

/**
 * From the earliest instant to which a case of any promise is booked, its start, or its stop where it has none, to the last
 * moment before as-of; to as-of itself where that is the latest instant in the data and a case starts right then.
 */
async function casesSpan(court: Court): Promise<{ readonly from: Micros; readonly to: Micros }> {
  const begin = Math.min(...court.planned.map(({ force }) => force.span.from));
  const sources = court.planned.map(({ plan, force }) => {
    const judged = within('t', [force.span, ...force.orphans]);
    return `(${instantSql(plan, court.tables.leads.table)}) WHERE t >= ${begin} AND ${judged}`;
  });
  const spans = await Promise.all(
    [...new Set(sources)].map(async (source) => {
      const [row] = await court.engine.rows<{ first: Micros | null; now: boolean | null }>(
        `SELECT min(t) AS first, bool_or(t = ${court.asOf}) AS now FROM ${source}`,
      );
      return { first: row?.first ?? court.asOf, now: row?.now === true };
    }),
  );
  const to = court.asOfFrom === 'data' && spans.some(({ now }) => now) ? court.asOf : court.asOf - 1;
  return { from: Math.min(to, ...spans.map(({ first }) => first)), to };
}

/** The instants of a plan's cases. */
function instantSql(plan: CasePlan, leads: string): string {
  const reached = ({ time, when }: StageRef) =>
    when === null ? `"${time}"` : `CASE WHEN "${when}" THEN "${time}" END`;
  const start = reached(plan.start);
  if (plan.shape === 'tally') return `SELECT ${start} AS t FROM "${plan.table ?? leads}"`;
  if (plan.shape !== 'timed' || 'table' in plan.stop) return `SELECT ${start} AS t FROM "${leads}"`;
  const stop = reached(plan.stop);
  const inScope = plan.scope === null ? stop : `CASE WHEN "${plan.scope}" THEN ${stop} END`;
  return `SELECT coalesce(${start}, ${inScope}) AS t FROM "${leads}"`;
}

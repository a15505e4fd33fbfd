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
import { microsOf } from './rows.ts';

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
  const instants = new Map<string, Set<string>>();
  for (const { plan, force } of court.planned) {
    const { table, instant } = instantSql(plan, court.tables.leads.table);
    const judged = `${instant} >= ${begin} AND ${within(instant, [force.span, ...force.orphans])}`;
    instants.set(table, (instants.get(table) ?? new Set()).add(`CASE WHEN ${judged} THEN ${instant} END`));
  }
  const spans: { readonly first: Micros; readonly now: boolean }[] = [];
  for (const [table, each] of instants) {
    const columns = [...each].map(
      (_, i) => `min(t${i}) AS first${i}, bool_or(t${i} = ${court.asOf}) AS now${i}`,
    );
    const named = [...each].map((t, i) => `${t} AS t${i}`);
    const [row] = await court.engine.rows(
      `SELECT ${columns.join(', ')} FROM (SELECT ${named.join(', ')} FROM "${table}")`,
    );
    for (let i = 0; i < each.size; i++)
      spans.push({ first: microsOf(row?.[`first${i}`]) ?? court.asOf, now: row?.[`now${i}`] === true });
  }
  const to = court.asOfFrom === 'data' && spans.some(({ now }) => now) ? court.asOf : court.asOf - 1;
  return { from: Math.min(to, ...spans.map(({ first }) => first)), to };
}

/** The instant of a row's case, over the columns of a table. */
function instantSql(plan: CasePlan, leads: string): { readonly table: string; readonly instant: string } {
  const reached = ({ time, when }: StageRef) =>
    when === null ? `"${time}"` : `CASE WHEN "${when}" THEN "${time}" END`;
  const start = reached(plan.start);
  if (plan.shape === 'tally') return { table: plan.table ?? leads, instant: start };
  if (plan.shape !== 'timed' || 'table' in plan.stop) return { table: leads, instant: start };
  const stop = reached(plan.stop);
  const inScope = plan.scope === null ? stop : `CASE WHEN "${plan.scope}" THEN ${stop} END`;
  return { table: leads, instant: `coalesce(${start}, ${inScope})` };
}

import type { CasePlan, Span, StageRef } from '../../model/judge.ts';
import type { Micros } from '../../model/time.ts';
import { isAlways, within } from '../../sql/judge/base.ts';
import type { Planned, Run } from './run.ts';
import { microsOf } from '../../engine/cell.ts';

/** Instants to which cases are booked: those of one column, in the rows of which the conditions hold, within the spans. */
interface Instants {
  readonly table: string;
  readonly time: string;
  readonly conditions: readonly string[];
  readonly spans: readonly Span[];
}

/**
 * From the earliest instant to which a case of any promise is booked, its start, or its stop where it has none, to the last
 * moment before as-of; to as-of itself where that is the latest instant in the data and a case starts right then. The tables
 * are asked only for what does not follow from the ends of their columns.
 */
export async function casesSpan(run: Run): Promise<{ readonly from: Micros; readonly to: Micros }> {
  const { asOf, asOfFrom, exports } = run;
  const begin = Math.min(...run.planned.map(({ inForce }) => inForce.span.from));
  const questions = new Set<string>();
  const known: Micros[] = [asOf];
  const open: { readonly instants: Instants; readonly first: Micros }[] = [];
  for (const instants of run.planned.flatMap((one) => instantsOf(one, begin, run.tables.leads.table))) {
    const ends = exports.ends.get(`${instants.table} ${instants.time}`);
    if (!ends) continue;
    const { conditions, spans } = instants;
    const holds =
      conditions.length === 0 && spans.some(({ from, to }) => ends.first >= from && ends.first < to);
    if (holds) known.push(ends.first);
    else open.push({ instants, first: ends.first });
    if (asOfFrom === 'data' && ends.last >= asOf)
      questions.add(firstSql(instants, [`"${instants.time}" = ${asOf}`]));
  }
  for (const { instants, first } of open) if (first < Math.min(...known)) questions.add(firstSql(instants));
  const rows = questions.size === 0 ? [] : await run.engine.rows([...questions].join('\nUNION ALL '));
  const found = rows.flatMap(({ first }) => microsOf(first) ?? []);
  const to = asOfFrom === 'data' && found.includes(asOf) ? asOf : asOf - 1;
  return { from: Math.min(to, ...known, ...found), to };
}

function firstSql({ table, time, conditions, spans }: Instants, more: readonly string[] = []): string {
  const inForce = spans.some(isAlways) ? [] : [within(`"${time}"`, spans)];
  const where = [...conditions, ...inForce, ...more].join(' AND ');
  return `SELECT min("${time}") AS first FROM "${table}"${where && ` WHERE ${where}`}`;
}

/** Of one promise, over the columns of a table; `begin` is when the first version came into force. */
function instantsOf({ plan, inForce }: Planned, begin: Micros, leads: string): readonly Instants[] {
  const spans = [inForce.span, ...inForce.orphans]
    .map(({ from, to }) => ({ from: Math.max(from, begin), to }))
    .filter(({ from, to }) => from < to);
  const start = { time: plan.start.time, conditions: flagOf(plan.start), spans };
  if (plan.shape === 'tally') return [{ ...start, table: plan.table ?? leads }];
  const stop = plan.shape === 'timed' && !('table' in plan.stop) ? stopOf(plan, plan.stop) : null;
  return [start, ...(stop ? [{ ...stop, spans }] : [])].map((each) => ({ ...each, table: leads }));
}

/** Of cases in scope that have no start. */
function stopOf({ start, scope }: CasePlan, stop: StageRef): Pick<Instants, 'time' | 'conditions'> {
  const noStart = [`"${start.time}" IS NULL`, ...flagOf(start).map((flag) => `${flag} IS NOT TRUE`)];
  const inScope = scope === null ? [] : [`"${scope}"`];
  return { time: stop.time, conditions: [`(${noStart.join(' OR ')})`, ...flagOf(stop), ...inScope] };
}

const flagOf = ({ when }: StageRef): readonly string[] => (when === null ? [] : [`"${when}"`]);

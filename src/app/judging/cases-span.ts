import { microsOf } from '../../engine/cell.ts';
import type { Micros } from '../../model/time.ts';
import { casesIn } from '../../plan/lower.ts';
import {
  allOfSql,
  atStage,
  atStopAlone,
  firstInstantSql,
  type Instants,
} from '../../sql/facts/first-instants.ts';
import type { Planned, Run } from './run.ts';

/**
 * From the earliest instant to which a case of any promise is booked, its start, or its stop where it has
 * none, to the last moment before as-of; to as-of itself where that is the latest instant in the data and a
 * case starts right then. The tables are asked only for what does not follow from the ends of their
 * columns.
 */
export async function casesSpan(run: Run): Promise<{ readonly from: Micros; readonly to: Micros }> {
  const { asOf, asOfFrom, exports } = run;
  const { dialect } = run.engine;
  const begin = Math.min(...run.planned.map(({ inForce }) => inForce.span.from));
  const questions = new Set<string>();
  const ahead = new Set(run.planned.flatMap(({ plan }) => ('isPlanned' in plan ? [plan.start.time] : [])));
  const known: Micros[] = [asOf];
  const open: { readonly instants: Instants; readonly first: Micros }[] = [];
  for (const instants of run.planned.flatMap((one) => instantsOf(one, begin, run))) {
    const ends = exports.ends.get(`${instants.table} ${instants.time}`);
    if (!ends) {
      // A date by which something is due is no event, and its ends were not looked for.
      if (!ahead.has(instants.time)) continue;
      questions.add(firstInstantSql(instants, dialect));
      if (asOfFrom === 'data') questions.add(firstInstantSql(instants, dialect, asOf));
      continue;
    }
    const { conditions, spans } = instants;
    const holds =
      conditions.length === 0 && spans.some(({ from, to }) => ends.first >= from && ends.first < to);
    if (holds) known.push(ends.first);
    else open.push({ instants, first: ends.first });
    if (asOfFrom === 'data' && ends.last >= asOf) questions.add(firstInstantSql(instants, dialect, asOf));
  }
  for (const { instants, first } of open)
    if (first < Math.min(...known)) questions.add(firstInstantSql(instants, dialect));
  const rows = questions.size === 0 ? [] : await run.engine.rows(allOfSql([...questions]));
  const found = rows.flatMap(({ first }) => microsOf(first) ?? []);
  const to = asOfFrom === 'data' && found.includes(asOf) ? asOf : asOf - 1;
  return { from: Math.min(to, ...known, ...found), to };
}

/** Of one promise, over the columns of a table; `begin` is when the first version came into force. */
function instantsOf(
  { plan, promise, inForce }: Planned,
  begin: Micros,
  { tables, engine }: Run,
): readonly Instants[] {
  const { dialect } = engine;
  const leads = casesIn(tables, promise).table;
  const spans = [inForce.span, ...inForce.orphans]
    .map(({ from, to }) => ({ from: Math.max(from, begin), to }))
    .filter(({ from, to }) => from < to);
  const start = { time: plan.start.time, conditions: atStage(plan.start, dialect), spans };
  if (plan.shape === 'tally') return [{ ...start, table: leads }];
  if (plan.shape !== 'timed' || 'table' in plan.stop) return [{ ...start, table: leads }];
  const alone = { time: plan.stop.time, conditions: atStopAlone(plan, plan.stop, dialect), spans };
  return [start, alone].map((each) => ({ ...each, table: leads }));
}

import { microsOf } from '../../engine/cell.ts';
import type { Row } from '../../engine/engine.ts';
import { t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { TimedPlan } from '../../model/judge.ts';
import { nameOf } from '../../report/names.ts';
import { tenthsSql } from '../../sql/facts/questions.ts';
import { unpaused } from '../../sql/judge/pauses.ts';
import { contextOf } from '../judging/context.ts';
import type { Planned, Run } from '../judging/run.ts';
import { newestOf, question } from './asked.ts';

/** Beyond these, microseconds, there is no instant in any export. */
const ALWAYS = [-9e15, 9e15];

/** Many more clocks that stop in the last tenth of their limit than in the tenths before. */
export async function stopsAtDue(run: Run): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const one of newestOf(run)) {
    const { plan, promise } = one;
    if (plan.shape !== 'timed' || plan.pause !== undefined) continue;
    const stopped = await tenthsOf(run, one, plan);
    if (stopped === null || !crowdsAtDue(stopped)) continue;
    found.push(
      question(
        'stops-at-due',
        t`${whole(stopped.in(9))} clocks of "${nameOf(promise)}" stopped in the last tenth of their limit, ${whole(stopped.in(8))} in the tenth before: what happens just before they are due?`,
        t`look at some of them with "sla cases" and "sla explain", and ask what the date means to those who write it`,
        { run, promise },
      ),
    );
  }
  return found;
}

/**
 * Many more clocks that are first put on hold in the last tenth of their limit than in the tenths before, and
 * whether these are the leads of few. A pause is looked at as what stops the clock of the same promise without it.
 */
export async function pausesAtDue(run: Run): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const one of newestOf(run)) {
    const { plan, promise } = one;
    if (plan.shape !== 'timed' || plan.pause === undefined) continue;
    const { table, from: time, when, inRow } = plan.pause;
    const stop = inRow ? { time, when } : { table, time, when };
    const begun = await tenthsOf(run, one, { ...unpaused(plan), stop, splitAt: null });
    if (begun === null || !crowdsAtDue(begun)) continue;
    const [last, before] = [whole(begun.in(9)), whole(begun.in(8))];
    const few = begun.few;
    found.push(
      question(
        'pauses-at-due',
        few === null
          ? t`${last} clocks of "${nameOf(promise)}" were put on hold in the last tenth of their limit, ${before} in the tenth before: what happens just before they are due?`
          : t`${last} clocks of "${nameOf(promise)}" were put on hold in the last tenth of their limit, ${before} in the tenth before, most of them leads of ${whole(few.people)} of ${whole(few.of)} people: what happens just before they are due?`,
        t`look at some of them with "sla explain", which shows each pause, and ask what puts a lead on hold`,
        { run, promise },
      ),
    );
  }
  return found;
}

interface Tenths {
  /** How many clocks stopped in a tenth of their limit, from 0. */
  readonly in: (tenth: number) => number;
  /** Of those in the last: so few people have four of five; null where they are many, or not known. */
  readonly few: { readonly people: number; readonly of: number } | null;
}

/** Null where no limit is a length of time. */
async function tenthsOf(run: Run, one: Planned, plan: TimedPlan): Promise<Tenths | null> {
  const limits = plan.terms.map(({ within }) => ('micros' in within ? within.micros : null));
  if (limits.every((limit) => limit === null)) return null;
  const columns = { [run.tables.leads.table]: run.owner ?? '' };
  const by = run.owner === null ? [] : [{ field: '', columns, isPerson: true }];
  const context = { ...contextOf({ ...run, by }, { ...one, plan }, ALWAYS), undated: false };
  const rows = await run.engine.rows(tenthsSql(plan, context, limits));
  const inTenth = (tenth: number): readonly Row[] => rows.filter((row) => microsOf(row.tenth) === tenth);
  const sum = (some: readonly Row[]) => some.reduce((total, row) => total + (microsOf(row.n) ?? 0), 0);
  return {
    in: (tenth) => sum(inTenth(tenth)),
    few: run.owner === null ? null : fewOf(inTenth(9), new Set(rows.map((row) => row.b0)).size),
  };
}

/** A third of the people at most. */
function fewOf(last: readonly Row[], of: number): Tenths['few'] {
  const counts = last.map((row) => microsOf(row.n) ?? 0).sort((a, b) => b - a);
  const enough = 0.8 * counts.reduce((total, n) => total + n, 0);
  let [people, held] = [0, 0];
  for (const n of counts) {
    if (held >= enough) break;
    people++;
    held += n;
  }
  return people > 0 && people * 3 <= of ? { people, of } : null;
}

/** Far more in the last tenth than chance makes of the two before it. */
function crowdsAtDue(stopped: Tenths): boolean {
  const [last, before] = [stopped.in(9), Math.max(stopped.in(8), stopped.in(7))];
  return last >= 8 && last > before + 2.5 * Math.sqrt(2 * Math.max(before, 1));
}

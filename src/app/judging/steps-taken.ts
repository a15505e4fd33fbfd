import { microsOf, number } from '../../engine/cell.ts';
import { firstOf } from '../../messages/first-of.ts';
import { plural, t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import { quoted } from '../../messages/quoted.ts';
import type { Result } from '../../model/compliance.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { type RatioPlan, STATES } from '../../model/judge.ts';
import type { StepsTaken, StepTaken } from '../../model/steps.ts';
import { casesIn } from '../../plan/lower.ts';
import { nameOf } from '../../report/names.ts';
import { nextStepSql, stepListSql, stepTotalsSql, undatedStepsSql } from '../../sql/judge/step-list.ts';
import { contextOf, judgesUndated } from './context.ts';
import type { Planned, Run } from './run.ts';

/** Steps that are listed one by one: more than any plan has. How many there are is told beside. */
const MOST = 10_000;

/** Steps that a message names. */
const NAMED = 5;

/** Every instant that a date can be. */
const EVER = [-9e15, 9e15];

type StepsPlan = RatioPlan & { readonly reaches: NonNullable<RatioPlan['reaches']> };

/** How far each promise is that is kept step by step, in the order of the agreement. */
export async function stepsTaken(run: Run): Promise<readonly StepsTaken[]> {
  const ofSteps = run.planned.filter(({ plan }) => stepsPlan(plan) !== null);
  const taken: StepsTaken[] = [];
  for (const id of new Set(ofSteps.map(({ promise }) => promise.id)))
    taken.push(
      await takenOf(
        run,
        ofSteps.filter(({ promise }) => promise.id === id),
      ),
    );
  return taken;
}

function stepsPlan(plan: Planned['plan']): StepsPlan | null {
  return plan.shape === 'ratio' && plan.isPlanned && plan.reaches !== null
    ? { ...plan, reaches: plan.reaches }
    : null;
}

/** Those of all versions together: each judges the steps that are due while it is in force. */
async function takenOf(run: Run, planned: readonly Planned[]): Promise<StepsTaken> {
  const counts = { met: 0, breached: 0, pending: 0, excluded: 0, unknown: 0 };
  const [steps, ahead, undated]: [StepTaken[], StepTaken[], StepTaken[]] = [[], [], []];
  let [doneLate, open, ended] = [0, 0, 0];
  for (const one of planned) {
    const plan = stepsPlan(one.plan);
    if (plan === null) continue;
    const context = contextOf(run, one, EVER);
    for (const { state, n, late } of await run.engine.rows(stepTotalsSql(plan, context))) {
      const name = STATES[number(state)] ?? 'unknown';
      counts[name] += number(n);
      if (name === 'met') doneLate += number(late);
    }
    const { source } = casesIn(run.tables, one.promise);
    const isPersonal = source.fields[source.key]?.personal === true;
    const keyOf = (key: unknown) => (isPersonal ? null : String(key));
    const read = async (sql: string): Promise<readonly StepTaken[]> =>
      (await run.engine.rows(sql)).map(({ key, state, due, done }) => ({
        ...{ key: keyOf(key), state: WORDS[STATES[number(state)] ?? ''] ?? 'open' },
        ...{ due: microsOf(due), done: microsOf(done) },
      }));
    steps.push(...(await read(stepListSql(plan, context, MOST))));
    ahead.push(...(await read(nextStepSql(plan, context))));
    if (!judgesUndated(run, one)) continue;
    for (const row of await run.engine.rows(undatedStepsSql(plan, context, MOST))) {
      const done = microsOf(row.done);
      const isDone = done !== null && done <= run.asOf;
      undated.push({ key: keyOf(row.key), state: isDone ? 'done' : 'open', due: null, done });
      ended = number(row.ended);
      open = number(row.n) - ended;
    }
  }
  const [first] = planned;
  const { met, breached: late, pending } = counts;
  const all = { done: met + ended, late, dated: pending, undated: open };
  const verdict = verdictOf(all);
  return {
    ...{ id: first?.promise.id ?? '', title: planned.at(-1)?.promise.title ?? '' },
    ...{ done: all.done, doneLate, late, open: pending + open, undated: open, verdict },
    outlook: verdict !== 'open' ? null : late > 0 ? 'at risk' : 'on track',
    next: ahead.sort(byDue)[0] ?? null,
    steps: [...steps.sort(byDue), ...undated].slice(0, MOST),
  };
}

const byDue = (a: StepTaken, b: StepTaken): number => (a.due ?? 0) - (b.due ?? 0);

const WORDS: Readonly<Record<string, StepTaken['state']>> = {
  met: 'done',
  breached: 'late',
  pending: 'open',
};

/** Met when all are done, missed once the last date is over and one is not, and open before. */
function verdictOf({
  done,
  late,
  dated,
  undated,
}: {
  readonly done: number;
  readonly late: number;
  readonly dated: number;
  readonly undated: number;
}): StepsTaken['verdict'] {
  if (done + late + dated + undated === 0) return 'no data';
  if (late + dated + undated === 0) return 'met';
  return late > 0 && dated === 0 ? 'missed' : 'open';
}

/** A period with a late step is not missed while other steps are ahead: all of them together are. */
export function untilTheLast(results: readonly Result[], taken: readonly StepsTaken[]): readonly Result[] {
  const open = new Set(taken.filter(({ verdict }) => verdict === 'open').map(({ id }) => id));
  return results.map((result) =>
    open.has(result.id) && result.verdict === 'missed'
      ? { ...result, verdict: 'open', outlook: 'at risk' }
      : result,
  );
}

/** Steps for which nobody has said by when. */
export function undatedSteps(taken: readonly StepsTaken[], run: Run): readonly Diagnostic[] {
  return taken.flatMap(({ id, title, undated, steps }) => {
    if (undated === 0) return [];
    const planned = run.planned.findLast(({ promise }) => promise.id === id);
    const named = steps.flatMap(({ key, due, state }) =>
      due === null && state === 'open' && key !== null ? [quoted(key)] : [],
    );
    const said = plural(
      undated,
      t`${whole(undated)} step of "${nameOf({ id, title })}" has no date by which it is to be done`,
      t`${whole(undated)} steps of "${nameOf({ id, title })}" have no date by which they are to be done`,
    );
    const place = planned?.inForce.sourced.place([...planned.promise.path, 'id']);
    const found = {
      rule: 'undated-step',
      severity: 'warning' as const,
      message: named.length === 0 ? said : t`${said}: ${firstOf(named, NAMED)}`,
      help: t`agree on a date: without one it is never late`,
    };
    return planned?.inForce.sourced.weigh([place ? { ...found, place } : found]) ?? [];
  });
}

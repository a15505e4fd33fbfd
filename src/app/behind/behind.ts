import type { Answers, Behind, PromiseBehind } from '../../model/behind.ts';
import type { Compliance, Result } from '../../model/compliance.ts';
import type { Io } from '../../model/io.ts';
import type { JudgeRequest } from '../../model/requests.ts';
import type { Period } from '../../model/time.ts';
import { saltOf } from '../agreements/salt.ts';
import { shownOf } from '../judging/case-rows.ts';
import type { Planned, Run } from '../judging/run.ts';
import { addedUp, answersOf } from './answers.ts';
import { growthOf } from './growth.ts';
import { allowances, listsOf } from './lists.ts';
import { versionsBehind } from './versions.ts';
import { waitsOf } from './waits.ts';

/** Periods of a promise behind which there is something to see. */
const PERIODS = 12;

/** What lies behind the numbers: waits, growth, the first cases of each period, and what changed in the terms. */
export async function behindOf(
  run: Run,
  compliance: Compliance,
  request: JudgeRequest,
  io: Io,
): Promise<Behind> {
  const wholes = compliance.results.filter(({ by }) => by === null);
  const most = allowances(wholes);
  const shown = shownOf(run, request, await saltOf(run.newest.agreement.file, io));
  const promises: Record<string, PromiseBehind> = {};
  for (const id of new Set(wholes.map((each) => each.id))) {
    const own = wholes.filter((each) => each.id === id);
    const periods = periodsOf(own).slice(-PERIODS);
    const planned = run.planned.filter(({ promise }) => promise.id === id);
    const parts = [];
    for (const one of planned) {
      const mine = periods.filter((period) => touches(one, period));
      if (mine.length === 0) continue;
      parts.push({
        waits: await waitsOf(run, one, mine),
        cases: request.hidesLeads ? [] : await listsOf({ run, one, periods: mine, most, shown }),
      });
    }
    promises[id] = {
      waits: parts.flatMap(({ waits }) => waits),
      cases: parts.flatMap(({ cases }) => cases),
      growth: await growthOf(run, planned, own),
    };
  }
  return {
    promises,
    versions: await versionsBehind(run, io),
    answers: await allAnswers(run, wholes),
  };
}

/**
 * What was answered, of one promise for each way from stage to stage: that of most leads goes first, which is
 * one without a condition.
 */
async function allAnswers(run: Run, wholes: readonly Result[]): Promise<readonly Answers[]> {
  const ways = new Map<string, string>();
  const widestFirst = [...run.planned].sort(
    (a, b) => Number(a.promise.where !== null) - Number(b.promise.where !== null),
  );
  for (const { promise, plan } of widestFirst) {
    if (plan.shape !== 'timed') continue;
    const way = JSON.stringify([plan.start, plan.stop]);
    if (!ways.has(way)) ways.set(way, promise.id);
  }
  const told = new Set(ways.values());
  const answers: Answers[] = [];
  for (const one of run.planned.filter(({ promise }) => told.has(promise.id))) {
    const periods = periodsOf(wholes.filter(({ id }) => id === one.promise.id)).slice(-PERIODS);
    answers.push(
      ...(await answersOf(
        run,
        one,
        periods.filter((period) => touches(one, period)),
      )),
    );
  }
  return together(answers);
}

/** A period under several versions is told once. */
function together(all: readonly Answers[]): readonly Answers[] {
  const told = new Map<string, Answers>();
  for (const one of all) {
    const key = JSON.stringify([one.promise, one.period, one.columns]);
    const known = told.get(key);
    told.set(key, known === undefined ? one : addedUp(known, one));
  }
  return [...told.values()];
}

function periodsOf(results: readonly Result[]): readonly Period[] {
  const byLabel = new Map(results.map(({ period }) => [period.label, period]));
  return [...byLabel.values()].sort((a, b) => a.from - b.from);
}

const touches = ({ inForce: { span, orphans } }: Planned, { from, to }: Period): boolean =>
  [span, ...orphans].some((each) => each.from < to && each.to > from);

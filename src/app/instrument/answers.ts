import { formatDay } from '../../calendar/day.ts';
import { microsOf } from '../../engine/cell.ts';
import { t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { StageRef } from '../../model/judge.ts';
import { civil } from '../../report/instant.ts';
import { nameOf } from '../../report/names.ts';
import { beforeSql, perDaySql } from '../../sql/facts/questions.ts';
import type { Planned, Run } from '../judging/run.ts';
import { askedOf, count, countedText, isMany, newestOf, question } from './asked.ts';

/** The stage that ends a promise, where it rests on what somebody has said. */
function answerOf({ plan }: Planned): StageRef | null {
  if (plan.shape === 'timed') return 'table' in plan.stop ? null : plan.stop;
  return plan.shape === 'attempts' ? plan.until : null;
}

/** So many answers on one day as on three usual ones. */
export async function answersInBulk(run: Run): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  const seen = new Set<string>();
  for (const one of newestOf(run)) {
    const stage = answerOf(one);
    if (!stage?.when || seen.has(stage.time)) continue;
    seen.add(stage.time);
    const rows = await run.engine.rows(perDaySql(askedOf(run, one.promise), stage));
    const days = rows
      .map((row) => ({ day: Number(row.day), n: microsOf(row.n) ?? 0 }))
      .sort((a, b) => a.n - b.n || a.day - b.day);
    const [usual, busiest] = [days[Math.floor(days.length / 2)]?.n ?? 0, days.at(-1)];
    if (!busiest || days.length < 10 || busiest.n < 15 || busiest.n <= 3 * usual) continue;
    const { promise } = one;
    found.push(
      question(
        'answers-in-bulk',
        t`On ${civil(formatDay(busiest.day))} ${whole(busiest.n)} cases were answered for "${nameOf(promise)}", on a usual day ${whole(usual)}: was that one by one?`,
        t`ask whether an import or a clearing of the list wrote these dates`,
        { run, promise },
      ),
    );
  }
  return found;
}

/** Of two dates that ought to follow one another, the second came first. */
export async function stopBeforeHandOver(run: Run): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const { plan, promise } of newestOf(run)) {
    if (plan.shape !== 'timed' || plan.splitAt === null || 'table' in plan.stop) continue;
    const counted = await count(run, promise, beforeSql(askedOf(run, promise), plan.stop, plan.splitAt));
    if (!isMany(counted, 5, 0.03)) continue;
    found.push(
      question(
        'stop-before-hand-over',
        t`Of the cases of "${nameOf(promise)}", ${countedText(counted)}, were reached before they were handed over: which of the two dates is written later?`,
        t`ask what writes the two dates, and in which order`,
        { run, promise },
      ),
    );
  }
  return found;
}

import { formatDay } from '../../calendar/day.ts';
import { microsOf } from '../../engine/cell.ts';
import { t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { StageRef } from '../../model/judge.ts';
import { beforeSql, perDaySql, tenthsSql } from '../../sql/facts/questions.ts';
import { contextOf } from '../judging/context.ts';
import type { Planned, Run } from '../judging/run.ts';
import { askedOf, count, countedText, isMany, newestOf, question } from './asked.ts';

/** Beyond these, microseconds, there is no instant in any export. */
const ALWAYS = [-9e15, 9e15];

/** Many more clocks that stop in the last tenth of their limit than in the tenth before. */
export async function stopsAtDue(run: Run): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const one of newestOf(run)) {
    const { plan, promise } = one;
    if (plan.shape !== 'timed' || plan.pause !== undefined) continue;
    const limits = plan.terms.map(({ within }) => ('micros' in within ? within.micros : null));
    if (limits.every((limit) => limit === null)) continue;
    const sql = tenthsSql(plan, { ...contextOf(run, one, ALWAYS), undated: false }, limits);
    const rows = await run.engine.rows(sql);
    const stopped = (tenth: number) => microsOf(rows.find((row) => microsOf(row.tenth) === tenth)?.n) ?? 0;
    const [last, before] = [stopped(9), Math.max(stopped(8), stopped(7))];
    if (last < 8 || last <= before + 2.5 * Math.sqrt(2 * Math.max(before, 1))) continue;
    found.push(
      question(
        'stops-at-due',
        t`${whole(last)} clocks of "${promise.id}" stopped in the last tenth of their limit, ${whole(stopped(8))} in the tenth before: what happens just before they are due?`,
        t`look at some of them with "sla cases" and "sla explain", and ask what the date means to those who write it`,
        { run, promise },
      ),
    );
  }
  return found;
}

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
        t`On ${formatDay(busiest.day)} ${whole(busiest.n)} cases were answered for "${promise.id}", on a usual day ${whole(usual)}: was that one by one?`,
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
        t`Of the cases of "${promise.id}", ${countedText(counted)}, were reached before they were handed over: which of the two dates is written later?`,
        t`ask what writes the two dates, and in which order`,
        { run, promise },
      ),
    );
  }
  return found;
}

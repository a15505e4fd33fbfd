import { microsOf } from '../../engine/cell.ts';
import { t } from '../../messages/index.ts';
import { rate, whole } from '../../messages/numbers.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { ActivityRef } from '../../model/judge.ts';
import { nameOf } from '../../report/names.ts';
import { atOnceSql, timesOfDaySql, withoutTouchSql } from '../../sql/facts/questions.ts';
import type { RunTables } from '../exports/tables.ts';
import type { Planned, Run } from '../judging/run.ts';
import { askedOf, count, countedText, isMany, isThere, newestOf, question } from './asked.ts';

/** By this name a field of activities says whose they are. */
const BY = 'by';

/** Touches of one person in one minute from which on they are asked about. */
const TOGETHER = 4;

/** Asks for whose the touches are: never to be shown. */
export function askForAuthors(tables: RunTables, planned: readonly Planned[]): void {
  for (const { plan } of planned) {
    const facts = plan.shape === 'attempts' && plan.touches ? sourceOf(tables, plan.touches) : undefined;
    if (facts && isThere(facts, BY)) facts.text(BY);
  }
}

const sourceOf = (tables: RunTables, { table }: ActivityRef) =>
  tables.all().find((facts) => facts.table === table);

/** The touches that some promise counts, each once, with the promise. */
function touchesOf(run: Run): readonly { readonly one: Planned; readonly touches: ActivityRef }[] {
  const found = new Map<string, { readonly one: Planned; readonly touches: ActivityRef }>();
  for (const one of newestOf(run)) {
    const touches = one.plan.shape === 'attempts' ? one.plan.touches : null;
    if (touches === null || run.exports.dateOnly.has(touches.time)) continue;
    const key = JSON.stringify(touches);
    if (!found.has(key)) found.set(key, { one, touches });
  }
  return [...found.values()];
}

/** Where nearly every first contact has an activity within the hour, those without one are asked about. */
export async function stopWithoutTouch(run: Run): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  const seen = new Set<string>();
  for (const { one, touches } of touchesOf(run))
    for (const { plan, promise } of newestOf(run)) {
      if (plan.shape !== 'timed' || 'table' in plan.stop || plan.stop.when !== null) continue;
      if (promise.population !== one.promise.population) continue;
      const key = JSON.stringify([touches.table, plan.stop]);
      if (seen.has(key) || run.exports.dateOnly.has(plan.stop.time)) continue;
      seen.add(key);
      const counted = await count(
        run,
        promise,
        withoutTouchSql(askedOf(run, promise), plan.stop, { ...touches, when: null }),
      );
      if (!isMany(counted, 5, 0.05) || counted.n > 0.35 * counted.all) continue;
      found.push(
        question(
          'stop-without-touch',
          t`Of the dates that stop the clock of "${nameOf(promise)}", ${countedText(counted)}, have no activity within an hour: where does the date come from?`,
          t`ask who or what writes the date; where the touch is kept elsewhere, name that export under "sources"`,
          { run, promise },
        ),
      );
    }
  return found;
}

export async function touchesAtOnce(run: Run): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const { one, touches } of touchesOf(run)) {
    const facts = sourceOf(run.tables, touches);
    if (!facts || !isThere(facts, BY)) continue;
    const counted = await count(
      run,
      one.promise,
      atOnceSql(askedOf(run, one.promise), touches, facts.text(BY), TOGETHER),
    );
    if (!isMany(counted, 10, 0.03)) continue;
    found.push(
      question(
        'touches-at-once',
        t`Of the touches of "${nameOf(one.promise)}", ${countedText({ ...counted, keys: [] })}, stand with ${whole(TOGETHER - 1)} or more others in one minute of one person: were they written down later, all together?`,
        t`ask whether an import or a mail to many writes them, and leave it out with "touches"`,
        { run, promise: one.promise },
      ),
    );
  }
  return found;
}

/** Times of the day that hardly anybody works at, and minutes that hardly any call has. */
export async function touchTimes(run: Run): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const { one, touches } of touchesOf(run)) {
    const rows = await run.engine.rows(timesOfDaySql(askedOf(run, one.promise), touches));
    const cells = rows.map((row) => ({
      hour: Number(row.hour),
      minute: Number(row.minute),
      n: microsOf(row.n) ?? 0,
    }));
    const sum = (of: (cell: (typeof cells)[number]) => boolean) =>
      cells.reduce((total, cell) => total + (of(cell) ? cell.n : 0), 0);
    const all = sum(() => true);
    if (all < FEW) continue;
    const night = sum(({ hour }) => hour < DAWN);
    const { promise } = one;
    if (night > 0.05 * all)
      found.push(
        question(
          'touches-at-night',
          t`Of the touches of "${nameOf(promise)}", ${rate(night / all, 0)} lie before five in the morning: are these the hours of another time zone?`,
          t`compare a few with the CRM, and correct "timezone" of the source`,
          { run, promise },
        ),
      );
    const full = sum(({ minute }) => minute === 0);
    const next = Math.max(...Array.from({ length: 59 }, (_, i) => sum(({ minute }) => minute === i + 1)));
    if (full > 0.06 * all && full > next + 0.05 * all)
      found.push(
        question(
          'touches-on-the-hour',
          t`Of the touches of "${nameOf(promise)}", ${rate(full / all, 0)} lie at the full hour: were they written down later, from memory?`,
          t`ask whether an import or a calendar rounds them`,
          { run, promise },
        ),
      );
  }
  return found;
}

/** Fewer touches tell nothing. */
const FEW = 50;

/** The hour before which nobody calls. */
const DAWN = 5;

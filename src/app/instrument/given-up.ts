import { kindOf } from '../../kinds/index.ts';
import { plural, t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import type { Agreement } from '../../model/agreement.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { stageRef } from '../../plan/facts.ts';
import { casesIn } from '../../plan/lower.ts';
import { nameOf } from '../../report/names.ts';
import { givenUpSql } from '../../sql/facts/questions.ts';
import type { RunTables } from '../exports/tables.ts';
import type { Planned, Run } from '../judging/run.ts';
import { askedOf, count, countedText, isMany, newestOf, question } from './asked.ts';

/**
 * Leads that were closed at the date at which they would have ended the duty to try, without having ended it:
 * given up. Those with fewer touches before than promised are asked about.
 */
export async function givenUpEarly(run: Run): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const { promise, plan } of newestOf(run)) {
    if (plan.shape !== 'attempts' || plan.touches === null || plan.until === null) continue;
    const closed = closings(promise, run.newest.agreement).map((id) =>
      stageRef(run.newest.agreement, id, casesIn(run.tables, promise)),
    );
    if (closed.length === 0) continue;
    const { start, scope, until, touches, distinctDays } = plan;
    const atLeast = plan.terms[0]?.atLeast ?? 1;
    const sql = givenUpSql(askedOf(run, promise), {
      start,
      scope,
      closed,
      until,
      touches,
      distinctDays,
      atLeast,
    });
    const counted = await count(run, promise, sql);
    if (!isMany(counted, 5, 0.05)) continue;
    found.push(
      question(
        'given-up-early',
        plural(
          atLeast,
          t`Of the cases that were closed without having taken part, ${countedText(counted)}, had not been tried before: does "${nameOf(promise)}" mean that?`,
          t`Of the cases that were closed without having taken part, ${countedText(counted)}, had been tried fewer than ${whole(atLeast)} times before: does "${nameOf(promise)}" mean that?`,
        ),
        t`look at some of them with "sla explain"; where touches are kept elsewhere, name that export under "sources"`,
        { run, promise },
      ),
    );
  }
  return found;
}

/** Stages with the date of the stage that ends the duty to try, and a condition of their own. */
function closings({ measure }: Planned['promise'], { stages }: Agreement): readonly string[] {
  const until = kindOf(measure.kind).timing(measure)?.until ?? null;
  const end = typeof until === 'string' ? stages[until] : undefined;
  if (!end?.when) return [];
  return Object.values(stages)
    .filter(({ id, at, when }) => id !== end.id && at === end.at && when !== null)
    .map(({ id }) => id);
}

/** Asks for the flags of these stages. */
export function askForClosings(tables: RunTables, planned: readonly Planned[]): void {
  for (const { promise, inForce } of planned)
    for (const id of closings(promise, inForce.sourced.agreement))
      stageRef(inForce.sourced.agreement, id, casesIn(tables, promise));
}

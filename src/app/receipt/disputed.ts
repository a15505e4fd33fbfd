import { formatDay } from '../../calendar/day.ts';
import { settlersIn } from '../../language/disputes/upheld.ts';
import { t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import type { Agreement } from '../../model/agreement.ts';
import type { Dispute } from '../../model/dispute.ts';
import type { Day } from '../../model/time.ts';
import { civil } from '../../report/instant.ts';
import { type dueBy, isOverdue } from '../judging/dispute-due.ts';
import { isRaised, isSettled } from '../judging/open-disputes.ts';
import type { Planned, Run } from '../judging/run.ts';

/** What was said of a lead under a promise up to as-of, and what became of it. */
export async function disputedTexts(
  run: Run,
  { inForce, promise }: Pick<Planned, 'inForce' | 'promise'>,
  { lead, dueOf }: { readonly lead: string; readonly dueOf: ReturnType<typeof dueBy> },
): Promise<readonly string[]> {
  const { agreement, place } = inForce.sourced;
  const named = (key: string) => (promise.population === undefined ? (run.survivors.get(key) ?? key) : key);
  const raised = (agreement.disputes?.raised ?? [])
    .filter((one) => one.promise === promise.id && named(one.lead) === named(lead))
    .filter((one) => isRaised(one, agreement, run.asOf));
  const texts: string[] = [];
  for (const one of raised) {
    const { file, start } = place(one.path);
    const who = partyTitle(one.by, agreement);
    const what = t`disputed by ${who} on ${civil(formatDay(one.on))}: ${one.says}`;
    // Why a calendar has no day for it is told where the register is.
    const { day } = await dueOf(inForce.sourced, one.on);
    texts.push(`${what} (${settledText(one, agreement, run, day)}, ${file}:${start.line})`);
  }
  return texts;
}

function settledText(one: Dispute, agreement: Agreement, run: Run, due: Day | null): string {
  const name = (team: string) => partyTitle(team, agreement);
  const { settled } = one;
  if (settled === null || !isSettled(one, agreement, run.asOf)) {
    const whose = allOf(settlersIn(one, agreement).map(name));
    return due !== null && isOverdue(due, run)
      ? t`overdue since ${civil(formatDay(due))}, which is for ${whose} to settle`
      : t`not settled, which is for ${whose}`;
  }
  const [by, on] = [allOf(settled.by.map(name)), civil(formatDay(settled.on))];
  return settled.outcome === 'upheld' ? t`upheld by ${by} on ${on}` : t`rejected by ${by} on ${on}`;
}

/** What people call a team, or the sponsor. */
export const partyTitle = (team: string, { teams }: Agreement): string =>
  team === 'sponsor' ? t`the sponsor` : (teams[team]?.title ?? team);

import { formatDay } from '../../calendar/day.ts';
import { settlersIn } from '../../language/disputes/upheld.ts';
import { t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import type { Agreement } from '../../model/agreement.ts';
import type { Dispute } from '../../model/dispute.ts';
import { isRaised, isSettled } from '../judging/open-disputes.ts';
import type { Planned, Run } from '../judging/run.ts';

/** What was said of a lead under a promise up to as-of, and what became of it. */
export function disputedTexts(
  run: Pick<Run, 'survivors' | 'asOf'>,
  { inForce, promise }: Pick<Planned, 'inForce' | 'promise'>,
  lead: string,
): readonly string[] {
  const { agreement, place } = inForce.sourced;
  const named = (key: string) => (promise.population === undefined ? (run.survivors.get(key) ?? key) : key);
  return (agreement.disputes?.raised ?? [])
    .filter((one) => one.promise === promise.id && named(one.lead) === named(lead))
    .filter((one) => isRaised(one, agreement, run.asOf))
    .map((one) => {
      const { file, start } = place(one.path);
      const who = titleOf(one.by, agreement);
      const what = t`disputed by ${who} on ${formatDay(one.on)}: ${one.says}`;
      return `${what} (${settledText(one, agreement, run)}, ${file}:${start.line})`;
    });
}

function settledText(one: Dispute, agreement: Agreement, { asOf }: Pick<Run, 'asOf'>): string {
  const name = (team: string) => titleOf(team, agreement);
  const { settled } = one;
  if (settled === null || !isSettled(one, agreement, asOf))
    return t`not settled, which is for ${allOf(settlersIn(one, agreement).map(name))}`;
  const [by, on] = [allOf(settled.by.map(name)), formatDay(settled.on)];
  return settled.outcome === 'upheld' ? t`upheld by ${by} on ${on}` : t`rejected by ${by} on ${on}`;
}

const titleOf = (team: string, { teams }: Agreement): string =>
  team === 'sponsor' ? t`the sponsor` : (teams[team]?.title ?? team);

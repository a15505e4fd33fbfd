import { USUAL_TIMES } from '../../../kinds/ladder.ts';
import { t } from '../../../messages/index.ts';
import { ownId } from '../../../messages/own-ids.ts';
import type { Compliance } from '../../../model/compliance.ts';
import { firstKept } from '../../../plan/past.ts';
import { yaml } from '../../../report/sniff-fields.ts';
import type { More } from './more.ts';
import { kept, share } from './past.ts';
import { limits, limitText, rateText, type Settled } from './promises.ts';

/** How long it may take to try a lead several times. */
const WITHIN = '10 business days';

export interface AttemptTrial {
  readonly id: string;
  readonly times: number;
  readonly within: string;
  readonly measure: string;
}

/** The most attempts first; of a single one, which is the first contact, each limit up to that of several, the shortest first. */
export function attemptTrials(
  { name, touch }: Pick<More, 'name' | 'touch'>,
  start: string,
  wholeDays: boolean,
): readonly AttemptTrial[] {
  const kind =
    touch && touch.kinds.length > 0 ? [`${ownId('kind')}: [${touch.kinds.map(yaml).join(', ')}]`] : [];
  const by =
    touch && touch.machines.length > 0
      ? [`${ownId('by')}: { not: [${touch.machines.map(yaml).join(', ')}] }`]
      : [];
  const tests = [...kind, ...by];
  const several = USUAL_TIMES.filter((times) => times > 1).map((times) => ({ times, within: WITHIN }));
  const all = limits(wholeDays || touch?.at.type === 'date');
  const single = all.slice(0, all.indexOf(WITHIN) + 1).map((within) => ({ times: 1, within }));
  return [...several, ...single].map(({ times, within }, i) => ({
    id: `follow-up-${i}`,
    times,
    within,
    measure: `attempts: { ${[
      `from: ${ownId(start)}`,
      `at_least: ${times}`,
      ...(times > 1 ? ['distinct_days: true'] : []),
      `within: ${within}`,
      `calendar: ${ownId('office')}`,
      `source: ${name}`,
      ...(tests.length > 0 ? [`touches: { ${tests.join(', ')} }`] : []),
    ].join(', ')} }`,
  }));
}

/** The most attempts that so many of the past cases had; where even one was too many, how many had one. */
export function followUp(past: Compliance, trials: readonly AttemptTrial[], part: number): Settled {
  const reached = firstKept(trials, ({ id }) => kept(past, id), part);
  const trial = reached ?? trials.at(-1);
  if (!trial) return null;
  const rate = share(kept(past, trial.id));
  const within = limitText(trial.within);
  const target = reached ? Math.round(part * 100) : Math.floor(rate * 20) * 5;
  if (target < 1)
    return t`"${ownId('follow-up')}" is not proposed: in the past ${rateText(rate)} of the leads were tried within ${within}.`;
  const shares = trials
    .filter((each) => each.within === WITHIN)
    .map(({ id, times }) => t`${times}: ${Math.round(share(kept(past, id)) * 100)}%`)
    .reverse()
    .join(', ');
  const tried =
    trial.times === 1
      ? t`Every lead is tried at least once within ${within}`
      : t`Every lead is tried on ${trial.times} days within ${within}`;
  return {
    id: ownId('follow-up'),
    trial: trial.id,
    by: 'sales',
    promise: tried,
    measure: trial.measure,
    target: `>= ${target}%`,
    comments: [
      trial.within === WITHIN
        ? t`In the past, so many leads were tried so often within ${within}: ${shares}.`
        : t`In the past, ${rateText(rate)} of the leads were tried within ${within}.`,
      // A decision of sales is no reply of the lead, and no column tells who brought it about.
      t`Where the lead ends it earlier, name that stage with until: an answer, a meeting, a real refusal; giving up is none.`,
    ],
  };
}

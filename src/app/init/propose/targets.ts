import { mark, plural, say, t } from '../../../messages/index.ts';
import { allOf } from '../../../messages/list.ts';
import { figure } from '../../../messages/numbers.ts';
import { ownId } from '../../../messages/own-ids.ts';
import type { Compliance } from '../../../model/compliance.ts';
import type { RoleName } from '../../../model/sniff.ts';
import { covered, firstKept } from '../../../plan/past.ts';
import {
  isCut,
  kept,
  partReaching,
  percentTarget,
  resultsOf,
  share,
  unknownParts,
  wholeTarget,
} from './past.ts';
import {
  type Block,
  countMeasure,
  limitText,
  percent,
  rateText,
  recordMeasure,
  responseMeasure,
  type Settled,
} from './promises.ts';
import { BEARABLE } from './unknown.ts';

/** Cells that a lead comes with, as people call them. */
const CELLS: Readonly<Partial<Record<RoleName, string>>> = {
  phone: mark`phone`,
  email: mark`email`,
  company: mark`company`,
  source: mark`source`,
};

export function volume(past: Compliance, start: string, wanted: number): Block {
  const { n, part } = wholeTarget(past, 'volume', wanted);
  const months = covered(resultsOf(past, 'volume')).length;
  return {
    id: ownId('volume'),
    trial: 'volume',
    by: 'marketing',
    promise:
      start === 'qualified'
        ? plural(n, t`${figure(n)} qualified lead every month`, t`${figure(n)} qualified leads every month`)
        : plural(n, t`${figure(n)} lead every month`, t`${figure(n)} leads every month`),
    measure: countMeasure(start),
    target: `>= ${n} per month`,
    comments: [
      isCut(past, 'volume')
        ? plural(
            months,
            t`The export has leads of ${months} month, which may be cut: look at the target again once there are more.`,
            t`The export has leads of ${months} months, which may be cut: look at the target again once there are more.`,
          )
        : part < wanted
          ? t`No lead came in ${percent(1 - part)} of the months of the export (${months} in all): a target of quarters may suit you better.`
          : t`Reached in ${percent(part)} of the months of the export (${months} in all; the first and the last, which may be cut, are left out).`,
    ],
  };
}

export function records(past: Compliance, start: string, fields: readonly RoleName[], part: number): Block {
  const all = share(kept(past, 'complete-records'));
  const n = percentTarget(past, 'complete-records', part);
  const months = partReaching(past, 'complete-records', n / 100);
  return {
    id: ownId('complete-records'),
    trial: 'complete-records',
    by: 'marketing',
    promise: t`A lead comes with its ${allOf(fields.map((field) => say(CELLS[field] ?? field)))}`,
    measure: recordMeasure(start, fields),
    target: `>= ${n}%`,
    comments: [
      t`${rateText(all)} of the leads had them all; ${n}% or more did in ${percent(months)} of the months.`,
    ],
  };
}

const floored = (part: number): string => percent(Math.floor(part * 100 + 1e-9) / 100);

export interface Timed {
  readonly id: string;
  readonly to: string;
  readonly sentence: (within: string) => string;
  /** When the clock stands still, as a measure writes it; absent where it never does. */
  readonly pause?: string;
}

export interface Trial {
  readonly id: string;
  readonly within: string;
}

/** Days without a time leave a short limit open at its end: those limits that have verdicts, if some have. */
function withVerdicts(past: Compliance, trials: readonly Trial[]): readonly Trial[] {
  const told = trials.filter(({ id }) => unknownParts(past, id).worst <= BEARABLE);
  return told.length === 0 ? trials : told;
}

export function response({
  past,
  start,
  timed: { id, to, sentence, pause },
  trials,
  part,
  others,
  by = 'sales',
}: {
  readonly past: Compliance;
  readonly start: string;
  readonly timed: Timed;
  readonly by?: Block['by'];
  readonly trials: readonly Trial[];
  readonly part: number;
  readonly others: number;
}): Settled {
  const last = trials.at(-1);
  if (!last) return null;
  const keptBy = ({ id: trial }: Trial) => kept(past, trial);
  const able = withVerdicts(past, trials);
  const limit = firstKept(able, keptBy, part);
  const other = firstKept(able, keptBy, others);
  const came = ({ id: trial }: Trial): string => floored(share(kept(past, trial)));
  const base = (trial: Trial) => ({
    id: ownId(id),
    trial: trial.id,
    by,
    promise: sentence(trial.within),
    measure: responseMeasure(start, to, trial.within, pause),
  });
  if (limit === null) {
    // Too many were never answered for any limit: the promise is what could be kept at all.
    const best = share(kept(past, last.id));
    const never = t`${percent(1 - best)} had no such date even after ${limitText(last.within)}`;
    const enough = able.find((each) => share(kept(past, each.id)) >= best * 0.9) ?? last;
    const n = Math.floor(share(kept(past, enough.id)) * 20) * 5;
    if (n < 1) return t`"${ownId(id)}" is not proposed: hardly anybody did it in the past, and ${never}.`;
    return {
      ...base(enough),
      target: `>= ${n}%`,
      comments: [
        t`No limit was kept in ${percent(part)} of past cases: ${never}.`,
        t`${percent(share(kept(past, enough.id)))} came within ${limitText(enough.within)}.`,
      ],
    };
  }
  return {
    ...base(limit),
    target: `>= ${Math.round(part * 100)}%`,
    comments: [
      other === null || other === limit
        ? t`In the past, ${came(limit)} came within ${limitText(limit.within)}.`
        : t`In the past, ${came(limit)} came within ${limitText(limit.within)}; ${came(other)} within ${limitText(other.within)}.`,
      by === 'sales'
        ? t`Over ${figure(kept(past, limit.id).cases)} cases; a lead without the date counts as late.`
        : t`Over ${figure(kept(past, limit.id).cases)} cases; a row without the date counts as late.`,
    ],
  };
}

import { mark, plural, t } from '../messages/index.ts';
import { whole } from '../messages/numbers.ts';
import type { Case, CaseState } from '../model/compliance.ts';
import type { CasePromise } from '../model/requests.ts';
import type { Micros } from '../model/time.ts';
import { duration, local, localEnd } from './instant.ts';
import { amount } from './number.ts';
import { limitText as spoken } from './page/counts.ts';
import type { Tone } from './table.ts';
import { moveWord, wordOf } from './words.ts';

/** A column of a list of cases, in whatever format it is written. */
export interface Column {
  /** Said when it is drawn. */
  readonly title: string;
  readonly text: (one: Case, zone: string) => string;
  readonly right?: true;
  /** Never cut in two lines. */
  readonly whole?: true;
}

const LEAD: Column = { title: mark`lead`, text: ({ lead }) => lead, whole: true };
export const STATE: Column = { title: mark`state`, text: stateText };
const START: Column = { title: mark`start`, text: ({ start }, zone) => at(start, zone), whole: true };
const SEGMENT: Column = { title: mark`segment`, text: ({ segment }) => segment ?? '' };
const HAND_OVER: Column = {
  title: mark`hand-over`,
  text: ({ handOver }) => (handOver === null ? '' : String(handOver)),
  right: true,
};
const AMOUNT: Column = {
  title: mark`amount`,
  text: ({ amount: added }) => (added == null ? '' : amount(added)),
  right: true,
};
const OWNER: Column = { title: mark`owner`, text: ({ owner }) => owner ?? '' };
const WAS: Column = {
  title: mark`when closed`,
  text: ({ moved }) => (moved ? (moved.from === null ? '' : wordOf(moved.from)) : ''),
};
const WHY: Column = { title: mark`why it moved`, text: ({ moved }) => (moved ? moveWord(moved.why) : '') };
/** `ends`: a midnight is the end of the day at which something is due. */
const clock = (ends: boolean): readonly Column[] => [
  { title: mark`due`, text: ({ due }, zone) => at(due, zone, ends ? localEnd : local), whole: true },
  { title: mark`stop`, text: ({ stop }, zone) => at(stop, zone), whole: true },
  {
    title: mark`took`,
    text: ({ elapsedSeconds }) => (elapsedSeconds === null ? '' : duration(elapsedSeconds)),
    right: true,
  },
];

/** A record has no key: its date names it. */
const RECORDED = mark`date`;

export function columnsOf(promise: CasePromise | undefined, batch: readonly Case[]): readonly Column[] {
  const population = promise?.population ?? null;
  const named = promise?.ofRecords === true ? RECORDED : population;
  return [
    named === null ? LEAD : { ...LEAD, title: named },
    ...(batch.some(({ handOver }) => handOver !== null) ? [HAND_OVER] : []),
    ...(batch.some(({ moved }) => moved !== undefined) ? [WAS, STATE, WHY] : [STATE]),
    START,
    ...(promise?.within === null
      ? []
      : clock(promise !== undefined && (promise.businessTime || promise.deadline !== null))),
    ...(batch.some(({ amount: added }) => added !== undefined)
      ? [{ ...AMOUNT, title: promise?.adds ?? AMOUNT.title }]
      : []),
    ...(batch.some(({ segment }) => segment !== null) ? [SEGMENT] : []),
    ...(batch.some(({ owner }) => owner !== null) ? [OWNER] : []),
  ];
}

export function limitText({ within, deadline, businessTime }: CasePromise): string {
  const limit = deadline === null ? t`within ${spoken(within ?? '')}` : t`by the date in ${deadline}`;
  return businessTime ? t`${limit}; "took" is business time` : limit;
}

function stateText({ state, reason, atRisk }: Case): string {
  const word = wordOf(state);
  if (reason !== null) return t`${word}: ${wordOf(reason)}`;
  return atRisk ? `${word}, ${wordOf('at risk')}` : word;
}

/** `13 cases: 11 breached, 2 unknown`. */
export function countsText(states: ReadonlyMap<CaseState, number>): string {
  const total = [...states.values()].reduce((a, b) => a + b, 0);
  const parts = [...states].map(([state, count]) => countText(state, count)).join(', ');
  const n = whole(total);
  return total === 0 ? t`No case` : plural(total, t`${n} case: ${parts}`, t`${n} cases: ${parts}`);
}

function countText(state: CaseState, count: number): string {
  const n = whole(count);
  switch (state) {
    case 'met':
      return t`${n} met`;
    case 'breached':
      return t`${n} breached`;
    case 'pending':
      return t`${n} pending`;
    case 'excluded':
      return t`${n} excluded`;
    case 'unknown':
      return t`${n} unknown`;
  }
}

export function toneOf({ state, atRisk }: Case): Tone | undefined {
  if (state === 'met') return 'good';
  if (state === 'breached') return 'bad';
  return state === 'unknown' || atRisk ? 'watch' : undefined;
}

const at = (instant: Micros | null, zone: string, shown = local): string =>
  instant === null ? '' : shown(instant, zone);

import { plural, t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import type { CaseState, Result } from '../../model/compliance.ts';

/** A state of so many cases, behind their number: `case open`, `cases open`, `late or never`. */
export function stateWord(
  state: CaseState,
  n: number,
  { target: { cmp, of } }: Pick<Result, 'target'>,
  timed: boolean,
): string {
  switch (state) {
    case 'met':
      if (of === 'number' || cmp === '<=') return plural(n, t`case counted`, t`cases counted`);
      return timed ? t`in time` : plural(n, t`case met`, t`cases met`);
    case 'breached':
      if (cmp === '<=') return plural(n, t`case not counted`, t`cases not counted`);
      return timed ? t`late or never` : plural(n, t`case not met`, t`cases not met`);
    case 'pending':
      return plural(n, t`case open`, t`cases open`);
    case 'unknown':
      return plural(n, t`case unknown`, t`cases unknown`);
    case 'excluded':
      return plural(n, t`case excluded`, t`cases excluded`);
  }
}

/** `13 late or never, 2 cases open`: of what is nought only the news. */
export function stateText(result: Result, timed: boolean): string {
  const news: CaseState = result.target.of === 'number' ? 'met' : 'breached';
  const states: readonly CaseState[] = [news, 'pending', 'unknown', 'excluded'];
  return states
    .filter((state) => result.counts[state] > 0 || state === news)
    .map((state) => `${whole(result.counts[state])} ${stateWord(state, result.counts[state], result, timed)}`)
    .join(', ');
}

/** A time limit as people say it, of the text that the agreement has: `3 business hours`. */
export function limitText(text: string): string {
  const [, digits = '', unit = ''] = /^(\d+) (.+?)s?$/.exec(text) ?? [];
  const n = Number(digits);
  switch (unit) {
    case 'minute':
      return plural(n, t`${n} minute`, t`${n} minutes`);
    case 'hour':
      return plural(n, t`${n} hour`, t`${n} hours`);
    case 'business minute':
      return plural(n, t`${n} business minute`, t`${n} business minutes`);
    case 'business hour':
      return plural(n, t`${n} business hour`, t`${n} business hours`);
    case 'business day':
      return plural(n, t`${n} business day`, t`${n} business days`);
    case 'calendar day':
      return plural(n, t`${n} calendar day`, t`${n} calendar days`);
    default:
      return text;
  }
}

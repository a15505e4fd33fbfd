import { plural, t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import type { Leaving } from '../../model/change.ts';
import { civil } from '../instant.ts';

/** One line a promise and days: how many cases are under it no more, and how many of them were missed. */
export const leavingLines = (leaving: readonly Leaving[]): readonly string[] =>
  leaving.map(({ promise, from, to, cases, breached }) => {
    const n = whole(cases);
    return plural(
      cases,
      t`${promise}: ${n} case from ${civil(from)} to ${civil(to)} is under it no more; breached: ${whole(breached)}`,
      t`${promise}: ${n} cases from ${civil(from)} to ${civil(to)} are under it no more; breached: ${whole(breached)}`,
    );
  });

import type { Agreement } from '../../model/agreement.ts';
import type { ChangeNames } from '../../model/change.ts';
import { promisesOf } from '../../model/promises.ts';

/** What teams and promises of two versions are called, by the new one where both have them. */
export function changeNames(base: Agreement | null, head: Agreement | null): ChangeNames {
  const both = [base, head].flatMap((each) => each ?? []);
  const named = (all: readonly { readonly id: string; readonly title: string }[]) =>
    Object.fromEntries(all.map(({ id, title }) => [id, title]));
  return {
    teams: named(both.flatMap(({ teams }) => Object.values(teams))),
    promises: named(both.flatMap(promisesOf)),
  };
}

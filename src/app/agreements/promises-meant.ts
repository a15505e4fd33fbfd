import { t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import { whole } from '../../messages/numbers.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { promisesOf } from '../../model/promises.ts';
import { idMeant, idsSharing, type Nameable, namesFor } from '../findings/meant.ts';
import { wrongOption } from '../findings/wrong-option.ts';
import type { Family } from './family.ts';

/** The promises of agreements, in each of their versions, as a command line may name them. */
export const promisesIn = (families: readonly Family[]): readonly Nameable[] =>
  families.flatMap(({ versions }) =>
    versions.flatMap(({ agreement }) =>
      promisesOf(agreement).flatMap(({ id, title, promise }) => [
        { id, title },
        ...(promise === null ? [] : [{ id, title: promise }]),
      ]),
    ),
  );

/** The ids of the promises that were typed behind `--commitment`, by id or by title; a problem for each that is none. */
export function promisesMeant(
  typed: readonly string[],
  families: readonly Family[],
): { readonly ids: readonly string[]; readonly findings: readonly Diagnostic[] } {
  const all = promisesIn(families);
  const ids = typed.map((each) => idMeant(each, all));
  const findings = typed.flatMap((each, i) =>
    ids[i] === null && all.length > 0 ? [wrongPromise(each, families)] : [],
  );
  return { ids: ids.flatMap((id) => id ?? []), findings };
}

/** A title that several promises share names none of them. */
export function sharedTitle(typed: string, families: readonly Family[]): string | null {
  const ids = idsSharing(typed, promisesIn(families));
  return ids.length === 0 ? null : t`"${typed}" is the title of ${whole(ids.length)} promises: ${allOf(ids)}`;
}

function wrongPromise(typed: string, families: readonly Family[]): Diagnostic {
  const shared = sharedTitle(typed, families);
  if (shared === null) return noSuchPromise(typed, families);
  const [first = ''] = idsSharing(typed, promisesIn(families));
  return wrongOption(
    `--commitment: ${shared}`,
    t`name the one that is meant by its id: --commitment ${first}`,
  );
}

const noSuchPromise = (typed: string, families: readonly Family[]): Diagnostic =>
  wrongOption(
    t`--commitment: there is no commitment or objective "${typed}"`,
    t`there are ${promiseNames(typed, families)}`,
  );

/** What there is in place of a promise that there is not: ids with their titles, and no whole sentences. */
export const promiseNames = (typed: string, families: readonly Family[]): string =>
  namesFor(
    typed,
    families.flatMap(({ versions }) => versions.flatMap(({ agreement }) => promisesOf(agreement))),
  );

import { t } from '../../../messages/index.ts';
import { whole } from '../../../messages/numbers.ts';
import type { SniffColumn } from '../../../model/sniff.ts';
import type { KeyMatch } from '../../../reading/matching-keys.ts';

/** Of the values of a column so many must be leads for it to be believed. */
export const ENOUGH = 0.5;

export const placeOf = ({ position }: SniffColumn): number => position - 1;

/** Numbers match by chance: a column of them must also be named like a key. */
export function isKey({ name, type, distinct, filled }: SniffColumn): boolean {
  if (filled === 0 || distinct < 2) return false;
  if (type === 'integer') return /id\b|^id|ID|lead|key|ref|n°|num|piste|prospect|contact/.test(name);
  return type === 'text';
}

/** By its header and its values, a column of the leads that names a person, and so what activities may name too. */
export const isContact = (column: SniffColumn): boolean =>
  isKey(column) &&
  column.distinct >= column.filled * NEARLY_ALL &&
  /contact|person|e-?mail|courriel|mailadresse/i.test(column.name);

/** Of the filled cells of a column that names persons so many differ. */
const NEARLY_ALL = 0.8;

/** Of the values of a column so many must be of another field of the leads for it to be named. */
const A_FEW = 0.02;

/**
 * The best match and, of its column, those with contacts that bring in others; where leads alone are not enough, a
 * column that names either. Numbers match by chance, so that only texts add up.
 */
export function withContacts(
  best: KeyMatch | null,
  matches: readonly KeyMatch[],
  contacts: readonly SniffColumn[],
): readonly KeyMatch[] {
  const isOther = ({ to }: KeyMatch) =>
    contacts.some((column) => placeOf(column) === to && column.type === 'text');
  const counts = ({ found, values }: KeyMatch) => found > 0 && found >= values * A_FEW;
  if (best !== null)
    return [
      best,
      ...matches.filter(
        (match) =>
          match.from === best.from &&
          isOther(match) &&
          counts(match) &&
          best.found + match.found <= match.values,
      ),
    ];
  const together = [...new Set(matches.map(({ from }) => from))].map((from) =>
    matches.filter((match) => match.from === from && counts(match)),
  );
  const share = (all: readonly KeyMatch[]) =>
    all.reduce((sum, { found, values }) => sum + found / Math.max(1, values), 0);
  const [most = []] = together
    .filter((all) => all.some(isOther) && share(all) >= ENOUGH)
    .sort((a, b) => share(b) - share(a));
  return most;
}

/** `700 of 812 values of "WhoId" are leads of the first export, 90 by "ConvertedContactId"` */
export function evidenceOf(
  all: readonly KeyMatch[],
  by: readonly { readonly name: string; readonly column: SniffColumn }[],
  link: SniffColumn,
): string {
  const sum = all.reduce((total, { found }) => total + found, 0);
  const told = t`${whole(Math.min(sum, all[0]?.values ?? 0))} of ${whole(all[0]?.values ?? 0)} values of "${link.name}" are leads of the first export`;
  const others = by.flatMap(({ name, column }, i) =>
    name === 'id' ? [] : [t`${whole(all[i]?.found ?? 0)} by "${column.name}"`],
  );
  return [told, ...others].join(', ');
}

import { t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import type { Case } from '../../model/compliance.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { wrongOption } from '../findings/wrong-option.ts';
import type { Shown } from './case-rows.ts';
import type { Run } from './run.ts';

/** What nobody has in charge first; then those who have something to do first before the others. */
export function personAfterPerson(inOrder: readonly Case[]): readonly Case[] {
  const people = [...new Set(inOrder.map(({ owner }) => owner))];
  const first = people.includes(null) ? [null] : [];
  return [...first, ...people.filter((one) => one !== null)].flatMap((person) =>
    inOrder.filter(({ owner }) => owner === person),
  );
}

/** Whether a case of an agreement can have an owner. */
export const saysOwners = ({ tables }: Run): boolean =>
  tables.cases().some(({ source }) => source.fields.owner !== undefined);

export const noOwnerSaid = (option: string, agreements: readonly string[]): Diagnostic =>
  wrongOption(
    t`${option}: nothing in ${allOf(agreements.map((id) => `"${id}"`))} says who owns a lead`,
    t`map the column to the field "owner" of the leads`,
  );

/** Why no case can be told to be anybody's; null where it can. */
export function whyNobody(run: Run, shown: Shown): Diagnostic | null {
  if (!saysOwners(run)) return noOwnerSaid('--by person', [run.newest.agreement.id]);
  if (shown.owner) return null;
  return wrongOption(
    t`--by person: the field "owner" is personal`,
    t`add --personal to show its values, to people who may see them`,
  );
}

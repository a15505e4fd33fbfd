import { t } from '../../messages/index.ts';
import type { Case } from '../../model/compliance.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
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

/** Why no case can be told to be anybody's; null where it can. */
export function whyNobody({ newest: { agreement }, tables }: Run, shown: Shown): Diagnostic | null {
  const wrong = (message: string, help: string): Diagnostic => ({
    rule: 'wrong-option',
    severity: 'error',
    message,
    help,
    fatal: true,
  });
  if (tables.cases().every(({ source }) => source.fields.owner === undefined))
    return wrong(
      t`--by person: nothing in "${agreement.id}" says who owns a lead`,
      t`map the column to the field "owner" of the leads`,
    );
  if (shown.owner) return null;
  return wrong(
    t`--by person: the field "owner" is personal`,
    t`add --personal to show its values, to people who may see them`,
  );
}

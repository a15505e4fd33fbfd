import { t } from '../../../messages/index.ts';
import { whole } from '../../../messages/numbers.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { Sniff, SniffColumn } from '../../../model/sniff.ts';
import type { KeyMatch } from '../../../reading/matching-keys.ts';
import { isDate } from '../ask/mapping.ts';
import { ENOUGH } from './contacts.ts';
import { isPlanned } from './touch.ts';

/** No column of it holds a lead. */
export const unlinked = ({ file }: Sniff): Diagnostic => ({
  rule: 'no-key',
  severity: 'error',
  message: t`No column of "${file}" names the leads of the first export`,
  help: t`export it with the id of the lead, or leave it out; the first --from is the export of the leads`,
  fatal: true,
});

/** A table that joins has the key of the lead letter by letter: a problem where too few of its addresses have. */
export function joinedByCapitals(
  { values, found, exact }: KeyMatch,
  { name }: SniffColumn,
): Diagnostic | null {
  if (exact === found || exact >= values * ENOUGH) return null;
  return {
    rule: 'no-key',
    severity: 'error',
    message: t`Of ${whole(values)} values of "${name}", ${whole(found)} are leads of the first export but for capitals, and ${whole(exact)} as they are written`,
    help: t`a row that joins names its lead letter by letter: write the addresses in small letters in both exports, or export both with the id of the lead`,
    fatal: true,
  };
}

/** It has several rows of a lead, and is no log of what sales did. */
export function manyRows(sniff: Sniff, link: SniffColumn): Diagnostic {
  const done = sniff.columns.some((column) => isDate(column) && !isPlanned(column));
  return {
    rule: 'differing-rows',
    severity: 'error',
    message: t`Leads come several times in "${sniff.file}", by "${link.name}"`,
    help: sniff.columns.some(({ role }) => role?.name === 'amount' || role?.name === 'won')
      ? t`a lead has several deals in it, and a table that joins has one row a lead: judge the deals by themselves with sla init --from ${sniff.file}, or leave it out`
      : done
        ? t`it does not look like activities, and a table that joins has one row a lead: leave it out`
        : t`activities need the date on which they were done: export it with that, or leave it out`,
    fatal: true,
  };
}

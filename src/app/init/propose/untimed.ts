import { t } from '../../../messages/index.ts';
import { anyOf } from '../../../messages/list.ts';
import { quoted } from '../../../messages/quoted.ts';
import type { Sniff, SniffColumn } from '../../../model/sniff.ts';
import { presets } from '../../../presets/index.ts';
import { isLength, NOT_FIRST, NOT_OF_LEADS } from '../../../sniff/header-words.ts';
import { fold } from '../../../sniff/roles.ts';
import { isDate, type Mapping } from '../ask/mapping.ts';
import { presetPage } from '../ask/preset-page.ts';

/** Not what is planned, what moves with the latest event, or what is of something else than a lead. */
const isOfLeads = ({ name }: SniffColumn): boolean =>
  !NOT_FIRST.test(fold(name)) && !NOT_OF_LEADS.test(fold(name));

/** Dates that are named: more are read by nobody. */
const MOST_DATES = 5;

const CONTACT = /respon|repons|repond|contact|\bcall|appel|reply|touch|outreach|react/;

/** Why a column that says how long a first contact took makes no promise, where no date says when it was. */
export function untimed({ columns }: Sniff, { contacted }: Mapping): readonly string[] {
  if (contacted) return [];
  return columns
    .filter(({ name, type }) => isLength(fold(name), type) && CONTACT.test(fold(name)))
    .map(
      ({ name }) =>
        t`"${name}" is a length of time and no date: hours by day and by night count alike in it, so that no limit in business hours can be judged. Export the date of the first contact.`,
    );
}

/**
 * What an export lacks that tells no first contact, and where it is said how to get it: of the public exports
 * that were tried none had it.
 */
export function noContact(sniff: Sniff, { contacted }: Mapping, touches: boolean): readonly string[] {
  if (contacted || touches) return [];
  const other = new Set(presets[sniff.preset?.name ?? '']?.notContact.flatMap(({ columns }) => columns));
  const dates = sniff.columns
    .filter(
      (column) => isDate(column) && column.role === null && isOfLeads(column) && !other.has(column.name),
    )
    .slice(0, MOST_DATES);
  if (dates.length > 0)
    return [
      t`No header says that its date is the first contact, so no time limit is proposed for sales. If ${anyOf(dates.map(({ name }) => quoted(name)))} is, name it with --contacted COLUMN; else export the calls and mails of these leads too (--from calls.csv). How to get such a date from your CRM: ${presetPage(sniff)}.`,
    ];
  return [
    t`The export has no date of a first contact, so no time limit is proposed for sales: name such a date with --contacted COLUMN, or export the calls and mails of these leads too (--from calls.csv). How to get it from your CRM: ${presetPage(sniff)}.`,
  ];
}

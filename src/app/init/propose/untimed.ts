import { t } from '../../../messages/index.ts';
import type { Sniff } from '../../../model/sniff.ts';
import { isLength } from '../../../sniff/header-words.ts';
import { fold } from '../../../sniff/roles.ts';
import type { Mapping } from '../ask/mapping.ts';
import { presetPage } from '../ask/preset-page.ts';

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
  return [
    t`The export has no date of a first contact, so no time limit is proposed for sales: name such a date with --contacted COLUMN, or export the calls and mails of these leads too (--from calls.csv). How to get it from your CRM: ${presetPage(sniff)}.`,
  ];
}

import type { RawSource } from '../../oracle/agreement.ts';
import type { Written } from './merges.ts';
import { type Random, randomOf } from './random.ts';

/** One world of so many has activities that name the lead by its address. */
const ONE_OF = 7;

const COLUMN = 'Mail';

/**
 * In some worlds activities name the lead by its address, in whatever case, or by either the address or the id. Some leads share one,
 * some have none. Its numbers are its own, so that the other worlds stay as they are.
 */
export function withNames(seed: number, written: Written): Written {
  const random = randomOf(seed ^ 0x0adde55);
  const { leads, activities } = written.sources;
  const [header = [], ...rows] = written.files['leads.csv'] ?? [];
  const [head = [], ...lines] = written.files['activities.csv'] ?? [];
  if (random.int(1, ONE_OF) > 1 || !leads || typeof activities?.lead !== 'string') return written;
  const mails = new Map<string, string>();
  const mailOf = (key: string): string => {
    const mail =
      mails.get(key) ?? random.pick(['', 'Team@example.com', `${key}@example.com`, `${key}@example.com`]);
    mails.set(key, mail);
    return mail;
  };
  const by = random.pick(['mail', ['mail', 'id']] as const);
  const table = rows.map((row) => [...row, row[0]?.trim() ? mailOf(row[0]) : '']);
  const named = lines.map(([key = '', ...cells]) => [nameOf(key, mails, by, random), ...cells]);
  const own: RawSource = { ...leads, fields: { ...leads.fields, mail: { column: COLUMN } } };
  const sources = {
    ...written.sources,
    leads: own,
    activities: { ...activities, lead: { [activities.lead]: by } },
  };
  return {
    sources,
    files: {
      ...written.files,
      'leads.csv': [[...header, COLUMN], ...table],
      'activities.csv': [head, ...named],
    },
    versions: written.versions.map((version) => ({ ...version, sources })),
  };
}

/** What an activity calls a lead by: an address for which the leads have another case, or its id. */
function nameOf(
  key: string,
  mails: ReadonlyMap<string, string>,
  by: string | readonly string[],
  random: Random,
): string {
  const mail = mails.get(key) ?? '';
  if (key === '' || mail === '' || (by !== 'mail' && random.chance(0.4))) return key;
  return random.pick([mail, mail.toLowerCase(), mail.toUpperCase()]);
}

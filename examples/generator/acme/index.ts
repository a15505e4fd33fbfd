import { semicolonCsv, windows1252 } from '../csv.ts';
import { activitiesTable } from './activities.ts';
import { dealsTable } from './deals.ts';
import { leadsTable } from './leads.ts';
import { lives } from './life.ts';
import { CAMPAIGNS, MEETINGS, MINUTES } from './records.ts';

/** Path under `examples/acme` to the bytes of each file that the generator writes. */
export function acmeFiles(): Readonly<Record<string, Uint8Array>> {
  const all = lives();
  const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
  const excel = (table: readonly (readonly string[])[]): Uint8Array => windows1252(semicolonCsv(table));
  return {
    'exports/leads.csv': excel(leadsTable(all)),
    'exports/activities.csv': excel(activitiesTable(all)),
    'exports/deals.csv': excel(dealsTable(all)),
    'records/meetings.csv': utf8(MEETINGS),
    'records/campaigns.yaml': utf8(CAMPAIGNS),
    ...Object.fromEntries(Object.entries(MINUTES).map(([path, text]) => [path, utf8(text)])),
  };
}

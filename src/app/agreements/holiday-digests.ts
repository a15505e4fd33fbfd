import { dirname, resolve } from 'node:path';
import type { Closures } from '../../calendar/closures.ts';
import { dayOf, formatDay } from '../../calendar/day.ts';
import { icsClosures } from '../../calendar/ics.ts';
import { digestOf, type Meaning } from '../../change/canonical.ts';
import type { FileDigests } from '../../change/meaning.ts';
import type { Files } from '../../model/io.ts';
import type { Sourced } from './family.ts';

/** Days off are read so far: what a file repeats without an end is the same in each of these years. */
const YEARS = { from: 2000, to: 2060 };

/** Without the names of the days, which are words. */
const closed = ({ days, hours }: Closures): Meaning => ({
  days: [...days.keys()].sort((a, b) => a - b).map(formatDay),
  hours: hours.map(({ from, to }) => [from, to]),
});

/**
 * What is in the files of holidays that an agreement names: the days and hours that each closes, whatever
 * else the file says of itself. Of one that can't be read so, its bytes.
 */
export async function holidayDigests(
  { agreement }: Pick<Sourced, 'agreement'>,
  files: Pick<Files, 'stat' | 'read' | 'sha256'>,
): Promise<FileDigests> {
  const digests: Record<string, string> = {};
  for (const { timezone, holidays } of Object.values(agreement.calendars)) {
    for (const ref of holidays) {
      if (ref.kind !== 'ics') continue;
      const path = resolve(dirname(agreement.file), ref.file);
      if ((await files.stat(path))?.kind !== 'file') continue;
      const text = new TextDecoder().decode(await files.read(path));
      const [from, to] = [dayOf(YEARS.from, 1, 1) ?? 0, dayOf(YEARS.to, 12, 31) ?? 0];
      const read = await icsClosures(text, from, to, timezone);
      const own = read.ok ? digestOf(closed(read)) : await files.sha256(path);
      const other = digests[ref.file];
      // Days of times in UTC are those of the zone of the calendar: of each that names the file.
      digests[ref.file] = other === undefined || other === own ? own : digestOf([other, own].sort());
    }
  }
  return digests;
}

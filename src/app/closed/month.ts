import { formatDay } from '../../calendar/day.ts';
import { ZONES_RELEASE } from '../../calendar/zone.ts';
import { digestOf, type Meaning } from '../../change/canonical.ts';
import { termsMeaning } from '../../change/meaning.ts';
import type { Agreement } from '../../model/agreement.ts';
import type { Closing } from '../../model/closed.ts';
import type { Result } from '../../model/compliance.ts';
import type { Micros, Period } from '../../model/time.ts';
import { TOOL } from '../../model/tool.ts';
import { localDay } from '../../plan/periods.ts';
import { termsOf } from '../judging/calendar-tables.ts';
import { resultsOver } from '../judging/compliance.ts';
import type { Run } from '../judging/run.ts';

/** What a month's numbers rest on beside the exports: where one of these differs, so may the numbers. */
export type Ground = Pick<Closing, 'tool' | 'zones' | 'versions' | 'reading' | 'holidays'>;

/** The results of the periods that end in a month, of the whole and not by any field. */
export async function resultsOfMonth(run: Run, month: Period): Promise<readonly Result[]> {
  const span = { from: month.from, to: month.to - 1, unit: 'month' } as const;
  const { results } = await resultsOver({ ...run, by: [] }, span);
  return results.filter(({ period }) => period.to > month.from && period.to <= month.to);
}

/** The ground of a month's numbers today, with the holidays from its first day to an instant. */
export function groundOf(run: Run, month: Period, until: Micros): Ground {
  return {
    tool: TOOL.version,
    zones: ZONES_RELEASE,
    versions: run.family.versions
      .filter((sourced) =>
        run.planned.some(({ inForce }) => inForce.sourced === sourced && touches(inForce.span, month)),
      )
      .map(({ agreement }) => ({ version: agreement.version, digest: termsDigest(agreement) })),
    reading: digestOf(readingOf(run)),
    holidays: holidaysOf(run, month, until),
  };
}

/**
 * What is promised, without what the files of holidays close and how the exports are read, both of which
 * are held apart: exports are read as the newest version says, whichever was in force.
 */
const termsDigest = (agreement: Agreement): string => digestOf({ ...termsMeaning(agreement), sources: null });

const touches = (span: { readonly from: Micros; readonly to: Micros }, month: Period): boolean =>
  span.from < month.to && span.to > month.from;

/** The sources of the newest version without their places in the text and their files. */
function readingOf({ newest }: Run): Meaning {
  const plain = JSON.stringify(newest.agreement.sources, (key, value: unknown) =>
    key === 'path' || key === 'files' ? undefined : value,
  );
  return JSON.parse(plain) as Meaning;
}

function holidaysOf(run: Run, month: Period, until: Micros): Closing['holidays'] {
  const [first, last] = [localDay(run.zone, month.from), localDay(run.zone, Math.max(until, month.to))];
  const found: Record<string, string> = {};
  for (const { inForce, plan } of run.planned) {
    if (!touches(inForce.span, month)) continue;
    for (const { calendar } of termsOf(plan)) {
      const inUse = calendar === null ? undefined : run.calendars.of(inForce.sourced, calendar);
      if (calendar === null || !inUse) continue;
      const days = [...inUse.closed.keys()]
        .filter((day) => day >= first && day <= last)
        .sort((a, b) => a - b);
      found[`${inForce.sourced.agreement.version} ${calendar}`] = digestOf(days.map(formatDay));
    }
  }
  return found;
}

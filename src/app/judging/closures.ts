import { dirname, resolve } from 'node:path';
import { type ClosedHours, type Closures, disjoint } from '../../calendar/closures.ts';
import { dayOf, formatDay } from '../../calendar/day.ts';
import { calledIn, countryKnown, holidayDays, regionsOf } from '../../calendar/holidays.ts';
import { icsClosures } from '../../calendar/ics.ts';
import { loadHolidayDoubts, loadHolidayIndex, loadHolidays } from '../../files/holidays.ts';
import { firstOf } from '../../messages/first-of.ts';
import { language, t } from '../../messages/index.ts';
import type { CalendarDef, HolidayRef } from '../../model/agreement.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Io } from '../../model/io.ts';
import type { Day } from '../../model/time.ts';
import { civil } from '../../report/instant.ts';
import type { Sourced } from '../agreements/family.ts';
import { leavesRepository } from '../agreements/inside-repository.ts';

/** What a calendar's holidays close, and what is to be said of them. */
export interface Closed {
  readonly closures: Closures;
  readonly findings: readonly Diagnostic[];
  /** A warning for each event of a calendar file that closes nothing. */
  readonly leftOut: readonly Diagnostic[];
  /** What is known of the holidays themselves: which of them are approximate, or not sure. */
  readonly remarks: readonly Diagnostic[];
  readonly notes: readonly string[];
}

/** A calendar, and the days for which it is asked, both included. */
interface Asked {
  readonly def: CalendarDef;
  readonly sourced: Sourced;
  readonly span: { readonly from: Day; readonly to: Day };
  /** The last day of which it is told that its holidays are not known; where nothing is said, the last of all. */
  readonly told?: Day;
  readonly io: Io;
  readonly allowOutside: boolean;
}

/** Reads the holidays of a calendar for a span of days: rules by country and region, `.ics` files. */
export async function closuresOf({ def, ...asked }: Asked): Promise<Closed> {
  const { sourced, span } = asked;
  const days = new Map<Day, string>();
  const hours: ClosedHours[] = [];
  const findings: Diagnostic[] = [];
  const leftOut: Diagnostic[] = [];
  const remarks: Diagnostic[] = [];
  const notes: string[] = [];
  for (const [i, ref] of def.holidays.entries()) {
    const place = sourced.place(['calendars', def.id, 'holidays', i]);
    const found =
      ref.kind === 'rule'
        ? await byRule(ref, { span, told: asked.told ?? span.to })
        : await byFile(ref.file, def.timezone, asked);
    if (found.ok) {
      for (const [day, name] of found.days) days.set(day, name);
      hours.push(...(found.hours ?? []));
      notes.push(...found.notes.map((note) => t`Calendar "${def.id}": ${note}`));
      for (const event of found.leftOut ?? [])
        leftOut.push({ rule: 'event-left-out', severity: 'warning', place, ...event });
      if (found.moon) remarks.push({ rule: 'moon-holidays', severity: 'info', place, ...found.moon });
      if (found.doubt) remarks.push({ rule: 'doubtful-holidays', severity: 'info', place, ...found.doubt });
    } else findings.push({ severity: 'error', place, ...found.problem });
  }
  return { closures: { days, hours: disjoint(hours) }, findings, leftOut, remarks, notes };
}

interface Sentence {
  readonly message: string;
  readonly help: string;
}

type Holidays =
  | {
      readonly ok: true;
      readonly days: ReadonlyMap<Day, string>;
      readonly notes: readonly string[];
      readonly hours?: readonly ClosedHours[];
      readonly leftOut?: readonly Sentence[];
      readonly moon?: Sentence | null;
      readonly doubt?: Sentence | null;
    }
  | { readonly ok: false; readonly problem: Pick<Diagnostic, 'rule' | 'message' | 'help' | 'fatal'> };

type Rule = Extract<HolidayRef, { readonly kind: 'rule' }>;

async function byRule(ref: Rule, { span, told }: Pick<Required<Asked>, 'span' | 'told'>): Promise<Holidays> {
  const data = await loadHolidays(ref.country);
  if (data === null) return unknownPlace(ref);
  if (ref.region !== null && !Object.hasOwn(data.regions, ref.region)) {
    const index = await loadHolidayIndex();
    if (!Object.hasOwn(regionsOf(index, ref.country), ref.region)) return unknownPlace(ref);
  }
  const [first, last] = [dayOf(data.firstYear, 1, 1) ?? 0, dayOf(data.lastYear, 12, 31) ?? 0];
  const outside = span.from < first || told > last;
  const days = holidayDays(ref, data, span.from, span.to);
  const approximate = new Map([...days].filter(([, name]) => data.moon.includes(name)));
  return {
    ok: true,
    days: calledIn(language(), data, days),
    moon: approximate.size === 0 ? null : byTheMoon(ref, calledIn(language(), data, approximate)),
    doubt: inDoubt(ref, span),
    notes: outside
      ? [t`public holidays are known from ${civil(formatDay(first))} to ${civil(formatDay(last))} only`]
      : [],
  };
}

/** Days that are named. */
const NAMED = 12;

function byTheMoon({ country, region }: Rule, days: ReadonlyMap<Day, string>): Sentence {
  const place = region === null ? country : `${country}-${region}`;
  const sorted = [...days].sort(([a], [b]) => a - b).map(([day, name]) => `${civil(formatDay(day))} ${name}`);
  return {
    message: t`Public holidays of "${place}" rest on the moon and are computed: ${firstOf(sorted, NAMED)}`,
    help: t`confirm them each year, and write the day that moved under open and the right one under closed`,
  };
}

/** The days of the span of which another source of public holidays says something else. */
function inDoubt({ country, region }: Rule, span: { readonly from: Day; readonly to: Day }): Sentence | null {
  const doubts = loadHolidayDoubts(country)
    .filter((doubt) => doubt.region === null || doubt.region === region)
    .flatMap(({ name, closed, days }) => days.map((day) => ({ name, closed, day })))
    .filter(({ day }) => day >= span.from && day <= span.to)
    .sort((a, b) => a.day - b.day);
  if (doubts.length === 0) return null;
  const place = region === null ? country : `${country}-${region}`;
  const named = doubts.map(({ name, closed, day }) =>
    closed
      ? t`${civil(formatDay(day))} ${name} (closed here)`
      : t`${civil(formatDay(day))} ${name} (open here)`,
  );
  return {
    message: t`Two sources do not agree on public holidays of "${place}": ${firstOf(named, NAMED)}`,
    help: t`ask who knows the country, and write a day that is worked under open, one that is not under closed`,
  };
}

async function unknownPlace(ref: Rule): Promise<Holidays> {
  const index = await loadHolidayIndex();
  const regions = Object.keys(regionsOf(index, ref.country));
  const known = countryKnown(index, ref.country)
    ? t`the regions of ${ref.country} are ${regions.length === 0 ? t`none` : firstOf(regions, 40)}; write ${ref.country}-${regions[0] ?? ''} or ${ref.country} alone`
    : t`write the two letters of a country, such as FR, BE, CH or DE`;
  return {
    ok: false,
    problem: {
      rule: 'unknown-holidays',
      message: countryKnown(index, ref.country)
        ? t`No public holidays are known for the region "${ref.region ?? ''}" of ${ref.country}`
        : t`No public holidays are known for the country "${ref.country}"`,
      help: known,
    },
  };
}

async function byFile(
  file: string,
  timezone: string,
  { sourced, span, io, allowOutside }: Omit<Asked, 'def'>,
): Promise<Holidays> {
  const problem = (message: string, help: string): Holidays => ({
    ok: false,
    problem: { rule: 'unreadable-holidays', message, help, fatal: true },
  });
  if (!allowOutside && (await leavesRepository(file, sourced.agreement.file, io))) {
    return problem(
      t`The holidays file "${file}" lies outside the repository of the agreement`,
      t`move it beside the agreement, or run with --allow-outside`,
    );
  }
  const path = resolve(dirname(sourced.agreement.file), file);
  const stat = await io.files.stat(path);
  if (stat?.kind !== 'file')
    return problem(t`There is no holidays file "${file}"`, t`the path is relative to the agreement`);
  const text = new TextDecoder().decode(await io.files.read(path));
  const parsed = await icsClosures(text, span.from, span.to, timezone);
  if (!parsed.ok) return problem(t`The holidays file "${file}" ${parsed.message}`, parsed.help);
  return parsed;
}

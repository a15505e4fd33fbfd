import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dayOf, MICROS_PER_DAY, MICROS_PER_SECOND, weekday } from '../calendar/day.ts';
import type { ZoneTable } from '../model/reading.ts';
import type { Micros } from '../model/time.ts';

const TYPES = `/** The release of the IANA time zone database. */
export declare const release: string;
/** Of the build: the zones, one history a line. */
export declare const text: string;
`;

/** The data of `moment-timezone`, which follows the releases of IANA: its code is not used. */
interface Published {
  readonly version: string;
  /** `Europe/Paris|LMT PMT …|-9.l -9.l 0 …|0121…|-2nco8.l cNb9.l …|11e6` */
  readonly zones: readonly string[];
  /** `Europe/Paris|Europe/Monaco` */
  readonly links: readonly string[];
}

/** The last year of the published data: later ones follow the rule of the last. */
const LAST_YEAR = 2037;

/**
 * Writes down the offsets of every zone, by the newest rules at the time of the build: no run asks those of
 * its machine.
 */
export function generateZones(outDir: string): void {
  const { release, text } = zonesOf(published());
  mkdirSync(outDir, { recursive: true });
  writeFileSync(
    join(outDir, 'zones.js'),
    `export const release = ${JSON.stringify(release)};\nexport const text = ${JSON.stringify(text)};\n`,
  );
  writeFileSync(join(outDir, 'zones.d.ts'), TYPES);
}

function published(): Published {
  const file = fileURLToPath(import.meta.resolve('moment-timezone/data/packed/latest.json'));
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Names of places, and `UTC`; zones with one history share a line: ` Europe/Berlin Europe/Paris |…`. */
function zonesOf({ version, zones, links }: Published): { release: string; text: string } {
  const histories = new Map(zones.map((line) => [line.split('|')[0] ?? '', pack(historyOf(line))]));
  for (const link of links) {
    const [of = '', name = ''] = link.split('|');
    histories.set(name, histories.get(of) ?? '');
  }
  const names = new Map<string, string[]>();
  for (const [name, history] of histories) {
    if (name !== 'UTC' && !name.includes('/')) continue;
    names.set(history, [...(names.get(history) ?? []), name]);
  }
  const text = [...names].map(([history, same]) => ` ${same.sort().join(' ')} |${history}\n`).join('');
  return { release: version, text };
}

type Transition = ZoneTable['transitions'][number];

/** All changes of offset that are published. Numbers are minutes in base 60, offsets west of Greenwich. */
function historyOf(line: string): { readonly initial: number; readonly transitions: readonly Transition[] } {
  const [, , offsets = '', indices = '', times = ''] = line.split('|');
  const east = offsets.split(' ').map((minutes) => Math.round(-base60(minutes) * 60) || 0);
  const after = [...indices].map((index) => east[base60(index)] ?? 0);
  const [initial = 0] = after;
  const transitions: Transition[] = [];
  let [at, before] = [0, initial];
  for (const [i, minutes] of (times === '' ? [] : times.split(' ')).entries()) {
    at += Math.round(base60(minutes) * 60);
    const next = after[i + 1] ?? before;
    if (next !== before) transitions.push({ at: at * MICROS_PER_SECOND, before, after: next });
    before = next;
  }
  return { initial, transitions };
}

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWX';

function base60(text: string): number {
  const [, sign, whole = '', part = ''] = /^(-?)([^.]*)\.?(.*)$/.exec(text) ?? [];
  let number = 0;
  for (const digit of whole) number = number * 60 + DIGITS.indexOf(digit);
  for (const [i, digit] of [...part].entries()) number += DIGITS.indexOf(digit) / 60 ** (i + 1);
  return sign === '-' ? -number : number;
}

/**
 * The first offset; then for each change the time since the last one (the first since 1970) and, unless it
 * is the one before, the offset after it; then, behind `~`, the year from which a rule holds and its
 * changes. Offsets in seconds; times in quarters of an hour or, behind a point, in seconds; all in base 36.
 */
function pack({ initial, transitions }: ReturnType<typeof historyOf>): string {
  const rule = ruleOf(transitions);
  const told = transitions.filter(({ at }) => rule === null || yearOf(at) < rule.from);
  const parts = [initial.toString(36)];
  let [last, earlier] = [0, Number.NaN];
  for (const { at, before, after } of told) {
    const seconds = (at - last) / MICROS_PER_SECOND;
    const time = seconds % 900 === 0 ? (seconds / 900).toString(36) : `.${seconds.toString(36)}`;
    parts.push(after === earlier ? time : `${time}:${after.toString(36)}`);
    [last, earlier] = [at, before];
  }
  return `${parts.join(' ')}${rule === null ? '' : `~${rule.from} ${rule.changes.map(changeText).join(' ')}`}`;
}

/** A change that comes every year on the first such weekday from a date on. */
interface YearlyChange {
  readonly month: number;
  readonly date: number;
  /** 0 is Monday. */
  readonly weekday: number;
  /** Seconds of the local day, by the offset before. */
  readonly time: number;
  readonly after: number;
}

/** `3.25.6.7200.7200`: from 25 March on, a Sunday, at 2:00, to the offset of two hours. */
const changeText = (change: YearlyChange): string =>
  [change.month, change.date, change.weekday, change.time, change.after].join('.');

interface Rule {
  /** The first year that it tells. */
  readonly from: number;
  readonly changes: readonly YearlyChange[];
}

/**
 * The rule by which the years go on after the last that is published; null where nothing changes in that.
 * Gaza moves its autumn by the moon in the last two: there the rule is that of the years before, and tells
 * none that is published.
 */
function ruleOf(transitions: readonly Transition[]): Rule | null {
  const yearly = (year: number): readonly Transition[] => transitions.filter(({ at }) => yearOf(at) === year);
  if (yearly(LAST_YEAR).length === 0) return null;
  for (const last of [LAST_YEAR, LAST_YEAR - 1, LAST_YEAR - 2]) {
    let found: Rule | null = null;
    for (let from = last - 9; ; from--) {
      const years = Array.from({ length: last - from + 1 }, (_, i) => yearly(from + i));
      const changes = changesOf(years);
      if (changes === null) break;
      found = { from: last === LAST_YEAR ? from : LAST_YEAR + 1, changes };
    }
    if (found !== null) return found;
  }
  throw new Error('The last years of a zone follow no rule');
}

function changesOf(years: readonly (readonly Transition[])[]): readonly YearlyChange[] | null {
  const [first = []] = years;
  if (years.some((year) => year.length !== first.length)) return null;
  const changes = first.map((_, i) => changeOf(years.flatMap((year) => year[i] ?? [])));
  const known = changes.filter((change) => change !== null);
  return known.length === changes.length ? known : null;
}

/** What all of these changes, one a year, have in common; null where they are not one rule. */
function changeOf(transitions: readonly Transition[]): YearlyChange | null {
  const seen = transitions.map(({ at, before, after }) => {
    const local = at / MICROS_PER_SECOND + before;
    const day = Math.floor((local * MICROS_PER_SECOND) / MICROS_PER_DAY);
    const date = new Date(day * 86_400_000);
    const inYear = day - (dayOf(date.getUTCFullYear(), 1, 1) ?? 0) - (isLeap(date.getUTCFullYear()) ? 1 : 0);
    return { inYear, weekday: weekday(day), time: local - day * 86_400, before, after };
  });
  const [one] = seen;
  if (!one) return null;
  const alike = seen.every(
    ({ weekday, time, before, after }) =>
      weekday === one.weekday && time === one.time && before === one.before && after === one.after,
  );
  const [first, last] = [Math.min(...seen.map((s) => s.inYear)), Math.max(...seen.map((s) => s.inYear))];
  if (!alike || last - first > 6) return null;
  // Of a common year, in which days from March on have these numbers: no rule changes clocks before.
  const start = new Date(Date.UTC(2037, 0, 1 + last - 6));
  return {
    month: start.getUTCMonth() + 1,
    date: start.getUTCDate(),
    weekday: one.weekday,
    time: one.time,
    after: one.after,
  };
}

const isLeap = (year: number): boolean => new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;

const yearOf = (at: Micros): number => new Date(at / 1000).getUTCFullYear();

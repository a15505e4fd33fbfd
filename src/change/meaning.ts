import { seasonTexts } from '../calendar/seasons.ts';
import { canonicalText, durationText } from '../kinds/values.ts';
import type {
  Agreement,
  CalendarDef,
  DrawnUp,
  FieldDef,
  Profile,
  PromiseDef,
  Season,
  Segment,
  SourceDef,
  Stage,
  Target,
  Week,
} from '../model/agreement.ts';
import { alikeText } from '../model/alike.ts';
import type { Condition } from '../model/condition.ts';
import { agreedOnDisputes } from '../model/dispute.ts';
import { agreedOf } from '../model/experiment.ts';
import type { Measure } from '../model/measure.ts';
import { MONTH_NAMES } from '../model/month-names.ts';
import { promisesOf } from '../model/promises.ts';
import { targetText } from '../model/target.ts';
import { isInTwoColumns } from '../model/two-columns.ts';
import { type Day, type DayRange, type Duration, MS_PER_DAY } from '../model/time.ts';
import type { Meaning } from './canonical.ts';
import { remembered } from './remembered.ts';
import { signedSteps } from './steps.ts';
import { inNoOrder, viewsMeaning } from './views.ts';
import { windowsText } from './windows.ts';

/** Each section without its layout: no positions, no files, no idle order, one form for each value. */

/** What is in the files that an agreement names: the digests of those of calendars, and the dates of steps. */
export type FileDigests = Readonly<Record<string, Meaning>>;

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** A file of holidays means what is in it: its digest where that is known, else its name. */
export const calendarMeaning = (calendar: CalendarDef, digests: FileDigests = NO_FILES): Meaning =>
  calendarsWith(digests)(calendar);

const NO_FILES: FileDigests = {};

const calendarsWith = remembered((digests: FileDigests) =>
  remembered(
    (calendar: CalendarDef): Meaning => ({
      ...partsOf(calendar, ['id']),
      week: weekMeaning(calendar.week),
      seasons: seasonsMeaning(calendar.seasons),
      holidays: calendar.holidays
        .map((ref) => (ref.kind === 'rule' ? ref.text : (digests[ref.file] ?? ref.file)))
        .sort(),
      closed: daysOf(calendar.closed),
      open: Object.fromEntries(calendar.open.map(({ day, windows }) => [dayText(day), windowsText(windows)])),
    }),
  ),
);

const weekMeaning = (week: Week): Meaning =>
  Object.fromEntries(DAYS.map((day, i) => [day, windowsText(week[i] ?? [])]));

/** A line for each of their dates, `07-01..08-31: mon-fri 08:00-14:00`; their order says nothing. */
const seasonsMeaning = (seasons: readonly Season[]): Meaning =>
  seasons
    .flatMap((season) => seasonTexts(season).map((dates) => `${dates}: ${weekText(season.week)}`))
    .sort();

/** Days of one text in a row are one: `mon-thu 08:00-14:00, fri 08:00-12:00`. */
function weekText(week: Week): string {
  const runs: { first: string; last: string; windows: string }[] = [];
  for (const [i, day] of DAYS.entries()) {
    const windows = windowsText(week[i] ?? []);
    const run = runs.at(-1);
    if (run?.windows === windows) run.last = day;
    else runs.push({ first: day, last: day, windows });
  }
  return runs
    .map(({ first, last, windows }) => `${first === last ? first : `${first}-${last}`} ${windows}`)
    .join(', ');
}

export const yearMeaning = ({ yearStarts }: Agreement): Meaning => MONTH_NAMES[yearStarts - 1]?.[1] ?? null;

export const stageMeaning = remembered((stage: Stage): Meaning => partsOf(stage, ['id', 'title']));

export const profileMeaning = remembered(
  (profile: Profile): Meaning => ({
    ...partsOf(profile, ['title', 'answers']),
    score: profile.score === null ? null : canonicalText({ op: 'score', ...profile.score }),
  }),
);

/** The currency of a field is that of the target that adds it up. */
export const fieldMeaning = remembered(
  (field: FieldDef): Meaning => ({
    ...partsOf(field, ['name', 'currency', 'values', ...(isInTwoColumns(field) ? (['parts'] as const) : [])]),
    ...(isInTwoColumns(field) ? { column: (field.parts ?? []).map(({ column }) => column) } : {}),
    aliases: field.aliases ?? [],
    ...(field.values === undefined ? {} : { values: [...new Set(field.values.map(wordMeant))].sort() }),
  }),
);

/** Words that read alike are one. */
const wordMeant = (word: string): string => alikeText(word.trim());

/**
 * The instrument: where the rows lie, how they are read, which of them count, and which instants their
 * cells mean. Any of it can move any number.
 */
export const sourceMeaning = remembered(
  (source: SourceDef): Meaning => ({
    ...partsOf(source, ['name', 'fields', 'maxRejected']),
    files: [...source.files].sort(),
    sheet: source.sheet ?? null,
    // A row is of the lead of which any of them says so.
    ...(source.leadBy === undefined ? {} : { leadBy: inNoOrder(source.leadBy) }),
    nulls: source.nulls.map((word) => word.toLowerCase()).sort(),
    max_rejected: percentText(source.maxRejected),
  }),
);

/** What a promise says of itself; what it names is told apart. */
export const promiseMeaning = remembered(
  (promise: PromiseDef): Meaning => ({
    ...partsOf(promise, ['id', 'title', 'promise', 'formerly', 'maxUnknown', 'atRisk']),
    sharedBy: [...promise.sharedBy].sort(),
    ...(promise.excusedBy === undefined ? {} : { excusedBy: [...promise.excusedBy].sort() }),
    ...(promise.drawnUp === undefined ? {} : { drawnUp: drawnUpMeant(promise.drawnUp) }),
    target: targetMeant(promise.target),
    segments: promise.segments.map(segmentMeaning),
    max_unknown: percentText(promise.maxUnknown),
    at_risk: percentText(promise.atRisk),
  }),
);

/** What decides which of its cases are broken, and so which of another promise it excuses. */
export const excuseMeaning = ({ measure, where, segments, excusedBy, target }: PromiseDef): Meaning => ({
  measure: measureMeaning(measure),
  ...(where === null ? {} : { where: canonicalText(where) }),
  segments: segments.map(segmentMeaning),
  ...(excusedBy === undefined ? {} : { excusedBy: [...excusedBy].sort() }),
  ...(target.of === 'number' ? { target: targetMeant(target) } : {}),
});

/** `2026-05-12 by marketing, sales: minutes/2026-05-12.md` */
export const drawnUpMeant = ({ on, by, minutes }: DrawnUp): string =>
  `${dayText(on)} by ${[...new Set(by)].sort().join(', ')}${minutes === null ? '' : `: ${minutes}`}`;

export const segmentMeaning = (segment: Segment): Meaning => partsOf(segment);

export const measureMeaning = (measure: Measure): Meaning => partsOf(measure);

/**
 * Any part of an agreement as plain data: conditions and durations in their one form, without where they
 * stand. What nobody has thought of is in it too, as it is.
 */
export function meaningOf(value: unknown): Meaning {
  if (typeof value !== 'object' || value === null) return value as Meaning;
  if (Array.isArray(value)) return value.map(meaningOf);
  if ('op' in value) return canonicalText(value as Condition);
  if (isDuration(value)) return durationText(value);
  return partsOf(value);
}

/** A duration is one value, whatever the unit in which it is written. */
export const isDuration = (value: object): value is Duration =>
  'unit' in value && ('micros' in value || 'days' in value);

/**
 * All that a value holds but what is named, and where it stands: a part that is new is in it, once somebody
 * says it. What nobody says is absent, so that a new part of the language leaves signatures as they are.
 */
function partsOf<T extends object>(
  value: T,
  without: readonly (keyof T)[] = [],
): { readonly [key: string]: Meaning } {
  const left = Object.entries(value).filter(
    ([key, each]) => each !== null && key !== 'path' && !without.includes(key as keyof T),
  );
  return Object.fromEntries(left.map(([key, each]) => [key, meaningOf(each)]));
}

/**
 * What the teams sign: all that is promised, by what and how it is measured, with its words, and what is in
 * the files of holidays, and by when steps are to be done. Not what changes while the terms stay: status, last review, waivers, approvals and
 * lint settings.
 */
export function termsMeaning(
  agreement: Agreement,
  digests: FileDigests = {},
): { readonly [key: string]: Meaning | undefined } {
  const { id, title, version, effective, timezone, teams, sponsor } = agreement;
  return {
    ...{ id, title, version },
    effective: { from: dayOrNull(effective.from), to: dayOrNull(effective.to) },
    review: agreement.review?.every ? durationText(agreement.review.every) : null,
    timezone,
    year_starts: yearMeaning(agreement),
    teams: each(teams, (team) => ({ title: team.title, lead: team.lead })),
    sponsor,
    calendars: each(agreement.calendars, (calendar) => calendarMeaning(calendar, digests)),
    sources: each(agreement.sources, (source) => ({
      settings: sourceMeaning(source),
      fields: each(source.fields, fieldMeaning),
    })),
    stages: each(agreement.stages, (stage) => ({ title: stage.title, meaning: stageMeaning(stage) })),
    // Absent where nothing is said, so that signatures from before it hold.
    ...(agreement.funnel.length === 0 ? {} : { funnel: agreement.funnel }),
    ...(agreement.priorities === undefined ? {} : { priorities: agreement.priorities }),
    ...(agreement.views === undefined ? {} : { views: viewsMeaning(agreement) }),
    ...(agreement.closing === null ? {} : { closing: meaningOf(agreement.closing) }),
    ...(agreement.experiments === undefined
      ? {}
      : { experiments: meaningOf(agreedOf(agreement.experiments)) }),
    ...(agreement.disputes === undefined
      ? {}
      : { disputes: meaningOf(agreedOnDisputes(agreement.disputes)) }),
    profile: agreement.profile && {
      title: agreement.profile.title,
      meaning: profileMeaning(agreement.profile),
    },
    promises: Object.fromEntries(
      promisesOf(agreement).map((promise) => [
        promise.id,
        { title: promise.title, promise: promise.promise, meaning: promiseMeaning(promise) },
      ]),
    ),
    ...signedSteps(agreement, digests),
  };
}

/**
 * The target as its meaning is compared and signed, in no language: `>= 95%`, `>= 250000 EUR per quarter`.
 */
export function targetMeant(target: Target): string {
  const text = targetText(target, percentText, String);
  if (target.of === 'rate' || target.per === null) return text;
  const own = Object.entries(target.periods ?? {})
    .filter(([, value]) => value !== target.value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([label, value]) => `, ${label}: ${targetText({ ...target, value }, percentText, String)}`);
  return `${text} per ${target.per}${own.join('')}`;
}

export const percentText = (value: number): string => `${Number((value * 100).toPrecision(12))}%`;

export const dayText = (day: Day): string => new Date(day * MS_PER_DAY).toISOString().slice(0, 10);

export const dayOrNull = (day: Day | null): string | null => (day === null ? null : dayText(day));

function each<T>(map: Readonly<Record<string, T>>, meaning: (value: T) => Meaning): Meaning {
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [name, meaning(value)]));
}

export function rangeText({ from, to }: DayRange): string {
  return from === to ? dayText(from) : `${dayText(from)}..${dayText(to)}`;
}

/** Overlapping and neighbouring ranges say the same as one. */
function daysOf(ranges: readonly DayRange[]): readonly string[] {
  const merged: { from: Day; to: Day }[] = [];
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && from <= last.to + 1) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged.map(rangeText);
}

/** What the oracle reads of an agreement: the YAML as its author wrote it, before any program decoded it. */

export type RawTest =
  | string
  | number
  | boolean
  | readonly (string | number | boolean)[]
  | {
      readonly not?: RawTest;
      readonly matches?: string;
      readonly equals?: string | number | boolean;
      readonly exists?: boolean;
    };

/** Rows of activities that a lead has. */
export interface RawTouched {
  /** The only source of activities, where nothing is said. */
  readonly source?: string;
  readonly where?: RawCondition;
  readonly before?: string;
}

/** `profile`, or fields and their tests. */
export type RawCondition =
  | 'profile'
  | { readonly [field: string]: RawTest | RawTouched | readonly RawCondition[] };

export interface RawField {
  readonly column: string;
  readonly type?: 'text' | 'integer' | 'decimal' | 'boolean' | 'date' | 'datetime';
  readonly format?: string;
  readonly decimal?: string;
}

export interface RawSource {
  readonly files: string;
  readonly csv?: { readonly delimiter: string };
  readonly timezone: string;
  /** Leads, and rows that are none: a field, or several whose cells name a row together. */
  readonly key?: string | readonly string[];
  /** Activities: the column of the lead's key, or of what one of these fields of the lead holds. */
  readonly lead?: string | Readonly<Record<string, string | readonly string[]>>;
  /** Activities of rows that are no leads: their source to the own field or column with the key. */
  readonly belongs_to?: Readonly<Record<string, string>>;
  /** At most one row a lead: own field to the leads' field. */
  readonly joins?: Readonly<Record<string, string>>;
  /** Joined: which of several rows of a lead joins it. */
  readonly one_per_lead?: {
    readonly first?: string;
    readonly latest?: string;
    readonly prefer?: Readonly<Record<string, string>>;
  };
  readonly fields: Readonly<Record<string, RawField>>;
  readonly nulls?: readonly string[];
  readonly duplicates?: 'latest';
  readonly modified?: string;
  readonly recycled?: 'each';
  readonly handed_over?: string;
  /** A field with the ids that a lead has taken over, or with that of the lead that has taken it over. */
  readonly merged_ids?: string;
  readonly merged_into?: string;
  readonly max_rejected?: string;
}

export interface RawCalendar {
  readonly timezone: string;
  readonly week: Readonly<Record<string, readonly string[]>>;
  readonly seasons?: readonly { readonly between: string; readonly week: RawCalendar['week'] }[];
  readonly holidays?: readonly string[];
  readonly closed?: readonly string[];
  readonly open?: Readonly<Record<string, readonly string[]>>;
}

export interface RawStage {
  readonly at: string;
  readonly when?: RawCondition;
}

export interface RawProfile {
  readonly must?: RawCondition;
  readonly must_not?: Readonly<Record<string, RawTest>>;
  readonly score?: {
    readonly at_least: number;
    readonly points: readonly { readonly add: number; readonly when: RawCondition }[];
  };
}

interface RawCount {
  readonly stage: string;
  readonly where?: RawCondition;
}

interface RawShare {
  readonly of: RawCount;
  readonly with?: RawCondition;
  readonly reaches?: string;
  readonly weigh?: string | { readonly field: string; readonly unit: string };
}

export interface RawPause {
  readonly source?: string;
  readonly from: string;
  readonly to: string;
  readonly where?: RawCondition;
  readonly at_most: string;
}

export interface RawResponse {
  readonly from: string;
  readonly to: string | { readonly earliest: string; readonly where?: RawCondition };
  /** Either this or `by`, the field of a deadline. */
  readonly within?: string;
  readonly by?: string;
  readonly calendar?: string;
  readonly split_at?: string;
  readonly pause?: RawPause;
}

export interface RawAttempts {
  readonly from: string;
  readonly at_least: number;
  readonly distinct_days?: boolean;
  readonly min_gap?: string;
  readonly within: string;
  readonly calendar?: string;
  readonly source?: string;
  readonly touches?: RawCondition;
  readonly until?: string;
  readonly pause?: RawPause;
  readonly counter?: { readonly count: string; readonly last: string };
}

export interface RawOccurrence {
  readonly records: string;
  readonly at: string;
  readonly with?: RawCondition;
}

/** Rows that are each to be done by a date; met when all are. */
interface RawSteps {
  readonly source: string;
  readonly where?: RawCondition;
  readonly by: string;
  readonly done: string;
}

export interface RawSegment {
  readonly id: string;
  readonly where: RawCondition;
  readonly within?: string;
  readonly calendar?: string;
  readonly at_least?: number;
}

export interface RawPromise {
  readonly id: string;
  readonly owed_by?: string;
  readonly owed_to?: string;
  readonly shared_by?: readonly string[];
  readonly count?: RawCount & { readonly distinct?: string };
  readonly sum?: RawCount & { readonly field: string };
  readonly share?: RawShare;
  readonly response?: RawResponse;
  readonly attempts?: RawAttempts;
  readonly occurrence?: RawOccurrence;
  readonly steps?: RawSteps;
  readonly where?: RawCondition;
  /** One for all periods, or `every` beside the labels of periods that have their own. */
  readonly target?: string | Readonly<Record<string, string>>;
  readonly segments?: readonly RawSegment[];
  readonly min_cases?: number;
  readonly max_unknown?: string;
  readonly at_risk?: string;
  readonly book_by?: 'start' | 'due';
  readonly excused_by?: readonly string[];
}

export interface RawWaiver {
  readonly leads?: readonly string[];
  readonly where?: RawCondition;
  readonly between?: string;
  readonly commitment?: string;
  readonly reason: string;
  readonly approved_by: readonly string[];
  readonly expires?: string;
}

export interface RawAgreement {
  readonly sla: 1;
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly effective?: { readonly from?: string; readonly to?: string };
  readonly timezone: string;
  readonly year_starts?: string;
  readonly sponsor: string;
  readonly teams: Readonly<Record<string, { readonly title: string; readonly lead: string }>>;
  readonly calendars: Readonly<Record<string, RawCalendar>>;
  readonly sources: Readonly<Record<string, RawSource>>;
  readonly stages: Readonly<Record<string, RawStage>>;
  readonly profile?: RawProfile;
  readonly objectives?: readonly RawPromise[];
  readonly commitments: readonly RawPromise[];
  readonly waivers?: readonly RawWaiver[];
}

/** Everything that a run is given. */
export interface World {
  /** Oldest first. Sources are those of the newest. */
  readonly versions: readonly RawAgreement[];
  /** By path: a header and its rows, as cells. */
  readonly files: Readonly<Record<string, readonly (readonly string[])[]>>;
  /** `--as-of`: an instant with `Z`, or a date of the agreement's zone. */
  readonly asOf: string | null;
  readonly by: readonly string[];
  readonly period: 'week' | 'month' | 'quarter' | null;
}

/** The version whose sources are read and whose zone cuts the periods. */
export function newestOf({ versions }: World): RawAgreement {
  const newest = versions.at(-1);
  if (!newest) throw new Error('A world has an agreement');
  return newest;
}

/** The source whose rows are the cases of a promise: that of its first stage; null for the leads. */
export function populationOf(
  { count, sum, share, response, attempts, steps }: RawPromise,
  { stages, sources }: RawAgreement,
): string | null {
  if (steps) return steps.source;
  const stage = (count ?? sum ?? share?.of)?.stage ?? (response ?? attempts)?.from;
  const at = stages[stage ?? '']?.at;
  const own = Object.entries(sources).find(
    ([name, { key, fields }]) => name !== 'leads' && key !== undefined && at !== undefined && at in fields,
  );
  return own?.[0] ?? null;
}

/** The field by which the cases of a share weigh; null where each counts as one. */
export function weightOf({ share }: RawPromise): string | null {
  const { weigh } = share ?? {};
  return typeof weigh === 'object' ? weigh.field : (weigh ?? null);
}

/** The field that a promise adds up in euros, in a list; none where it says no currency. */
export function addedInEuro({ sum, share, target }: RawPromise): readonly string[] {
  const { weigh } = share ?? {};
  const summed = sum && JSON.stringify(target).includes('EUR') ? [sum.field] : [];
  return typeof weigh === 'object' ? [weigh.field] : summed;
}

export const promisesOf = (agreement: RawAgreement): readonly RawPromise[] => [
  ...(agreement.objectives ?? []),
  ...agreement.commitments,
];

/** The target as it is written for a period; without a label for every period. Of steps all are owed. */
export function targetOf({ target }: RawPromise, label: string | null = null): string {
  if (target === undefined) return '100%';
  if (typeof target === 'string') return target;
  return (label === null ? undefined : target[label]) ?? target.every ?? '';
}

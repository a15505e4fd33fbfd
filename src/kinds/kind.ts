import type { FieldDef, Segment } from '../model/agreement.ts';
import type { TermChange } from '../model/change.ts';
import type { Condition } from '../model/condition.ts';
import type { Finding, YamlPath } from '../model/diagnostic.ts';
import type { JsonSchema } from '../model/json-schema.ts';
import type { CasePlan } from '../model/judge.ts';
import type { Measure } from '../model/measure.ts';
import type { Pause } from '../model/pause.ts';
import type { Duration, Limit } from '../model/time.ts';
import type { Ladder } from './ladder.ts';
import type { LowerContext } from './lower.ts';
import type { Wording } from './wording.ts';

/**
 * A measure as the YAML holds it, after the schema: each value present has its declared type, any may be
 * absent.
 */
type RawMeasure = Readonly<Record<string, unknown>>;

/** The terms that a segment may change. */
export type SegmentTerm = 'within' | 'calendar' | 'at_least';

/** A file kept by hand, declared by no source, whose rows are the cases of a measure. */
interface RecordsFile {
  /** Relative to the agreement. */
  readonly file: string;
  /** Where the measure says it. */
  readonly path: YamlPath;
  /** The column of the date, by which a record is named. */
  readonly at: string;
  /** All else that is asked of a record. */
  readonly with: Condition | null;
}

/**
 * The leads that a measure makes cases of: those that reach a stage and meet a condition; null where every
 * such lead is one.
 */
interface Scope {
  readonly stage: string;
  readonly where: Condition | null;
}

/**
 * What makes a case count as met without a clock: a condition on its lead, or a stage that the lead also
 * reaches.
 */
export interface Part {
  readonly with: Condition | null;
  readonly reaches: string | null;
}

/**
 * The clock that a measure holds against a time limit. The limit stands under `within` in the measure, a
 * deadline of the row under `by`, the calendar under `calendar`.
 */
export interface Timing {
  /** The stage that starts the clock. */
  readonly from: string;
  /** What stops it; null where nothing does, and the case is decided by what happened until it is due. */
  readonly to: string | EarliestActivity | null;
  /** A stage that ends the duty early, as met; null where none does. */
  readonly until: string | null;
  /** A stage on the way to `to` that divides the wait in two; null where none does. */
  readonly splitAt: string | null;
  readonly within: Limit;
  readonly calendar: string | null;
  /**
   * Whether the calendar also tells the days of events apart, and so matters where the limit runs day and
   * night.
   */
  readonly datesEvents: boolean;
  /** What makes the clock stand still; absent where nothing does. */
  readonly pause?: Pause;
}

/** A stop that no column holds: the earliest row of an activity source that matches. */
export interface EarliestActivity {
  readonly earliest: string;
  readonly where: Condition | null;
}

/** A numeric field that a measure adds up, and the unit in which it is, where the measure itself says it. */
export interface Added {
  readonly field: string;
  readonly unit: string | null;
}

/** Something that a measure names. The path starts at the measure. */
export interface Reference {
  readonly to: 'stage' | 'field' | 'calendar' | 'source';
  readonly name: string;
  readonly path: YamlPath;
}

/** What decoding a measure reports by itself; the look-ups report the rest. */
type MeasureProblem =
  | 'same-stage'
  | 'share-of-what'
  | 'until-when'
  | 'gap-unit'
  | 'pause-ends'
  | 'pause-unit'
  | 'no-pause'
  | 'same-date';

/**
 * Where the fields of a condition are looked up: the rows that are the cases (of leads, joined sources
 * included), or a source by its name.
 */
export type FieldScope = 'cases' | { readonly source: string };

/**
 * What decoding may ask of the agreement around a measure. Each look-up takes a raw value and its path from
 * the measure, reports what is wrong with it, and gives null for what is absent or was reported.
 */
export interface DecodeContext {
  report(finding: Omit<Finding, 'severity' | 'rule'> & { readonly rule: MeasureProblem }): void;
  stage(raw: unknown, path: YamlPath): string | null;
  /**
   * A field, of the cases unless told; `number` asks for an integer or a decimal, `time` for a date or a datetime,
   * `value` for a text or a number.
   */
  field(
    raw: unknown,
    path: YamlPath,
    want?: 'number' | 'time' | 'value',
    scope?: FieldScope,
  ): FieldDef | null;
  /**
   * An activity source; where `raw` is absent, the only one there is. Its rows have a date `at`, unless told
   * that it does not matter.
   */
  activities(raw: unknown, path: YamlPath, isDated?: boolean): string | null;
  /** A source with rows of its own. */
  rows(raw: unknown, path: YamlPath): string | null;
  duration(raw: unknown, path: YamlPath): Duration | null;
  /** Reports a time limit in business units that has no calendar. */
  calendar(raw: unknown, path: YamlPath, within: Duration | null): string | null;
  condition(raw: unknown, path: YamlPath, scope?: FieldScope): Condition | null;
}

/** What a promise says around its measure, and the words for it. */
interface Promised {
  readonly words: Wording;
  /** The scope of its cases. */
  readonly where: Condition | null;
}

/** One kind of measure: all that the program knows of it. */
export interface KindDef<M extends Measure = Measure> {
  readonly kind: M['kind'];
  readonly schema: JsonSchema;
  /**
   * What its target is a target for: the share of cases, or a number per period; or every case, and none is
   * written.
   */
  readonly target: 'rate' | 'number' | 'every';
  readonly segmentTerms: readonly SegmentTerm[];
  /**
   * The source, or the file of records, whose rows are its cases, as it is written, of a kind that names no
   * stage of them.
   */
  rows?(raw: RawMeasure): string | null;
  /** Null once something in it was reported. */
  decode(raw: RawMeasure, context: DecodeContext): M | null;
  references(measure: M): readonly Reference[];
  /** Absent where its cases are rows of a source. */
  records?(measure: M): RecordsFile;
  /** Null where its cases are no leads. */
  scope(measure: M): Scope | null;
  /** Null where reaching the stage, or a clock, decides. */
  part(measure: M): Part | null;
  /** The field whose different values are counted; absent, or null, where all cases are. */
  distinct?(measure: M): string | null;
  /** Null where cases are counted. */
  adds(measure: M): Added | null;
  /**
   * The fields of the dates by which each case is to be done and on which it was, whenever it began; absent, or
   * null, where there are none.
   */
  due?(measure: M): { readonly by: string; readonly done: string } | null;
  /** Null where nothing is timed. */
  timing(measure: M): Timing | null;
  /**
   * What each term of the measure, or of a segment that has its own, could say, one term a ladder; absent, or
   * none, where nothing but the target can be set higher or lower.
   */
  ladders?(measure: M, segment: Segment | null): readonly Ladder[];
  /** Its cases, over the columns and tables that the context gives. */
  lower(measure: M, context: LowerContext): CasePlan;
  /** The terms that differ between two versions of it, each weaker, stronger or not comparable. */
  compare(before: M, after: M): readonly TermChange[];
  /** One sentence for people, without a final period. */
  describe(measure: M): string;
  /**
   * When the promise is met, as both teams read it: true exactly where a final period is met. Two measures
   * that judge differently never read alike.
   */
  sentence(measure: M, about: Promised): string;
}

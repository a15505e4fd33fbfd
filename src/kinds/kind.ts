import type { FieldDef } from '../model/agreement.ts';
import type { TermChange } from '../model/change.ts';
import type { Condition } from '../model/condition.ts';
import type { Finding, YamlPath } from '../model/diagnostic.ts';
import type { JsonSchema } from '../model/json-schema.ts';
import type { CasePlan } from '../model/judge.ts';
import type { Measure } from '../model/measure.ts';
import type { Duration } from '../model/time.ts';
import type { LowerContext } from './lower.ts';

/** A measure as the YAML holds it, after the schema: each value present has its declared type, any may be absent. */
type RawMeasure = Readonly<Record<string, unknown>>;

/** The terms that a segment may change. */
export type SegmentTerm = 'within' | 'calendar' | 'at_least';

/** Something that a measure names. The path starts at the measure. */
export interface Reference {
  readonly to: 'stage' | 'field' | 'calendar' | 'source';
  readonly name: string;
  readonly path: YamlPath;
}

/** What decoding a measure reports by itself; the look-ups report the rest. */
type MeasureProblem = 'same-stage' | 'share-of-what' | 'gap-unit';

/** Where the fields of a condition are looked up: the leads (joined sources included), or a source by its name. */
type FieldScope = 'leads' | 'records' | { readonly source: string };

/**
 * What decoding may ask of the agreement around a measure. Each look-up takes a raw value and its path from the
 * measure, reports what is wrong with it, and gives null for what is absent or was reported.
 */
export interface DecodeContext {
  report(finding: Omit<Finding, 'severity' | 'rule'> & { readonly rule: MeasureProblem }): void;
  stage(raw: unknown, path: YamlPath): string | null;
  /** A field of the leads; `number` asks for an integer or a decimal, `time` for a date or a datetime. */
  field(raw: unknown, path: YamlPath, want?: 'number' | 'time'): FieldDef | null;
  /** An activity source; where `raw` is absent, the only one there is. */
  activities(raw: unknown, path: YamlPath): string | null;
  duration(raw: unknown, path: YamlPath): Duration | null;
  /** Reports a time limit in business units that has no calendar. */
  calendar(raw: unknown, path: YamlPath, within: Duration | null): string | null;
  condition(raw: unknown, path: YamlPath, scope?: FieldScope): Condition | null;
}

/** One kind of measure: all that the program knows of it. */
export interface KindDef<M extends Measure = Measure> {
  readonly kind: M['kind'];
  readonly schema: JsonSchema;
  /** What its target is a target for: the share of cases, or a number per period. */
  readonly target: 'rate' | 'number';
  readonly segmentTerms: readonly SegmentTerm[];
  /** Null once something in it was reported. */
  decode(raw: RawMeasure, context: DecodeContext): M | null;
  references(measure: M): readonly Reference[];
  /** Its cases, over the columns and tables that the context gives. */
  lower(measure: M, context: LowerContext): CasePlan;
  /** The terms that differ between two versions of it, each weaker, stronger or not comparable. */
  compare(before: M, after: M): readonly TermChange[];
  /** One sentence for people, without a final period. */
  describe(measure: M): string;
}

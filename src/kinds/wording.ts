import type { Condition } from '../model/condition.ts';
import type { Limit } from '../model/time.ts';

/**
 * What a sentence of terms is made with: names, conditions and limits as people read them, in the language
 * that is spoken. The kind of a measure orders them.
 */
export interface Wording {
  /** `“Customer”` */
  stage(id: string): string;
  /** `company size`, `« Effectif »`; of an activity source or a file of records where one is named. */
  field(name: string, of?: FieldsOf): string;
  /** `company size is 500 or more` */
  condition(condition: Condition, of?: FieldsOf): string;
  /** What leads do for which a condition holds: `have phone and company filled in`. */
  holds(condition: Condition): string;
  /** `at least 90% of the leads in profile`: the target, and which leads it is of. */
  part(where: Condition | null): Subject;
  /** `at least 40%`: the target alone. */
  rate(): string;
  /** `at least 120 leads in profile`: the target as a number of leads. */
  leads(where: Condition | null): Subject;
  /** The leads that a condition leaves, without a target: `the leads in profile`. */
  all(where: Condition | null): string;
  /** `at least 250,000 EUR`; without a sign of comparison it is at least. */
  amount(): string;
  /** `at least 2 records`. */
  records(): string;
  /** `per month`. */
  period(): string;
  /** `in at most 3 business hours`, and by whose hours where the agreement has several; or by which date. */
  limit(within: Limit, calendar: string | null): string;
  /** `3 business hours`, alike. */
  duration(within: Limit, calendar: string | null): string;
  /** What segments say, each after a semicolon; '' where there are none. */
  segments(say: (own: SegmentWords) => string): string;
}

/** Whose fields: an activity source by its name, or those of a file of records. */
export type FieldsOf = { readonly source: string } | 'records';

/** Words with which a verb agrees, and the number that it agrees with. */
interface Subject {
  readonly text: string;
  readonly n: number;
}

/** The terms of a segment, its promise's own where it has none. */
interface SegmentWords {
  /** As `Wording.limit` says it. */
  readonly limit: string;
  readonly atLeast: number | null;
}

import type { Condition } from '../model/condition.ts';
import type { ActivityRef, PausePlan, StageRef, Terms } from '../model/judge.ts';
import type { Limit } from '../model/time.ts';

/**
 * What a kind may ask for when it turns its measure into cases: every answer is a column or a table of the
 * engine.
 */
export interface LowerContext {
  stage(id: string): StageRef;
  /** The fields in words that the condition of a stage rests on, and their columns; none that are personal. */
  wordsOf(id: string): readonly { readonly field: string; readonly column: string }[];
  /** A numeric field of the leads. */
  number(field: string): string;
  time(field: string): string;
  /** A date by which something is due, and which is no event. */
  deadline(field: string): string;
  /** A text as it is compared, or a number: equal values are the same. */
  value(field: string): string;
  /**
   * The column that is true where the promise's own scope and all of these hold; null where nothing
   * restricts.
   */
  scope(...conditions: readonly (Condition | null)[]): string | null;
  /** The same without the promise's scope. */
  flag(condition: Condition): string;
  /** The rows of an activity source that meet a condition. */
  activities(source: string, where: Condition | null): ActivityRef;
  /** The rows of a source, or those of the cases themselves, between two dates; where a condition holds. */
  holds(
    source: string | null,
    ends: { readonly from: string; readonly to: string; readonly where: Condition | null },
  ): Omit<PausePlan, 'atMost'>;
  /** The promise's own limit, then one per segment. */
  terms(own: {
    readonly within: Limit;
    readonly calendar: string | null;
    readonly atLeast: number;
  }): readonly Terms[];
}

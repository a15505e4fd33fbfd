import { touchesOf } from '../kinds/fields.ts';
import type { Condition, Touched } from '../model/condition.ts';
import type { LateFlag, LateTest } from '../model/judge.ts';

/** The rows that a test of activities looks at, and the stage before which they must lie. */
export type TouchedRef = Pick<Extract<LateTest, { op: 'touched' }>, 'rows' | 'before'>;

/** Where the parts of a condition are: what rests on the fields of the lead alone is a flag of its own. */
interface Places {
  flag(condition: Condition): string;
  touched(condition: Touched): TouchedRef;
}

/** Whether a condition, in which the profile is spelt out, can't be told from the fields of a lead. */
export const isLate = (condition: Condition): boolean => touchesOf(condition).length > 0;

/** Such a condition as a tree of flags and of tests of activities. */
export function lateTest(condition: Condition, places: Places): LateTest {
  const inner = (part: Condition): LateTest => lateTest(part, places);
  if (!isLate(condition)) return { op: 'flag', column: places.flag(condition) };
  switch (condition.op) {
    case 'all':
    case 'any':
      return { op: condition.op, of: condition.of.map(inner) };
    case 'not':
      return { op: 'not', of: inner(condition.of) };
    case 'score':
      return {
        ...condition,
        points: condition.points.map(({ add, when }) => ({ add, when: inner(when) })),
      };
    case 'touched':
      return { op: 'touched', ...places.touched(condition) };
    default:
      throw new Error(`A condition on activities is made of others, and "${condition.op}" is not`);
  }
}

/** Every look at activities that flags rest on. */
export function touchesIn(flags: readonly LateFlag[]): readonly TouchedRef[] {
  return flags.flatMap(({ test }) => within(test));
}

function within(test: LateTest): readonly TouchedRef[] {
  switch (test.op) {
    case 'flag':
    case 'came':
      return [];
    case 'all':
    case 'any':
      return test.of.flatMap(within);
    case 'not':
      return within(test.of);
    case 'score':
      return test.points.flatMap(({ when }) => within(when));
    case 'touched':
      return [test];
  }
}

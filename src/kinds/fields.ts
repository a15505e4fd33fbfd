import type { SourceDef } from '../model/agreement.ts';
import type { Condition, Touched } from '../model/condition.ts';
import type { YamlPath } from '../model/diagnostic.ts';
import type { Measure } from '../model/measure.ts';
import type { Reference } from './kind.ts';

/** The fields that a condition reads, each as often as it is named. */
export function fieldsOf(condition: Condition | null): readonly string[] {
  if (condition === null) return [];
  switch (condition.op) {
    case 'all':
    case 'any':
      return condition.of.flatMap(fieldsOf);
    case 'not':
      return fieldsOf(condition.of);
    case 'score':
      return condition.points.flatMap(({ when }) => fieldsOf(when));
    case 'profile':
    // Its fields are those of another source.
    case 'touched':
      return [];
    case 'in':
    case 'range':
    case 'compare':
    case 'matches':
    case 'present':
    case 'exists':
      return [condition.field];
  }
}

/**
 * A condition's fields as references, each to the place of its field. Some forms of the YAML mean the same
 * condition; where the form taken here is not the one written, the path leads as far as it exists: to the
 * condition around the field.
 */
export function fieldReferences(condition: Condition | null, path: YamlPath): readonly Reference[] {
  if (condition === null) return [];
  switch (condition.op) {
    case 'all':
      return condition.of.flatMap((part) => fieldReferences(part, path));
    case 'any':
      return condition.of.flatMap((part, i) => fieldReferences(part, [...path, 'any', i]));
    case 'not':
      return fieldReferences(condition.of, path);
    default:
      return fieldsOf(condition).map((name) => ({ to: 'field', name, path: [...path, name] }));
  }
}

/** The fields by which the row that joins a lead is chosen. */
export const chosenBy = ({ onePerLead }: SourceDef): readonly string[] =>
  onePerLead === undefined ? [] : [onePerLead.by, ...fieldsOf(onePerLead.prefer)];

/** Which of the leads count, as far as a sentence says it. */
export function leadsCounted(condition: Condition | null): 'all' | 'profile' | 'some' {
  if (condition === null) return 'all';
  return condition.op === 'profile' ? 'profile' : 'some';
}

/** The conditions inside a measure, wherever its kind has them. */
export function conditionsIn(measure: Measure): readonly Condition[] {
  return inside(measure);
}

function inside(value: unknown): readonly Condition[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('op' in value) return [value as Condition];
  return Object.values(value).flatMap(inside);
}

/** Whether a condition speaks of the profile, whose fields it then reads too. */
export function usesProfile(condition: Condition): boolean {
  switch (condition.op) {
    case 'profile':
      return true;
    case 'all':
    case 'any':
      return condition.of.some(usesProfile);
    case 'not':
      return usesProfile(condition.of);
    case 'score':
      return condition.points.some(({ when }) => usesProfile(when));
    case 'in':
    case 'range':
    case 'compare':
    case 'matches':
    case 'present':
    case 'exists':
    case 'touched':
      return false;
  }
}

/** The single tests of which a condition is made, in the order in which they are written. */
export function testsOf(condition: Condition): readonly Condition[] {
  switch (condition.op) {
    case 'all':
    case 'any':
      return condition.of.flatMap(testsOf);
    case 'not':
      return testsOf(condition.of);
    case 'score':
      return condition.points.flatMap(({ when }) => testsOf(when));
    default:
      return [condition];
  }
}

/** What a condition asks of the activities of its lead. */
export const touchesOf = (condition: Condition | null): readonly Touched[] =>
  condition === null ? [] : testsOf(condition).filter((each) => each.op === 'touched');

/** The fields whose cells name evidence. */
export const evidenceOf = (condition: Condition): readonly string[] =>
  testsOf(condition).flatMap((each) => (each.op === 'exists' ? [each.field] : []));

/** Both conditions, where each may be none; one where they are the same. */
export function both(a: Condition | null, b: Condition | null): Condition | null {
  if (a === null || b === null) return a ?? b;
  return JSON.stringify(a) === JSON.stringify(b) ? a : { op: 'all', of: [a, b] };
}

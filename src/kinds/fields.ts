import type { Condition } from '../model/condition.ts';
import type { YamlPath } from '../model/diagnostic.ts';
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
      return [];
    case 'in':
    case 'range':
    case 'compare':
    case 'matches':
    case 'present':
      return [condition.field];
  }
}

/**
 * A condition's fields as references, each to the place of its field. Some forms of the YAML mean the same condition; where the form
 * taken here is not the one written, the path leads as far as it exists: to the condition around the field.
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

/** Which of the leads count, as far as a sentence says it. */
export function scopeOf(condition: Condition | null): 'all' | 'profile' | 'some' {
  if (condition === null) return 'all';
  return condition.op === 'profile' ? 'profile' : 'some';
}

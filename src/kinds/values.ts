import type { Condition, Scalar, Touched } from '../model/condition.ts';
import type { Duration } from '../model/time.ts';

/** One canonical text for each meaning: two terms are the same exactly where their texts are. */

/** `90 business minutes`: the largest unit that gives a whole number. */
export function durationText(duration: Duration): string {
  if ('days' in duration) return counted(duration.days, `${duration.unit.replace('-days', '')} day`);
  const business = duration.unit === 'business-time' ? 'business ' : '';
  const [micros, unit] =
    UNITS.find(([size]) => duration.micros % size === 0) ?? ([1_000_000, 'second'] as const);
  return counted(duration.micros / micros, `${business}${unit}`);
}

const UNITS = [
  [3_600_000_000, 'hour'],
  [60_000_000, 'minute'],
] as const;

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/**
 * `country in [BE, FR] and company_size 50..1000`; the order of what is joined by and, by or, in a list,
 * says nothing.
 */
export function canonicalText(condition: Condition): string {
  switch (condition.op) {
    case 'all':
      return joined(condition.of, ' and ', 'any');
    case 'any':
      return joined(condition.of, ' or ', 'all');
    case 'not':
      return `not (${canonicalText(condition.of)})`;
    case 'in': {
      const values = [...new Set(condition.values.map(scalarText))].sort();
      return values.length === 1
        ? `${condition.field} = ${values[0]}`
        : `${condition.field} in [${values.join(', ')}]`;
    }
    case 'range':
      return `${condition.field} ${condition.min ?? ''}..${condition.max ?? ''}`;
    case 'compare':
      return `${condition.field} ${condition.cmp} ${condition.value}`;
    case 'matches':
      return `${condition.field} matches ${JSON.stringify(condition.pattern)}`;
    case 'present':
      return `${condition.field} present`;
    case 'exists':
      return `${condition.field} exists`;
    case 'touched':
      return touchedText(condition);
    case 'score': {
      const points = condition.points.map(({ add, when }) => `${add} where ${canonicalText(when)}`).sort();
      return `score (${points.join('; ')}) >= ${condition.atLeast}`;
    }
    case 'profile':
      return 'profile';
  }
}

/** `touched (activities where kind = webinar before won)` */
function touchedText({ source, where, before }: Touched): string {
  const which = where === null ? '' : ` where ${canonicalText(where)}`;
  return `touched (${source}${which}${before === null ? '' : ` before ${before}`})`;
}

function joined(of: readonly Condition[], word: string, inBrackets: 'all' | 'any'): string {
  const parts = of.map((each) =>
    each.op === inBrackets && each.of.length > 1 ? `(${canonicalText(each)})` : canonicalText(each),
  );
  return [...new Set(parts)].sort().join(word);
}

const WORDS = new Set(['and', 'or', 'not', 'in', 'matches', 'present', 'profile', 'true', 'false', 'where']);

/** Quoted where it could be read as anything but a plain word. */
function scalarText(value: Scalar): string {
  if (typeof value !== 'string') return String(value);
  return /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(value) && !WORDS.has(value) ? value : JSON.stringify(value);
}

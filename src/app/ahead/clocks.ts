import { kindOf } from '../../kinds/index.ts';
import type { Agreement, PromiseDef } from '../../model/agreement.ts';
import type { Misfit } from '../../model/plan.ts';
import { promisesOf } from '../../model/promises.ts';
import type { Limit } from '../../model/time.ts';

/** A limit between two steps of the funnel. */
interface Clock {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly within: Limit;
}

/**
 * Promises whose limits contradict the order of the funnel: the later stage due before the earlier one, and
 * two that follow each other and together take longer than a third allows for both.
 */
export function misfits(agreement: Agreement): readonly Misfit[] {
  const clocks = promisesOf(agreement).flatMap((promise) => clockOf(promise, agreement.funnel));
  const found: Misfit[] = [];
  for (const a of clocks) {
    for (const b of clocks) {
      if (a.from === b.from && a.to < b.to && isLonger(a.within, b.within))
        found.push({ earlier: a.id, later: b.id, whole: null });
      if (a.to !== b.from) continue;
      const whole = clocks.find(
        (each) =>
          each.from === a.from && each.to === b.to && isLonger(added(a.within, b.within), each.within),
      );
      if (whole) found.push({ earlier: a.id, later: b.id, whole: whole.id });
    }
  }
  return found;
}

function clockOf({ id, measure }: PromiseDef, funnel: readonly string[]): readonly Clock[] {
  const timing = kindOf(measure.kind).timing(measure);
  if (timing === null || typeof timing.to !== 'string') return [];
  const [from, to] = [funnel.indexOf(timing.from), funnel.indexOf(timing.to)];
  return from < 0 || to <= from ? [] : [{ id, from, to, within: timing.within }];
}

/** Limits of different units are not compared. */
function isLonger(a: Limit | null, b: Limit): boolean {
  if (a === null || a.unit === 'row' || b.unit === 'row' || a.unit !== b.unit) return false;
  return sizeOf(a) > sizeOf(b);
}

function added(a: Limit, b: Limit): Limit | null {
  if (a.unit === 'row' || b.unit === 'row' || a.unit !== b.unit) return null;
  if ('days' in a && 'days' in b) return { ...a, days: a.days + b.days };
  return 'micros' in a && 'micros' in b ? { ...a, micros: a.micros + b.micros } : null;
}

const sizeOf = (limit: Exclude<Limit, { readonly unit: 'row' }>): number =>
  'days' in limit ? limit.days : limit.micros;

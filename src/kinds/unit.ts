import type { Agreement } from '../model/agreement.ts';
import { promisesOf } from '../model/promises.ts';
import { kindOf } from './index.ts';

/** The unit of a field that promises add up; null where none says it, and where two differ. */
export function unitOf(field: string, agreement: Agreement): string | null {
  const units = promisesOf(agreement).flatMap(({ measure, target }) => {
    const added = kindOf(measure.kind).adds(measure);
    return added?.field === field ? (added.unit ?? target.unit ?? []) : [];
  });
  const [unit, ...others] = new Set(units);
  return unit === undefined || others.length > 0 ? null : unit;
}

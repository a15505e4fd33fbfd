import type { Cause, ReceiptLine } from '../../model/receipt.ts';
import type { Micros } from '../../model/time.ts';
import { mayCause } from '../../plan/other-side.ts';
import type { Planned } from '../judging/run.ts';

/** A line of the receipt, and when the promise was broken; null where it was not, or nobody can tell when. */
export interface Told {
  readonly planned: Planned;
  readonly line: Omit<ReceiptLine, 'causes'>;
  readonly brokenAt: Micros | null;
}

/** The lines, each broken one with the promises of the other side that had been broken by then. */
export function withCauses(all: readonly Told[], asOf: Micros): readonly ReceiptLine[] {
  return all.map(({ planned, line, brokenAt }) => {
    if (line.state !== 'breached') return { ...line, causes: [] };
    const causes = all.flatMap((other): readonly Cause[] => {
      const { id, owedBy } = other.planned.promise;
      const isBefore = other.brokenAt !== null && other.brokenAt <= (brokenAt ?? asOf);
      if (!isBefore || owedBy === null || !mayCause(other.planned.promise, planned.promise)) return [];
      return [{ id, owedBy, at: other.brokenAt }];
    });
    return { ...line, causes };
  });
}

import { localMidnight } from '../../calendar/zone.ts';
import { missingSettlers } from '../../language/disputes/upheld.ts';
import type { Agreement } from '../../model/agreement.ts';
import type { Dispute } from '../../model/dispute.ts';
import type { Day, Micros } from '../../model/time.ts';

/** Whether a day had begun by then: as-of at a midnight still belongs to the day that ends. */
const hasBegun = (day: Day, { timezone }: Agreement, asOf: Micros): boolean =>
  localMidnight(timezone, day) < asOf;

/** Whether a dispute was raised by then. */
export const isRaised = ({ on }: Dispute, agreement: Agreement, asOf: Micros): boolean =>
  hasBegun(on, agreement, asOf);

/** Whether all who settle a dispute had done so by then. */
export const isSettled = (dispute: Dispute, agreement: Agreement, asOf: Micros): boolean =>
  dispute.settled !== null &&
  missingSettlers(dispute, agreement).length === 0 &&
  hasBegun(dispute.settled.on, agreement, asOf);

/** Those that nobody had settled yet. */
export const openDisputes = (agreement: Agreement, asOf: Micros): readonly Dispute[] =>
  (agreement.disputes?.raised ?? []).filter(
    (one) => isRaised(one, agreement, asOf) && !isSettled(one, agreement, asOf),
  );

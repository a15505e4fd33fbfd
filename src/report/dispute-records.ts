import type { ComplianceShown } from '../model/behind.ts';
import type { Result } from '../model/compliance.ts';
import type { DisputeRegister } from '../model/dispute.ts';

/** Names and order of keys change only by addition. Described by schemas/disputes.schema.json. */
export const disputesOf = ({ disputes, ifUpheld }: DisputeRegister) => ({
  disputes: disputes.map((one) => ({ ...one })),
  ifUpheld: ifUpheld.map(({ id, period, open, now, upheld }) => ({
    ...{ id, period, open },
    now: numbersOf(now),
    upheld: numbersOf(upheld),
  })),
});

const numbersOf = ({ counts, attainment, worst, best, verdict }: Result) => ({
  counts,
  attainment,
  worst,
  best,
  verdict,
});

/** Beside the results of those agreements that say who settles what is disputed. */
export function disputesIn(compliances: readonly ComplianceShown[]) {
  const told = compliances.flatMap(({ agreement, disputes }) =>
    disputes === undefined ? [] : [{ agreement: agreement.id, ...disputesOf(disputes) }],
  );
  return told.length === 0 ? {} : { disputes: told };
}

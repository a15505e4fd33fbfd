import { microsOf } from '../../engine/cell.ts';
import type { Row } from '../../engine/engine.ts';
import type { CaseState } from '../../model/compliance.ts';
import type { Dispute } from '../../model/dispute.ts';
import { STATES } from '../../model/judge.ts';
import type { Micros } from '../../model/time.ts';
import { listingSql } from '../../sql/judge/listing.ts';
import type { Sourced } from '../agreements/family.ts';
import { contextOf } from '../judging/context.ts';
import { isRaised } from '../judging/open-disputes.ts';
import type { Planned, Run } from '../judging/run.ts';

/** A dispute, the version under which its case is judged, and that case. */
export interface Disputed {
  readonly dispute: Dispute;
  readonly sourced: Sourced;
  /** Null where the lead is no case of the promise. */
  readonly case: DisputedCase | null;
}

interface DisputedCase {
  /** Without any waiver. */
  readonly state: CaseState;
  /** The instant by which it belongs to a period; null where nothing dates it. */
  readonly booked: Micros | null;
}

/** All of time: the period of a case is another matter. */
const EVER = [-9e15, 9e15];

/**
 * The disputes that were raised by as-of, each once: under the version that judges its case, else under the
 * newest that reads its file.
 */
export async function disputedIn(run: Run): Promise<readonly Disputed[]> {
  const found = new Map<string, Disputed>();
  for (const sourced of run.family.versions) {
    const { agreement } = sourced;
    const raised = (agreement.disputes?.raised ?? []).filter((one) => isRaised(one, agreement, run.asOf));
    const cases = await casesOf(run, sourced, raised);
    const alike = new Map<string, number>();
    for (const dispute of raised) {
      const words = JSON.stringify([dispute.file, dispute.lead, dispute.promise, dispute.on, dispute.by]);
      // What is written twice on a day, once rejected and once upheld, is two.
      const nth = (alike.get(words) ?? 0) + 1;
      alike.set(words, nth);
      const key = `${words} ${nth}`;
      const own = cases.get(dispute) ?? null;
      if (own !== null || (found.get(key)?.case ?? null) === null)
        found.set(key, { dispute, sourced, case: own });
    }
  }
  return [...found.values()].sort((a, b) => a.dispute.on - b.dispute.on);
}

/** The case of each dispute under one version: of several, one that can be excused. */
async function casesOf(
  run: Run,
  sourced: Sourced,
  raised: readonly Dispute[],
): Promise<ReadonlyMap<Dispute, DisputedCase>> {
  const cases = new Map<Dispute, DisputedCase>();
  for (const planned of run.planned.filter(({ inForce }) => inForce.sourced === sourced)) {
    const about = raised.filter(({ promise }) => promise === planned.promise.id);
    if (about.length === 0) continue;
    const named = (lead: string): string =>
      planned.promise.population === undefined ? (run.survivors.get(lead) ?? lead) : lead;
    const leads = [...new Set(about.map(({ lead }) => named(lead)))];
    const rows = await run.engine.rows<Row>(
      listingSql(planned.plan, contextOf(run, planned, EVER), { states: [], leads, owners: [] }),
    );
    for (const dispute of about) {
      const own = rows.filter((row) => row.key === named(dispute.lead)).map((row) => caseOf(row, planned));
      const [first] = own;
      const told = own.find(({ state }) => state !== 'met' && state !== 'excluded') ?? first;
      if (told !== undefined) cases.set(dispute, told);
    }
  }
  return cases;
}

function caseOf(row: Row, { promise }: Planned): DisputedCase {
  const start = microsOf(row.s0) ?? microsOf(row.e0);
  const booked = promise.bookBy === 'due' ? (microsOf(row.due) ?? start) : start;
  return { state: STATES[Number(row.raw)] ?? 'unknown', booked };
}

import { localMidnight } from '../../calendar/zone.ts';
import { isOfLeads } from '../../kinds/scope.ts';
import { asWaiver } from '../../language/disputes/upheld.ts';
import type { Agreement, PromiseDef, Waiver } from '../../model/agreement.ts';
import type { WaiverRef } from '../../model/judge.ts';
import type { Micros } from '../../model/time.ts';
import { openDisputes } from './open-disputes.ts';
import type { Run } from './run.ts';

/** The leads, whose table holds the flags of the conditions of waivers, and those that have merged ids now. */
export type WaivedLeads = Pick<Run, 'survivors' | 'asOf' | 'upholds'> & {
  readonly tables: Pick<Run['tables'], 'leads'>;
};

/** The waivers of a version that apply to a promise. */
export function waiversOf(promise: PromiseDef, agreement: Agreement, run: WaivedLeads): readonly WaiverRef[] {
  const supposed = run.upholds ? openDisputes(agreement, run.asOf).map(asWaiver) : [];
  const given = agreement.waivers.filter((waiver) => isGiven(waiver, agreement, run.asOf));
  const refs = (waivers: readonly Waiver[]): readonly WaiverRef[] =>
    waivers
      .filter((waiver) => appliesTo(waiver, promise))
      .map((waiver) => waiverRef(waiver, { promise, agreement }, run));
  const disputed = refs([...given.filter(({ dispute }) => dispute !== undefined), ...supposed]);
  return [...refs(given.filter(({ dispute }) => dispute === undefined)), ...together(disputed)];
}

/** Disputes name one lead each: as many as there may be, they are one test. */
const together = (disputed: readonly WaiverRef[]): readonly WaiverRef[] =>
  disputed.length === 0
    ? []
    : [
        {
          leads: [...new Set(disputed.flatMap(({ leads }) => leads))],
          ...{ when: null, span: null, until: null },
        },
      ];

/** Whether it was given by then: what a dispute has become is a waiver once that is settled. */
export const isGiven = ({ since }: Waiver, { timezone }: Agreement, asOf: Micros): boolean =>
  since === undefined || localMidnight(timezone, since) < asOf;

/** The leads that a waiver names as they are called now: one that was merged into another is that one. */
const leadsNamed = (
  { leads }: Waiver,
  { population }: Pick<PromiseDef, 'population'>,
  { survivors }: Pick<Run, 'survivors'>,
): readonly string[] =>
  population === undefined ? [...new Set(leads.map((lead) => survivors.get(lead) ?? lead))] : leads;

/**
 * Whether a waiver is about a promise. Nothing is ever taken out of a number: what it counts can't be
 * breached. What a condition asks of leads is asked of nothing else, and keys are those of leads where no
 * promise about other rows is named.
 */
export const appliesTo = ({ commitment, leads, where }: Waiver, promise: PromiseDef): boolean =>
  promise.target.of === 'rate' &&
  (commitment === null || commitment === promise.id) &&
  (where === undefined || isOfLeads(promise)) &&
  (commitment !== null || promise.population === undefined || leads.length === 0);

/** A waiver holds for what starts to the end of the day on which it expires. */
function endOf({ expires }: Waiver, { timezone }: Agreement): Micros | null {
  return expires === null ? null : localMidnight(timezone, expires + 1);
}

/** Whether it excuses nothing that starts now. */
export function isExpired(waiver: Waiver, agreement: Agreement, asOf: Micros): boolean {
  const end = endOf(waiver, agreement);
  return end !== null && asOf >= end;
}

export function waiverRef(
  waiver: Waiver,
  { promise, agreement }: Pick<WaivedPromise, 'promise' | 'agreement'>,
  run: WaivedLeads,
): WaiverRef {
  const { between, where } = waiver;
  const when = where === undefined ? null : run.tables.leads.flag(agreement, [where]);
  const { timezone } = agreement;
  const span =
    between === null
      ? null
      : { from: localMidnight(timezone, between.from), to: localMidnight(timezone, between.to + 1) };
  return { leads: leadsNamed(waiver, promise, run), when, span, until: endOf(waiver, agreement) };
}

/** The waiver that excuses one case: the first that names its lead, its days or what its row holds. */
export function appliedWaiver(
  { promise, agreement, run }: WaivedPromise,
  { lead, start, holds }: WaivedCase,
): Waiver | null {
  const found = agreement.waivers.find((waiver) => {
    const [applied] = waiversOf(promise, { ...agreement, waivers: [waiver] }, run);
    if (!applied) return false;
    const { leads, when, span, until } = applied;
    return (
      (leads.length === 0 || leads.includes(lead)) &&
      (when === null || holds(when)) &&
      (until === null || (start !== null && start < until)) &&
      (span === null || (start !== null && start >= span.from && start < span.to))
    );
  });
  return found ?? null;
}

interface WaivedPromise {
  readonly promise: PromiseDef;
  readonly agreement: Agreement;
  readonly run: WaivedLeads;
}

interface WaivedCase {
  readonly lead: string;
  readonly start: Micros | null;
  /** Whether a flag of its row is true. */
  readonly holds: (flag: string) => boolean;
}

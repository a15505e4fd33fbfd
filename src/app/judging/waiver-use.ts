import { formatDay } from '../../calendar/day.ts';
import { firstOf } from '../../messages/first-of.ts';
import { plural, t } from '../../messages/index.ts';
import { quoted } from '../../messages/quoted.ts';
import type { Agreement, Waiver } from '../../model/agreement.ts';
import type { WaiverUse } from '../../model/compliance.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Micros } from '../../model/time.ts';
import { knownKeysSql, waiverCountsSql } from '../../sql/judge/waivers.ts';
import type { Sourced } from '../agreements/family.ts';
import { conditionWords } from '../wording/conditions.ts';
import { contextOf } from './context.ts';
import { heldAmong } from './held-cases.ts';
import type { Planned, Run } from './run.ts';
import { appliesTo, isExpired, isGiven, waiverRef } from './waivers.ts';

/** Every waiver with what it excused; one that excuses nothing, or no longer, is a warning. */
export async function waiverUses(
  run: Run,
  boundariesOf: (planned: Planned) => readonly Micros[],
): Promise<{ readonly waivers: readonly WaiverUse[]; readonly findings: readonly Diagnostic[] }> {
  const waivers: WaiverUse[] = [];
  const findings: Diagnostic[] = [];
  for (const sourced of new Set(run.planned.map(({ inForce }) => inForce.sourced))) {
    const told = toldOf(sourced.agreement, run.asOf);
    const { excused, named } = await countsOf(run, sourced, told, boundariesOf);
    const ever = named.includes(0) ? (await countsOf(run, sourced, told, () => ALWAYS)).named : named;
    const known = await knownLeads(run, told);
    for (const [i, waiver] of told.entries()) {
      const use = useOf(waiver, sourced, run.asOf, excused[i] ?? 0);
      // A dispute about no case is told as what it is.
      if (waiver.dispute !== undefined) {
        if (use.cases > 0) waivers.push(use);
        continue;
      }
      waivers.push(use);
      const missing = waiver.leads.filter(
        (lead) => !known.has(run.survivors.get(lead) ?? lead) && !known.has(lead),
      );
      const unknown = use.expired || missing.length === 0 ? [] : [unknownLeads(missing, waiver, sourced)];
      // That none of its leads is there says why it matches no case.
      const none = unknown.length > 0 && missing.length === waiver.leads.length;
      const warnings = none ? unknown : [...warningsOf(use, ever[i] ?? 0, waiver, sourced), ...unknown];
      findings.push(...sourced.weigh(warnings));
    }
  }
  return { waivers, findings };
}

/** A waiver of a month that is not shown matches its cases all the same. */
const ALWAYS: readonly Micros[] = [-9e15, 9e15];

/** What is told one by one: what disputes have become is told together, by promise and by who settled it. */
function toldOf(agreement: Agreement, asOf: Micros): readonly Waiver[] {
  const upheld = new Map<string, Waiver>();
  for (const waiver of agreement.waivers.filter(({ dispute }) => dispute !== undefined)) {
    if (!isGiven(waiver, agreement, asOf)) continue;
    const key = JSON.stringify([waiver.commitment, [...waiver.approvedBy].sort()]);
    const before = upheld.get(key);
    upheld.set(key, before ? { ...before, leads: [...before.leads, ...waiver.leads] } : waiver);
  }
  return [...agreement.waivers.filter(({ dispute }) => dispute === undefined), ...upheld.values()];
}

/** By position of the waiver, over all promises that it applies to. */
interface WaiverCounts {
  /** Cases of the periods that are shown. */
  readonly excused: readonly number[];
  /** Of these periods, and of the others in which cases are held. */
  readonly named: readonly number[];
}

async function countsOf(
  run: Run,
  sourced: Sourced,
  told: readonly Waiver[],
  boundariesOf: (planned: Planned) => readonly Micros[],
): Promise<WaiverCounts> {
  const { agreement } = sourced;
  const [excused, named] = [told.map(() => 0), told.map(() => 0)];
  for (const planned of run.planned.filter(({ inForce }) => inForce.sourced === sourced)) {
    const mine = told.flatMap((waiver, i) =>
      appliesTo(waiver, planned.promise)
        ? [{ i, ref: waiverRef(waiver, { promise: planned.promise, agreement }, run) }]
        : [],
    );
    if (mine.length === 0) continue;
    const refs = mine.map(({ ref }) => ref);
    const asked = boundariesOf(planned);
    const { boundaries, shown } = heldAmong(run, planned, asked) ?? { boundaries: asked, shown: null };
    const context = contextOf(run, planned, boundaries);
    const [row] = await run.engine.rows<Record<string, number>>(
      waiverCountsSql(planned.plan, context, refs, shown),
    );
    for (const [column, { i }] of mine.entries()) {
      excused[i] = (excused[i] ?? 0) + (row?.[`w${column}`] ?? 0);
      named[i] = (named[i] ?? 0) + (row?.[`n${column}`] ?? 0);
    }
  }
  return { excused, named };
}

/** The leads that waivers name and a row of the exports has. */
async function knownLeads(run: Run, told: readonly Waiver[]): Promise<ReadonlySet<string>> {
  const named = told
    .filter(({ dispute }) => dispute === undefined)
    .flatMap(({ leads }) => leads)
    .flatMap((lead) => [lead, run.survivors.get(lead) ?? lead]);
  if (named.length === 0) return new Set();
  const known = new Set<string>();
  for (const { table } of [run.tables.leads, ...run.tables.populations()])
    for (const { key } of await run.engine.rows<{ readonly key: string }>(
      knownKeysSql(table, named, run.engine.dialect),
    ))
      known.add(key);
  return known;
}

function useOf(waiver: Waiver, { agreement }: Sourced, asOf: Micros, cases: number): WaiverUse {
  const { commitment, leads, between, where, approvedBy, expires } = waiver;
  return {
    version: agreement.version,
    commitment,
    leads: leads.length === 0 ? null : leads.length,
    ...(where === undefined ? {} : { where: conditionWords(where, agreement) }),
    from: between && formatDay(between.from),
    to: between && formatDay(between.to),
    reason: reasonOf(waiver),
    approvedBy,
    expires: expires === null ? null : formatDay(expires),
    expired: isExpired(waiver, agreement, asOf),
    cases,
  };
}

/** What a team says of a lead is for those who see the leads. */
const reasonOf = ({ reason, dispute, leads }: Waiver): string =>
  dispute === undefined ? reason : plural(leads.length, t`upheld dispute`, t`upheld disputes`);

function warningsOf(use: WaiverUse, ever: number, waiver: Waiver, sourced: Sourced): readonly Diagnostic[] {
  const warning = (rule: string, message: string, help: string): Diagnostic => ({
    rule,
    severity: 'warning',
    message,
    help,
    place: sourced.place(waiver.path),
  });
  if (ever > 0) return [];
  return [
    warning(
      'waiver-without-cases',
      t`The waiver "${use.reason}" matches no case`,
      t`check its leads, its days, its condition and its commitment, or remove it`,
    ),
  ];
}

/** Leads named in a warning; of more the number is told. */
const NAMED = 5;

/**
 * A slip in one key of several would go unseen: the others are excused. A key that is personal is not
 * shown.
 */
function unknownLeads(missing: readonly string[], waiver: Waiver, sourced: Sourced): Diagnostic {
  const { sources } = sourced.agreement;
  const leads = Object.values(sources).find(({ kind }) => kind === 'leads');
  const named = firstOf(missing.map(quoted), NAMED);
  const n = missing.length;
  return {
    rule: 'waiver-without-lead',
    severity: 'warning',
    message: leads?.fields[leads.key]?.personal
      ? plural(
          n,
          t`The waiver "${waiver.reason}" names ${n} lead that no row of the exports has`,
          t`The waiver "${waiver.reason}" names ${n} leads that no row of the exports has`,
        )
      : t`The waiver "${waiver.reason}" names ${named}, which no row of the exports has`,
    help: t`write the keys of leads as the export has them, or remove those that are gone`,
    place: sourced.place(waiver.path),
  };
}

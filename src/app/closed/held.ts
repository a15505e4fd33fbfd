import { openAt } from '../../calendar/table.ts';
import { canonical } from '../../change/canonical.ts';
import type { ClosedCase, ClosedMonth, Closing, Move } from '../../model/closed.ts';
import type { MoveReason, Result } from '../../model/compliance.ts';
import type { Io } from '../../model/io.ts';
import type { Micros, Period } from '../../model/time.ts';
import { periodOfLabel } from '../../plan/periods.ts';
import { saltOf } from '../agreements/salt.ts';
import { excuseCases } from '../judging/excuses.ts';
import type { Run } from '../judging/run.ts';
import { knownLeads } from './known-leads.ts';
import { officialOf } from './load.ts';
import { type Ground, groundOf, resultsOfMonth } from './month.ts';
import { columnOf, digestOfStates, type Naming, type StateNow, type States, statesOf } from './states.ts';

/** A promise in a period that is not today what it was when its month was closed. */
export interface Difference {
  readonly promise: string;
  readonly period: string;
  /** Null where there was none, or is none. */
  readonly before: Result | null;
  readonly now: Result | null;
  /** Null where the record does not tell which cases moved. */
  readonly moves: readonly Move[] | null;
}

/** A closed month as the exports tell it today. */
export interface HeldMonth {
  readonly month: ClosedMonth;
  readonly closing: Closing;
  readonly period: Period;
  /** The run as of the closing at least. */
  readonly run: Run;
  /** How its cases are named; null where they are not told, or with a salt that is not here. */
  readonly naming: Naming | null;
  readonly differences: readonly Difference[];
}

/**
 * Holds closed months against the exports of today. A month is not held where the run looks back to before
 * its closing, or judges by other terms than those in force: it was asked to tell something else. `only`
 * names the one month to hold.
 */
export async function heldMonths(
  run: Run,
  months: readonly ClosedMonth[],
  io: Io,
  only: string | null = null,
): Promise<readonly HeldMonth[]> {
  if (run.asIf !== null) return [];
  const held: HeldMonth[] = [];
  for (const month of months) {
    if (only !== null && month.month !== only) continue;
    const closing = officialOf(month);
    const period = periodOfLabel(month.month, run);
    if (period === null || (run.asOfFrom === 'flag' && run.asOf < closing.asOf)) continue;
    const then = await asOfAtLeast(run, closing.asOf);
    const naming = await namingOf(closing, run, io);
    const differences = await differencesOf({ month, closing, period, run: then, naming }, months);
    held.push({ month, closing, period, run: then, naming, differences });
  }
  return held;
}

/** The run as of a later instant: exports that were cut short must not make a closed month open again. */
async function asOfAtLeast(run: Run, asOf: Micros): Promise<Run> {
  if (run.asOf >= asOf) return run;
  const of: Run['calendars']['of'] = (sourced, calendar) => {
    const found = run.calendars.of(sourced, calendar);
    return found && { ...found, loaded: { ...found.loaded, openAtAsOf: openAt(found.loaded.table, asOf) } };
  };
  const later = { ...run, asOf, calendars: { ...run.calendars, of }, excused: new Map() };
  await excuseCases(later);
  return later;
}

async function namingOf({ cases }: Closing, run: Run, io: Io): Promise<Naming | null> {
  if (cases.as === 'none') return null;
  const salt = await saltOf(run.newest.agreement.file, io);
  return salt === null || salt.id !== cases.salt ? null : { as: cases.as, salt };
}

type ToCompare = Omit<HeldMonth, 'differences'>;

async function differencesOf(
  held: ToCompare,
  months: readonly ClosedMonth[],
): Promise<readonly Difference[]> {
  const { closing, period, run, naming } = held;
  const ground = groundOf(run, period, closing.asOf);
  const results = await resultsOfMonth(run, period);
  const columns = new Map<string, { readonly before: Result | null; readonly now: Result | null }>();
  for (const before of closing.results)
    columns.set(columnOf(before.id, before.period), { before, now: null });
  for (const now of results) {
    const column = columnOf(now.id, now.period);
    columns.set(column, { before: columns.get(column)?.before ?? null, now });
  }
  // From the same files on the same ground come the same cases.
  const isSame =
    run.asOf === closing.asOf &&
    sameInputs(run, closing) &&
    sameGround(ground, closing) &&
    [...columns.values()].every(isUnmoved);
  const states = naming === null || isSame ? null : await statesOf(run, period, naming);
  const moves = states === null ? null : await movesOf(held, { states, ground, months });
  return [...columns].flatMap(([column, { before, now }]): readonly Difference[] => {
    const one = before ?? now;
    const own = moves?.get(column) ?? (moves === null || moves.has(column) ? null : []);
    if (
      !one ||
      (isUnmoved({ before, now }) && (own?.length ?? 0) === 0 && !digestDiffers(column, closing, states))
    )
      return [];
    return [{ promise: one.id, period: one.period.label, before, now, moves: own }];
  });
}

/** A promise that came or went without any case moved no number. */
const isUnmoved = ({ before, now }: Pick<Difference, 'before' | 'now'>): boolean =>
  before !== null && now !== null ? sameNumbers(before, now) : isEmpty(before ?? now);

const isEmpty = (result: Result | null): boolean =>
  result === null || result.verdict === 'no data' || result.verdict === null;

const sameInputs = (run: Run, { inputs }: Closing): boolean =>
  canonical([...run.exports.inputs.map(({ source, sha256 }) => `${source} ${sha256}`)].sort()) ===
  canonical([...inputs.map(({ source, sha256 }) => `${source} ${sha256}`)].sort());

const sameGround = (now: Ground, closing: Closing): boolean =>
  now.tool === closing.tool && firstCause(now, closing) === null;

/** Two tools may differ in the last digit of a sum. */
const near = (a: number | null, b: number | null): boolean =>
  a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a)));

function sameNumbers(before: Result, now: Result): boolean {
  const { met, breached, pending, unknown } = before.counts;
  return (
    met === now.counts.met &&
    breached === now.counts.breached &&
    pending === now.counts.pending &&
    unknown === now.counts.unknown &&
    near(before.attainment, now.attainment) &&
    near(before.value, now.value) &&
    before.verdict === now.verdict
  );
}

function digestDiffers(column: string, { cases }: Closing, states: States | null): boolean {
  const digest = cases.digests[column];
  if (digest === undefined || states === null) return false;
  return digestOfStates(states.get(column) ?? new Map()).sha256 !== digest.sha256;
}

interface Compared {
  readonly states: States;
  readonly ground: Ground;
  readonly months: readonly ClosedMonth[];
}

/** What moved, by column; null for a column whose record is a digest alone. */
async function movesOf(
  { closing, run, naming }: ToCompare,
  { states, ground, months }: Compared,
): Promise<ReadonlyMap<string, readonly Move[] | null>> {
  const { columns, leads, digests } = closing.cases;
  const found = new Map<string, readonly Move[] | null>(Object.keys(digests).map((column) => [column, null]));
  const cause: Cause = {
    first: firstCause(ground, closing),
    isReadOtherwise: ground.reading !== closing.reading,
    sameFiles: sameInputs(run, closing),
  };
  const amounts = new Set(
    closing.results.flatMap(({ id, period, target, weight }) =>
      target.of === 'number' || weight ? columnOf(id, period) : [],
    ),
  );
  const all = [...new Set([...columns, ...states.keys()])].filter((column) => !found.has(column));
  let present: ReadonlyMap<string, string> | null = null;
  for (const column of all) {
    const at = columns.indexOf(column);
    const now = states.get(column) ?? new Map<string, StateNow>();
    const moves: Move[] = [];
    for (const lead of new Set([...(at < 0 ? [] : leads.keys()), ...now.keys()])) {
      const [was, is] = [leads.get(lead)?.[at] ?? null, now.get(lead) ?? null];
      if (!isMove(was, is, amounts.has(column))) continue;
      if (is === null)
        present ??= naming === null ? new Map<string, string>() : await knownLeads(run, naming);
      const why = whyMoved(
        { was, is, closing, cause },
        {
          isHere: present?.has(lead) ?? true,
          wasKnown: leads.has(lead) || months.some((each) => officialOf(each).cases.leads.has(lead)),
        },
      );
      moves.push({
        lead,
        key: present?.get(lead) ?? null,
        from: was?.state ?? null,
        to: is?.state ?? null,
        why,
      });
    }
    found.set(column, moves);
  }
  return found;
}

/** Whether a case counts otherwise than it did; an excluded one counts for nothing. */
function isMove(was: ClosedCase | null, is: StateNow | null, byAmount: boolean): boolean {
  const [from, to] = [was, is].map((one) => (one === null || one.state === 'excluded' ? null : one.state));
  if (from !== to) return true;
  return byAmount && from === 'met' && was?.facts !== is?.facts;
}

/** Why cases may have moved though nobody edited anything of theirs. */
interface Cause {
  readonly first: MoveReason | null;
  readonly isReadOtherwise: boolean;
  /** The exports are the very ones from which the month was closed. */
  readonly sameFiles: boolean;
}

function whyMoved(
  {
    was,
    is,
    closing,
    cause,
  }: {
    readonly was: ClosedCase | null;
    readonly is: StateNow | null;
    readonly closing: Closing;
    readonly cause: Cause;
  },
  { isHere, wasKnown }: { readonly isHere: boolean; readonly wasKnown: boolean },
): MoveReason {
  if (was !== null && is?.reason === 'waived') return 'waived';
  if (was !== null && is?.reason === 'excused') return 'excused';
  const isFactsSame = was !== null && is !== null && was.facts === is.facts;
  if (cause.isReadOtherwise && !isFactsSame) return 'reading';
  // From the same files only what they are judged by can move a case.
  if (cause.sameFiles && cause.first !== null) return cause.first;
  if (is === null) return isHere ? 'date-edited' : 'gone';
  if (was === null) return wasKnown ? 'date-edited' : 'new';
  if (isFactsSame && is.reason === 'out-of-scope')
    return cause.first === 'terms' || cause.first === 'reading' ? cause.first : 'field-changed';
  // Its time was over after the closing.
  if (isFactsSame) return cause.first ?? (was.state === 'pending' ? 'happened-since' : 'field-changed');
  return is.stop !== null && is.stop > closing.asOf ? 'happened-since' : 'date-edited';
}

/** What differs of the ground, in the order in which it explains. */
function firstCause(now: Ground, { versions, reading, holidays, zones, tool }: Closing): MoveReason | null {
  if (canonical(now.versions) !== canonical(versions)) return 'terms';
  if (now.reading !== reading) return 'reading';
  if (canonical(now.holidays) !== canonical(holidays)) return 'holidays';
  if (now.zones !== zones) return 'zones';
  return now.tool === tool ? null : 'tool';
}

import { createHash } from 'node:crypto';
import { microsOf } from '../../engine/cell.ts';
import type { Row, Value } from '../../engine/engine.ts';
import type { CasesAs } from '../../model/agreement.ts';
import type { ClosedCase, ClosedCases } from '../../model/closed.ts';
import type { CaseState, Reason } from '../../model/compliance.ts';
import { REASONS, STATES } from '../../model/judge.ts';
import type { Micros, Period } from '../../model/time.ts';
import { periodsBetween } from '../../plan/periods.ts';
import { HAND_OVER } from '../../sql/hand-over.ts';
import { listingSql } from '../../sql/judge/listing.ts';
import { leadHash, type Salt } from '../agreements/salt.ts';
import { tabulateActivities } from '../judging/activities.ts';
import { contextOf } from '../judging/context.ts';
import type { Planned, Run } from '../judging/run.ts';
import { cellText } from './record.ts';

/** More cases of a promise in a period are kept as one digest. */
export const MOST_LISTED = 50_000;

/** Hexadecimal digits of the keyed hash of what a case rests on. */
const FACT_DIGITS = 6;

/** A case as it is today. */
export interface StateNow extends ClosedCase {
  readonly reason: Reason | null;
  readonly stop: Micros | null;
}

/** One row of a promise's cases. */
export interface ListedRow {
  readonly row: Row;
  readonly planned: Planned;
  readonly period: Period;
  /** The lead as the record names it. */
  readonly lead: string;
  readonly now: StateNow;
}

/** How a record names a lead and what its case rests on. */
export interface Naming {
  readonly as: Exclude<CasesAs, 'none'>;
  readonly salt: Salt;
}

/** The periods of a promise that end in a month: a quarter is closed with its last month, a year with its. */
export function periodsEnding(month: Period, { promise }: Planned, run: Run): readonly Period[] {
  return periodsBetween(promise.target.per ?? 'month', month.from, month.to - 1, run).filter(
    ({ to }) => to > month.from && to <= month.to,
  );
}

/** `first-contact 2026-05` */
export const columnOf = (promise: string, { label }: Period): string => `${promise} ${label}`;

/** A lead, or its hand-over where it has several. */
export const ownKey = (key: Value | undefined, handOver: number | null): string =>
  `${String(key)}${handOver === null ? '' : ` hand-over ${handOver}`}`;

export const nameOfLead = (key: string, agreement: string, { as, salt }: Naming): string =>
  as === 'ids' ? key : leadHash(salt, agreement, key);

/** The cases of a month, promise by promise, as the record names them. */
export async function* casesOf(run: Run, month: Period, { as, salt }: Naming): AsyncGenerator<ListedRow> {
  const { id } = run.newest.agreement;
  const names = new Map<string, string>();
  const nameOf = (key: string): string => {
    const known = names.get(key);
    if (known !== undefined) return known;
    const name = nameOfLead(key, id, { as, salt });
    names.set(key, name);
    return name;
  };
  await tabulateActivities(run, run.planned);
  for (const planned of run.planned) {
    const periods = periodsEnding(month, planned, run);
    const last = periods.at(-1);
    if (!last) continue;
    const context = contextOf(run, planned, [...periods.map(({ from }) => from), last.to]);
    const seen = new Map<string, number>();
    const everything = { states: [], leads: [], owners: [] };
    for await (const rows of run.engine.stream(listingSql(planned.plan, context, everything)))
      for (const row of rows) {
        const period = periods[microsOf(row.period) ?? -1];
        if (!period) continue;
        const handOver = microsOf(row[HAND_OVER]);
        const own = ownKey(row.key, handOver);
        // Records of one day share a key: they are told apart by their place.
        const nth = (seen.get(`${period.label} ${own}`) ?? 0) + 1;
        seen.set(`${period.label} ${own}`, nth);
        const key = nth === 1 ? own : `${own} ${nth}`;
        yield { row, planned, period, lead: nameOf(key), now: stateOf(row, key, salt) };
      }
  }
}

function stateOf(row: Row, key: string, salt: Salt): StateNow {
  const [start, stop] = [microsOf(row.s0), microsOf(row.e0)];
  const told = row.told == null ? '' : ` ${String(row.told)}`;
  const facts = `facts ${key} ${start} ${stop} ${String(row.amount ?? '')}${told}`;
  return {
    state: STATES[Number(row.state)] as CaseState,
    reason: REASONS[microsOf(row.reason) ?? -1] ?? null,
    facts: salt.hash(facts, FACT_DIGITS),
    stop,
  };
}

/** The states of a month by column, then by lead. */
export type States = ReadonlyMap<string, ReadonlyMap<string, StateNow>>;

export async function statesOf(run: Run, month: Period, naming: Naming): Promise<States> {
  const columns = new Map<string, Map<string, StateNow>>();
  for await (const { planned, period, lead, now } of casesOf(run, month, naming)) {
    const column = columnOf(planned.promise.id, period);
    const own = columns.get(column) ?? new Map<string, StateNow>();
    own.set(lead, now);
    columns.set(column, own);
  }
  return columns;
}

/** The states as a record keeps them. */
export function closedCases(states: States, { as, salt }: Naming): ClosedCases {
  const listed = [...states].filter(([, own]) => own.size <= MOST_LISTED);
  const leads = new Map<string, (ClosedCase | null)[]>();
  for (const [at, [, own]] of listed.entries())
    for (const [lead, { state, facts }] of own) {
      const cells = leads.get(lead) ?? listed.map(() => null);
      cells[at] = { state, facts };
      leads.set(lead, cells);
    }
  const long = [...states].filter(([, own]) => own.size > MOST_LISTED);
  return {
    as,
    salt: salt.id,
    columns: listed.map(([column]) => column),
    leads,
    digests: Object.fromEntries(long.map(([column, own]) => [column, digestOfStates(own)])),
  };
}

/** Of more cases than are listed: the digest of their sorted lines. */
export function digestOfStates(own: ReadonlyMap<string, StateNow>): {
  readonly cases: number;
  readonly sha256: string;
} {
  const hash = createHash('sha256');
  for (const line of [...own].map(([lead, now]) => `${lead} ${cellText(now)}\n`).sort()) hash.update(line);
  return { cases: own.size, sha256: hash.digest('hex') };
}

/** No cases are kept. */
export const NO_CASES: ClosedCases = { as: 'none', salt: null, columns: [], leads: new Map(), digests: {} };

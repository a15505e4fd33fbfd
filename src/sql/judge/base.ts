import type { JudgeContext, Span, StageRef, Terms } from '../../model/judge.ts';
import { HAND_OVER } from '../hand-over.ts';
import { q } from './expressions.ts';

/** Codes of `STATES` and `REASONS` in model/judge.ts, so that the SQL can be read. */
export const STATE = { met: 0, breached: 1, pending: 2, excluded: 3, unknown: 4 } as const;
export const REASON = {
  outOfScope: 0,
  waived: 1,
  noVersion: 2,
  noStart: 3,
  noValue: 4,
  stopBeforeStart: 5,
  dateOnly: 6,
  afterAsOf: 7,
  unreadable: 8,
  counterOnly: 9,
} as const;

/** Beyond these, microseconds, there is no instant in any export. */
const ENDS: Span = { from: -9e15, to: 9e15 };

/** Whether every instant lies in a span. */
export const isAlways = ({ from, to }: Span): boolean => from <= ENDS.from && to >= ENDS.to;

/** Whether an instant lies in one of the spans. */
export function within(instant: string, spans: readonly Span[]): string {
  if (spans.length === 0) return 'false';
  return `(${spans.map(({ from, to }) => `${instant} >= ${from} AND ${instant} < ${to}`).join(' OR ')})`;
}

/** The flag of a scope, true where there is none. */
export const flag = (column: string | null, alias = 'l'): string =>
  column === null ? 'true' : `${alias}.${q(column)}`;

/** The columns of one promise's cases as SQL over the columns of `Layers` up to its states. Times are UTC microseconds. */
export interface CaseColumns {
  readonly s0: string;
  readonly s1: string;
  readonly e0: string;
  readonly e1: string;
  readonly seg: string;
  /** Whether the row is a case of the promise. */
  readonly exists: string;
  /** Before waivers and versions. */
  readonly outcome: Outcome;
  readonly risk: string;
  readonly elapsed: string;
  readonly due: string;
  readonly amount: string;
  readonly x0: string;
  readonly x1: string;
}

/** What a row comes to, as SQL. */
export interface Outcome {
  readonly state: string;
  /** Null where there is none. */
  readonly reason: string;
  /** Both in one number: the state times its weight and the reason, counted from 1, times its own. */
  weighed(ofState: number, ofReason: number): string;
}

/** A state and its reason, a code or a column of codes, where a test holds. */
interface Branch {
  readonly when: string;
  readonly state: number;
  readonly reason: number | string | null;
}

/** The outcome of the first branch whose test holds, else a state without a reason. */
export function outcomeOf(branches: readonly Branch[], otherwise: number): Outcome {
  const byBranch = (value: (branch: Branch) => number | string, last: number | string) =>
    `CASE ${branches.map((branch) => `WHEN ${branch.when} THEN ${value(branch)}`).join('\n    ')} ELSE ${last} END`;
  return {
    state: byBranch(({ state }) => state, otherwise),
    reason: byBranch(({ reason }) => reason ?? 'NULL', 'NULL'),
    weighed: (ofState, ofReason) =>
      byBranch(({ state, reason }) => {
        if (typeof reason === 'string') return `${state * ofState + ofReason} + ${reason} * ${ofReason}`;
        return state * ofState + (reason === null ? 0 : (reason + 1) * ofReason);
      }, otherwise * ofState),
  };
}

/** Of cases that no time limit judges. */
export const NO_CLOCK = {
  e0: 'NULL::BIGINT',
  e1: 'NULL::BIGINT',
  seg: '0',
  risk: 'false',
  elapsed: 'NULL::BIGINT',
  due: 'NULL::BIGINT',
  x0: 'NULL::BIGINT',
  x1: 'NULL::BIGINT',
} as const;

/** The number of the first segment that matches, 0 for the commitment's own terms. */
export function segmentOf(terms: readonly Terms[]): string {
  const branches = terms.flatMap(({ when }, i) => (when === null ? [] : [`WHEN ${flag(when)} THEN ${i}`]));
  return branches.length === 0 ? '0' : `CASE ${branches.join(' ')} ELSE 0 END`;
}

/** The columns that every case carries along: its lead, its groups, its owner. Records have a key and nothing else of a lead. */
export function carried(context: JudgeContext, ofLeads = true): string {
  const text = (column: string | null) => (column === null || !ofLeads ? 'NULL::VARCHAR' : `l.${q(column)}`);
  const by = context.by.map((column, i) => `${text(column)} AS b${i}`);
  const row = ofLeads
    ? rowOf('l', context)
    : ['l.key', ...(context.handOvers ? [`NULL::INTEGER AS ${HAND_OVER}`] : [])].join(', ');
  return [row, ...by, `${text(context.owner)} AS owner`].join(', ');
}

/** The names of those columns in the outer selects. */
export function carriedNames(context: JudgeContext): string {
  const row = context.handOvers ? ['key', HAND_OVER] : ['key'];
  return [...row, ...context.by.map((_, i) => `b${i}`), 'owner'].join(', ');
}

/** The columns that tell a row of the leads from every other. */
export function rowOf(alias: string, { handOvers }: JudgeContext): string {
  return handOvers ? `${alias}.key, ${alias}.${HAND_OVER}` : `${alias}.key`;
}

/** Whether two rows are of one lead, and of one hand-over where leads have several. */
export function sameLead(a: string, b: string, { handOvers }: JudgeContext): string {
  const lead = `${a}.key = ${b}.key`;
  return handOvers ? `${lead} AND ${a}.${HAND_OVER} = ${b}.${HAND_OVER}` : lead;
}

/** Whether a case is of a lead that was handed over before, over the columns that every case carries along. */
export const isRecycled = ({ handOvers }: JudgeContext): string => (handOvers ? `${HAND_OVER} > 1` : 'false');

/** Whether a stage's column holds dates without a time, so that its two ends differ. */
export const hasRange = (stage: StageRef, context: JudgeContext): boolean => context.dateOnly.has(stage.time);

/** The rows of a statement: of the table that holds them already, else of the statement itself. */
export function activityRows(sql: string, { activityTables }: JudgeContext): string {
  const table = activityTables.get(sql);
  return table === undefined ? `(${sql})` : q(table);
}

import { REASONS, type Span, STATES, type StageRef, type Terms } from '../../model/judge.ts';
import { HAND_OVER } from '../hand-over.ts';
import type { JudgeContext } from './context.ts';
import { noMicros, type Spelling } from './expressions.ts';
import type { Started } from './starts.ts';

type Camel<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<Camel<Rest>>}`
  : Name;

/** The position of each name in a list, by the name in camel case. */
function codesOf<const Name extends string>(names: readonly Name[]): Readonly<Record<Camel<Name>, number>> {
  const camel = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(names.map((name, code) => [camel(name), code])) as Record<Camel<Name>, number>;
}

/** The codes that the SQL gives for states and reasons, by name so that what writes it can be read. */
export const STATE = codesOf(STATES);
export const REASON = codesOf(REASONS);

/** Why the data can't tell of a case that rests on a date after as-of. */
export const laterReason = ({ hasStray }: JudgeContext): number =>
  hasStray ? REASON.strayDate : REASON.afterAsOf;

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
export const flag = (column: string | null, { dialect }: Spelling, alias = 'l'): string =>
  column === null ? 'true' : `${alias}.${dialect.identifier(column)}`;

/**
 * The columns of one promise's cases as SQL over the columns of `Layers` up to its states. Times are UTC
 * microseconds.
 */
export interface CaseColumns extends Started {
  readonly s0: string;
  readonly s1: string;
  /** What tells the last due of a group where the rows hold it themselves; else the start does. */
  readonly lastDue?: string;
  readonly e0: string;
  readonly e1: string;
  readonly seg: string;
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

/** What a start comes to that is blank, or lies after as-of. */
export function notDated({ undated }: Started, s0: string, context: JudgeContext): readonly Branch[] {
  const blank = { when: `${s0} IS NULL`, state: STATE.unknown, reason: REASON.noDate };
  const later = { when: `${s0} > ${context.asOf}`, state: STATE.unknown, reason: laterReason(context) };
  return undated === 'false' ? [later] : [blank, later];
}

/** Of cases that no time limit judges. */
export function noClock(
  context: Spelling,
): Omit<CaseColumns, 's0' | 's1' | 'exists' | 'undated' | 'outcome' | 'amount'> {
  const none = noMicros(context);
  return { e0: none, e1: none, seg: '0', risk: 'false', elapsed: none, due: none, x0: none, x1: none };
}

/** The number of the first segment that matches, 0 for the commitment's own terms. */
export function segmentOf(terms: readonly Terms[], context: Spelling): string {
  const branches = terms.flatMap(({ when }, i) =>
    when === null ? [] : [`WHEN ${flag(when, context)} THEN ${i}`],
  );
  return branches.length === 0 ? '0' : `CASE ${branches.join(' ')} ELSE 0 END`;
}

/** The columns that every case carries along: its lead, its groups, its owner. */
export function carried(context: JudgeContext): string {
  const { dialect, ofLeads } = context;
  const text = (column: string | null) =>
    column === null ? dialect.cast('NULL', 'text') : `l.${dialect.identifier(column)}`;
  const by = context.by.map((column, i) => `${text(column)} AS b${i}`);
  const row = ofLeads
    ? rowOf('l', context)
    : ['l.key', ...(context.handOvers ? [`${dialect.cast('NULL', 'integer')} AS ${HAND_OVER}`] : [])].join(
        ', ',
      );
  const flags = ofLeads
    ? [
        ...waiverFlags(context).map((flag) => `l.${dialect.identifier(flag)} AS ${waivedFlag(flag)}`),
        ...(context.excused ? [`l.${EXCUSED} AS ${EXCUSED}`] : []),
      ]
    : [];
  return [row, ...by, `${text(context.owner)} AS owner`, ...flags].join(', ');
}

/** The names of those columns in the outer selects. */
export function carriedNames(context: JudgeContext): string {
  const row = context.handOvers ? ['key', HAND_OVER] : ['key'];
  const flags = context.ofLeads
    ? [...waiverFlags(context).map(waivedFlag), ...(context.excused ? [EXCUSED] : [])]
    : [];
  return [...row, ...context.by.map((_, i) => `b${i}`), 'owner', ...flags].join(', ');
}

/** The flags of the leads that the conditions of a promise's waivers rest on. */
const waiverFlags = ({ waivers }: JudgeContext): readonly string[] => [
  ...new Set(waivers.flatMap(({ when }) => when ?? [])),
];

/** The column of the leads that tells under which of a promise's excuses a case is excused, from 0; else null. */
export const EXCUSED = 'excused_by';

/** What such a flag is called in the rows of cases. */
export const waivedFlag = (flag: string): string => `waived_${flag}`;

/** The columns that tell a row of the leads from every other. */
export function rowOf(alias: string, { handOvers }: JudgeContext): string {
  return handOvers ? `${alias}.key, ${alias}.${HAND_OVER}` : `${alias}.key`;
}

/** Whether two rows are of one lead, and of one hand-over where leads have several. */
export function sameLead(a: string, b: string, { handOvers }: JudgeContext): string {
  const lead = `${a}.key = ${b}.key`;
  return handOvers ? `${lead} AND ${a}.${HAND_OVER} = ${b}.${HAND_OVER}` : lead;
}

/**
 * Whether a case is of a lead that was handed over before, over the columns that every case carries along.
 */
export const isRecycled = ({ handOvers }: JudgeContext): string => (handOvers ? `${HAND_OVER} > 1` : 'false');

/** Whether a stage's column holds dates without a time, so that its two ends differ. */
export const hasRange = (stage: StageRef, context: JudgeContext): boolean => context.dateOnly.has(stage.time);

/** The rows of a statement: of the table that holds them already, else of the statement itself. */
export function activityRows(sql: string, { activityTables, dialect }: JudgeContext): string {
  const table = activityTables.get(sql);
  return table === undefined ? `(${sql})` : dialect.identifier(table);
}

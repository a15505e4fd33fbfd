import { groupedBy } from '../../model/grouped.ts';
import { type CasePlan, REASONS, STATES } from '../../model/judge.ts';
import type { JudgingDialect } from '../dialects/dialect.ts';
import { isRecycled } from './base.ts';
import { type BookedCases, carriedOf, caseColumns, sourceOf } from './cases.ts';
import type { JudgeContext } from './context.ts';
import { Layers } from './layers.ts';

/** One promise under one version, and what its SQL needs to know. */
export interface Part {
  readonly plan: CasePlan;
  readonly context: JudgeContext;
}

/** More together would make more groups than they save passes. */
const MOST_TOGETHER = 6;

/** Of few rows, which are not put into groups of all parts first: a statement takes longer to be planned than each of them to be read. */
const MOST_OF_FEW_ROWS = 48;

export const groups = (context: JudgeContext): string[] => context.by.map((_, i) => `b${i}`);

/** The parts whose cases can be counted in one pass. */
export function together(parts: readonly Part[], few: boolean): readonly (readonly Part[])[] {
  const most = few ? MOST_OF_FEW_ROWS : MOST_TOGETHER;
  const bySource = groupedBy(
    parts,
    ({ plan, context }) => `${sourceOf(plan, context)} ${carriedOf(plan, context)}`,
  );
  return [...bySource.values()].flatMap((some) =>
    Array.from({ length: Math.ceil(some.length / most) }, (_, i) => some.slice(i * most, (i + 1) * most)),
  );
}

/**
 * The number of cases in each group of each part, in one pass over their source: rows are counted by the
 * groups of all parts at once, and the few counts are then added up for each part; of few rows each counts
 * for itself. Columns: `part`, its
 * position; `period, seg, state, reason, raw, risk`; `recycled`, of leads that were handed over before;
 * `b0..`; `n`, `amount`; `last_start`, the latest start of the group in UTC microseconds, whose due is
 * the group's last, or that due itself where the rows hold it.
 */
export function talliesSql(parts: readonly Part[], few: boolean): string {
  const [first] = parts;
  if (!first) throw new Error('There is nothing to count');
  const { dialect } = first.context;
  const by = groups(first.context);
  const layers = new Layers(first.context);
  const columns = new Map<string, string>();
  const named = (sql: string): string => {
    const name = columns.get(sql) ?? `c${columns.size}`;
    columns.set(sql, name);
    return name;
  };
  const sums = new Map<string, string>();
  const aggregate = (of: 'sum' | 'max', column: string): string => {
    const sql = few ? column : `${of}(${column})`;
    const name = sums.get(sql) ?? `a${sums.size}`;
    sums.set(sql, name);
    return name;
  };
  const segments = Math.max(...parts.map(({ plan }) => ('terms' in plan ? plan.terms.length : 1)));
  const counted = parts.map(({ plan, context }): CountedPart => {
    const cases = caseColumns(plan, context, { due: false }, layers);
    return {
      code: named(codeOf(cases, segments, isRecycled(context), dialect)),
      amount: cases.amount === '1' ? 'n' : aggregate('sum', named(cases.amount)),
      last: aggregate('max', named(cases.lastDue ?? cases.s1)),
    };
  });
  const rows = layers.over(sourceOf(first.plan, first.context), carriedOf(first.plan, first.context));
  const codes = [...new Set(counted.map(({ code }) => code))];
  const groupsOfAll = `
  SELECT ${[...by, ...codes].join(', ')}, ${few ? '1' : 'count(*)'} AS n, ${[...sums].map(([sql, name]) => `${sql} AS ${name}`).join(', ')}
  FROM (SELECT ${[...by, ...[...columns].map(([sql, name]) => `${sql} AS ${name}`)].join(', ')} FROM (${rows}))
  WHERE ${codes.map((code) => `${code} IS NOT NULL`).join(' OR ')}${few ? '' : `\n  GROUP BY ${[...by, ...codes].join(', ')}`}`;
  const { unfolded } = dialect;
  const taken = unfolded ? sideBySide(counted, unfolded, dialect) : chosen(counted);
  const source = unfolded
    ? `(${groupsOfAll}) c`
    : `(${groupsOfAll}) c CROSS JOIN (${dialect.numberRows([['part', parts.map((_, i) => i)]])}) p`;
  return `
SELECT ${['part', ...by, ...decoded('code', segments, dialect)].join(', ')}, ${dialect.cast('sum(n)', 'bigint')} AS n,
  ${dialect.cast('sum(amount)', 'double')} AS amount, max(last) AS last_start
FROM (SELECT ${[...by, 'n', ...taken].join(', ')} FROM ${source}) t
WHERE code IS NOT NULL
GROUP BY ${['part', ...by, 'code'].join(', ')}`;
}

/** What the groups of all parts hold of one, by the names of their columns. */
interface CountedPart {
  readonly code: string;
  readonly amount: string;
  readonly last: string;
}

/** Columns in which each group is a row of every part: lists of what it holds of each, in step. */
function sideBySide(
  parts: readonly CountedPart[],
  unfolded: NonNullable<JudgingDialect['unfolded']>,
  { list }: JudgingDialect,
): readonly string[] {
  const ofParts = (name: keyof CountedPart): string => unfolded(list(parts.map((part) => part[name])), name);
  const numbers = list(parts.map((_, i) => String(i)));
  return [unfolded(numbers, 'part'), ofParts('code'), ofParts('amount'), ofParts('last')];
}

/** The same of rows that each have the number of a part. */
function chosen(parts: readonly CountedPart[]): readonly string[] {
  const ofPart = (name: keyof CountedPart): string =>
    `CASE part ${parts.map((part, i) => `WHEN ${i} THEN ${part[name]}`).join(' ')} END AS ${name}`;
  return ['part', ofPart('code'), ofPart('amount'), ofPart('last')];
}

const REASON_CODES = REASONS.length + 1;

/**
 * All that a group shares as one number, as `decoded` takes it apart; null for a row that is no case in the
 * periods.
 */
function codeOf(cases: BookedCases, segments: number, recycled: string, { cast }: JudgingDialect): string {
  const { booked, period, seg } = cases;
  const { ofState, ofReason, ofRaw, ofRisk } = WEIGHTS;
  const bit = (sql: string, weight: number) =>
    sql === 'false' ? [] : [`CASE WHEN ${sql} THEN ${weight} ELSE 0 END`];
  const changed = () => [
    `${cases.state} * ${ofState}`,
    `${cases.raw} * ${ofRaw}`,
    `coalesce(${cases.reason} + 1, 0) * ${ofReason}`,
    ...bit(cases.risk, ofRisk),
  ];
  const parts = [
    `${period} * ${segments * ofState * STATES.length}`,
    ...(segments === 1 ? [] : [`${seg} * ${ofState * STATES.length}`]),
    // Where no waiver and no version changes it, the state is the raw state.
    ...(cases.weighed(ofState + ofRaw, ofReason, ofRisk) ?? changed()),
    ...bit(recycled, 1),
  ];
  return `CASE WHEN ${booked} THEN ${cast(parts.join(' + '), 'integer')} END`;
}

const OF_RISK = 2;
const OF_RAW = OF_RISK * 2;
const OF_REASON = OF_RAW * STATES.length;
const WEIGHTS = {
  ofRisk: OF_RISK,
  ofRaw: OF_RAW,
  ofReason: OF_REASON,
  ofState: OF_REASON * REASON_CODES,
} as const;

/** The columns that a code is taken apart into. */
const DECODED = ['period', 'seg', 'state', 'reason', 'raw', 'risk', 'recycled'];

const decoded = (code: string, segments: number, dialect: JudgingDialect): readonly string[] =>
  decodedCells(code, segments, dialect).map((cell, at) => `${cell} AS ${DECODED[at]}`);

function decodedCells(code: string, segments: number, { divide }: JudgingDialect): readonly string[] {
  const { ofRisk: risk, ofRaw: raw, ofReason: reason, ofState: state } = WEIGHTS;
  const seg = state * STATES.length;
  return [
    divide(code, seg * segments),
    `${divide(code, seg)} % ${segments}`,
    `${divide(code, state)} % ${STATES.length}`,
    `nullif(${divide(code, reason)} % ${REASON_CODES}, 0) - 1`,
    `${divide(code, raw)} % ${STATES.length}`,
    `${divide(code, risk)} % 2 = 1`,
    `${code} % 2 = 1`,
  ];
}

import { HAND_OVER } from '../hand-over.ts';
import { EXCUSED, rowOf, sameLead } from './base.ts';
import {
  type Breakable,
  type BrokenPart,
  brokenColumns,
  brokenSql,
  hasReasons,
  isDueLater,
} from './broken.ts';
import type { JudgeContext } from './context.ts';
import { dueByStart } from './later-due.ts';
import { Lookups } from './lookups.ts';

/**
 * A promise under one version, and those of the other side that may have been broken before, in the order in
 * which they are told: each with all of its versions.
 */
export interface Caused {
  readonly broken: BrokenPart;
  readonly others: readonly (readonly Breakable[])[];
}

/** What two sides promise each other: the promises of the first that are asked about, and those of the second. */
export type Sides = readonly [readonly Caused[], readonly Caused[]];

/**
 * How a table is made of the leads about which both sides broke something, a row each with when each promise was
 * broken. One statement reads the leads once for all promises. Instants that take a look-up from the start are
 * found afterwards, for these rows alone.
 */
export interface Pairs {
  /** Of the table, about. */
  readonly columns: number;
  /** SELECTs: the first makes the table, each of the others takes its place, over the table so far. */
  readonly steps: readonly ((table: string) => string)[];
  /** The column of the period in which a case is told; null where none is. */
  readonly period: (caused: Caused) => string;
  /** The place of the first of the other promises that had been broken by then; null where there is none. */
  readonly cause: (caused: Caused) => string;
}

/**
 * SELECTs that one statement joins. Each join that keeps the rows of both sides takes some five megabytes, however
 * few they are.
 */
const JOINED_AT_ONCE = 6;

/** Instants that one statement looks up: each takes a join by order, which holds all rows. */
const DUES_AT_ONCE = 6;

/** Promises that one statement counts: the engine plans more of them longer than it counts them. */
const COUNTED_AT_ONCE = 16;

export function pairsOf([one, other]: Sides): Pairs {
  const [first] = [...one, ...other];
  if (!first) throw new Error('Nothing is asked about');
  const { context } = first.broken;
  const told = (side: readonly Caused[]) => side.map(({ broken }) => broken);
  const causes = (side: readonly Caused[]) => side.flatMap(({ others }) => others.flat());
  const ofOne = new Set<Breakable>([...told(one), ...causes(other)]);
  const ofOther = new Set<Breakable>([...told(other), ...causes(one)]);
  const all = [...new Set([...ofOne, ...ofOther])];
  const places = new Map(all.map((each, place) => [each, place]));
  const columnsOf = (each: Breakable) => brokenColumns(places.get(each) ?? -1);
  const isAny = (some: ReadonlySet<Breakable>) =>
    [...some].map((each) => `${columnsOf(each).at} IS NOT NULL`).join(' OR ');
  const asked = new Set<Breakable>([...told(one), ...told(other)]);
  const at = (each: Breakable) => (isDueLater(each) ? columnsOf(each).due : columnsOf(each).at);
  const rows = sliced(brokenSql(all, asked), JOINED_AT_ONCE).map((some, i, { length }) => {
    // Two conditions and not one: what needs no look-up is tested before all look-ups.
    const where = i === length - 1 ? ` WHERE (${isAny(ofOne)}) AND (${isAny(ofOther)})` : '';
    return (table: string) => `SELECT * FROM ${joined(some, i === 0 ? null : table, context)}${where}`;
  });
  const dues = sliced(all.filter(isDueLater), DUES_AT_ONCE).map((some) => (table: string) => {
    const lookups = new Lookups(context);
    const columns = some.map((part) => {
      const { at: start, due, seg } = columnsOf(part);
      return `${dueByStart(part.plan, { start, seg }, part.context, lookups)} AS ${due}`;
    });
    return `SELECT ${['c.*', ...columns].join(', ')}\nFROM ${table} c\n${lookups}`;
  });
  return {
    columns: 2 * all.length + asked.size,
    steps: [...rows, ...dues],
    period: ({ broken }) => columnsOf(broken).period,
    cause({ broken, others }) {
      const isBefore = (each: Breakable) =>
        `${hasReasons(each) ? `${columnsOf(each).cause} AND ` : ''}${at(each)} <= ${at(broken)}`;
      const branches = others.flatMap((some, i) =>
        some.length === 0 ? [] : [`WHEN ${some.map(isBefore).join(' OR ')} THEN ${i}`],
      );
      return `CASE ${branches.join(' ')} END`;
    },
  };
}

/**
 * How many broken cases there are in each period by the first of the other promises that had been broken about
 * the same lead by then, from a table of pairs: `told`, the place of the promise; `period`; `cause`, the place of
 * the other promise in its list; `n`. Cases without a cause are left out.
 */
export function causesSql(
  { period, cause }: Pairs,
  table: string,
  all: readonly Caused[],
): readonly string[] {
  const counts = all.map(
    (caused, told) => `SELECT ${told} AS told, period, cause, count(*) AS n
FROM (SELECT ${period(caused)} AS period, ${cause(caused)} AS cause FROM ${table})
WHERE period IS NOT NULL AND cause IS NOT NULL GROUP BY period, cause`,
  );
  return sliced(counts, COUNTED_AT_ONCE).map((some) => some.join('\nUNION ALL\n'));
}

/**
 * The leads with one column more: for a broken case of theirs the first of the other promises that had been
 * broken by then, its place, from a table of pairs; null where there is none.
 */
export function excusedSql({ period, cause }: Pairs, table: string, caused: Caused): string {
  const { context } = caused.broken;
  return `
SELECT l.*, e.cause AS ${EXCUSED}
FROM ${context.dialect.identifier(context.leads)} l LEFT JOIN (
  SELECT ${rowOf('x', context)}, ${cause(caused)} AS cause FROM ${table} x WHERE ${period(caused)} IS NOT NULL
) e ON ${sameLead('e', 'l', context)}`;
}

/** Rows of a table, where there is one, and of several SELECTs, those of one lead together. */
function joined(selects: readonly string[], table: string | null, { handOvers }: JudgeContext): string {
  const row = handOvers ? `key, ${HAND_OVER}` : 'key';
  const sources = [...(table === null ? [] : [table]), ...selects.map((select) => `(${select})`)];
  return sources
    .map((source, i) => (i === 0 ? `${source} b0` : `FULL JOIN ${source} b${i} USING (${row})`))
    .join('\n');
}

const sliced = <T>(all: readonly T[], most: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / most) }, (_, i) => all.slice(i * most, (i + 1) * most));

import type { LateFlag, LateTest } from '../../model/judge.ts';
import { flag, within } from './base.ts';
import type { JudgeContext } from './context.ts';
import { ownEvent, startEnds, stopEnds } from './expressions.ts';

type Known = Pick<JudgeContext, 'asOf' | 'exact' | 'dialect'>;
type Touched = Extract<LateTest, { op: 'touched' }>;

/**
 * The leads with the flags that rest on activities or on when they came, as a SELECT. That some row came no later than a stage is
 * that the first of them did. A row counts unless it surely came later: on the day of a date without a time
 * it counts. What has not come by as-of did not happen, and a stage that was not reached is after all of it.
 */
export function touchedLeadsSql(leads: string, flags: readonly LateFlag[], known: Known): string {
  const { identifier } = known.dialect;
  const first = new FirstRows(known);
  const columns = flags.map(({ name, test }) => `${testSql(test, first, known)} AS ${identifier(name)}`);
  return `SELECT l.*, ${columns.join(', ')}\nFROM ${identifier(leads)} l${first}`;
}

function testSql(test: LateTest, first: FirstRows, known: Known): string {
  switch (test.op) {
    case 'flag':
      return flag(test.column, known);
    case 'all':
    case 'any':
      return `(${test.of.map((part) => testSql(part, first, known)).join(test.op === 'all' ? ' AND ' : ' OR ')})`;
    case 'not':
      return `(NOT ${testSql(test.of, first, known)})`;
    case 'score': {
      const { number } = known.dialect;
      const points = test.points.map(
        ({ add, when }) => `CASE WHEN ${testSql(when, first, known)} THEN ${number(add)} ELSE 0 END`,
      );
      return `(${['0', ...points].join(' + ')} >= ${number(test.atLeast)})`;
    }
    case 'touched':
      return `coalesce(${first.of(test)} <= ${lastInstant(test, known)}, false)`;
    case 'came': {
      const { earliest } = startEnds(test.stage, known);
      const upTo = { from: test.span.from, to: Math.min(test.span.to, known.asOf + 1) };
      return `coalesce(${within(earliest, [upTo])}, false)`;
    }
  }
}

/** The last instant at which a row may have come to count. */
function lastInstant({ before }: Touched, known: Known): string {
  if (before === null) return `${known.asOf}`;
  const { latest } = ownEvent(before, stopEnds(before, known), known);
  return `least(${known.asOf}, coalesce(${latest}, ${known.asOf}))`;
}

/** The first row of each lead, once for each way to look for it. */
class FirstRows {
  readonly #known: Known;
  readonly #joins = new Map<string, string>();

  constructor(known: Known) {
    this.#known = known;
  }

  of({ rows: { table, time, when } }: Touched): string {
    const { identifier } = this.#known.dialect;
    const { earliest } = stopEnds({ time, when: null }, this.#known, 'a');
    const rows = `SELECT a.key, min(${earliest}) AS at FROM ${identifier(table)} a WHERE ${flag(when, this.#known, 'a')} GROUP BY a.key`;
    const alias = this.#joins.get(rows) ?? `t${this.#joins.size}`;
    this.#joins.set(rows, alias);
    return `${alias}.at`;
  }

  toString(): string {
    return [...this.#joins]
      .map(([rows, alias]) => `\nLEFT JOIN (${rows}) ${alias} ON ${alias}.key = l.key`)
      .join('');
  }
}

import { noMicros, type Spelling } from './expressions.ts';
import { Lookups } from './lookups.ts';

/** Where an expression may look: each level sees the columns of those before it. */
export const LEVEL = {
  /** The source's own columns, by the alias `l`. */
  source: 0,
  ends: 1,
  /** The rows of the calendar that `lookups` has joined. */
  lookups: 2,
  clocks: 3,
  states: 4,
  booking: 5,
} as const;

/**
 * A column of a level. Those of one turn are made together, over those of the turns before: an engine need
 * not know a column in its own SELECT.
 */
interface Column {
  readonly name: string;
  readonly turn: number;
}

/** At these levels columns look at rows that the level itself brings in, and never at one another. */
const AT_ONCE: ReadonlySet<number> = new Set([LEVEL.source, LEVEL.lookups]);

/**
 * Columns made one upon another over the rows of one source. An expression is computed once, whoever asks
 * for it: promises that are judged together share their starts, their stops and their look-ups.
 */
export class Layers {
  private readonly levels: Map<string, Column>[] = Object.values(LEVEL).map(() => new Map());
  private readonly conditions = new Set<string>();
  private readonly none: string;
  private size = 0;
  readonly lookups: Lookups;

  constructor(spelling: Spelling) {
    this.none = noMicros(spelling);
    this.lookups = new Lookups(spelling, (sql) => this.column(LEVEL.lookups, sql));
  }

  /** The name of the column that holds an expression; a literal or a name stands for itself. */
  column(level: number, sql: string): string {
    if (/^\w+$/.test(sql) || sql === this.none) return sql;
    const columns = this.levels[level];
    if (!columns) throw new RangeError(`There is no level ${level}`);
    const known = columns.get(sql);
    if (known) return known.name;
    const name = `v${this.size++}`;
    columns.set(sql, { name, turn: AT_ONCE.has(level) ? 0 : turnOf(sql, columns) });
    return name;
  }

  /**
   * Rows for which none of the conditions given holds are left out early. Of columns of the source's level.
   */
  only(condition: string): void {
    this.conditions.add(condition);
  }

  /** A SELECT of all columns. */
  over(source: string, carried: string): string {
    return this.levels.reduce((from, columns, level) => {
      const [first = [], ...later] = byTurn(columns);
      if (level === LEVEL.source) return `SELECT ${[carried, ...first].join(', ')} FROM ${source}`;
      const where =
        level === LEVEL.ends && this.conditions.size > 0
          ? ` WHERE (${[...this.conditions].map((condition) => `(${condition})`).join(' OR ')}) IS NOT DISTINCT FROM true`
          : '';
      const joins = level === LEVEL.lookups ? `\n${this.lookups}` : '';
      if (first.length === 0 && where === '' && joins.trim() === '') return from;
      const rows = `SELECT ${['c.*', ...first].join(', ')}\nFROM (${from}) c${joins}${where}`;
      return later.reduce(
        (below, added) => `SELECT ${['c.*', ...added].join(', ')}\nFROM (${below}) c`,
        rows,
      );
    }, '');
  }
}

/** After every column of the level that the expression names. */
function turnOf(sql: string, columns: ReadonlyMap<string, Column>): number {
  const named = new Set(sql.match(/\bv\d+\b/g));
  const turns = [...columns.values()].flatMap(({ name, turn }) => (named.has(name) ? [turn + 1] : []));
  return Math.max(0, ...turns);
}

function byTurn(columns: ReadonlyMap<string, Column>): readonly (readonly string[])[] {
  const turns: string[][] = [];
  for (const [sql, { name, turn }] of columns) {
    const together = turns[turn] ?? [];
    turns[turn] = together;
    together.push(`${sql} AS ${name}`);
  }
  return turns;
}

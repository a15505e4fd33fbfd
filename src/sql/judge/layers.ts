import { Lookups } from './expressions.ts';

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
 * Columns made one upon another over the rows of one source. An expression is computed once, whoever asks for it: promises
 * that are judged together share their starts, their stops and their look-ups.
 */
export class Layers {
  private readonly levels: Map<string, string>[] = Object.values(LEVEL).map(() => new Map());
  private readonly conditions = new Set<string>();
  private size = 0;
  readonly lookups: Lookups = new Lookups((sql) => this.column(LEVEL.lookups, sql));

  /** The name of the column that holds an expression; a literal or a name stands for itself. */
  column(level: number, sql: string): string {
    if (/^[\w:]+$/.test(sql)) return sql;
    const columns = this.levels[level];
    if (!columns) throw new RangeError(`There is no level ${level}`);
    const name = columns.get(sql) ?? `v${this.size++}`;
    columns.set(sql, name);
    return name;
  }

  /** Rows for which none of the conditions given holds are left out early. Of columns of the source's level. */
  only(condition: string): void {
    this.conditions.add(condition);
  }

  /** A SELECT of all columns. */
  over(source: string, carried: string): string {
    return this.levels.reduce((from, columns, level) => {
      const added = [...columns].map(([sql, name]) => `${sql} AS ${name}`);
      if (level === LEVEL.source) return `SELECT ${[carried, ...added].join(', ')} FROM ${source}`;
      const where =
        level === LEVEL.ends && this.conditions.size > 0
          ? ` WHERE (${[...this.conditions].map((condition) => `(${condition})`).join(' OR ')}) IS NOT DISTINCT FROM true`
          : '';
      const joins = level === LEVEL.lookups ? `\n${this.lookups}` : '';
      if (added.length === 0 && where === '' && joins.trim() === '') return from;
      return `SELECT ${['c.*', ...added].join(', ')}\nFROM (${from}) c${joins}${where}`;
    }, '');
  }
}

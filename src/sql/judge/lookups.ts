import type { JudgingDialect } from '../dialects/dialect.ts';
import { instantAt, openAt, type Spelling } from './expressions.ts';
import type { RowCalendar } from './row-calendar.ts';

/** Joins of calendar rows, each made once. */
export class Lookups {
  private readonly joins = new Map<string, { readonly alias: string; readonly sql: string }>();
  private readonly dialect: JudgingDialect;
  private readonly name: (sql: string) => string;

  /** `name` may give a column's name to what is looked up, so that it is computed once. */
  constructor({ dialect }: Spelling, name: (sql: string) => string = (sql) => sql) {
    this.dialect = dialect;
    this.name = name;
  }

  private join(key: string, sql: (alias: string) => string): string {
    const known = this.joins.get(key);
    if (known) return known.alias;
    const alias = `j${this.joins.size}`;
    this.joins.set(key, { alias, sql: sql(alias) });
    return alias;
  }

  /** A join of the row whose column has a value. */
  private rowOf(key: string, table: string, column: string, value: string): string {
    const { identifier } = this.dialect;
    return this.join(key, (a) => `JOIN ${identifier(table)} ${a} ON ${a}.${column} = ${value}`);
  }

  /** The row of the part of a UTC day in which an instant lies. */
  private partOf(key: string, { tables, partsFrom }: RowCalendar, instant: string): string {
    const { parts, partLength } = tables;
    const row = plus(this.dialect.divide(instant, partLength), partsFrom);
    return this.rowOf(`${parts} ${key} ${partsFrom}`, parts, 'part', row);
  }

  /** Open time at a start. */
  openAtStart(calendar: RowCalendar, instant: string): string {
    return this.name(this.openAtStartSql(calendar, instant));
  }

  private openAtStartSql(calendar: RowCalendar, instant: string): string {
    const row = this.partOf(`start ${instant}`, calendar, instant);
    return openAt(row, instant, calendar.tables);
  }

  /**
   * Open time just before a stop, and at it, from the row of the part of a day in which the stop's last
   * microsecond falls.
   */
  openAtStop({ tables, ...from }: RowCalendar, instant: string): { before: string; at: string } {
    const row = this.partOf(`stop ${instant}`, { tables, ...from }, `${instant} - 1`);
    return {
      before: this.name(openAt(row, `${instant} - 1`, tables)),
      at: this.name(openAt(row, instant, tables)),
    };
  }

  /**
   * The closing of the open day that is `days` open days after a local date, and the open time accumulated
   * there.
   */
  closing(
    calendar: RowCalendar,
    localDay: string,
    days: string,
  ): { readonly close: string; readonly pos: string } {
    const row = this.closingRow(calendar, localDay, days);
    return { close: this.name(`${row}.close`), pos: this.name(`${row}.pos`) };
  }

  private closingRow({ tables, datesFrom }: RowCalendar, localDay: string, days: string): string {
    const { dates, closings } = tables;
    const day = plus(localDay, datesFrom);
    const date = this.rowOf(`${dates} ${day}`, dates, 'day', day);
    return this.rowOf(`${closings} ${day} ${days}`, closings, 'ord', `${date}.ord + ${days}`);
  }

  /** The instant at which so much more open time has passed than at that closing. */
  afterClosing(calendar: RowCalendar, localDay: string, days: string, more: string): string {
    return this.instantAt(calendar, `(${this.closingRow(calendar, localDay, days)}.pos + ${more})`);
  }

  /**
   * The instant at which the open time reaches that at a start and `more`: a join by order, where a lookup
   * by time will not do. Parts without open time are left out, because the part before has the same open
   * time before it.
   */
  instant(calendar: RowCalendar, start: string, more: string): string {
    return this.instantAt(calendar, `(${this.openAtStartSql(calendar, start)} + ${more})`);
  }

  private instantAt(calendar: RowCalendar, position: string): string {
    const { identifier, joinBelow } = this.dialect;
    const { tables, number } = calendar;
    const rows = `SELECT * FROM ${identifier(tables.parts)} WHERE c1 > o1`;
    const row = this.join(`${tables.parts} ${number} position ${position}`, (alias) =>
      joinBelow({ rows, alias, among: ['calendar', number], column: 'ob', below: position }),
    );
    return this.name(instantAt(row, position, tables));
  }

  toString(): string {
    return [...this.joins.values()].map(({ sql }) => sql).join('\n');
  }
}

const plus = (number: string, more: string): string => (more === '0' ? number : `${number} + ${more}`);

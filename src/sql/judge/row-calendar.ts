import type { CalendarTables, LoadedCalendar, Terms } from '../../model/judge.ts';
import type { JudgeContext } from './context.ts';

/**
 * Where the calendar of a row's time limit lies in the tables of all calendars: whole numbers as SQL, by the
 * segment that matched where segments have calendars of their own. Whatever their number, a row looks into
 * one.
 */
export interface RowCalendar {
  readonly tables: CalendarTables;
  readonly number: string;
  readonly partsFrom: string;
  readonly datesFrom: string;
}

type Unit = Terms['within']['unit'];

/** The terms of one promise, of which each row has those of its segment, by the column `seg`. */
export class TermsByRow {
  private readonly terms: readonly Terms[];
  private readonly context: JudgeContext;
  private readonly seg: string;

  constructor(terms: readonly Terms[], context: JudgeContext, seg: string) {
    this.terms = terms;
    this.context = context;
    this.seg = seg;
  }

  /**
   * What the terms of some units say, as one expression. Rows of other terms, of which nobody asks it, take
   * what the first of those units says.
   */
  of(units: readonly Unit[], value: (terms: Terms) => string): string {
    const isOne = ({ within }: Terms) => units.includes(within.unit);
    const first = this.terms.find(isOne);
    if (!first) throw new Error(`No limit is one of ${units.join(' or ')}`);
    return bySegment(
      this.terms.map((terms) => value(isOne(terms) ? terms : first)),
      this.seg,
    );
  }

  calendar(units: readonly Unit[]): RowCalendar {
    const first = this.terms.find(({ within }) => units.includes(within.unit));
    if (!first) throw new Error(`No limit is one of ${units.join(' or ')}`);
    const of = (value: (calendar: LoadedCalendar) => number) =>
      this.of(units, (terms) => String(value(calendarOf(terms, this.context))));
    return {
      tables: calendarOf(first, this.context).tables,
      number: of(({ number }) => number),
      partsFrom: of(({ partsFrom }) => partsFrom),
      datesFrom: of(({ datesFrom }) => datesFrom),
    };
  }
}

/**
 * One expression over all terms, chosen by the number of the segment that matched. Where many segments say
 * the same, it is written once and chosen by its own number.
 */
export function bySegment(expressions: readonly string[], seg = 'seg'): string {
  const plain = chosen(seg, expressions);
  const distinct = [...new Set(expressions)];
  const numbers = chosen(
    seg,
    expressions.map((expression) => String(distinct.indexOf(expression))),
  );
  const once = chosen(numbers, distinct);
  return once.length < plain.length ? once : plain;
}

/** The expression at a place in the list that a number gives; the first one for every other number. */
function chosen(number: string, expressions: readonly string[]): string {
  const [first, ...rest] = expressions;
  if (first === undefined) throw new Error('Terms are never empty');
  const branches = rest.flatMap((one, i) => (one === first ? [] : [`WHEN ${i + 1} THEN ${one}`]));
  return branches.length === 0 ? first : `CASE ${number} ${branches.join(' ')} ELSE ${first} END`;
}

export function calendarOf(terms: Terms, context: JudgeContext): LoadedCalendar {
  const calendar = terms.calendar === null ? undefined : context.calendars[terms.calendar];
  if (!calendar) throw new Error(`A limit of ${terms.within.text} has no calendar`);
  return calendar;
}

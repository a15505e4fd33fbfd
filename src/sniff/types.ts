import { t } from '../messages/index.ts';
import { allOf, anyOf } from '../messages/list.ts';
import { figure } from '../messages/numbers.ts';
import { quoted } from '../messages/quoted.ts';
import type { SniffType } from '../model/sniff.ts';
import type { ColumnCount } from './column.ts';
import { monthToken } from './date-forms.ts';
import { type DateFinding, datesOf } from './dates.ts';
import { numbersOf } from './numbers.ts';
import { isCode } from './roles.ts';
import type { Shape } from './shape.ts';

export interface TypeFinding {
  readonly type: SniffType;
  readonly format: string | null;
  readonly candidates: readonly string[];
  readonly decimal: '.' | ',' | null;
  readonly currency: string | null;
  readonly offset: DateFinding['offset'];
  readonly evidence: string;
  readonly unlike: number;
  readonly unlikeExamples: readonly string[];
  readonly notes: readonly string[];
  readonly hours: readonly number[] | null;
}

/** A type is believed where at least so many of the filled cells are of it. */
const ENOUGH = 0.9;

const BOOLEANS: ReadonlySet<string> = new Set([
  'true',
  'false',
  'yes',
  'no',
  'oui',
  'non',
  'vrai',
  'faux',
  '0',
  '1',
]);

/** Of headers as they stand. */
const DATE_NAME =
  /date|time|heure|\bat\b|_at$|_on$|\ble\b|jour|created|modified|timestamp|datum|zeit|\bam$|fecha|\bdata\b|tijd|\bop$|\bem$|日時?$|日付|時刻|タイムスタンプ|дата|время|utworzono|godzina/i;

const NOTHING = {
  format: null,
  candidates: [],
  decimal: null,
  currency: null,
  offset: null,
  unlike: 0,
  unlikeExamples: [],
  notes: [],
  hours: null,
} as const;

/** What a column's cells are, by the shapes of all of them. */
export function typeOf(name: string, column: ColumnCount): TypeFinding {
  const { filled, values, shapes } = column;
  if (filled === 0) return { ...NOTHING, type: 'empty', evidence: t`no cell is filled` };
  const words = values.map(({ value }) => value.toLowerCase());
  if (words.length > 0 && words.length <= 2 && words.every((word) => BOOLEANS.has(word))) {
    const list = values.map(({ value }) => quoted(value));
    return { ...NOTHING, type: 'boolean', evidence: t`only ${allOf(list)}` };
  }
  const dates = datesOf(shapes, DATE_NAME.test(name));
  const numbers = numbersOf(shapes);
  if (numbers?.type === 'integer' && numbers.n >= ENOUGH * filled && isCode(name))
    return { ...NOTHING, type: 'text', evidence: codeEvidence(shapes) };
  const best = Math.max(dates?.n ?? 0, numbers?.n ?? 0);
  if (best >= ENOUGH * filled) {
    const finding = dates !== null && dates.n === best ? fromDates(dates) : { ...NOTHING, ...numbers };
    const others = unlike(
      shapes,
      finding.type === 'date' || finding.type === 'datetime' ? 'date' : 'number',
      name,
    );
    return {
      ...finding,
      type: finding.type ?? 'text',
      evidence: finding.evidence ?? '',
      unlike: filled - best,
      unlikeExamples: filled - best > 0 ? others : [],
    };
  }
  return {
    ...NOTHING,
    type: 'text',
    evidence: textEvidence(column, shapes, best),
    notes: [...almost(dates, filled), ...withoutYear(shapes, filled)],
  };
}

/** Zeros in front may be lost already: then some numbers are shorter than the others. */
function codeEvidence(shapes: readonly Shape[]): string {
  const lengths = shapes.flatMap(({ example }) => (/^\d+$/.test(example) ? [example.length] : []));
  const [low, high] = [Math.min(...lengths), Math.max(...lengths)];
  if (lengths.length === 0) return t`codes, not numbers`;
  return low === high
    ? t`codes of ${low} digits, not numbers`
    : t`codes of ${low} to ${high} digits, not numbers`;
}

function fromDates(dates: DateFinding) {
  const { type, format, candidates, evidence, offset, notes, hours } = dates;
  return { ...NOTHING, type, format, candidates, evidence, offset, notes, hours };
}

function unlike(shapes: readonly Shape[], kind: 'date' | 'number', name: string): readonly string[] {
  const others = shapes.filter((shape) =>
    kind === 'date' ? datesOf([shape], DATE_NAME.test(name)) === null : numbersOf([shape]) === null,
  );
  return others.slice(0, 3).map(({ example }) => example);
}

/** Texts that are nearly all e-mail addresses. */
export const holdsAddresses = ({ addresses, filled }: ColumnCount): boolean =>
  filled > 0 && addresses >= ENOUGH * filled;

function textEvidence(column: ColumnCount, shapes: readonly Shape[], best: number): string {
  if (holdsAddresses(column)) return t`e-mail addresses`;
  if (
    shapes.some(({ leadingZero }) => leadingZero > 0) &&
    shapes.every(({ example }) => /^\d+$/.test(example))
  )
    return t`digits with zeros in front: codes, not numbers`;
  return best > 0
    ? t`words; ${figure(best)} of ${figure(column.filled)} cells are numbers or dates`
    : t`words`;
}

/** `05/01`, `5-1`: its two numbers. */
const DAY_AND_MONTH = /^\d{1,2}[/-]\d{1,2}$/;
/** `5 janv.`, `5 January` */
const DAY_OF_MONTH = /^\d{1,2}\.? (?:de )?(\p{L}{3,10}\.?)$/u;

/** Days of some year: what no reader takes for a date. */
function withoutYear(shapes: readonly Shape[], filled: number): readonly string[] {
  const days = shapes.filter(({ example, min, max }) => {
    const month = DAY_OF_MONTH.exec(example)?.[1];
    if (month !== undefined) return monthToken(month) !== '?';
    const [one, other] = [max[0] ?? 0, max[1] ?? 0];
    const isPair = DAY_AND_MONTH.test(example) && (min[0] ?? 0) > 0 && (min[1] ?? 0) > 0;
    return isPair && Math.max(one, other) <= 31 && Math.min(one, other) <= 12;
  });
  const [first] = days;
  if (!first || days.reduce((sum, { n }) => sum + n, 0) < filled * ENOUGH) return [];
  return [t`days without a year, such as "${first.example}": export it with the year`];
}

/** Half of a column in one date format and half in another is read in neither. */
function almost(dates: DateFinding | null, filled: number): readonly string[] {
  if (dates === null || dates.n < filled * 0.2) return [];
  const format = dates.format ?? anyOf(dates.candidates);
  return [
    t`${figure(dates.n)} of its ${figure(filled)} cells are dates (${format}), too few to call it a date: two formats in one column can not be read`,
  ];
}

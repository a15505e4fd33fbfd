import { USUAL_DAYS, USUAL_HOURS } from '../../../kinds/ladder.ts';
import { plural, t } from '../../../messages/index.ts';
import { decimals, figure } from '../../../messages/numbers.ts';
import { ownId } from '../../../messages/own-ids.ts';
import type { RoleName } from '../../../model/sniff.ts';
import { fieldOf } from '../../../report/sniff-fields.ts';
import type { Mapping } from '../ask/mapping.ts';

/** What marketing hands over: the cells without which sales can't work. */
const RECORD: readonly RoleName[] = ['phone', 'email', 'company', 'source'];

/**
 * `4 business hours` in words: what a promise says, where the measure keeps the language of the agreement.
 */
export function limitText(limit: string): string {
  const [amount = '', , unit = ''] = limit.split(' ');
  const n = Number(amount);
  if (unit.startsWith('minute')) return plural(n, t`${n} business minute`, t`${n} business minutes`);
  return unit.startsWith('hour')
    ? plural(n, t`${n} business hour`, t`${n} business hours`)
    : plural(n, t`${n} business day`, t`${n} business days`);
}

/** Limits that are tried on the past, shortest first, in each unit of the reader. */
export const limits = (wholeDays: boolean): readonly string[] => [
  ...new Set(wholeDays ? USUAL_DAYS : [...USUAL_HOURS, ...USUAL_DAYS]),
];

/** Of the rows so many must have a cell filled for it to be promised: what half of them lack is no habit. */
const USUAL = 0.5;

export const recordFields = (mapping: Mapping, rows: number): readonly RoleName[] =>
  RECORD.filter((role) => (mapping[role]?.filled ?? 0) > rows * USUAL);

/** Why cells that most leads lack are not promised. */
export const rareFields = (mapping: Mapping, rows: number): readonly string[] =>
  RECORD.flatMap((role) => {
    const column = mapping[role];
    if (!column || column.filled > rows * USUAL) return [];
    return [
      t`"${column.name}" is filled in ${figure(column.filled)} of ${figure(rows)} rows: no promise is made of it.`,
    ];
  });

export interface Block {
  readonly id: string;
  /** The trial on the past that it rests on. */
  readonly trial: string;
  readonly by: 'marketing' | 'sales' | 'service';
  readonly promise: string;
  /** `count: { stage: qualified }` */
  readonly measure: string;
  readonly target: string;
  /** Lines above it. */
  readonly comments: readonly string[];
}

/** A promise, or the sentence that says why the past lets none be proposed; null where nothing was tried. */
export type Settled = Block | string | null;

/** `maxUnknown` in percent, where the past needs more than the usual limit. */
export function blockText(
  { id, by, promise, measure, target, comments }: Omit<Block, 'trial'>,
  maxUnknown: number | null = null,
): string {
  return [
    ...comments.map((comment) => `  # ${comment}`),
    `  - id: ${id}`,
    `    owed_by: ${ownId(by)}`,
    `    owed_to: ${by === 'sales' ? 'marketing' : ownId('sales')}`,
    `    promise: ${promise}`,
    `    ${measure}`,
    `    target: "${target}"`,
    ...unknownLines(maxUnknown),
  ].join('\n');
}

export const percent = (part: number): string => t`${Math.round(part * 100)}%`;

/** With a decimal where there is one. */
export function rateText(part: number): string {
  const value = Math.floor(part * 1000) / 10;
  return t`${decimals(value, Number.isInteger(value) ? 0 : 1)}%`;
}

/** `pause` as a measure writes it; null where the clock never stands still. */
export const responseMeasure = (
  from: string,
  to: string,
  within: string,
  pause: string | null = null,
): string =>
  `response: { from: ${ownId(from)}, to: ${ownId(to)}, within: ${within}, calendar: ${ownId('office')}${pause === null ? '' : `, ${pause}`} }`;

/** Without a calendar: the days of the year. */
export const wonMeasure = (start: string, days: number): string =>
  `response: { from: ${ownId(start)}, to: ${ownId('won')}, within: ${days} calendar days }`;

export const winsMeasure = (start: string): string =>
  `share: { of: { stage: ${ownId(start)} }, reaches: ${ownId('won')} }`;

export const countMeasure = (stage: string): string => `count: { stage: ${ownId(stage)} }`;

export function recordMeasure(stage: string, fields: readonly RoleName[]): string {
  const present = fields.map((field) => `${fieldOf(field)}: present`).join(', ');
  return `share: { of: { stage: ${ownId(stage)} }, with: { ${present} } }`;
}

export function objectiveText({
  id,
  title,
  measure,
  target,
  comments,
  maxUnknown = null,
}: {
  readonly id: string;
  readonly title: string;
  readonly measure: string;
  readonly target: string;
  readonly comments: readonly string[];
  readonly maxUnknown?: number | null;
}): string {
  return [
    ...comments.map((comment) => `  # ${comment}`),
    `  - id: ${id}`,
    `    title: ${title}`,
    `    shared_by: [marketing, ${ownId('sales')}]`,
    `    ${measure}`,
    `    target: "${target}"`,
    ...unknownLines(maxUnknown),
  ].join('\n');
}

const unknownLines = (percentage: number | null): readonly string[] =>
  percentage === null ? [] : [`    max_unknown: ${percentage}%`];

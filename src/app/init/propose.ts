import { mark, plural, say, t } from '../../messages/index.ts';
import { decimals, figure } from '../../messages/numbers.ts';
import type { Compliance } from '../../model/compliance.ts';
import type { RoleName } from '../../model/sniff.ts';
import type { Mapping } from './mapping.ts';
import { attemptTrials, followUp } from './attempts.ts';
import type { More } from './more.ts';
import { covered, firstKept, kept, reached, resultsOf, share } from './past.ts';
import {
  type Block,
  blockText,
  countMeasure,
  limits,
  limitText,
  objectiveText,
  recordFields,
  recordMeasure,
  responseMeasure,
} from './promises.ts';

/** The promises that an export can bear, first as trials on the past, then with the targets that the past reached. */
export interface Proposal {
  readonly used: ReadonlySet<RoleName>;
  /** Commitments whose targets are of no account. */
  readonly trials: readonly string[];
  readonly trialObjectives: readonly string[];
  settle(
    past: Compliance,
    part: 0.8 | 0.9,
  ): { readonly commitments: readonly string[]; readonly objectives: readonly string[] };
}

interface Timed {
  readonly id: string;
  readonly to: 'contacted' | 'answered';
  readonly sentence: (within: string) => string;
}

const TIMED: readonly Timed[] = [
  {
    id: 'first-contact',
    to: 'contacted',
    sentence: (within) => t`Every lead is contacted within ${limitText(within)}`,
  },
  {
    id: 'feedback',
    to: 'answered',
    sentence: (within) => t`Every lead is accepted or refused within ${limitText(within)}`,
  },
];

export function propose(
  mapping: Mapping,
  start: 'qualified' | 'created',
  wholeDays: boolean,
  touched: Pick<More, 'name' | 'touch'> | null = null,
): Proposal {
  const record = recordFields(mapping);
  const timed = TIMED.filter(({ to }) => mapping[to] !== undefined);
  const won = mapping.won !== undefined;
  const revenue = won && mapping.amount !== undefined;
  const wins = won && timed.length === 0;
  const qualifies = start === 'created' && mapping.qualified !== undefined;
  const used = new Set<RoleName>(['id', start, ...record, ...timed.map(({ to }) => to)]);
  if (won) used.add('won');
  if (revenue) used.add('amount');
  if (qualifies) used.add('qualified');
  if (mapping.status) used.add('status');
  const trial = (id: string, measure: string, target: string): string =>
    blockText({ id, by: 'sales', promise: id, measure, target, comments: [] });
  const trialsOf = ({ id, to }: Timed) =>
    limits(wholeDays || mapping[to]?.type === 'date').map((within, i) => ({ id: `${id}-${i}`, within, to }));
  return {
    used,
    trials: [
      trial('volume', countMeasure(start), '>= 1 per month'),
      ...(record.length > 0 ? [trial('complete-records', recordMeasure(start, record), '>= 1%')] : []),
      ...(wins ? [trial('customers', winsMeasure(start), '>= 1%')] : []),
      ...timed.flatMap((each) =>
        trialsOf(each).map(({ id, within, to }) => trial(id, responseMeasure(start, to, within), '>= 1%')),
      ),
      ...(touched
        ? attemptTrials(touched, start, mapping).map(({ id, measure }) => trial(id, measure, '>= 1%'))
        : []),
    ],
    trialObjectives: won
      ? [objectiveText('new-business', 'x', revenue ? REVENUE : countMeasure('won'), '>= 1 per quarter', 'x')]
      : [],
    settle(past, part) {
      const others = part === 0.8 ? 0.9 : 0.8;
      const commitments = [volume(past, start, part)];
      if (record.length > 0) commitments.push(records(past, start, record, part));
      if (wins) commitments.push(customers(past, start, part));
      for (const each of timed) commitments.push(response(past, start, each, trialsOf(each), part, others));
      if (touched) commitments.push(followUp(past, attemptTrials(touched, start, mapping), part));
      return {
        commitments: commitments.map(blockText),
        objectives: won ? [objective(past, revenue, part)] : [],
      };
    },
  };
}

/** A target of 100 % is missed by one slip of the pen: no rate is proposed above this. */
const MOST = 99;

const REVENUE = 'sum: { field: amount, stage: won }';

const percent = (part: number): string => t`${Math.round(part * 100)} %`;

/** Cells that a lead comes with, as people call them. */
const CELLS: Readonly<Partial<Record<RoleName, string>>> = {
  phone: mark`phone`,
  email: mark`email`,
  company: mark`company`,
  source: mark`source`,
};

function volume(past: Compliance, start: string, part: number): Block {
  const n = Math.max(1, Math.floor(reached(past, 'volume', part)));
  const months = covered(resultsOf(past, 'volume')).length;
  return {
    id: 'volume',
    by: 'marketing',
    promise:
      start === 'qualified'
        ? plural(n, t`${figure(n)} qualified lead every month`, t`${figure(n)} qualified leads every month`)
        : plural(n, t`${figure(n)} lead every month`, t`${figure(n)} leads every month`),
    measure: countMeasure(start),
    target: `>= ${n} per month`,
    comments: [
      t`Reached in ${percent(part)} of the months of the export (${months} in all; the first and the last, which may be cut, are left out).`,
    ],
  };
}

function records(past: Compliance, start: string, fields: readonly RoleName[], part: number): Block {
  const all = share(kept(past, 'complete-records'));
  const n = Math.max(1, Math.min(MOST, Math.floor(reached(past, 'complete-records', part) * 100)));
  return {
    id: 'complete-records',
    by: 'marketing',
    promise: t`A lead comes with its ${fields.map((field) => say(CELLS[field] ?? field)).join(', ')}`,
    measure: recordMeasure(start, fields),
    target: `>= ${n}%`,
    comments: [
      t`${rateText(all)} of the leads had them all; ${n} % or more did in ${percent(part)} of the months.`,
    ],
  };
}

/** With a decimal where there is one. */
function rateText(part: number): string {
  const value = Math.floor(part * 1000) / 10;
  return t`${decimals(value, Number.isInteger(value) ? 0 : 1)} %`;
}

const winsMeasure = (start: string): string => `share: { of: { stage: ${start} }, reaches: won }`;

/** What sales can promise where the export tells neither contact nor answer. */
function customers(past: Compliance, start: string, part: number): Block {
  const n = Math.max(1, Math.min(MOST, Math.floor(reached(past, 'customers', part) * 100)));
  return {
    id: 'customers',
    by: 'sales',
    promise: t`${n} % of the leads become customers`,
    measure: winsMeasure(start),
    target: `>= ${n}%`,
    comments: [
      t`Reached in ${percent(part)} of the months. The export has no date of a first contact: with one, "sla init --contacted COLUMN" proposes a time limit.`,
    ],
  };
}

function response(
  past: Compliance,
  start: string,
  { id, to, sentence }: Timed,
  trials: readonly { readonly id: string; readonly within: string }[],
  part: number,
  others: number,
): Block {
  const within = firstKept(past, trials, part);
  const other = firstKept(past, trials, others);
  const last = trials.at(-1);
  if (within === null && last) {
    // Too many were never answered for any limit: the promise is what could be kept at all.
    const best = share(kept(past, last.id));
    const enough = trials.find((each) => share(kept(past, each.id)) >= best * 0.9) ?? last;
    const n = Math.max(1, Math.floor(share(kept(past, enough.id)) * 20) * 5);
    return {
      id,
      by: 'sales',
      promise: sentence(enough.within),
      measure: responseMeasure(start, to, enough.within),
      target: `>= ${n}%`,
      comments: [
        t`No limit was kept in ${percent(part)} of past cases: ${percent(1 - best)} had no such date even after ${limitText(last.within)}.`,
        t`${percent(share(kept(past, enough.id)))} came within ${limitText(enough.within)}.`,
      ],
    };
  }
  const limit = within ?? '1 business day';
  return {
    id,
    by: 'sales',
    promise: sentence(limit),
    measure: responseMeasure(start, to, limit),
    target: `>= ${Math.round(part * 100)}%`,
    comments: [
      other === null || other === limit
        ? t`In the past, ${percent(part)} came within ${limitText(limit)}.`
        : t`In the past, ${percent(part)} came within ${limitText(limit)}; ${percent(others)} within ${limitText(other)}.`,
      t`Over ${figure(kept(past, trials[0]?.id ?? '').cases)} cases; a lead without the date counts as late.`,
    ],
  };
}

function objective(past: Compliance, revenue: boolean, part: number): string {
  const n = Math.max(1, Math.floor(reached(past, 'new-business', part)));
  const quarters = resultsOf(past, 'new-business');
  const cut =
    covered(quarters).length < quarters.length
      ? ` ${t`Quarters before the first and after the last such lead are left out.`}`
      : '';
  return objectiveText(
    'new-business',
    revenue
      ? t`New revenue that both teams bring in together`
      : t`New customers that both teams bring in together`,
    revenue ? REVENUE : countMeasure('won'),
    `>= ${n} per quarter`,
    `${
      revenue
        ? t`Reached in ${percent(part)} of the quarters of the export. Add a currency if you like: ">= ${n} EUR per quarter".`
        : t`Reached in ${percent(part)} of the quarters of the export.`
    }${cut}`,
  );
}

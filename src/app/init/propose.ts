import type { Compliance } from '../../model/compliance.ts';
import type { RoleName } from '../../model/sniff.ts';
import type { Mapping } from './mapping.ts';
import { attemptTrials, followUp } from './attempts.ts';
import type { More } from './more.ts';
import { firstKept, kept, reached, resultsOf, share } from './past.ts';
import {
  type Block,
  blockText,
  countMeasure,
  limits,
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
  { id: 'first-contact', to: 'contacted', sentence: (within) => `Every lead is contacted within ${within}` },
  {
    id: 'feedback',
    to: 'answered',
    sentence: (within) => `Every lead is accepted or refused within ${within}`,
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

const percent = (part: number): string => `${Math.round(part * 100)} %`;

function volume(past: Compliance, start: string, part: number): Block {
  const n = Math.max(1, Math.floor(reached(past, 'volume', part)));
  const months = resultsOf(past, 'volume').length;
  return {
    id: 'volume',
    by: 'marketing',
    promise: `${n} ${start === 'qualified' ? 'qualified leads' : 'leads'} every month`,
    measure: countMeasure(start),
    target: `>= ${n} per month`,
    comments: [
      `Reached in ${percent(part)} of the months of the export (${months} in all; the first and the last, which may be cut, are left out).`,
    ],
  };
}

function records(past: Compliance, start: string, fields: readonly RoleName[], part: number): Block {
  const all = share(kept(past, 'complete-records'));
  const n = Math.max(1, Math.min(MOST, Math.floor(reached(past, 'complete-records', part) * 100)));
  return {
    id: 'complete-records',
    by: 'marketing',
    promise: `A lead comes with its ${fields.map((field) => field.replace('_', ' ')).join(', ')}`,
    measure: recordMeasure(start, fields),
    target: `>= ${n}%`,
    comments: [
      `${Math.floor(all * 1000) / 10} % of the leads had them all; ${n} % or more did in ${percent(part)} of the months.`,
    ],
  };
}

const winsMeasure = (start: string): string => `share: { of: { stage: ${start} }, reaches: won }`;

/** What sales can promise where the export tells neither contact nor answer. */
function customers(past: Compliance, start: string, part: number): Block {
  const n = Math.max(1, Math.min(MOST, Math.floor(reached(past, 'customers', part) * 100)));
  return {
    id: 'customers',
    by: 'sales',
    promise: `${n} % of the leads become customers`,
    measure: winsMeasure(start),
    target: `>= ${n}%`,
    comments: [
      `Reached in ${percent(part)} of the months. The export has no date of a first contact: with one, "sla init --contacted COLUMN" proposes a time limit.`,
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
        `No limit was kept in ${percent(part)} of past cases: ${percent(1 - best)} had no such date even after ${last.within}.`,
        `${percent(share(kept(past, enough.id)))} came within ${enough.within}.`,
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
      `In the past, ${percent(part)} came within ${limit}${other === null || other === limit ? '' : `; ${percent(others)} within ${other}`}.`,
      `Over ${kept(past, trials[0]?.id ?? '').cases} cases; a lead without the date counts as late.`,
    ],
  };
}

function objective(past: Compliance, revenue: boolean, part: number): string {
  const n = Math.max(1, Math.floor(reached(past, 'new-business', part)));
  return objectiveText(
    'new-business',
    revenue
      ? 'New revenue that both teams bring in together'
      : 'New customers that both teams bring in together',
    revenue ? REVENUE : countMeasure('won'),
    `>= ${n} per quarter`,
    `Reached in ${percent(part)} of the quarters of the export.${revenue ? ` Add a currency if you like: ">= ${n} EUR per quarter".` : ''}`,
  );
}

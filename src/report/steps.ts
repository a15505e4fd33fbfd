import { t } from '../messages/index.ts';
import { whole } from '../messages/numbers.ts';
import type { Compliance, Counts } from '../model/compliance.ts';
import type { StepsTaken, StepTaken } from '../model/steps.ts';
import { spokenDate } from './instant.ts';
import { wordOf } from './words.ts';

/** Steps that a line has room for. */
const MOST = 12;

/** `Swiss campaign: 3 of 5 done, 1 late; next: page, due Friday 10 July 2026: open, at risk`, then each step. */
export function stepLines({
  steps = [],
  agreement,
}: Pick<Compliance, 'steps' | 'agreement'>): readonly string[] {
  return steps.flatMap((one) => [
    summaryOf(one, agreement.timezone),
    ...(one.steps.length === 0 ? [] : [listOf(one, agreement.timezone)]),
  ]);
}

/** `1 late, 2 still to be done`: the steps of one period; empty where all are done. */
export const stepsLeft = ({ breached, pending }: Pick<Counts, 'breached' | 'pending'>): string =>
  [
    ...(breached > 0 ? [t`${whole(breached)} late`] : []),
    ...(pending > 0 ? [t`${whole(pending)} still to be done`] : []),
  ].join(', ');

function summaryOf(one: StepsTaken, zone: string): string {
  const { title, done, doneLate, late, open, undated, next, verdict, outlook } = one;
  const all = done + late + open;
  const parts = [
    t`${whole(done)} of ${whole(all)} done`,
    ...(doneLate > 0 ? [t`${whole(doneLate)} of them late`] : []),
    ...(late > 0 ? [t`${whole(late)} not done in time`] : []),
    ...(undated > 0 ? [t`${whole(undated)} without a date`] : []),
    ...(next !== null ? [t`next: ${nameOf(next)}, due ${dayOf(next.due, zone)}`] : []),
  ];
  const said = [verdict, ...(outlook === null ? [] : [outlook])].map(wordOf).join(', ');
  return t`${title}: ${parts.join(', ')}; ${said}`;
}

function listOf({ steps, done, late, open }: StepsTaken, zone: string): string {
  const more = done + late + open - MOST;
  const said = steps.slice(0, MOST).map((step) => stepText(step, zone));
  return [...said, ...(more > 0 ? [t`and ${whole(more)} more`] : [])].join(' · ');
}

function stepText(step: StepTaken, zone: string): string {
  const name = nameOf(step);
  if (step.state === 'done') return `✓ ${name}${step.done === null ? '' : ` ${spokenDate(step.done, zone)}`}`;
  const mark = step.state === 'late' ? '✗' : '○';
  return step.due === null ? `${mark} ${name}` : t`${mark} ${name}, due ${dayOf(step.due, zone)}`;
}

const nameOf = ({ key }: StepTaken): string => key ?? t`a step`;

/** What is due at 24:00 is due on the day that ends then. */
const dayOf = (due: number | null, zone: string): string => (due === null ? '' : spokenDate(due - 1, zone));

import { t } from '../../../messages/index.ts';
import { figure } from '../../../messages/numbers.ts';
import { ownId } from '../../../messages/own-ids.ts';
import type { Compliance } from '../../../model/compliance.ts';
import { fieldOfRows, type RowColumns, type RowKind } from '../ask/rows.ts';
import { kept, percentTarget, share, wholeTarget } from './past.ts';
import {
  type Block,
  blockText,
  countMeasure,
  limits,
  limitText,
  objectiveText,
  percent,
  responseMeasure,
  type Settled,
} from './promises.ts';
import { response, type Timed } from './targets.ts';
import { unknownLimit } from './unknown.ts';

/** What is promised of rows that are no leads, on trial or with the targets that the past reached. */
export interface RowPromises {
  readonly objectives: readonly string[];
  readonly commitments: readonly string[];
}

/** Of a scale, what is near enough to its top: 4 of 5, 9 of 10. */
const NEAR_THE_TOP = 0.8;

/** Long because the trials and the targets are of the same clocks, the same deadline and the same scale. */
export function proposeRows({
  kind,
  columns,
  pause,
}: {
  readonly kind: RowKind;
  readonly columns: RowColumns;
  /** Of a clock that ends with the row, as a measure writes it; null where it never stands still. */
  readonly pause: string | null;
}): {
  readonly trials: RowPromises;
  settle(past: Compliance, part: 0.8 | 0.9): RowPromises & { readonly left: readonly string[] };
} {
  const { opened, answered, done, due, score } = columns;
  const [[start], [first], [end]] = [kind.stages.opened, kind.stages.answered, kind.stages.done];
  const timed: readonly (Timed & { readonly wholeDays: boolean })[] = [
    ...(answered
      ? [
          {
            ...{
              id: 'first-answer',
              to: first,
              wholeDays: [opened, answered].some(({ type }) => type === 'date'),
            },
            sentence: (within: string) => kind.sentences.answered(limitText(within)),
          },
        ]
      : []),
    ...(done && !due
      ? [
          {
            ...{ id: 'done-in-time', to: end, wholeDays: [opened, done].some(({ type }) => type === 'date') },
            ...(pause === null ? {} : { pause }),
            sentence: (within: string) => kind.sentences.done(limitText(within)),
          },
        ]
      : []),
  ];
  const trialsOf = ({ id, wholeDays }: (typeof timed)[number]) =>
    limits(wholeDays).map((within, i) => ({ id: `${id}-${i}`, within }));
  const byDue = `response: { from: ${ownId(start)}, to: ${ownId(end)}, by: ${fieldOfRows('due')} }`;
  const scale = score ? scaleOf(score.values.map(({ value }) => Number(value))) : null;
  const content =
    scale === null
      ? null
      : `share: { of: { stage: ${ownId(done ? end : start)}, where: { ${fieldOfRows('score')}: present } }, with: { ${fieldOfRows('score')}: ">= ${scale}" } }`;
  const trial = (id: string, measure: string, target: string): string =>
    blockText({ id, by: kind.owedBy, promise: id, measure, target, comments: [] });
  return {
    trials: {
      commitments: [
        ...timed.flatMap((each) =>
          trialsOf(each).map(({ id, within }) =>
            trial(id, responseMeasure(start, each.to, within, each.pause), '>= 1%'),
          ),
        ),
        ...(due ? [trial('on-time', byDue, '>= 1%')] : []),
      ],
      objectives: [
        ...(content === null ? [] : [onTrial('satisfied', content, '>= 1%')]),
        ...(timed.length === 0 && !due ? [onTrial('answers', countMeasure(start), '>= 1 per month')] : []),
      ],
    },
    settle(past, part) {
      const others = part === 0.8 ? 0.9 : 0.8;
      const settled: Settled[] = timed.map((each) =>
        response({ past, start, timed: each, trials: trialsOf(each), part, others, by: kind.owedBy }),
      );
      if (due) settled.push(onTime(past, { kind, measure: byDue, part }));
      const blocks = settled.filter((each): each is Block => each !== null && typeof each !== 'string');
      return {
        commitments: blocks.map((block) => {
          const limit = unknownLimit(past, block.trial);
          return limit === null
            ? blockText(block)
            : blockText({ ...block, comments: [...block.comments, limit.why] }, limit.percent);
        }),
        objectives: [
          ...(content === null || scale === null ? [] : [satisfied(past, { measure: content, scale, part })]),
          ...(timed.length === 0 && !due ? [answers(past, { start, part })] : []),
        ],
        left: settled.filter((each) => typeof each === 'string'),
      };
    },
  };
}

/** From where on somebody is content, on a scale that ends at its largest value; null where it is none. */
function scaleOf(values: readonly number[]): number | null {
  const top = Math.max(...values);
  return values.length > 1 && Number.isFinite(top) && top > 1 ? Math.ceil(top * NEAR_THE_TOP) : null;
}

function onTime(
  past: Compliance,
  { kind, measure, part }: { readonly kind: RowKind; readonly measure: string; readonly part: number },
): Settled {
  const { cases } = kept(past, 'on-time');
  const all = share(kept(past, 'on-time'));
  const n = percentTarget(past, 'on-time', part);
  if (cases === 0) return t`"${ownId('on-time')}" is not proposed: no row of the past has a deadline.`;
  return {
    ...{ id: ownId('on-time'), trial: 'on-time', by: kind.owedBy, promise: kind.sentences.byDue(), measure },
    target: `>= ${n}%`,
    comments: [t`In the past, ${percent(all)} of ${figure(cases)} were.`],
  };
}

function satisfied(
  past: Compliance,
  { measure, scale, part }: { readonly measure: string; readonly scale: number; readonly part: number },
): string {
  const all = share(kept(past, 'satisfied'));
  return objectiveText({
    ...{ id: ownId('satisfied'), title: t`Satisfied, ${figure(scale)} or more`, measure },
    target: `>= ${percentTarget(past, 'satisfied', part)}%`,
    comments: [t`In the past, ${percent(all)} of those who answered gave ${figure(scale)} or more.`],
  });
}

function answers(
  past: Compliance,
  { start, part }: { readonly start: string; readonly part: number },
): string {
  const { n, part: reached } = wholeTarget(past, 'answers', part);
  return objectiveText({
    ...{ id: ownId('answers'), title: t`Answers every month`, measure: countMeasure(start) },
    target: `>= ${n} per month`,
    comments: [t`Reached in ${percent(reached)} of the months of the export.`],
  });
}

const onTrial = (id: string, measure: string, target: string): string =>
  objectiveText({ id, title: id, measure, target, comments: [] });

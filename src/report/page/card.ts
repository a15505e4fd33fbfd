import { t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import type { Result } from '../../model/compliance.ts';
import type { Fold, Group, PageBlock, Words } from '../blocks.ts';
import { decidedOf } from '../number.ts';
import { timeTaken } from '../time-taken.ts';
import { type AgreementFacts, newestOf, type PeriodCell, type PromiseFacts } from './facts.ts';
import { lineOf } from './line.ts';
import { periodName, several } from './periods.ts';
import {
  cellText,
  gapText,
  numberText,
  ofText,
  openText,
  said,
  sentences,
  targetWithPeriod,
  verdictWord,
  verdictWords,
  whyNone,
} from './sentences.ts';

/** A promise: its number, its periods as a line, where its cases stand, and all periods as folds. */
export function cardOf(one: PromiseFacts, facts: AgreementFacts, level: 4 | 5): Group {
  const { compliance } = facts;
  const line = lineOf(one, facts);
  return {
    kind: 'group',
    role: 'card',
    id: one.anchor,
    blocks: [
      {
        kind: 'group',
        role: 'head',
        blocks: [
          { kind: 'heading', level, words: [said(one, compliance)] },
          { kind: 'text', role: 'quiet', words: [t`target ${targetWithPeriod(one)}`] },
        ],
      },
      {
        kind: 'group',
        role: 'body',
        blocks: [
          { kind: 'group', role: 'numbers', blocks: [...lastNumber(one), ...nowNumber(one)] },
          { kind: 'group', role: 'more', blocks: [...(line ? [line] : []), ...bars(one)] },
        ],
      },
      ...folds(one),
    ],
  };
}

function lastNumber({ last, before, streak, unit, timed }: PromiseFacts): readonly PageBlock[] {
  if (last === null) return [];
  const result = newestOf(last);
  const text = sentences([
    gapText(result, { timed }),
    whyNone(result),
    before === null ? null : t`${periodName(before.period.label)}: ${cellText(before)}`,
    streak > 1 ? t`missed for ${several(unit, streak)}` : null,
    ...timeTaken(result),
  ]);
  return [measure(last, periodName(last.period.label), text)];
}

function nowNumber({ now }: PromiseFacts): readonly PageBlock[] {
  if (now === null) return [];
  const result = newestOf(now);
  const text = sentences([openText(result), whyNone(result)]);
  return [measure(now, t`${periodName(now.period.label)} so far`, text)];
}

function measure(cell: PeriodCell, name: string, text: string): PageBlock {
  const result = newestOf(cell);
  const of = ofText(result);
  return {
    kind: 'group',
    role: 'measure',
    blocks: [
      { kind: 'text', role: 'who', words: [name, ' ', verdictWords(cell)] },
      {
        kind: 'text',
        role: 'number',
        words: [
          { text: numberText(result), role: 'number' },
          ...(of === '' ? [] : [' ', { text: of, role: 'small' } as const]),
        ],
      },
      ...(text === '' ? [] : [{ kind: 'text', role: 'quiet', words: [text] } as const]),
    ],
  };
}

/** Met, late, open and unknown of the newest period that has cases to tell. */
function bars({ last, now, timed }: PromiseFacts): readonly PageBlock[] {
  const cell = [last, now].find((each) => each !== null && barred(newestOf(each)));
  if (!cell) return [];
  const result = newestOf(cell);
  const { met, breached, pending, unknown } = result.counts;
  const name = periodName(cell.period.label);
  const parts = [
    { of: 'kept', n: met, word: metWord(result, timed) },
    { of: 'late', n: breached, word: lateWord(result, timed) },
    { of: 'open', n: pending, word: t`open` },
    { of: 'unknown', n: unknown, word: t`unknown` },
  ] as const;
  const told = parts.filter(({ of, n }) => n > 0 || of === 'late');
  const reads = told.map(({ n, word }) => `${whole(n)} ${word}`).join(', ');
  const rate = result.target.of === 'rate' ? result.target.value : null;
  return [
    {
      kind: 'group',
      role: 'figure',
      blocks: [
        {
          kind: 'text',
          role: 'intro',
          words: [{ text: t`${name}: where its cases stand`, role: 'strong' }],
        },
        {
          kind: 'chart',
          chart: { kind: 'bar', parts: parts.map(({ of, n }) => ({ of, n })), target: rate },
          reads: t`${name}: ${reads}`,
        },
        {
          kind: 'points',
          role: 'legend',
          items: told.map(({ of, n, word }): readonly Words[] => [
            { text: whole(n), role: 'strong', part: of },
            ` ${word}`,
          ]),
        },
      ],
    },
  ];
}

const barred = (result: Result): boolean =>
  result.target.of === 'rate' && decidedOf(result) + result.counts.pending + result.counts.unknown > 0;

const metWord = (result: Result, timed: boolean): string =>
  result.target.cmp === '<=' ? t`counted` : timed ? t`in time` : t`met`;

const lateWord = (result: Result, timed: boolean): string =>
  result.target.cmp === '<=' ? t`not counted` : timed ? t`late or never` : t`not met`;

/** Every period, newest first: its number, and what is behind it. */
function folds(one: PromiseFacts): readonly PageBlock[] {
  const lines = [...one.cells].reverse().flatMap((cell) => cell.results.map((result) => ({ cell, result })));
  const made = lines.map(({ cell, result }): Fold => foldOf(one, cell, result));
  return made.length === 0 ? [] : [{ kind: 'group', role: 'folds', blocks: made }];
}

function foldOf({ timed }: PromiseFacts, cell: PeriodCell, result: Result): Fold {
  const own: PeriodCell = {
    ...cell,
    results: [result],
    verdict: result.verdict ?? 'no data',
    final: result.final,
  };
  const versions = cell.results.length > 1 ? ` (${result.versions.join(', ')})` : '';
  const title: readonly (readonly Words[])[] = [
    [periodName(cell.period.label) + versions],
    [{ text: numberText(result), role: 'strong' }],
    [verdictWords(own)],
    [{ text: stateText(result, timed), tone: 'quiet' }],
  ];
  const rows = [
    [t`verdict`, verdictWord(own)],
    [t`target`, `${result.target.text}`],
    ...countRows(result, timed),
  ] as const;
  return {
    kind: 'fold',
    title,
    printed: false,
    blocks: [
      {
        kind: 'grid',
        grid: {
          role: 'plain',
          caption: periodName(cell.period.label),
          columns: [{ title: t`what` }, { title: t`how many`, numbers: true }],
          rows: rows.map(([what, n]) => ({
            kind: 'row' as const,
            cells: [{ lines: [[what]] }, { lines: [[n]] }],
          })),
        },
      },
    ],
  };
}

/** `13 late or never, 2 open`: nothing that is nought. */
function stateText(result: Result, timed: boolean): string {
  const { breached, pending, unknown, excluded, met } = result.counts;
  const parts = [
    ...(result.target.of === 'number'
      ? [[met, t`counted`] as const]
      : [[breached, lateWord(result, timed)] as const]),
    [pending, t`open`] as const,
    [unknown, t`unknown`] as const,
    [excluded, t`excluded`] as const,
  ];
  return parts
    .filter(([n], index) => n > 0 || index === 0)
    .map(([n, word]) => `${whole(n)} ${word}`)
    .join(', ');
}

const countRows = (result: Result, timed: boolean): readonly (readonly [string, string])[] =>
  (
    [
      [metWord(result, timed), result.counts.met],
      [lateWord(result, timed), result.counts.breached],
      [t`open`, result.counts.pending],
      [t`unknown`, result.counts.unknown],
      [t`excluded`, result.counts.excluded],
    ] as const
  ).map(([word, n]) => [word, whole(n)] as const);

import { t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import type { ComplianceShown } from '../../model/behind.ts';
import type { Result } from '../../model/compliance.ts';
import type { Fold, Group, PageBlock, Words } from '../blocks.ts';
import { causesOfResult } from '../causes.ts';
import { ifUpheldText } from '../disputes.ts';
import { decidedOf } from '../number.ts';
import { timeTaken } from '../time-taken.ts';
import { casesOf, paceFigure, waitsFigure } from './behind.ts';
import { stateText, stateWord } from './counts.ts';
import { type AgreementFacts, newestOf, type PeriodCell, type PromiseFacts, placeOf } from './facts.ts';
import { lineOf } from './line.ts';
import { namingOf } from './naming.ts';
import { initial, periodName, several } from './periods.ts';
import {
  cellText,
  gapText,
  numberText,
  ofText,
  openText,
  said,
  sentences,
  targetWithPeriod,
  verdictWords,
  whyNone,
} from './sentences.ts';

/** A promise: its number, its periods as a line, where its cases stand, and all periods as folds. */
export function cardOf(one: PromiseFacts, facts: AgreementFacts, level: 4 | 5): Group {
  const { compliance } = facts;
  const waits = waitsFigure(one, facts);
  const last = one.last ? newestOf(one.last) : undefined;
  const drawn = [lineOf(one, facts), paceFigure(one, facts), ...bars(one), waits];
  const figures = drawn.filter((block) => block !== null);
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
          {
            kind: 'group',
            role: 'numbers',
            blocks: [
              ...lastNumber(one, waits === null, [
                last ? causesOfResult(last, compliance, namingOf(compliance).promise) : null,
                disputedIn(one, last, compliance),
              ]),
              ...nowNumber(one, compliance),
            ],
          },
          { kind: 'group', role: 'more', blocks: figures },
        ],
      },
      ...folds(one, facts),
    ],
  };
}

function lastNumber(
  one: PromiseFacts,
  tellsTime: boolean,
  beside: readonly (string | null)[],
): readonly PageBlock[] {
  const { last, before, streak, unit } = one;
  if (last === null) return [];
  const result = newestOf(last);
  const text = sentences([
    last.running ? openText(result) : gapText(result, one),
    whyNone(result),
    before === null ? null : t`${periodName(before.period.label)}: ${cellText(before)}`,
    ...beside,
    streak > 1 ? t`missed for ${several(unit, streak)}` : null,
    ...(tellsTime ? timeTaken(result) : []),
  ]);
  return [measure(last, initial(periodName(last.period.label)), text)];
}

/** What the number of a period would be if what is disputed in it were upheld. */
function disputedIn(
  { newest: { id } }: PromiseFacts,
  result: Pick<Result, 'period' | 'versions'> | undefined,
  { disputes }: ComplianceShown,
): string | null {
  const own = disputes?.ifUpheld.find(
    (each) =>
      each.id === id &&
      each.period === result?.period.label &&
      each.now.versions.join() === result.versions.join(),
  );
  return own === undefined ? null : ifUpheldText(own);
}

function nowNumber(one: PromiseFacts, compliance: ComplianceShown): readonly PageBlock[] {
  const { now } = one;
  if (now === null) return [];
  const result = newestOf(now);
  const disputed = disputedIn(one, result, compliance);
  const text = sentences([openText(result), whyNone(result), disputed]);
  return [measure(now, initial(t`${periodName(now.period.label)} so far`), text)];
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
  const name = initial(periodName(cell.period.label));
  const parts = STATES.map(([of, state]) => {
    const n = result.counts[state];
    return { of, n, word: stateWord(state, n, result, timed) };
  });
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

const STATES = [
  ['kept', 'met'],
  ['late', 'breached'],
  ['open', 'pending'],
  ['unknown', 'unknown'],
] as const;

/** A number that unfolds. */
interface Behind {
  readonly cell: PeriodCell;
  readonly result: Result;
}

/** Every period, newest first: its number, and what is behind it. */
function folds(one: PromiseFacts, facts: AgreementFacts): readonly PageBlock[] {
  const lines = [...one.cells].reverse().flatMap((cell) => cell.results.map((result) => ({ cell, result })));
  const made = lines.map(({ cell, result }): Fold => foldOf(one, { cell, result }, facts));
  return made.length === 0 ? [] : [{ kind: 'group', role: 'folds', blocks: made }];
}

function foldOf(one: PromiseFacts, { cell, result }: Behind, facts: AgreementFacts): Fold {
  const own: PeriodCell = {
    ...cell,
    results: [result],
    verdict: result.verdict ?? 'no data',
    final: result.final,
  };
  const versions = cell.results.length > 1 ? ` (${result.versions.join(', ')})` : '';
  const title: readonly (readonly Words[])[] = [
    [initial(periodName(cell.period.label)) + versions],
    [{ text: numberText(result), role: 'strong' }],
    [verdictWords(own)],
    [{ text: stateText(result, one.timed), tone: 'quiet' }],
  ];
  const disputed = disputedIn(one, result, facts.compliance);
  const printed = cell === one.last && cell.verdict === 'missed' && result.target.of === 'rate';
  return {
    kind: 'fold',
    id: placeOf(one, cell, result),
    title,
    printed,
    blocks: [
      ...(disputed === null
        ? []
        : [{ kind: 'text', role: 'quiet', words: [sentences([disputed])] } as const]),
      ...casesOf(one, { cell, result }, facts),
    ],
  };
}

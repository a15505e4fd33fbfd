import { plural, t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import type { GridCell, GridRow, PageBlock, Words } from '../blocks.ts';
import { decidedOf } from '../number.ts';
import {
  type AgreementFacts,
  counted,
  inOrder,
  newestOf,
  type PeriodCell,
  type PromiseFacts,
  shapeOf,
} from '../page/facts.ts';
import { isMissed } from '../page/first.ts';
import { initial, periodName, several, shortName } from '../page/periods.ts';
import {
  numberText,
  ofText,
  said,
  sentences,
  spaced,
  targetWithPeriod,
  verdictWord,
  verdictWords,
} from '../page/sentences.ts';
import { byParties } from '../page/teams.ts';
import type { PackFacts } from './facts.ts';
import { codeOf } from './names.ts';

/** Periods before that of the meeting, and marks of them. */
const BEFORE = 4;

/** Every promise in one line, what was met first said in a sentence. */
export function scoreboardBlocks(found: PackFacts): readonly PageBlock[] {
  const { facts } = found;
  const { focus, now, promises } = facts;
  if (focus === null) return [];
  const shown = promises.filter(({ last, now: own }) => last !== null || own !== null);
  const running = shown.some(({ now: own }) => own !== null);
  const praise = [...metAgain(found), ...metBarely(found)];
  return [
    { kind: 'text', words: [summaryText(facts)] },
    {
      kind: 'grid',
      grid: {
        role: 'plain',
        caption: t`Every promise in ${periodName(focus.label)}`,
        columns: [
          { title: '' },
          { title: t`promise`, wide: true },
          { title: t`promised`, numbers: true },
          { title: initial(periodName(focus.label)), numbers: true },
          { title: t`verdict` },
          { title: t`before`, whole: true },
          ...(running ? [{ title: initial(t`${shortName(now?.label ?? '')} so far`) }] : []),
        ],
        rows: [...byParties(shown, facts.compliance)].flatMap(([owes, own]): readonly GridRow[] => [
          { kind: 'group', text: ['', owes] },
          ...own.map((one) => rowOf(one, found, running)),
        ]),
      },
    },
    ...(praise.length === 0 ? [] : [{ kind: 'points', role: 'plain', items: praise } as const]),
  ];
}

function rowOf(one: PromiseFacts, found: PackFacts, running: boolean): GridRow {
  const { compliance, focus } = found.facts;
  return {
    kind: 'row',
    cells: [
      { lines: [[codeOf(one.newest.id, found)]] },
      { lines: [[said(one, compliance)]] },
      { lines: [[targetWithPeriod(one)]] },
      ...lastCells(one.last, focus?.label ?? ''),
      { lines: [beforeWords(one)] },
      ...(running ? [nowCell(one, found.facts)] : []),
    ],
  };
}

function summaryText(facts: AgreementFacts): string {
  const { focus } = facts;
  const told = counted(facts);
  const name = initial(periodName(focus?.label ?? ''));
  const met = told.filter(({ last }) => last?.verdict === 'met').length;
  const missed = told.filter(isMissed).length;
  const [n, m] = [whole(met), whole(missed)];
  const head = plural(
    met,
    t`${name}: ${n} promise of ${whole(told.length)} met`,
    t`${name}: ${n} promises of ${whole(told.length)} met`,
  );
  if (missed === 0) return t`${head}. Nothing was missed.`;
  return plural(missed, t`${head}, ${m} missed.`, t`${head}, ${m} were missed.`);
}

/** Of another length of period, its name first. */
function lastCells(last: PeriodCell | null, label: string): readonly GridCell[] {
  if (last === null) return [{ lines: [] }, { lines: [] }];
  const result = newestOf(last);
  const name = last.period.label === label ? [] : [t`${periodName(last.period.label)}:`];
  return [
    { lines: last.verdict === 'no data' ? [] : [spaced([...name, numberText(result), ofText(result)])] },
    { lines: [[verdictWords(last)]] },
  ];
}

/** A mark a period, oldest first. */
function beforeWords({ cells, last }: PromiseFacts): readonly Words[] {
  const at = last === null ? cells.length : cells.indexOf(last);
  return cells
    .slice(Math.max(0, at - BEFORE), at)
    .flatMap((cell, i): readonly Words[] => [
      ...(i === 0 ? [] : [' ']),
      { text: '', shape: shapeOf(cell), said: `${shortName(cell.period.label)} ${verdictWord(cell)}` },
    ]);
}

/** Of another length of period, its name first. */
function nowCell({ now }: PromiseFacts, facts: AgreementFacts): GridCell {
  if (now === null || now.verdict === 'no data') return { lines: [] };
  const name = now.period.label === facts.now?.label ? [] : [t`${periodName(now.period.label)}:`];
  const number = { text: numberText(newestOf(now)), shape: shapeOf(now), said: verdictWord(now) };
  return { lines: [spaced([...name, number])] };
}

/** What is met again after it was missed is said aloud. */
function metAgain(found: PackFacts): readonly (readonly Words[])[] {
  return inOrder(found.facts.told).flatMap((one) => {
    const { last, cells, unit } = one;
    if (last?.verdict !== 'met') return [];
    let missed = 0;
    for (let at = cells.indexOf(last) - 1; cells[at]?.verdict === 'missed'; at--) missed++;
    if (missed === 0) return [];
    const code = codeOf(one.newest.id, found);
    return [[sentences([t`${code} is met again after it was missed for ${several(unit, missed)}`])]];
  });
}

/** Where one case fewer would have missed. */
function metBarely(found: PackFacts): readonly (readonly Words[])[] {
  return inOrder(found.facts.told).flatMap((one) => {
    if (one.last?.verdict !== 'met') return [];
    const { target, counts } = newestOf(one.last);
    if (target.cmp !== '>=' || target.of !== 'rate') return [];
    const decided = decidedOf({ counts });
    // Where all are met there is nothing to spare of any target near it.
    if (counts.met === decided || counts.met !== leastOf(decided, target.value)) return [];
    const code = codeOf(one.newest.id, found);
    const [k, n] = [whole(counts.met), whole(decided)];
    return [[t`${code} is met with nothing to spare: ${k} of ${n}, and ${k} were needed.`]];
  });
}

/** The fewest cases that reach a rate. */
const leastOf = (cases: number, rate: number): number => Math.ceil(Number((cases * rate).toPrecision(12)));

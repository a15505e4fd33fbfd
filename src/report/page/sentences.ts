import { language, plural, t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import type { Compliance, Result, Weight } from '../../model/compliance.ts';
import { isOfSteps } from '../../model/target.ts';
import type { Styled, Words } from '../blocks.ts';
import {
  amount,
  attained,
  decidedOf,
  everyTarget,
  rangeOf,
  restsOn,
  targetShown,
  tenths,
  unexcused,
} from '../number.ts';
import { stepsLeft } from '../steps.ts';
import type { Tone } from '../table.ts';
import { noVerdictText } from '../verdict.ts';
import { wordOf } from '../words.ts';
import { newestOf, type PeriodCell, type PromiseFacts, shapeOf } from './facts.ts';
import { initial, periodName, perPeriod, several } from './periods.ts';

/** The promise as its authors said it, in their language. */
export function said({ newest }: PromiseFacts, compliance: Compliance): Styled {
  return { text: newest.promise ?? newest.title, lang: langOf(compliance) };
}

/** The language of the authors' texts, where the page speaks another. */
export const langOf = ({ agreement }: Compliance): string | undefined =>
  agreement.language === language() ? undefined : agreement.language;

/** `≥ 98%`, `≥ 250,000 EUR`. */
export const targetSign = (target: Result['target']): string =>
  targetShown(target).replace(/ (?=\S+$)/, '\u00a0');

/** `≥ 120 a month`: a rate is of any period. */
export function targetWithPeriod({ newest, unit }: PromiseFacts): string {
  const sign = targetSign(everyTarget(newest.target));
  return newest.target.of === 'rate' ? sign : `${sign} ${perPeriod(unit)}`;
}

/** The verdict as a word with its shape and tone. */
export function verdictWords(cell: PeriodCell): Styled {
  return { text: verdictWord(cell), shape: shapeOf(cell), tone: toneOf(cell), role: 'strong' };
}

export function verdictWord(cell: PeriodCell): string {
  const result = newestOf(cell);
  if (cell.verdict === 'met') return cell.final ? wordOf('met') : t`met so far`;
  if (cell.verdict === 'missed') return cell.final ? wordOf('missed') : t`missed so far`;
  if (cell.verdict === 'open')
    return result.outlook === null ? wordOf('open') : `${wordOf('open')}, ${wordOf(result.outlook)}`;
  return wordOf(cell.verdict);
}

export function toneOf({ verdict }: PeriodCell): Tone {
  switch (verdict) {
    case 'met':
      return 'good';
    case 'missed':
      return 'bad';
    case 'open':
      return 'watch';
    case 'no data':
    case 'no verdict':
      return 'quiet';
  }
}

/** `96.8%`, `4/5`, `103`; a dash where there is nothing. */
export const numberText = (result: Result): string =>
  result.verdict === 'no data' && unexcused(result) === null ? '–' : noBreak(attained(result));

/** `of 155`, under a rate: on how many it rests. */
export function ofText(result: Result): string {
  if (result.target.of === 'number') return '';
  const decided = decidedOf(result);
  // A fraction says it already.
  return decided < Math.max(1, result.minCases) ? '' : noBreak(t`of ${restsOn(result)}`);
}

/** What a period was, in few words: `91%, missed, then under new terms 93.5%, missed`. */
export function cellText({ results }: PeriodCell): string {
  const one = (result: Result): string =>
    result.verdict === 'no data' || result.verdict === null
      ? wordOf('no data')
      : `${numberText(result)}, ${wordOf(result.verdict)}`;
  return results.map(one).join(t`, then under new terms `);
}

/**
 * By how much a target is missed, or what is left of it; nothing where there is no number. Of a promise by the
 * day in a month, on which day, and how many days were missed.
 */
export function gapText(result: Result, one: Pick<PromiseFacts, 'timed' | 'unit' | 'parts'>): string {
  const [gap, days] = [plainGap(result, one), partsText(result, one)];
  return joined(gap, days);
}

const joined = (one: string, other: string): string =>
  one === '' || other === '' ? one + other : t`${one}; ${other}`;

function partsText({ period }: Result, { unit, parts }: Pick<PromiseFacts, 'unit' | 'parts'>): string {
  if (parts === null || parts.of < 2) return '';
  const all = several(unit, parts.of);
  if (parts.missed === 0) return t`kept in all ${all}`;
  return t`${periodName(period.label)}; ${whole(parts.missed)} of ${all} missed`;
}

/** `Marketing, 12, target ≤ 15; kept in all 31 days`: a promise that was not missed, in one line. */
export function notMissedText(
  result: Result,
  one: Pick<PromiseFacts, 'unit' | 'parts'>,
  team: string,
): string {
  const number = t`${team}, ${numberText(result)}, target ${targetSign(result.target)}`;
  return joined(number, partsText(result, one));
}

function plainGap(result: Result, { timed }: Pick<PromiseFacts, 'timed'>): string {
  const { target, counts, value } = result;
  if (target.of === 'number') {
    if (value === null) return '';
    const gap = noBreak(amount(Math.abs(target.value - value)));
    const unit = target.unit === null ? '' : `\u00a0${target.unit}`;
    const bound = noBreak(amount(target.value));
    if (target.cmp === '>=' && value < target.value) return t`${gap + unit} short of ${bound + unit}`;
    return target.cmp === '<=' && value > target.value ? t`${gap + unit} above ${bound + unit}` : '';
  }
  if (isOfSteps(target)) return stepsLeft(counts);
  const decided = decidedOf(result);
  if (decided === 0) return '';
  if (result.weight) return weighedGap(result, result.weight);
  const bad = target.cmp === '>=' ? counts.breached : counts.met;
  const share = target.cmp === '>=' ? 1 - target.value : target.value;
  const allowed = Math.floor(Number((decided * share).toPrecision(12)));
  const head = badText(bad, decided, target.cmp === '>=' && timed ? 'timed' : target.cmp);
  if (bad === 0) return head;
  return bad > allowed
    ? t`${head}; the target allows ${whole(allowed)}: ${whole(bad - allowed)} too many`
    : t`${head}; the target allows ${whole(allowed)}`;
}

/** `12,000 EUR short of 100,000 EUR`: what the part of a share by weight lacks of its target, or is above it. */
function weighedGap({ target }: Result, { byState, unit }: Weight): string {
  const bound = target.value * (byState.met + byState.breached);
  const said = (exact: number) =>
    noBreak(`${amount(Number(exact.toFixed(2)))}${unit === null ? '' : ` ${unit}`}`);
  const gap = said(Math.abs(bound - byState.met));
  if (target.cmp === '>=' && byState.met < bound) return t`${gap} short of ${said(bound)}`;
  return target.cmp === '<=' && byState.met > bound ? t`${gap} above ${said(bound)}` : '';
}

/** `13 of 96 late`. */
function badText(bad: number, decided: number, how: 'timed' | '>=' | '<='): string {
  const [n, all] = [whole(bad), whole(decided)];
  if (how === '<=') return plural(bad, t`${n} case of ${all}`, t`${n} cases of ${all}`);
  if (how === 'timed') return t`${n} of ${all} late`;
  return plural(bad, t`${n} case of ${all} not met`, t`${n} cases of ${all} not met`);
}

/** What is still open in a running period, and where it can end. */
export function openText(result: Result): string {
  const { counts, atRisk, pace, target } = result;
  if (pace !== null) {
    const number = (exact: number) => (target.value < 20 ? tenths(exact) : whole(Math.round(exact)));
    const [passed, total] = [pace.openDaysPassed, pace.openDaysTotal];
    return t`after ${passed} of ${total} open days; at this pace ${noBreak(number(pace.projected))} by the end`;
  }
  if (isOfSteps(target)) return stepsLeft(counts);
  const n = whole(counts.pending);
  const open = plural(counts.pending, t`${n} case still open`, t`${n} cases still open`);
  const range = rangeOf(result);
  if (range === null) return counts.pending === 0 ? '' : open;
  const some = plural(atRisk, t`, one at risk`, t`, ${whole(atRisk)} at risk`);
  const risk = atRisk === 0 ? '' : counts.pending === 1 ? t`, at risk` : some;
  const [worst, best] = [noBreak(range.worst), noBreak(range.best)];
  return t`${open + risk}, so it ends between ${worst} and ${best}`;
}

/** Why a period has no verdict; nothing where it has one. */
export const whyNone = (result: Result): string => noVerdictText(result) ?? '';

/** A number and its unit stay on one line. */
export const noBreak = (text: string): string => text.replace(/ /g, '\u00a0');

/** Sentences that are there, as one text. */
export const sentences = (parts: readonly (string | null)[]): string =>
  parts
    .filter((part) => part !== null && part !== '')
    .map((part) => `${initial(part ?? '')}.`)
    .join(' ');

/** Words one after the other, with a space between. */
export const spaced = (parts: readonly (Words | null)[]): readonly Words[] =>
  parts
    .flatMap((part) => (part === null || part === '' ? [] : [part]))
    .flatMap((part, index) => (index === 0 ? [part] : [' ', part]));

import { plural, t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import type { Result } from '../../model/compliance.ts';
import type { PageBlock } from '../blocks.ts';
import { causesOfResult } from '../causes.ts';
import { decidedOf, percent, tenths } from '../number.ts';
import { newestOf, type PromiseFacts } from '../page/facts.ts';
import { namingOf } from '../page/naming.ts';
import { periodName, several } from '../page/periods.ts';
import { cellText, gapText, numberText, ofText, sentences, targetSign } from '../page/sentences.ts';
import { teamOf } from '../page/teams.ts';
import type { PackFacts } from './facts.ts';
import { answerLine } from './fill-in.ts';
import { codeOf, nameWords } from './names.ts';

/** Questions on the whole agenda: more are not answered in one meeting. */
const MOST_QUESTIONS = 8;

/** The largest gap first; the figures ask, the teams answer. */
export function missedBlocks(found: PackFacts): readonly PageBlock[] {
  const { missed } = found;
  if (missed.length === 0) return [];
  return [
    { kind: 'text', role: 'intro', words: [t`Largest gap first. The figures ask; the teams answer.`] },
    ...missed.flatMap((one, index) => missBlocks(one, found, index)),
  ];
}

function missBlocks(one: PromiseFacts, found: PackFacts, place: number): readonly PageBlock[] {
  const { last } = one;
  if (last === null) return [];
  const { facts } = found;
  const result = newestOf(last);
  const number = [numberText(result), ofText(result)].filter((part) => part !== '').join(' ');
  const team = teamOf(result, facts.compliance);
  const shown = evidence(one, result, found);
  // Beyond what a meeting can answer, one line each is left.
  const [first, second] = place * 2 < MOST_QUESTIONS ? questions(one, result, found) : [];
  const asked = [first, second].filter((each) => each !== undefined).join(' ');
  return [
    {
      kind: 'heading',
      level: 3,
      words: [
        `${codeOf(result.id, found)} · `,
        nameWords(one, found),
        t` (${team}): ${number}, target ${targetSign(result.target)}`,
      ],
    },
    { kind: 'points', role: 'plain', items: shown.map((text) => [sentences([text])]) },
    ...(asked === '' ? [] : [{ kind: 'text', role: 'question', words: [asked] } as const]),
    answerLine(),
  ];
}

function evidence(one: PromiseFacts, result: Result, found: PackFacts): readonly string[] {
  const { before, streak, unit } = one;
  return [
    gapText(result, one),
    before === null ? '' : t`${periodName(before.period.label)}: ${cellText(before)}`,
    streak > 1 ? t`missed for ${several(unit, streak)}` : '',
    openDaysText(result, found),
    neverText(one, result, found),
    causesOfResult(result, found.facts.compliance, namingOf(found.facts.compliance).promise) ?? '',
  ].filter((text) => text !== '');
}

/** A count beside the days on which it could be reached. */
function openDaysText({ target, value, period }: Result, { pack, facts }: PackFacts): string {
  const own = pack.openDays.find((each) => each.period === period.label);
  const others = pack.openDays.filter((each) => each !== own && each.days > 0);
  if (target.of !== 'number' || target.unit !== null || !own || own.days === 0 || others.length === 0)
    return '';
  const days = others.map((each) => each.days);
  const [least, most] = [Math.min(...days), Math.max(...days)];
  const span = least === most ? whole(least) : t`${whole(least)} to ${whole(most)}`;
  const name = periodName(facts.focus?.label ?? '');
  const rate = value === null ? '' : tenths(value / own.days);
  const head = t`${name} had ${whole(own.days)} open days, those before it ${span}`;
  return rate === '' ? head : t`${head}; that is ${rate} a day`;
}

/** Late is one thing, and nobody at all is another. */
function neverText(one: PromiseFacts, result: Result, { pack, facts }: PackFacts): string {
  const never = neverOf(one, result, facts);
  if (never === 0) return '';
  const late = result.counts.breached;
  const code = codeOf(result.id, { pack });
  const decided = decidedOf(result);
  const rate = percent((result.counts.met + never) / decided, decided, result.target.value);
  const n = whole(never);
  const head = plural(late, t`${whole(late)} was late`, t`${whole(late)} were late`);
  if (late === 1)
    return t`${head}, and what was promised has not come yet; in time ${code} would be at ${rate}`;
  if (never === late)
    return t`${head}, and what was promised has not come yet; with all of them in time ${code} would be at ${rate}`;
  return plural(
    never,
    t`${head}; of one of them what was promised has not come yet; with that one in time ${code} would be at ${rate}`,
    t`${head}; of ${n} of them what was promised has not come yet; with these ${n} in time ${code} would be at ${rate}`,
  );
}

/** Late cases that nothing has stopped yet. */
function neverOf(
  { newest }: PromiseFacts,
  { period, versions }: Result,
  { compliance }: PackFacts['facts'],
): number {
  const waits = compliance.behind?.promises[newest.id]?.waits ?? [];
  return waits
    .filter((each) => each.period === period.label && versions.includes(each.version))
    .reduce((sum, each) => sum + each.never.late, 0);
}

/** Each under its own condition; where none holds, the one that always can be asked. */
function questions(one: PromiseFacts, result: Result, { pack, facts }: PackFacts): readonly string[] {
  const asked: string[] = [];
  const { target } = result;
  const own = pack.openDays.find(({ period }) => period === result.period.label);
  const others = pack.openDays.filter((each) => each !== own && each.days > 0);
  if (target.of === 'number' && own && others.length > 0 && others.every(({ days }) => own.days < days)) {
    const most = Math.max(...others.map(({ days }) => days));
    asked.push(
      t`Is it the days or the leads that were missing? Should ${whole(own.days)} open days promise what ${whole(most)} do?`,
    );
  }
  const never = neverOf(one, result, facts);
  if (never > 0) {
    const { breached } = result.counts;
    if (breached === 1) asked.push(t`Why did nothing happen at all to it?`);
    else if (never === breached) asked.push(t`Why did nothing happen at all to them?`);
    else asked.push(t`Why did nothing happen at all to some of them?`);
  }
  const [early] = result.endedEarly;
  if (early !== undefined) {
    const n = result.endedEarly.reduce((sum, { cases }) => sum + cases, 0);
    asked.push(
      plural(
        n,
        t`${whole(n)} case ended before it was tried often enough, and counts as met: is that what we meant?`,
        t`${whole(n)} cases ended before they were tried often enough, and count as met: is that what we meant?`,
      ),
    );
  }
  return asked.length === 0 ? [t`What happened, and what would help?`] : asked;
}

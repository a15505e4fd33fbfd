import { plural, t } from '../messages/index.ts';
import { whole } from '../messages/numbers.ts';
import type { ComplianceShown } from '../model/behind.ts';
import { attainedOf } from './attained.ts';
import { targetShown } from './number.ts';
import { type AgreementFacts, factsOf, inOrder, newestOf, type PromiseFacts } from './page/facts.ts';
import { against, gapOf, headline, isMissed } from './page/first.ts';
import { initial, periodName, several } from './page/periods.ts';
import { cellText, gapText, openText, sentences } from './page/sentences.ts';
import { teamOf } from './page/teams.ts';
import type { Block, Tone } from './table.ts';
import { toneOf } from './verdict.ts';

/** Lines for which the head of an answer has room. */
const MOST = 6;

/** The head of an answer: what was missed, by whom and against the period before. */
export function headlines(shown: ComplianceShown, view: 'scoreboard' | 'table'): readonly Block[] {
  const facts = factsAbout(shown, view);
  if (facts.focus === null) return [];
  const missed = [...inOrder(facts.told.filter(isMissed))].sort((a, b) => gapOf(b) - gapOf(a));
  const risky = inOrder(facts.told).filter(({ last }) => last && newestOf(last).outlook === 'at risk');
  const items = [
    ...missed.map((one) => ({ mark: 'missed', text: missedText(one, facts), ...toneOfLast(one) }) as const),
    ...risky.map((one) => ({ mark: 'open', text: riskyText(one, facts), ...toneOfLast(one) }) as const),
  ];
  const more = items.length - MOST;
  const rest = plural(more, t`and ${whole(more)} more, below`, t`and ${whole(more)} others, below`);
  return [
    {
      kind: 'verdicts',
      title: initial(headline(facts)),
      lines: [against(facts)].filter((line) => line !== ''),
      items: [...items.slice(0, MOST), ...(more > 0 ? [{ mark: null, text: rest }] : [])],
    },
  ];
}

function toneOfLast({ last }: PromiseFacts): { readonly tone?: Tone } {
  const tone = last === null ? undefined : toneOf(newestOf(last));
  return tone === undefined ? {} : { tone };
}

/** A scoreboard is about its own period, a table about the last that is final. */
export const factsAbout = (shown: ComplianceShown, view: 'scoreboard' | 'table'): AgreementFacts =>
  factsOf(withEarlier(shown), '', 1, view === 'scoreboard' ? aboutOf(shown) : null);

/** The period of most promises. */
function aboutOf({ results }: ComplianceShown): string | null {
  const counts = new Map<string, number>();
  for (const { period, kind } of results)
    counts.set(period.label, (counts.get(period.label) ?? 0) + (kind === 'commitment' ? 1 : 0.1));
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

function withEarlier(shown: ComplianceShown): ComplianceShown {
  const { earlier = [], results, periods } = shown;
  const known = new Map(earlier.map(({ period }) => [period.label, period]));
  return { ...shown, results: [...earlier, ...results], periods: [...known.values(), ...periods] };
}

/** `Sales, "A lead is contacted within 3 business hours": 87% of 100, target >= 90%. 13 of 100 late ...`. */
function missedText(one: PromiseFacts, facts: AgreementFacts): string {
  const { last, before, streak } = one;
  if (last === null) throw new Error('A promise that is missed has a period');
  return sentences([
    numberLine(one, facts),
    gapText(newestOf(last), one),
    before === null ? null : t`${periodName(before.period.label)}: ${cellText(before)}`,
    streak > 1 ? t`missed for ${several(one.unit, streak)}` : null,
  ]);
}

function riskyText(one: PromiseFacts, facts: AgreementFacts): string {
  const { last } = one;
  const open = last === null ? '' : openText(newestOf(last));
  return sentences([numberLine(one, facts), open === '' ? t`at risk` : t`at risk: ${open}`]);
}

function numberLine({ last, newest }: PromiseFacts, { compliance }: AgreementFacts): string {
  const result = last === null ? newest : newestOf(last);
  const name = newest.promise ?? newest.title;
  return t`${teamOf(newest, compliance)}, "${name}": ${attainedOf(result)}, target ${targetShown(result.target)}`;
}

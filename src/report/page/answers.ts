import { t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import { afterTeam } from '../../messages/team-word.ts';
import type { Answers } from '../../model/behind.ts';
import type { Grid, Group, PageBlock } from '../blocks.ts';
import { teamTitle } from '../parties.ts';
import type { AgreementFacts } from './facts.ts';
import { initial, periodName } from './periods.ts';

/** What was answered in the period that the page is about. */
export const answersNow = ({ compliance, focus }: AgreementFacts): readonly Answers[] =>
  (compliance.behind?.answers ?? []).filter(({ period }) => period === focus?.label);

/** `What Sales tells Marketing`: who owes the answer tells it to whom it is owed. */
export function answersName(facts: AgreementFacts): string {
  const [first] = answersNow(facts);
  const result = facts.promises.find(({ newest }) => newest.id === first?.promise)?.newest;
  if (!result || result.owedBy === null || result.owedTo === null) return t`What became of the leads`;
  const name = (team: string) => afterTeam(teamTitle(team, facts.compliance));
  return t`What ${name(result.owedBy)} tells ${name(result.owedTo)}`;
}

export function answersSection(facts: AgreementFacts, level: 2 | 3): Group | null {
  const grids = answerGrids(facts);
  if (grids.length === 0) return null;
  return {
    kind: 'group',
    role: 'section',
    id: `${facts.prefix}answers`,
    blocks: [{ kind: 'heading', level, words: [answersName(facts)] }, ...grids],
  };
}

/** The words, then the same by where the leads come from. */
export const answerGrids = (facts: AgreementFacts): readonly PageBlock[] =>
  answersNow(facts).flatMap((one) => [
    { kind: 'grid', grid: wordsGrid(one) } as const,
    ...(one.sources === null || one.sources.rows.length === 0
      ? []
      : [{ kind: 'grid', grid: sourcesGrid(one.sources, one.period) } as const]),
  ]);

function wordsGrid({ columns, words, period }: Answers): Grid {
  const inProfile = words.some((each) => each.inProfile !== null);
  return {
    role: 'plain',
    caption: t`${initial(periodName(period))}: what the leads were answered`,
    columns: [
      ...columns.map((title) => ({ title })),
      { title: t`leads`, numbers: true },
      ...(inProfile ? [{ title: t`in profile`, numbers: true as const }] : []),
    ],
    rows: words.map(({ words: own, cases, inProfile: inside }) => ({
      kind: 'row' as const,
      cells: [
        ...columns.map((_, i) => ({
          lines: [[own === null ? (i === 0 ? t`others` : '') : (own[i] ?? blank(i))]],
        })),
        { lines: [[whole(cases)]] },
        ...(inProfile ? [{ lines: [[inside === null ? '' : whole(inside)]] }] : []),
      ],
    })),
  };
}

/** Of the first column it is said; the others belong to it. */
const blank = (place: number): string => (place === 0 ? t`no answer` : '–');

function sourcesGrid({ column, words, rows }: NonNullable<Answers['sources']>, period: string): Grid {
  return {
    role: 'plain',
    caption: t`${initial(periodName(period))}: the same by "${column}"`,
    columns: [
      { title: column },
      { title: t`leads`, numbers: true },
      ...words.map((title) => ({ title, numbers: true as const })),
      { title: t`no answer`, numbers: true },
    ],
    rows: rows.map(({ source, others, cases, of, blank: none }) => ({
      kind: 'row' as const,
      cells: [
        { lines: [[others ? t`others` : (source ?? t`(blank)`)]] },
        ...[cases, ...of, none].map((n) => ({ lines: [[whole(n)]] })),
      ],
    })),
  };
}

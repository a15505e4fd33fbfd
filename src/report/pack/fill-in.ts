import { t } from '../../messages/index.ts';
import { afterTeam } from '../../messages/team-word.ts';
import type { PageBlock } from '../blocks.ts';
import type { AgreementFacts } from '../page/facts.ts';
import { teamTitle } from '../parties.ts';

/** A line to answer a question. */
export const answerLine = (): PageBlock => ({ kind: 'points', role: 'blank', items: [[t`Answer:`]] });

/** What each team sees in the numbers of the other. */
export function acrossBlocks({ compliance }: AgreementFacts): readonly PageBlock[] {
  const teams = Object.keys(compliance.agreement.teams ?? {});
  const pairs = teams.flatMap((team) =>
    teams.flatMap((other) => (other === team ? [] : [[team, other] as const])),
  );
  const name = (team: string) => afterTeam(teamTitle(team, compliance));
  const items = pairs.map(([team, other]) => [t`What ${name(team)} sees in the figures of ${name(other)}:`]);
  return items.length === 0 ? [] : [{ kind: 'points', role: 'blank', items }];
}

const ROWS = 4;

/** The table that becomes the minutes, which "sla pack --close" reads. */
export function decisionBlocks(): readonly PageBlock[] {
  const empty = { lines: [['']] };
  return [
    { kind: 'text', role: 'intro', words: [t`Each with a name and a date, such as 2026-06-30.`] },
    { kind: 'marker', name: 'decisions' },
    {
      kind: 'grid',
      grid: {
        role: 'blank',
        caption: t`Decisions`,
        columns: [
          { title: t`What` },
          { title: t`Who` },
          { title: t`By when` },
          { title: t`How we shall see it` },
        ],
        rows: Array.from({ length: ROWS }, () => ({
          kind: 'row' as const,
          cells: [empty, empty, empty, empty],
        })),
      },
    },
    {
      kind: 'points',
      role: 'tick',
      items: [
        [t`A promise changes (a new version; the team that is promised less agrees to it)`],
        [t`Something is excused (a waiver, with its reason and the names of both teams)`],
        [t`A cell is corrected in the CRM`],
      ],
    },
    { kind: 'points', role: 'blank', items: [[t`Next meeting on:`]] },
  ];
}

import { t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import type { PageBlock } from '../blocks.ts';
import { civil } from '../instant.ts';
import type { PackFacts } from './facts.ts';

/** What earlier meetings decided and is not done comes back first. */
export function openBlocks({ pack: { decisions } }: PackFacts): readonly PageBlock[] {
  if (decisions.length === 0) return [];
  const [empty, columns] = [
    { lines: [['']] },
    [t`No.`, t`What`, t`Who`, t`Decided`, t`By when`, t`Comes back`, t`Done on`],
  ];
  return [
    { kind: 'marker', name: 'open' },
    {
      kind: 'grid',
      grid: {
        role: 'blank',
        caption: t`Not done yet`,
        columns: columns.map((title) => ({ title })),
        rows: decisions.map(({ id, what, who, decided, due, again }) => ({
          kind: 'row' as const,
          cells: [
            ...[id, what, who, civil(decided), civil(due), timesText(again + 1)].map((text) => ({
              lines: [[text]],
            })),
            empty,
          ],
        })),
      },
    },
  ];
}

/** At how many meetings, this one among them. */
const timesText = (n: number): string => (n === 1 ? t`for the first time` : t`${whole(n)} times`);

import { t } from '../messages/index.ts';
import { whole } from '../messages/numbers.ts';
import type { ComplianceShown } from '../model/behind.ts';
import { attainedOf } from './attained.ts';
import { factsAbout } from './headline.ts';
import { nameOf } from './names.ts';
import { counted, inOrder, newestOf } from './page/facts.ts';
import { isMissed } from './page/first.ts';
import { periodName } from './page/periods.ts';
import type { Block, Row } from './table.ts';

/** Several agreements: a row each, most missed first, before any of them is told in full. */
export function severalBlock(
  all: readonly ComplianceShown[],
  view: 'scoreboard' | 'table',
): readonly Block[] {
  if (all.length < 2) return [];
  const told = all.map((each) => {
    const facts = factsAbout(each, view);
    return { facts, missed: inOrder(facts.told.filter(isMissed)) };
  });
  const sorted = [...told].sort((a, b) => b.missed.length - a.missed.length);
  const rows = sorted.map(({ facts, missed }): Row => {
    const { focus, compliance } = facts;
    const names = missed.flatMap(({ last, newest }) =>
      last === null ? [] : [`${nameOf(newest)} ${attainedOf(newestOf(last))}`],
    );
    const n = counted(facts).length;
    return {
      kind: 'row',
      indent: 0,
      cells: [
        { text: compliance.agreement.title },
        { text: focus === null ? '' : periodName(focus.label) },
        {
          text: n === 0 ? t`no data` : t`${whole(missed.length)} of ${whole(n)} missed`,
          mark: n === 0 ? 'no data' : missed.length > 0 ? 'missed' : 'met',
          tone: n === 0 ? 'quiet' : missed.length > 0 ? 'bad' : 'good',
        },
      ],
      ...(names.length === 0 ? {} : { note: names.join(', ') }),
    };
  });
  const columns = [t`agreement`, t`last period`, t`what was missed`];
  return [
    {
      kind: 'table',
      table: { columns: columns.map((title) => ({ title, align: 'left' })), rows, fixed: columns.length },
    },
  ];
}

import { plural, t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import type { Grid, GridCell, PageBlock, Words } from '../blocks.ts';
import { type AgreementFacts, counted, inOrder, newestOf } from './facts.ts';
import { isMissed } from './first.ts';
import { periodName, shortName } from './periods.ts';
import { langOf, numberText, said, targetSign } from './sentences.ts';
import { teamOf } from './teams.ts';

/** Several agreements: a row each, most missed first. */
export function overview(all: readonly AgreementFacts[]): readonly PageBlock[] {
  const missing = all.filter((facts) => missedOf(facts) > 0).length;
  const told = all.reduce((sum, facts) => sum + counted(facts).length, 0);
  const missed = all.reduce((sum, facts) => sum + missedOf(facts), 0);
  const title =
    missing === 0
      ? t`No agreement missed a promise in its last period`
      : plural(
          missing,
          t`${whole(missing)} of ${whole(all.length)} agreements missed a promise in its last period`,
          t`${whole(missing)} of ${whole(all.length)} agreements missed a promise in their last period`,
        );
  const sorted = [...all].sort((a, b) => missedOf(b) - missedOf(a));
  return [
    {
      kind: 'group',
      role: 'first',
      blocks: [
        { kind: 'heading', level: 1, words: [title] },
        {
          kind: 'text',
          role: 'sub',
          words: [
            plural(
              missed,
              t`${whole(missed)} of ${whole(told)} promises was missed.`,
              t`${whole(missed)} of ${whole(told)} promises were missed.`,
            ),
          ],
        },
        { kind: 'grid', grid: gridOf(sorted) },
      ],
    },
  ];
}

const missedOf = ({ told }: AgreementFacts): number => told.filter(isMissed).length;

const STRIP = 6;

function gridOf(all: readonly AgreementFacts[]): Grid {
  const most = Math.max(1, ...all.map(({ promises }) => promises.length));
  return {
    role: 'overview',
    caption: t`The agreements, most missed first`,
    columns: [
      { title: t`agreement` },
      { title: t`last period` },
      { title: t`the last periods` },
      { title: t`what was missed` },
    ],
    rows: all.map((facts) => ({
      kind: 'row' as const,
      cells: [nameCell(facts), lastCell(facts), ...stripCells(facts, most), missedCell(facts)],
    })),
  };
}

const nameCell = ({ compliance, prefix }: AgreementFacts): GridCell => ({
  lines: [
    [{ text: compliance.agreement.title, to: `${prefix}top`, role: 'strong', lang: langOf(compliance) }],
  ],
});

function lastCell(facts: AgreementFacts): GridCell {
  const { focus } = facts;
  const told = counted(facts);
  if (focus === null) return { lines: [[{ text: t`no data`, shape: 'none', tone: 'quiet' }]] };
  const missed = missedOf(facts);
  const words: Words =
    missed > 0
      ? {
          text: t`${whole(missed)} of ${whole(told.length)} missed`,
          shape: 'missed',
          tone: 'bad',
          role: 'strong',
        }
      : { text: t`none of ${whole(told.length)} missed`, shape: 'kept', tone: 'good', role: 'strong' };
  return { lines: [[words], [{ text: periodName(focus.label), tone: 'quiet' }]] };
}

/** A brick a promise and period: missed ones at the foot. */
function stripCells({ promises, focus, now }: AgreementFacts, most: number): readonly GridCell[] {
  const unit = focus?.unit;
  const own = promises.filter((one) => one.unit === unit);
  const labels = [...new Set(own.flatMap(({ cells }) => cells.map(({ period }) => period.label)))]
    .sort()
    .slice(-STRIP);
  const columns = labels.map((label) => {
    const verdicts = own.flatMap(
      ({ cells }) => cells.find(({ period }) => period.label === label)?.verdict ?? [],
    );
    const count = (verdict: string) => verdicts.filter((each) => each === verdict).length;
    const [missed, kept] = [count('missed'), count('met')];
    const other = verdicts.length - missed - kept - count('no data');
    return { label: shortName(label), now: label === now?.label, missed, kept, other };
  });
  const reads = columns
    .map(
      ({ label, missed, kept, other }) =>
        t`${label}: ${whole(missed)} missed, ${whole(kept)} met, ${whole(other)} open`,
    )
    .join(t`; `);
  return [{ lines: [], chart: { chart: { kind: 'bricks', columns, most }, reads } }];
}

function missedCell({ told, compliance }: AgreementFacts): GridCell {
  const missed = inOrder(told.filter(isMissed));
  const lines = missed.slice(0, STRIP).flatMap((one): readonly (readonly Words[])[] => {
    if (one.last === null) return [];
    const result = newestOf(one.last);
    return [
      [
        t`${teamOf(one.newest, compliance)}:`,
        ' ',
        { ...said(one, compliance), to: one.anchor },
        ' ',
        { text: `${numberText(result)}, ${targetSign(result.target)}`, tone: 'quiet' },
      ],
    ];
  });
  const more = missed.length - STRIP;
  return {
    lines: lines.length === 0 ? [['–']] : [...lines, ...(more > 0 ? [[t`and ${whole(more)} more`]] : [])],
  };
}

import { t } from '../../messages/index.ts';
import type { VersionBehind } from '../../model/behind.ts';
import type { GridCell, PageBlock, Words } from '../blocks.ts';
import { civil } from '../instant.ts';
import type { PeriodCell, PromiseFacts } from '../page/facts.ts';
import { shortName } from '../page/periods.ts';
import { cellText } from '../page/sentences.ts';
import { isNoWaiver, termName, valueLines } from '../page/terms.ts';
import type { PackFacts } from './facts.ts';
import { codeOf, nameWords } from './names.ts';
import { openBlocks } from './open.ts';
import { waivedLines } from './waived.ts';

/** First what was decided, and what became of it. */
export function decidedBlocks(found: PackFacts): readonly PageBlock[] {
  const rows = recent(found).flatMap((version) => rowsOf(version, found));
  const waived = waivedLines(found);
  return [
    ...openBlocks(found),
    ...(rows.length === 0
      ? []
      : [
          {
            kind: 'grid',
            grid: {
              role: 'plain',
              caption: t`What changed in the terms`,
              columns: [
                { title: t`Decided` },
                { title: t`Since` },
                { title: t`Before` },
                { title: t`Since then` },
              ],
              rows,
            },
          } as const,
        ]),
    ...(waived.length === 0 ? [] : [{ kind: 'points', role: 'plain', items: waived } as const]),
  ];
}

/** Versions that began in the periods that are shown. */
function recent({ facts: { compliance } }: PackFacts): readonly VersionBehind[] {
  const first = Math.min(...compliance.periods.map(({ from }) => from));
  return (compliance.behind?.versions ?? []).filter(({ from }) => {
    if (from === null) return false;
    const at = Date.parse(from) * 1000;
    return at >= first && at < compliance.asOf;
  });
}

function rowsOf(
  { from, changes }: VersionBehind,
  found: PackFacts,
): readonly { readonly kind: 'row'; readonly cells: readonly GridCell[] }[] {
  const { facts } = found;
  const since = from === null ? 0 : Date.parse(from) * 1000;
  return changes.filter(isNoWaiver).map(({ promises: ids, rule, ...change }) => {
    const promises = ids.flatMap((id) => facts.promises.find(({ newest }) => newest.id === id) ?? []);
    const names: readonly Words[] =
      ids.length === 0
        ? [t`All promises`]
        : promises.flatMap((one, i) => [
            ...(i === 0 ? [] : [', ']),
            `${codeOf(one.newest.id, found)} `,
            nameWords(one, found),
          ]);
    const [first] = promises;
    const only = promises.length === 1 && first ? first : null;
    return {
      kind: 'row' as const,
      cells: [
        { lines: [[...names, t`, ${termName(rule)}:`], ...valueLines(change)] },
        { lines: [[from === null ? '' : civil(from)]] },
        { lines: only === null ? [] : cellLines(before(only, since)) },
        { lines: only === null ? [] : cellLines(sinceThen(only, since)) },
      ],
    };
  });
}

/** The last that were over by then. */
const before = ({ cells }: PromiseFacts, since: number): readonly PeriodCell[] =>
  cells.filter(({ period }) => period.to <= since + DAY).slice(-FEW);

const sinceThen = ({ cells }: PromiseFacts, since: number): readonly PeriodCell[] =>
  cells.filter(({ period }) => period.to > since + DAY).slice(-FEW);

const [DAY, FEW] = [86_400_000_000, 3];

const cellLines = (cells: readonly PeriodCell[]): GridCell['lines'] =>
  cells.map((cell) => [t`${shortName(cell.period.label)}: ${cellText(cell)}`]);

import { t } from '../messages/index.ts';
import { whole } from '../messages/numbers.ts';
import type { Funnel, WordsRow } from '../model/funnel.ts';
import { fieldWords, type Naming, nameOf } from './names.ts';
import type { Block, Cell, Row } from './table.ts';

/** Words that a table tells; the rest are in JSON. */
const MOST = 12;

/** By which words leads came to a stage, and how many of them are in profile: is the profile right? */
export function wordsBlocks(
  { words, cohorts, agreement }: Funnel,
  naming: Pick<Naming, 'period'>,
): readonly Block[] {
  const labels = [...new Set(cohorts.map(({ period }) => period.label))];
  return words.flatMap((stage): readonly Block[] => {
    const groups = new Map<string | null, WordsRow[]>();
    for (const row of stage.rows) {
      const name = row.by === null ? null : JSON.stringify(row.by);
      groups.set(name, [...(groups.get(name) ?? []), row]);
    }
    const sorted = [...groups].sort(([a], [b]) => (a === null ? -1 : b === null ? 1 : a < b ? -1 : 1));
    const rows = sorted.flatMap(([name, own]): readonly Row[] => [
      ...(name === null ? [] : [{ kind: 'group', text: cutText(own[0]?.by ?? {}, agreement) } as const]),
      ...wordRowsOf(own, labels),
    ]);
    const hasProfile = stage.rows.some(({ inProfile }) => inProfile !== null);
    const items = [
      t`all leads of the period that came there, in profile or not`,
      ...(hasProfile ? [t`below a number: how many of it are in profile`] : []),
    ];
    return [
      { kind: 'list', title: t`How leads came to "${nameOf(stage)}"`, items },
      { kind: 'table', table: { columns: columnsOf(labels.map(naming.period)), rows, fixed: 1 } },
    ];
  });
}

const columnsOf = (labels: readonly string[]) => [
  { title: t`leads with`, align: 'left' as const },
  ...[...labels, t`all`].map((each) => ({ title: each, align: 'right' as const })),
];

function wordRowsOf(own: readonly WordsRow[], labels: readonly string[]): readonly Row[] {
  const byWords = new Map<string, WordsRow[]>();
  for (const row of own) {
    const text = textOf(row.words);
    byWords.set(text, [...(byWords.get(text) ?? []), row]);
  }
  const all = [...byWords];
  const shown = all.slice(0, MOST);
  const rest = all.slice(MOST).flatMap(([, rows]) => rows);
  return [...shown, ...(rest.length === 0 ? [] : [[t`others`, rest] as const])].map(([name, rows]) => ({
    kind: 'row',
    indent: 0,
    cells: [
      { text: name },
      ...labels.map((label) => cellOf(rows.filter(({ period }) => period === label))),
      cellOf(rows),
    ],
  }));
}

/** A number, and how many of it are in profile where there is one. */
function cellOf(rows: readonly WordsRow[]): Cell {
  const n = rows.reduce((sum, { leads }) => sum + leads, 0);
  if (n === 0) return { text: '' };
  const inside = rows.some(({ inProfile }) => inProfile === null)
    ? null
    : rows.reduce((sum, { inProfile }) => sum + (inProfile ?? 0), 0);
  return inside === null ? { text: whole(n) } : { text: whole(n), under: t`${whole(inside)} in` };
}

function textOf(words: WordsRow['words']): string {
  if (words === null) return t`others`;
  const found = words.filter((word) => word !== null);
  return found.length === 0 ? t`(blank)` : found.join(' / ');
}

/** `source: Salon`; a blank cell is `(blank)`. */
export const cutText = (
  by: Readonly<Record<string, string | null>>,
  { headers }: Funnel['agreement'],
): string =>
  Object.entries(by)
    .map(([field, value]) => t`${fieldWords(field, headers)}: ${value ?? t`(blank)`}`)
    .join(', ');

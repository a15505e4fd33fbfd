import { t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import type { Agreement, PromiseDef } from '../../model/agreement.ts';
import type { PageEntry, PageLine } from '../../model/agreement-page.ts';
import { partsIn } from '../../model/promises.ts';
import { codesOf, teamName } from './names.ts';
import { dateText } from './small-forms.ts';

const line = (text: string): PageLine => ({ label: null, text });

/** What an objective says beside when it is met: its parts, and how it came about. */
export const objectiveLines = (promise: PromiseDef, agreement: Agreement): readonly PageLine[] => [
  ...partLines(promise, agreement),
  ...drawnUpLines(promise, agreement),
];

/** Which of two aims gives way. */
export function priorityEntries(
  { priorities = [], objectives }: Agreement,
  codes: ReadonlyMap<string, string>,
): readonly PageEntry[] {
  if (priorities.length === 0) return [];
  const named = priorities.map((id) => {
    const title = objectives.find((one) => one.id === id)?.title ?? id;
    return title === id ? (codes.get(id) ?? id) : `${codes.get(id) ?? id} (${title})`;
  });
  return [
    {
      code: null,
      head: t`What goes first`,
      lines: [
        line(
          t`Where two of these pull apart, the one that stands first here decides: ${named.join(t`, then `)}.`,
        ),
      ],
    },
  ];
}

/** Whose part of which whole it is; of a whole, that its parts add up. */
function partLines({ id, owedBy, partOf }: PromiseDef, agreement: Agreement): readonly PageLine[] {
  const codes = codesOf(agreement);
  if (partOf !== undefined)
    return [
      line(
        t`This part of ${codes.get(partOf) ?? partOf} is brought by ${teamName(agreement, owedBy ?? '')}.`,
      ),
    ];
  const parts = partsIn(agreement, id).map((part) => codes.get(part.id) ?? part.id);
  if (parts.length === 0) return [];
  return [line(t`It is brought together by ${allOf(parts)}: a case belongs to the first that it fits.`)];
}

function drawnUpLines({ drawnUp }: PromiseDef, agreement: Agreement): readonly PageLine[] {
  if (drawnUp === undefined) return [];
  const { on, by, minutes } = drawnUp;
  const who = allOf(by.map((id) => (id === 'sponsor' ? t`the sponsor` : teamName(agreement, id))));
  return [
    line(
      minutes === null
        ? t`Drawn up on ${dateText(on)} by ${who}.`
        : t`Drawn up on ${dateText(on)} by ${who} (minutes: ${minutes}).`,
    ),
  ];
}

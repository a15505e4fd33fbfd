import { isSeq, parseDocument } from 'yaml';
import { t } from '../../messages/index.ts';
import type { Acceptance, ChangeValue } from '../../model/change.ts';

function header(): string {
  const what = t`Changes of agreements that the teams they concern have accepted: one entry a change and a team.`;
  const how = t`Written by "sla accept". An entry holds for exactly the values and meanings in it, and is used up once the change is merged.`;
  return `# ${what}\n# ${how}\n`;
}

/** The file with more entries at its end; what is there stays as it is. */
export function withEntries(text: string | null, entries: readonly Acceptance[]): string {
  const kept = text === null || text.trim() === '' ? header() : withoutEmptyList(text);
  const ended = kept.endsWith('\n') ? kept : `${kept}\n`;
  return ended + entries.map(entryText).join('');
}

/** The file without the entries at these positions; comments between entries stay. */
export function withoutEntries(text: string, indexes: ReadonlySet<number>): string {
  const { contents } = parseDocument(text);
  if (!isSeq(contents)) return text;
  const starts = contents.items.map((item) => lineStart(text, rangeOf(item)[0]));
  let kept = '';
  let from = 0;
  for (const [index, item] of contents.items.entries()) {
    if (!indexes.has(index)) continue;
    kept += text.slice(from, starts[index]);
    from = lineEnd(text, rangeOf(item)[1]);
  }
  return kept + text.slice(from);
}

function entryText({ agreement, commitment, rule, from, to, bound, by, reason }: Acceptance): string {
  const lines: readonly (readonly [string, ChangeValue])[] = [
    ['agreement', agreement],
    ...(commitment === null ? [] : [['commitment', commitment] as const]),
    ['rule', rule],
    ['from', from],
    ['to', to],
    ...(bound === null
      ? []
      : ([
          ['before', bound.before],
          ['after', bound.after],
        ] as const)),
    ['by', by],
    ['reason', reason],
  ];
  return lines
    .map(([key, value], i) => `${i === 0 ? '- ' : '  '}${key}: ${JSON.stringify(value)}\n`)
    .join('');
}

const withoutEmptyList = (text: string): string => text.replace(/^\[\s*\]\s*$/m, '');

function rangeOf(item: unknown): readonly [number, number] {
  const range = (item as { readonly range?: readonly [number, number, number] | null }).range;
  return range ? [range[0], range[1]] : [0, 0];
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

/** The end of the line on which something ends; a range may reach past the line end. */
function lineEnd(text: string, at: number): number {
  if (text[at - 1] === '\n') return at;
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

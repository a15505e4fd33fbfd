import type { Document, ErrorCode, LineCounter, Node, YAMLMap, YAMLSeq } from 'yaml';
import { isCollection, isNode, isPair, isScalar, visit } from 'yaml';
import { t } from '../../messages/index.ts';
import type { YamlProblem } from './values.ts';

/**
 * What the parser says where a bracket or a quote is still open: most often of the next line, whose
 * indentation ends everything.
 */
const ECHOES: ReadonlySet<ErrorCode> = new Set([
  'MISSING_CHAR',
  'BAD_INDENT',
  'BLOCK_IN_FLOW',
  'MULTILINE_IMPLICIT_KEY',
]);

const CLOSERS: Readonly<Record<string, string>> = { '[': ']', '{': '}', '"': '"', "'": "'" };

/**
 * The bracket or quote that is open where a syntax error was noticed, the innermost of several; null where
 * none is. What is never closed is noticed at its end, often the end of the file; the reader looks for
 * where it was opened.
 */
export function unclosed({
  document,
  text,
  code,
  noticed,
  counter,
}: {
  readonly document: Document;
  readonly text: string;
  readonly code: ErrorCode;
  readonly noticed: number;
  readonly counter: LineCounter;
}): YamlProblem | null {
  if (!ECHOES.has(code)) return null;
  let offset = -1;
  visit(document, {
    Node(_, node) {
      const [start, , end] = node.range ?? [0, 0, 0];
      if (start < noticed && noticed <= end && isOpen(node, text)) offset = start;
    },
  });
  const opener = text[offset];
  const closer = CLOSERS[opener ?? ''];
  if (opener === undefined || closer === undefined) return null;
  const [message, help] =
    opener === closer
      ? [t`A quote is opened here and not closed`, t`close it with ${closer}`]
      : [t`"${opener}" is opened here and not closed`, remedy({ text, offset, closer, noticed, counter })];
  return { rule: 'yaml-syntax', message, help, offset, end: offset + 1 };
}

function isOpen(node: Node, text: string): boolean {
  const [start, end] = node.range ?? [0, 0];
  const opener = text[start] ?? '';
  // A pair in brackets is a collection of its own, and has none.
  if (isCollection(node))
    return /[[{]/.test(opener) && (text[end - 1] !== CLOSERS[opener] || endOfLast(node) === end);
  return isScalar(node) && node.type?.startsWith('QUOTE') === true && !isQuoted(text.slice(start, end));
}

/** Where the last item of a collection ends; the bracket there is its own. */
function endOfLast({ items }: YAMLMap | YAMLSeq): number | null {
  const last = items.at(-1);
  const node = isPair(last) ? (last.value ?? last.key) : last;
  return isNode(node) ? (node.range?.[1] ?? null) : null;
}

/**
 * Whether a text that begins with a quote ends with one that is not escaped: by a backslash, or in single
 * quotes by another.
 */
function isQuoted(text: string): boolean {
  const [quote, last] = [text[0], text.length - 1];
  if (last === 0 || text[last] !== quote) return false;
  let before = last;
  while (before > 1 && text[before - 1] === (quote === '"' ? '\\' : quote)) before--;
  return (last - before) % 2 === 0;
}

function remedy({
  text,
  offset,
  closer,
  noticed,
  counter,
}: {
  readonly text: string;
  readonly offset: number;
  readonly closer: string;
  readonly noticed: number;
  readonly counter: LineCounter;
}): string {
  const there = text[noticed] ?? '';
  if (there !== closer && /[\]}]/.test(there)) return t`write "${closer}" in place of "${there}"`;
  const [opened, line] = [counter.linePos(offset).line, counter.linePos(noticed).line];
  return line > opened && text.slice(noticed).trim() !== ''
    ? t`write "${closer}" where it ends, before line ${line}; or indent line ${line} if it belongs to it`
    : t`write "${closer}" where it ends`;
}

import type { ErrorCode, LineCounter, YAMLError } from 'yaml';
import { t } from '../../messages/index.ts';
import type { YamlProblem } from './values.ts';

/** A key at the beginning of its line, after the spaces or the dash that stand before it. */
const KEY = /^[\s-]*[^\s#:[\]{}"',]+\s*:(\s|$)/;

/** What the parser says where a key stands further left or further right than its neighbours. */
const ECHOES: ReadonlySet<ErrorCode> = new Set(['MISSING_CHAR', 'BLOCK_AS_IMPLICIT_KEY']);

/**
 * The line that is indented otherwise than its neighbours, where the parser speaks of something else: of a
 * dash that is missing (one further left, below a dash), or of a second colon (one further right, which it
 * takes for more of the value above). Null where the indentation is not it.
 */
export function misaligned(error: YAMLError, text: string, counter: LineCounter): YamlProblem | null {
  if (!ECHOES.has(error.code)) return null;
  const lines = text.split('\n');
  const at = counter.linePos(error.pos[0]).line;
  const line = error.code === 'MISSING_CHAR' ? outdented(error, lines, at) : indented(lines, at);
  if (line === null) return null;
  const offset = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  const own = indentOf(lines[line - 1]);
  return {
    rule: 'yaml-syntax',
    message: t`The indentation does not fit the lines above`,
    help: t`align the key with the keys of the same level`,
    offset: offset + own,
    end: offset + own + 1,
  };
}

const indentOf = (line = ''): number => line.length - line.trimStart().length;

/** Below a dash, a key further left than the keys of its item. */
function outdented({ message }: YAMLError, lines: readonly string[], at: number): number | null {
  // The parser has one code for all that is missing, and this text for a dash.
  return message.startsWith('Sequence item without -') && KEY.test(lines[at - 1] ?? '') ? at : null;
}

/** Below a key with its value, another further right: the first line holds one colon alone. */
function indented(lines: readonly string[], at: number): number | null {
  const [above = '', below = ''] = [lines[at - 1], lines[at]];
  const value = above.replace(KEY, '').replace(/\s#.*$/, '');
  if (!KEY.test(above) || /:(\s|$)/.test(value) || !KEY.test(below)) return null;
  return indentOf(below) > indentOf(above) ? at + 1 : null;
}

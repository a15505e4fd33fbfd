import { Lexer } from 'yaml';

/** A comment of a file. */
export interface Comment {
  /** From the `#` to the end of its line. */
  readonly text: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** Nothing else is on its line. */
  readonly alone: boolean;
}

/** Tokens of the lexer that are marks of its own and no text of the file. */
const MARKS: ReadonlySet<string> = new Set(['\u0002', '\u0018', '\u001f']);
const SCALAR_FOLLOWS = '\u001f';

/** The comments of a text that parses: a `#` inside a text or a block is none. */
export function commentsIn(lines: readonly string[]): readonly Comment[] {
  const found: Comment[] = [];
  let [line, column, before] = [1, 1, ''];
  for (const token of new Lexer().lex(lines.join('\n'))) {
    if (token.startsWith('#') && before !== SCALAR_FOLLOWS) {
      const alone = (lines[line - 1] ?? '').slice(0, column - 1).trim() === '';
      found.push({ text: token.trimEnd(), line, column, alone });
    }
    before = token;
    if (MARKS.has(token)) continue;
    const breaks = token.split('\n').length - 1;
    line += breaks;
    column = breaks === 0 ? column + token.length : token.length - token.lastIndexOf('\n');
  }
  return found;
}

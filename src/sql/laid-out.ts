const PARTS =
  'WITH|SELECT|FROM|WHERE|GROUP BY|ORDER BY|UNION ALL|LEFT JOIN|FULL JOIN|CROSS JOIN|ASOF JOIN|JOIN|CREATE OR REPLACE TABLE';

/** A literal or a name in quotes, a bracket, a comma, a part of a statement at its beginning, anything else. */
const TOKENS = new RegExp(
  `("[^"]*"|'[^']*'|\`[^\`]*\`)|(\\()|(\\))|(, )|(?<=^|[\\s(])(${PARTS})\\b|\\w+|[^]`,
  'g',
);

/** Numbers of a long list that are shown. */
const SHOWN = 3;

/** A statement as a person reads it: a line for each part and for each column, indented by how deep it lies. */
export function laidOut(statement: string): string {
  const sql = inOneLine(statement.trim());
  // By open bracket: whether it holds a SELECT.
  const open: boolean[] = [];
  const out: string[] = [];
  const line = (more = 0): string => `\n${'  '.repeat(open.filter((isSelect) => isSelect).length + more)}`;
  const trimEnd = (): void => {
    while (out.at(-1) === ' ') out.pop();
  };
  for (const match of sql.matchAll(TOKENS)) {
    const [token, , opens, closes, comma, part] = match;
    const isTop = open.at(-1) !== false && !(out.at(-2) === 'DISTINCT' && out.at(-1) === ' ');
    if (part !== undefined && isTop) {
      trimEnd();
      out.push(`${out.length === 0 ? '' : line()}${part}`);
    } else if (opens !== undefined) {
      open.push(/^\s*(?:SELECT|WITH)\b/.test(sql.slice(match.index + 1, match.index + 20)));
      out.push('(');
    } else if (closes !== undefined) {
      const wasSelect = open.pop();
      if (wasSelect) {
        trimEnd();
        out.push(line());
      }
      out.push(')');
    } else if (comma !== undefined && isTop) out.push(`,${line(1)}`);
    else out.push(token);
  }
  return `${out.join('').trim()};`;
}

/** Without its own line breaks, but for those in literals. */
const inOneLine = (sql: string): string =>
  sql.replace(/("[^"]*"|'[^']*'|`[^`]*`)|\s+/g, (_, quoted?: string) => quoted ?? ' ');

/** The same with long lists of numbers cut, for those who read statements beside one another. */
export const withShortLists = (statement: string): string =>
  statement.replace(/('?[[{])([-\d,]+)([\]}]'?)/g, (all, open: string, list: string, close: string) => {
    const numbers = list.split(',');
    if (numbers.length <= SHOWN * 2) return all;
    return `${open}${numbers.slice(0, SHOWN).join(',')}, ... ${numbers.length - SHOWN} more${close}`;
  });

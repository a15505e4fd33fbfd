const PARTS =
  /^(WITH|SELECT|FROM|WHERE|GROUP BY|ORDER BY|UNION ALL|LEFT JOIN|FULL JOIN|ASOF JOIN|JOIN|CREATE OR REPLACE TABLE)\b/;

/** Numbers of a long list that are shown. */
const SHOWN = 3;

/** A statement as a person reads it: a line for each part and for each column, indented by how deep it lies. Long lists are cut. */
export function laidOut(statement: string): string {
  const sql = statement
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/'\[([-\d,]+)\]'/g, (all, list: string) => shortened(all, list.split(',')));
  // By open bracket: whether it holds a SELECT.
  const open: boolean[] = [];
  let out = '';
  const line = (more = 0): string => `\n${'  '.repeat(open.filter((isSelect) => isSelect).length + more)}`;
  for (let i = 0; i < sql.length; i++) {
    const rest = sql.slice(i);
    const quoted = /^("[^"]*"|'[^']*')/.exec(rest)?.[0];
    const isTop = open.at(-1) !== false && !out.endsWith('DISTINCT ');
    const part = isTop && (i === 0 || /[\s(]/.test(sql[i - 1] ?? '')) ? PARTS.exec(rest)?.[0] : undefined;
    if (quoted !== undefined) {
      out += quoted;
      i += quoted.length - 1;
    } else if (part !== undefined) {
      out = `${out.trimEnd()}${out === '' ? '' : line()}${part}`;
      i += part.length - 1;
    } else if (rest.startsWith('(')) {
      open.push(/^\(\s*(SELECT|WITH)\b/.test(rest));
      out += '(';
    } else if (rest.startsWith(')')) {
      const wasSelect = open.pop();
      out = wasSelect ? `${out.trimEnd()}${line()})` : `${out})`;
    } else if (rest.startsWith(', ') && isTop) {
      out += `,${line(1)}`;
      i += 1;
    } else out += sql[i];
  }
  return `${out.replace(/ +$/gm, '').trim()};`;
}

function shortened(all: string, list: readonly string[]): string {
  if (list.length <= SHOWN * 2) return all;
  return `'[${list.slice(0, SHOWN).join(',')}, ... ${list.length - SHOWN} more]'`;
}

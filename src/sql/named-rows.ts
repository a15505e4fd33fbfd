/**
 * A statement in which every SELECT in brackets behind FROM or JOIN has a name, as PostgreSQL before 16 asks; with
 * a fence each stays a layer of its own, where an engine would put its columns together with those above it.
 */
export function withNamedRows(sql: string, fence: string): string {
  const isRows: boolean[] = [];
  let out = '';
  let named = 0;
  for (const [token] of sql.matchAll(/'[^']*'|"[^"]*"|`[^`]*`|[()]|[^'"`()]+/g)) {
    if (token === '(') isRows.push(/\b(?:FROM|JOIN)\s*$/.test(out));
    const ends = token === ')' && isRows.pop() === true;
    if (ends) out += fence;
    out += token;
    if (ends) out += PENDING;
  }
  return out.replace(
    new RegExp(`${PENDING}(\\s*)(?=([\\w"\`]+)?)`, 'g'),
    (_, space: string, word?: string) =>
      word !== undefined && !FOLLOWS.test(word) ? space : ` AS q${named++}${space}`,
  );
}

/** Stands for a name that may be missing; in no statement, for literals with NUL are built otherwise. */
const PENDING = '\0';

/** What can come behind rows that have no name. */
const FOLLOWS = /^(?:WHERE|GROUP|ORDER|JOIN|LEFT|FULL|CROSS|ASOF|UNION|ON|LIMIT|OFFSET)$/;

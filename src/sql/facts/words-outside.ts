import type { JudgingDialect } from '../dialects/dialect.ts';

/** A word that is none of the agreed ones, how often it stands there, and what all such words come to. */
export interface WordOutside {
  readonly word: string;
  readonly n: number;
  readonly words: number;
  readonly cells: number;
}

/**
 * The words of a column that are none of these, the most frequent first, at most so many: a row each, all
 * with the number of such words and of their cells. A blank cell is outside of nothing.
 */
export function wordsOutsideSql(
  { table, column }: { readonly table: string; readonly column: string },
  agreed: readonly string[],
  limit: number,
  { identifier, text }: JudgingDialect,
): string {
  const cell = identifier(column);
  return `SELECT word, n, count(*) OVER () AS words, sum(n) OVER () AS cells
FROM (
  SELECT ${cell} AS word, count(*) AS n
  FROM ${identifier(table)}
  WHERE ${cell} IS NOT NULL AND ${cell} NOT IN (${agreed.map((word) => text(word)).join(', ')})
  GROUP BY ${cell}
)
ORDER BY n DESC, word
LIMIT ${limit}`;
}

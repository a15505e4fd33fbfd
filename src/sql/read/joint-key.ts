import { BETWEEN } from '../../model/joint-key.ts';
import type { Position } from '../../model/reading.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { alike, nullWords, trimmed, withoutNulls } from './cell.ts';

/** The raw cell of a field at its position of a scan `s`: of one of several columns, as `jointKey` does. */
export function cellSql(
  position: Position | undefined,
  nulls: readonly string[],
  dialect: Dialect,
  textAt = (at: number): string => `s.c${at}`,
): string {
  if (typeof position !== 'object') return `s.c${position}`;
  return jointKeySql(
    position.map((at) =>
      typeof at === 'number'
        ? cleanSql(textAt(at), nulls, dialect)
        : // Cells that are one are clean but for the blank beside a blank cell.
          `nullif(trim(${cellSql(at, nulls, dialect, textAt)}), '')`,
    ),
    dialect,
  );
}

/** The key of clean cells, as SQL: null where all of them are. */
export function jointKeySql(clean: readonly string[], dialect: Pick<Dialect, 'text'>): string {
  const cells = clean.map((cell) => `replace(coalesce(${cell}, ''), '|', '||')`);
  // What is between the cells, and nothing else.
  const blank = clean.map(() => '').join(BETWEEN);
  return `nullif(${cells.join(` || ${dialect.text(BETWEEN)} || `)}, ${dialect.text(blank)})`;
}

/** A cell as `cleanRecordCell` has it. */
function cleanSql(raw: string, nulls: readonly string[], dialect: Dialect): string {
  const words = nullWords(nulls);
  const text = alike(trimmed(raw, dialect), dialect);
  return words.length === 0 ? text : withoutNulls(text, words, dialect);
}

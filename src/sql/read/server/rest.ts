import { postgres } from '../../dialects/postgres.ts';

/**
 * A text that two rows share whose cells in these columns are the same word by word; an empty one is as none.
 * Events that are the same in all of their cells are one, and what is not read stays where it is.
 */
export function restOfRowSql(columns: readonly string[]): string {
  if (columns.length === 0) return 'CAST(NULL AS text)';
  const cells = columns.map((column, i) => {
    const text = postgres.cast(postgres.identifier(column), 'text');
    return `CASE WHEN ${text} <> '' THEN ${postgres.text(`${i}:`)} || length(${text}) || ':' || ${text} END`;
  });
  return `md5(array_to_string(ARRAY[${cells.join(', ')}], ','))`;
}

import { parse } from 'csv-parse/sync';
import { editDistance } from '../../messages/nearest.ts';
import type { CsvDialect } from '../../model/agreement.ts';
import { alikeText } from '../../model/alike.ts';

/** The header line's cells, trimmed, without the byte-order mark; null where there is no such line. */
export function headerOf(head: Uint8Array, csv: CsvDialect, complete: boolean): readonly string[] | null {
  const text = new TextDecoder('utf-8').decode(head);
  const lines = complete ? text : text.slice(0, text.lastIndexOf('\n') + 1);
  const records = parse(lines, {
    bom: true,
    delimiter: csv.delimiter,
    quote: csv.quote,
    escape: csv.quote,
    from_line: csv.skip + 1,
    to: 1,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  const cells = records[0]?.map((cell) => cell.replaceAll('\ufeff', '').trim()) ?? null;
  // A header that the delimiter did not cut keeps its tabs, which may have been meant to.
  return cells?.length === 1 ? cells : (cells?.map(alikeText) ?? null);
}

/** The column's names among the header's that a reader may have meant, nearest first. */
export function nearestNames(wanted: string, names: readonly string[]): readonly string[] {
  const fold = (name: string): string =>
    name
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[\p{M}\s_.-]/gu, '');
  const limit = Math.max(2, Math.floor(wanted.length / 3));
  return names
    .filter((name) => name !== '')
    .map((name) => ({ name, distance: editDistance(fold(wanted).slice(0, 80), fold(name).slice(0, 80)) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ name }) => name);
}

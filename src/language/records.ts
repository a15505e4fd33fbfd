import { t } from '../messages/index.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { YamlRecords } from '../model/reading.ts';
import { isMap } from './decode/report.ts';
import { parseYaml } from './yaml/parse.ts';
import type { SourceMap } from './yaml/source-map.ts';

export interface ReadRecords {
  /** Null where something is wrong. */
  readonly records: YamlRecords | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a YAML file of records: a list of maps with plain values, one record an item. Keys are what the
 * columns are in CSV; a record without a key has a blank cell. A list of plain values is one cell, its
 * values joined by commas.
 */
export function readRecords(shownAs: string, input: string | Uint8Array): ReadRecords {
  const { value, readable, source, diagnostics } = parseYaml(shownAs, input);
  if (!readable || diagnostics.length > 0)
    return { records: null, diagnostics: diagnostics.map((each) => ({ ...each, fatal: true })) };
  if (value === null) return { records: { header: [], rows: [] }, diagnostics: [] };
  if (!Array.isArray(value))
    return { records: null, diagnostics: [problem(source, [], t`The file is not a list of records`)] };
  const problems: Diagnostic[] = [];
  const items: { readonly item: Readonly<Record<string, unknown>>; readonly line: number }[] = [];
  for (const [i, item] of value.entries()) {
    if (!isMap(item)) {
      problems.push(problem(source, [i], t`A record is a map of keys and values`));
      continue;
    }
    for (const [key, held] of Object.entries(item)) {
      if (cellOf(held) === null)
        problems.push(
          problem(source, [i, key], t`The value of "${key}" is not plain: a map has no place in a cell`),
        );
    }
    items.push({ item, line: source.place([i]).start.line });
  }
  if (problems.length > 0) return { records: null, diagnostics: problems };
  const header = [...new Set(items.flatMap(({ item }) => Object.keys(item)))];
  const rows = items.map(({ item, line }) => ({
    cells: header.map((key) => (Object.hasOwn(item, key) ? (cellOf(item[key]) ?? '') : '')),
    line,
  }));
  return { records: { header, rows }, diagnostics: [] };
}

function cellOf(value: unknown): string | null {
  if (value === null || value === undefined) return '';
  if (!Array.isArray(value)) return typeof value === 'object' ? null : String(value);
  const cells = value.map((each) => (Array.isArray(each) ? null : cellOf(each)));
  return cells.includes(null) ? null : cells.join(', ');
}

const problem = (source: SourceMap, path: readonly (string | number)[], message: string): Diagnostic => ({
  rule: 'wrong-records',
  severity: 'error',
  message,
  help: t`write one item a record: - { date: 2026-03-10, minutes: minutes/2026-03-10.md }`,
  place: source.place(path),
  fatal: true,
});

import type { Said } from './run.ts';

/**
 * What a reader sees of a report, but for which files it read and where the agreement says so. `names` tells of each
 * table the text that it stands for: the first row of a table is 1, that of a text is below its header.
 */
export function saidOf({ compliance, cases, findings }: Said, names: ReadonlyMap<string, string>): string {
  if (compliance === null)
    return JSON.stringify(findings.map(({ rule: name }) => name).filter((name) => name !== 'not-pinned'));
  const { inputs: _, agreement, ...rest } = compliance;
  const { digest: __, ...known } = agreement as typeof agreement & { digest?: unknown };
  let text = JSON.stringify(
    { ...rest, agreement: known, cases },
    (key, value) => asOfText(key, value, names),
    1,
  );
  for (const [table, file] of names) {
    const written = JSON.stringify(table)
      .slice(1, -1)
      .replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
    text = text.replace(
      new RegExp(`${written}((?::| line )(\\d+))?`, 'g'),
      (_all, place: string | undefined, row: string | undefined) =>
        `${file}${(place ?? '').replace(/\d+/, String(Number(row) + 1))}`,
    );
  }
  return text;
}

/** Places of an agreement are left out; a day that stands in a column of times is quoted with the midnight that it has there. */
function asOfText(key: string, value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (key === 'place') return undefined;
  // A server may say of how many moments its rows are, which a file does not.
  if (key === 'findings' && Array.isArray(value)) return value.filter(({ rule }) => rule !== 'not-pinned');
  if (key === 'message') return String(value).replaceAll(/(\d{4}-\d\d-\d\d) 00:00:00\b/g, '$1');
  const cell = value as { readonly file?: unknown; readonly line?: unknown } | null;
  const file = typeof cell?.file === 'string' ? names.get(cell.file) : undefined;
  return file !== undefined && typeof cell?.line === 'number'
    ? { ...cell, file, line: cell.line + 1 }
    : value;
}

import type { RawSource } from './agreement.ts';
import { cleanCell } from './cell.ts';
import { isRoundedId } from './source.ts';

/** The lead that has what stood under an id, by the id. */
export type Merges = ReadonlyMap<string, string>;

/** Who was merged into whom, as the rows of the leads tell it: each walked, step by step, to the lead that stays. */
export function mergesOf(source: RawSource, [header = [], ...lines]: readonly (readonly string[])[]): Merges {
  const field = source.merged_ids ?? source.merged_into;
  if (field === undefined) return new Map();
  const cellOf = (line: readonly string[], name: string) =>
    cleanCell(line[header.indexOf(source.fields[name]?.column ?? '')] ?? '', source.nulls ?? []);
  const claims = new Map<string, Set<string>>();
  const leads = new Set<string>();
  for (const line of lines) {
    const key = cellOf(line, String(source.key));
    if (key === null || isRoundedId(key)) continue;
    leads.add(key);
    const told = cellOf(line, field) ?? '';
    const pairs =
      source.merged_into === undefined
        ? told.split(';').map((id) => [id.trim(), key] as const)
        : [[key, told] as const];
    for (const [id, into] of pairs) {
      if (id === '' || into === '' || id === into) continue;
      claims.set(id, (claims.get(id) ?? new Set()).add(into));
    }
  }
  return new Map(
    [...claims.keys()].flatMap((id) => {
      const into = survivorOf(id, claims);
      return into !== null && into !== id && leads.has(into) ? [[id, into] as const] : [];
    }),
  );
}

/** Null in a circle. An id that several leads claim goes nowhere, and so stays what it is. */
function survivorOf(id: string, claims: ReadonlyMap<string, ReadonlySet<string>>): string | null {
  const seen = new Set<string>();
  let at = id;
  for (;;) {
    const [next, ...others] = claims.get(at) ?? [];
    if (next === undefined || others.length > 0) return at;
    if (seen.has(at)) return null;
    seen.add(at);
    at = next;
  }
}

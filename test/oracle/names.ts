import type { RawSource } from './agreement.ts';
import { cleanCell } from './cell.ts';
import type { Merges } from './merges.ts';
import { isRoundedId, type Read } from './source.ts';

/** The rows of activities that name their lead by some of its fields, each under every lead that it names. */
export function underLeads(
  rows: readonly Read[],
  fields: readonly string[],
  leads: RawSource,
  [header = [], ...lines]: readonly (readonly string[])[],
  merges: Merges,
): readonly Read[] {
  const known = new Map<string, Set<string>>();
  const isCalled = (name: string | null, key: string) => {
    if (name !== null)
      known.set(sameAs(name), (known.get(sameAs(name)) ?? new Set()).add(merges.get(key) ?? key));
  };
  for (const line of lines) {
    const cellOf = (field: string) =>
      cleanCell(line[header.indexOf(leads.fields[field]?.column ?? '')] ?? '', leads.nulls ?? []);
    const key = cellOf(String(leads.key));
    if (key === null || isRoundedId(key)) continue;
    for (const field of fields) isCalled(cellOf(field), key);
  }
  if (fields.includes(String(leads.key))) for (const [id, into] of merges) isCalled(id, into);
  return rows.flatMap((row) => {
    const [first, ...more] = known.get(sameAs(row.key)) ?? [];
    if (first === undefined) return [{ ...row, key: ' ' }];
    return [{ ...row, key: first }, ...more.map((key) => ({ ...row, key, again: true }))];
  });
}

const sameAs = (name: string): string => (name.includes('@') ? name.toLowerCase() : name);

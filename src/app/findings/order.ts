import type { Diagnostic } from '../../model/diagnostic.ts';

/** By file, then by place; what has no place comes first. */
export function sortFindings(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...findings].sort(
    (a, b) =>
      byText(a.place?.file ?? '', b.place?.file ?? '') ||
      (a.place?.start.line ?? 0) - (b.place?.start.line ?? 0) ||
      (a.place?.start.column ?? 0) - (b.place?.start.column ?? 0) ||
      byText(a.rule, b.rule),
  );
}

/** The same on every machine: `localeCompare` follows the data of its runtime, and takes long to load it. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

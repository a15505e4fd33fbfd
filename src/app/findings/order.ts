import type { Diagnostic } from '../../model/diagnostic.ts';

/** Each once: a file that promises read in several ways has its faults in each. */
export const eachOnce = (findings: readonly Diagnostic[]): readonly Diagnostic[] => [
  ...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values(),
];

/** By file, then by place; what has no place comes first. */
export function sortFindings(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...eachOnce(findings)].sort(
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

import type { Diagnostic } from '../model/diagnostic.ts';

/** By file, then by place; what has no place comes first. */
export function sorted(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...findings].sort(
    (a, b) =>
      (a.place?.file ?? '').localeCompare(b.place?.file ?? '', 'en') ||
      (a.place?.start.line ?? 0) - (b.place?.start.line ?? 0) ||
      (a.place?.start.column ?? 0) - (b.place?.start.column ?? 0) ||
      a.rule.localeCompare(b.rule, 'en'),
  );
}

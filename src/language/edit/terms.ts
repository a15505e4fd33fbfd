import type { Place } from '../../model/diagnostic.ts';

/** A value of an agreement that is to read otherwise; it stands on one line. */
export interface TermEdit {
  readonly place: Place;
  /** The new text, from what is written between the quotes, if there are any; null where it has no place there. */
  readonly write: (written: string) => string | null;
}

/**
 * The lines of a text with values changed where they stand: quotes, comments and all else stay as they are.
 * An edit that can't be made where it points is left, and told.
 */
export function withTerms(
  lines: readonly string[],
  edits: readonly TermEdit[],
): { readonly lines: readonly string[]; readonly left: readonly TermEdit[] } {
  const changed = [...lines];
  const left: TermEdit[] = [];
  // From the end of a line, so that the columns before stay as they are.
  const sorted = [...edits].sort((a, b) => b.place.start.column - a.place.start.column);
  for (const edit of sorted) {
    const { start, end } = edit.place;
    const line = changed[start.line - 1] ?? '';
    const value = line.slice(start.column - 1, end.column - 1);
    const [, before = '', written = '', after = ''] = /^(["']?)(.*)(\1)$/s.exec(value) ?? [];
    const text = start.line === end.line ? edit.write(written) : null;
    if (text === null) left.push(edit);
    else
      changed[start.line - 1] =
        `${line.slice(0, start.column - 1)}${before}${text}${after}${line.slice(end.column - 1)}`;
  }
  return { lines: changed, left };
}

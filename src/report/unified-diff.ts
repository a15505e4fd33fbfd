/** Lines shown around a change. */
const AROUND = 3;

/**
 * The difference of two texts of as many lines, as `patch -p1` and `git apply` take it; empty where there is
 * none.
 */
export function unifiedDiff(file: string, before: readonly string[], after: readonly string[]): string {
  const isEnded = before.at(-1) === '';
  const [old, now] = isEnded ? [before.slice(0, -1), after.slice(0, -1)] : [before, after];
  const changed = old.flatMap((line, i) => (line === now[i] ? [] : [i]));
  if (changed.length === 0) return '';
  const hunks: number[][] = [];
  for (const i of changed) {
    const last = hunks.at(-1);
    if (last && i - (last.at(-1) ?? 0) <= 2 * AROUND) last.push(i);
    else hunks.push([i]);
  }
  const marked = (sign: string, lines: readonly string[], i: number): string =>
    `${sign}${lines[i] ?? ''}\n${!isEnded && i === lines.length - 1 ? '\\ No newline at end of file\n' : ''}`;
  const hunkText = (own: readonly number[]): string => {
    const from = Math.max(0, (own[0] ?? 0) - AROUND);
    const to = Math.min(old.length, (own.at(-1) ?? 0) + AROUND + 1);
    const parts: string[] = [];
    for (let i = from; i < to; i++) {
      const run = changed.includes(i) ? runAt(i, changed) : null;
      if (run === null) parts.push(marked(' ', old, i));
      else {
        parts.push(
          ...run.map((each) => marked('-', old, each)),
          ...run.map((each) => marked('+', now, each)),
        );
        i += run.length - 1;
      }
    }
    return `@@ -${from + 1},${to - from} +${from + 1},${to - from} @@\n${parts.join('')}`;
  };
  return `--- a/${file}\n+++ b/${file}\n${hunks.map(hunkText).join('')}`;
}

/** The changed lines from one on that follow each other. */
function runAt(first: number, changed: readonly number[]): readonly number[] {
  const run: number[] = [];
  for (let i = first; changed.includes(i); i++) run.push(i);
  return run;
}

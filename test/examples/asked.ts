/** What the questions to the data count, by plain loops over what an example holds. */

/** How many clocks stopped in each tenth of their limit, of those that stopped in time; both in the same unit. */
export function tenthsOf(stops: readonly { readonly elapsed: number; readonly limit: number }[]): number[] {
  const tenths = Array.from({ length: 10 }, () => 0);
  for (const { elapsed, limit } of stops) {
    if (elapsed <= 0 || elapsed > limit) continue;
    const tenth = Math.ceil((elapsed * 10) / limit) - 1;
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  return tenths;
}

/** Whether the last tenth holds far more than the two before it. */
export function isCrowded(tenths: readonly number[]): boolean {
  const [before, last] = [Math.max(tenths[7] ?? 0, tenths[8] ?? 0), tenths[9] ?? 0];
  return last >= 8 && last > before + 2.5 * Math.sqrt(2 * Math.max(before, 1));
}

/** Per cent of the rows that fill a column, of the older nine tenths and of the newest. */
export function filledIn<Row>(
  rows: readonly Row[],
  order: (row: Row) => number,
  name: (row: Row) => string,
  cell: (row: Row) => string,
): { readonly older: number; readonly newest: number } {
  const sorted = [...rows].sort((a, b) => order(a) - order(b) || (name(a) < name(b) ? -1 : 1));
  const size = Math.floor(sorted.length / 10);
  const part = (some: readonly Row[]) =>
    (100 * some.filter((row) => cell(row) !== '').length) / Math.max(1, some.length);
  return { older: part(sorted.slice(0, -size)), newest: part(sorted.slice(-size)) };
}

/** The numbers in a sentence, not those in quotes. */
const numbersIn = (message: string): number[] =>
  (message.replaceAll(/"[^"]*"/g, '').match(/\d[\d,]*/g) ?? []).map((each) =>
    Number(each.replaceAll(',', '')),
  );

/** What was asked: each rule with the numbers of its question. */
export const askedOf = (
  findings: readonly { readonly rule: string; readonly severity: string; readonly message: string }[],
): Record<string, number[][]> => {
  const asked: Record<string, number[][]> = {};
  for (const { rule, severity, message } of findings)
    if (severity === 'info') asked[rule] = [...(asked[rule] ?? []), numbersIn(message)];
  return asked;
};

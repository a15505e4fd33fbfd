/**
 * A step function of `x` as a balanced CASE, a binary search: `values[i]` holds from `thresholds[i - 1]`
 * (inclusive) up to `thresholds[i]`. Thresholds ascend; there is one value more than thresholds. Values are
 * SQL.
 */
export function piecewise(x: string, thresholds: readonly number[], values: readonly string[]): string {
  if (values.length !== thresholds.length + 1)
    throw new RangeError('One value more than thresholds is needed');
  if (thresholds.length === 0) return values[0] ?? 'NULL';
  const middle = thresholds.length >> 1;
  const below = piecewise(x, thresholds.slice(0, middle), values.slice(0, middle + 1));
  const above = piecewise(x, thresholds.slice(middle + 1), values.slice(middle + 1));
  return `CASE WHEN ${x} < ${thresholds[middle]} THEN ${below} ELSE ${above} END`;
}

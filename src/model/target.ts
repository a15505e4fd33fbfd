import type { Target } from './agreement.ts';

/** Whether it is all of them: a rate has a unit where it counts its cases one by one. */
export const isOfSteps = ({ of, unit }: Pick<Target, 'of' | 'unit'>): boolean =>
  of === 'rate' && unit !== null;

/** A target as its writers write it: `>= 95%`, `>= 250,000 EUR`. A rate is a fraction of 1. */
export function targetText(
  { cmp, value, of, unit }: Pick<Target, 'cmp' | 'value' | 'of' | 'unit'>,
  rate: (value: number) => string,
  amount: (value: number) => string,
): string {
  return of === 'rate'
    ? `${cmp} ${rate(value)}`
    : `${cmp} ${amount(value)}${unit === null ? '' : ` ${unit}`}`;
}

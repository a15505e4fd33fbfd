import type { Result, ResultTarget } from '../model/compliance.ts';

/** A whole number with its thousands apart: `2,013`. */
export function whole(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/**
 * A rate as a percentage, no finer than its cases can tell (hundreds: a whole percent; thousands: a tenth), but always
 * with the decimals that keep it on its own side of the target, of 0 % and of 100 %: 94.96 % never reads "95%".
 */
export function percent(rate: number, cases: number, target: number | null = null): string {
  const exact = Number((rate * 100).toPrecision(12));
  const bounds = [0, 100, ...(target === null ? [] : [Number((target * 100).toPrecision(12))])];
  return `${decimalsThatTell(exact, cases <= 100 ? 0 : 1, bounds)}%`;
}

/** An amount with at most two decimals, and more only where they decide about the target. */
export function amount(value: number, target: number | null = null): string {
  const least = Number.isInteger(value) ? 0 : 2;
  return grouped(decimalsThatTell(value, least, target === null ? [] : [target]));
}

/** An amount with one decimal: `1,234.5`. */
export function tenths(value: number): string {
  return grouped(value.toFixed(1));
}

function grouped(text: string): string {
  const [units = '', fraction] = text.split('.');
  const sign = units.startsWith('-') ? '-' : '';
  const thousands = sign + whole(Number(units.replace('-', '')));
  return fraction === undefined ? thousands : `${thousands}.${fraction}`;
}

function decimalsThatTell(value: number, least: number, bounds: readonly number[]): string {
  for (let decimals = least; decimals <= 12; decimals++) {
    const text = value.toFixed(decimals);
    const printed = Number(text);
    if (bounds.every((bound) => Math.sign(printed - bound) === Math.sign(value - bound))) {
      return decimals > least || least === 0 ? text : text.replace(/\.0+$/, '');
    }
  }
  return String(value);
}

export function targetText(target: ResultTarget): string {
  if (target.of === 'rate') return `${target.cmp} ${Number((target.value * 100).toPrecision(12))}%`;
  return `${target.cmp} ${amount(target.value)}${target.unit === null ? '' : ` ${target.unit}`}`;
}

export function decidedOf(result: Result): number {
  return result.counts.met + result.counts.breached;
}

/** What was attained, as it may be shown: `87%`, `3/7` below the fewest cases, `n/a` for nothing, `181,250 EUR`. */
export function attained(result: Result): string {
  const { target, counts } = result;
  if (target.of === 'number') {
    if (result.value === null) return 'n/a';
    return `${amount(result.value, target.value)}${target.unit === null ? '' : ` ${target.unit}`}`;
  }
  const decided = decidedOf(result);
  if (result.attainment === null || decided === 0) return 'n/a';
  if (decided < result.minCases) return `${counts.met}/${decided}`;
  return percent(result.attainment, decided, target.value);
}

/** The attainment if every pending case is breached, and if every one is met; empty where nothing is pending. */
export function bounds(result: Result): string {
  if (result.counts.pending === 0 || result.worst === null || result.best === null) return '';
  const { target } = result;
  if (target.of === 'number')
    return `${amount(result.worst, target.value)} to ${amount(result.best, target.value)}`;
  const cases = decidedOf(result) + result.counts.pending;
  return `${percent(result.worst, cases, target.value)} to ${percent(result.best, cases, target.value)}`;
}

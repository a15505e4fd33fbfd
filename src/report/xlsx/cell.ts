import type { Micros } from '../../model/time.ts';
import type { Tone } from '../table.ts';

/**
 * What a cell is to a spreadsheet: something to sort and to reckon with, or text. Nothing is ever a
 * formula.
 */
export type Cell =
  | { readonly kind: 'text'; readonly text: string; readonly tone?: Tone; readonly look?: TextLook }
  | { readonly kind: 'number'; readonly value: number; readonly decimals: number; readonly ruled?: true }
  /** A fraction of 1. */
  | { readonly kind: 'rate'; readonly value: number; readonly decimals: number; readonly ruled?: true }
  /** Shown by the clocks of a zone. */
  | { readonly kind: 'instant'; readonly at: Micros; readonly zone: string }
  /** A local date, `2026-06-03`. */
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'duration'; readonly seconds: number }
  | null;

/** Of a sheet to look at. */
export type TextLook = 'title' | 'sub' | 'quiet line' | 'head' | 'wrapped' | `${Tone} verdict`;

export interface Column {
  readonly title: string;
  /** Characters. */
  readonly width: number;
}

export const text = (value: string | null, tone?: Tone): Cell =>
  value === null || value === '' ? null : { kind: 'text', text: value, ...(tone ? { tone } : {}) };

/** With a hairline below, as the rows of a sheet to look at have it. */
export function ruled(cell: Cell): Cell {
  if (cell === null) return shown('', 'wrapped');
  if (cell.kind === 'text') return { ...cell, look: 'wrapped' };
  return cell.kind === 'number' || cell.kind === 'rate' ? { ...cell, ruled: true } : cell;
}

/** Text of a sheet to look at. */
export const shown = (value: string, look: TextLook): Cell => ({ kind: 'text', text: value, look });

export const instant = (at: Micros | null, zone: string): Cell =>
  at === null ? null : { kind: 'instant', at, zone };

export const day = (date: string | null): Cell => (date === null ? null : { kind: 'day', day: date });

export const duration = (seconds: number | null | undefined): Cell =>
  seconds == null ? null : { kind: 'duration', seconds };

export const count = (value: number | null): Cell =>
  value === null ? null : { kind: 'number', value, decimals: 0 };

/**
 * With at least one decimal, and more only where they keep it on its own side of the target, of 0 % and of
 * 100 %.
 */
export function rate(value: number | null | undefined, target: number | null = null): Cell {
  if (value == null) return null;
  const bounds = [0, 100, ...(target === null ? [] : [percentOf(target)])];
  return { kind: 'rate', value, decimals: decimalsThatTell(percentOf(value), 1, bounds) };
}

/** With no decimals or two, and more only where they decide about the target. */
export function amount(value: number | null | undefined, target: number | null = null): Cell {
  if (value == null) return null;
  const least = Number.isInteger(value) ? 0 : 2;
  return { kind: 'number', value, decimals: decimalsThatTell(value, least, target === null ? [] : [target]) };
}

const percentOf = (value: number): number => Number((value * 100).toPrecision(12));

/** The last that a format is made for. */
export const MOST_DECIMALS = 12;

function decimalsThatTell(value: number, least: number, bounds: readonly number[]): number {
  for (let decimals = least; decimals < MOST_DECIMALS; decimals++) {
    const printed = Number(value.toFixed(decimals));
    if (bounds.every((bound) => Math.sign(printed - bound) === Math.sign(value - bound))) return decimals;
  }
  return MOST_DECIMALS;
}

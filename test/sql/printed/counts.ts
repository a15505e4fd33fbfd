import type { Compliance } from '../../../src/model/compliance.ts';

/** Cases of one promise: by version, period, state and reason how many, in an order. */
export type Counts = readonly string[];

/** A row of a printed statement, whatever the engine's own numbers are. */
export type CountedRow = Readonly<Record<string, unknown>>;

const STATES = ['met', 'breached', 'pending', 'excluded', 'unknown'] as const;

/** Rows of the segments of a promise are added up; those of no period are told beside the periods. */
export function countsOfRows(rows: readonly CountedRow[]): Counts {
  const counts = new Map<string, number>();
  const add = (key: string, n: number) => counts.set(key, (counts.get(key) ?? 0) + n);
  for (const { period, state, reason, cases } of rows) {
    if (period === null) continue;
    add(`${period} ${state}`, Number(cases));
    if (reason !== null) add(`${period} because ${reason}`, Number(cases));
  }
  return shown(counts);
}

export function countsOfReport({ results }: Compliance, promise: string): Counts {
  const counts = new Map<string, number>();
  const add = (key: string, n: number) => counts.set(key, (counts.get(key) ?? 0) + n);
  for (const { id, by, period, counts: own, reasons } of results) {
    if (id !== promise || by !== null) continue;
    for (const state of STATES) add(`${period.label} ${state}`, own[state]);
    for (const [reason, n] of Object.entries(reasons)) add(`${period.label} because ${reason}`, Number(n));
  }
  return shown(counts);
}

const shown = (counts: ReadonlyMap<string, number>): Counts =>
  [...counts].flatMap(([key, n]) => (n === 0 ? [] : [`${key}: ${n}`])).sort();

import type { Compliance, Result } from '../model/compliance.ts';

/** A promise as lists name it: its author's title, else its id. */
export function promiseTitle(id: string, { results }: Pick<Compliance, 'results'>): string {
  return results.findLast((result) => result.id === id)?.title ?? id;
}

/** How a document names promises and periods; a terminal names them as the flags of commands take them. */
export interface Naming {
  readonly promise: (id: string) => string;
  readonly period: (label: string) => string;
}

export const AS_TYPED: Naming = { promise: (id) => id, period: (label) => label };

/** `first-contact 2026-06`, `New revenue, 2026-Q2`: a row of the table as a list names it. */
export const promiseAndPeriod = ({ id, title, period }: Pick<Result, 'id' | 'title' | 'period'>): string =>
  title === id ? `${id} ${period.label}` : `${title}, ${period.label}`;

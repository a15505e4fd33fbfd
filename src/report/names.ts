import type { Compliance, Result } from '../model/compliance.ts';

/** A promise as lists name it: its author's title, else its id. */
export function promiseTitle(id: string, { results }: Pick<Compliance, 'results'>): string {
  return results.findLast((result) => result.id === id)?.title ?? id;
}

/** `first-contact 2026-06`, `New revenue, 2026-Q2`: a row of the table as a list names it. */
export const promiseAndPeriod = ({ id, title, period }: Pick<Result, 'id' | 'title' | 'period'>): string =>
  title === id ? `${id} ${period.label}` : `${title}, ${period.label}`;

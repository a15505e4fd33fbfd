import { t } from '../messages/index.ts';
import type { Compliance, Result } from '../model/compliance.ts';
import { shortName, yearOf } from './page/periods.ts';

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

/** An id without the signs that part its words. */
export const idInWords = (id: string): string => id.replace(/[_-]+/g, ' ');

/** For who has never typed a command: ids as words, months as people write them. */
export const IN_WORDS: Naming = {
  promise: idInWords,
  period: (label) => {
    const [short, year] = [shortName(label), yearOf(label)];
    return short === label ? label : `${short} ${year}`;
  },
};

/** Its author's title, else its id as words. */
export const nameOf = ({ id, title }: Pick<Result, 'id' | 'title'>): string =>
  title === id ? idInWords(id) : title;

/** Names for who has never typed a command: promises by their titles, and as words where they have none. */
export const titlesOf = (promises: readonly Pick<Result, 'id' | 'title'>[]): Naming => ({
  ...IN_WORDS,
  promise: (id) => nameOf(promises.findLast((each) => each.id === id) ?? { id, title: id }),
});

/** The same numbers for who has never typed a command: each promise has a name. */
export const spoken = <T extends Pick<Compliance, 'results'>>(compliance: T): T => ({
  ...compliance,
  results: compliance.results.map((result) => ({ ...result, title: nameOf(result) })),
});

/** `first-contact 2026-06`, `New revenue, 2026-Q2`: a row of the table as a list names it. */
export const promiseAndPeriod = ({ id, title, period }: Pick<Result, 'id' | 'title' | 'period'>): string =>
  title === id ? `${id} ${period.label}` : `${title}, ${period.label}`;

/** A change of terms within a period gives a promise two rows there: each says whose terms it shows. */
export const hasTwin = ({ id, by, versions }: Result, others: readonly Result[]): boolean =>
  others.some(
    (other) =>
      other.id === id &&
      JSON.stringify(other.by) === JSON.stringify(by) &&
      JSON.stringify(other.versions) !== JSON.stringify(versions),
  );

export const ofVersions = (name: string, { versions }: Pick<Result, 'versions'>): string =>
  t`${name}, version ${versions.join(', ')}`;

import { language, t } from '../messages/index.ts';
import { allOf } from '../messages/list.ts';
import { quoted } from '../messages/quoted.ts';
import type { Compliance, Result } from '../model/compliance.ts';
import { groupedBy } from '../model/grouped.ts';
import type { Period } from '../model/time.ts';
import { shortName, yearOf } from './page/periods.ts';

/** How a document names promises and periods. */
export interface Naming {
  readonly promise: (id: string) => string;
  readonly period: (label: string) => string;
}

/**
 * `2026-05`, as a flag takes it, and `mai 2026`: French has no reader for a year before its month. So are dates of a terminal, `2026-05-06`
 * and `06/05/2026`.
 */
export const periodText = (label: string): string => (language() === 'en' ? label : IN_WORDS.period(label));

/** The period of a row of a table, or of a line of a list. */
export const periodOf = ({ label, name }: Pick<Period, 'label' | 'name'>): string =>
  name ?? periodText(label);

/** An id without the signs that part its words. */
export const idInWords = (id: string): string => id.replace(/[_-]+/g, ' ');

/** The headers of fields, by their ids. */
type Headers = Readonly<Record<string, string>>;

/** A field as a title names it: English takes its id for words, other languages have the header of the column. */
export const fieldWords = (field: string, headers: Headers = {}): string =>
  language() === 'en' ? idInWords(field) : quoted(headers[field] ?? idInWords(field));

/** In a terminal, from which commands are typed: promises in words, periods as a flag takes them. */
export const IN_TERMINAL: Naming = { promise: idInWords, period: periodText };

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
export function titlesOf(promises: readonly Pick<Result, 'id' | 'title'>[]): Naming {
  const named = known(TITLES, promises, () => new Map(promises.map((each) => [each.id, each.title])));
  return { ...IN_WORDS, promise: (id) => nameOf({ id, title: named.get(id) ?? id }) };
}

/** What was last looked up of a list of promises: each of its lines asks for it. */
const TITLES = new WeakMap<object, ReadonlyMap<string, string>>();
const BESIDE = new WeakMap<object, ReadonlyMap<string, readonly Result[]>>();

function known<T>(all: WeakMap<object, T>, of: object, make: () => T): T {
  const found = all.get(of) ?? make();
  all.set(of, found);
  return found;
}

/** The same in a terminal. */
export const titlesInTerminal: typeof titlesOf = (promises) => ({
  ...titlesOf(promises),
  period: periodText,
});

/** The same numbers for who has never typed a command: each promise and each period has a name. */
export const spoken = <T extends Pick<Compliance, 'results'>>(compliance: T): T => ({
  ...compliance,
  results: compliance.results.map((result) => ({
    ...result,
    period: { ...result.period, name: IN_WORDS.period(result.period.label) },
  })),
});

/** A promise as lists name it. */
export const promiseTitle = (id: string, { results }: Pick<Compliance, 'results'>): string =>
  titlesOf(results).promise(id);

/** `first contact, 2026-06`, `New revenue, T2 2026`: a row of the table as a list names it. */
export const promiseAndPeriod = (result: Pick<Result, 'id' | 'title' | 'period'>): string =>
  `${nameOf(result)}, ${periodOf(result.period)}`;

/** A change of terms within a period gives a promise two rows there: each says whose terms it shows. */
export const hasTwin = ({ id, by, versions }: Result, others: readonly Result[]): boolean =>
  others.some(
    (other) =>
      other.id === id &&
      JSON.stringify(other.by) === JSON.stringify(by) &&
      JSON.stringify(other.versions) !== JSON.stringify(versions),
  );

export const ofVersions = (name: string, { versions }: Pick<Result, 'versions'>): string =>
  t`${name}, version ${allOf(versions)}`;

/** `first contact, 2026-04, version 2`: a row as a list names it, with its version where the period has another row of its promise. */
export function rowAndPeriod(result: Result, results: readonly Result[]): string {
  const name = promiseAndPeriod(result);
  const nameOfRow = ({ id, period }: Result) => JSON.stringify([id, period.label]);
  const rows = known(BESIDE, results, () => groupedBy(results, nameOfRow));
  return hasTwin(result, rows.get(nameOfRow(result)) ?? []) ? ofVersions(name, result) : name;
}

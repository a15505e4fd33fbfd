/**
 * One rule of law that the library does not know, for a country or a region (`MA`, `ES-VC`) and the places
 * within it.
 */
export interface Correction {
  readonly place: string;
  /** First and last year in which the rule holds; without them, every year on file. */
  readonly from?: number;
  readonly to?: number;
  readonly change: Change;
}

export type Change =
  /** A date of every year, `MM-DD`. */
  | { readonly kind: 'yearly'; readonly date: string; readonly name: string }
  | { readonly kind: 'drop'; readonly name: string }
  /** Single dates, `YYYY-MM-DD`, that are holidays or are none. */
  | { readonly kind: 'dates'; readonly name: string; readonly dates: readonly string[] }
  | { readonly kind: 'without'; readonly dates: readonly string[] }
  /** The holiday lasts this many days in all. */
  | { readonly kind: 'lasts'; readonly name: string; readonly days: number }
  /** A holiday on a Sunday gives Monday as well; `nearest` besides gives Friday for a Saturday. */
  | { readonly kind: 'substitute'; readonly name: string; readonly when: 'sunday' | 'nearest' }
  /** A holiday on the day before the other one is kept a week later. */
  | { readonly kind: 'weekLaterBefore'; readonly name: string; readonly before: string };

import type { Day } from './time.ts';

/** What a holiday is called in the languages of reports. */
export interface HolidayNames {
  readonly en: string;
  readonly fr: string;
}

/** Public holidays of one country, by name: the dates on which offices are closed all day. */
export interface CountryHolidays {
  /** ISO 3166-1 code. */
  readonly country: string;
  /** No holiday is known outside these years, both included. */
  readonly firstYear: number;
  readonly lastYear: number;
  /** Names on file that a reader of another language would not know. */
  readonly names: Readonly<Record<string, HolidayNames>>;
  /** Names on file of the holidays whose dates rest on the moon: they are computed, and the country decides. */
  readonly moon: readonly string[];
  /** Of the whole country. */
  readonly days: Readonly<Record<string, readonly Day[]>>;
  /**
   * By region code (`57`, `BY`, `BY-A`): what differs from the whole country. Added names replace the
   * country's.
   */
  readonly regions: Readonly<
    Record<
      string,
      { readonly add: Readonly<Record<string, readonly Day[]>>; readonly remove: readonly Day[] }
    >
  >;
}

/** A holiday of which two sources say different things, and nobody has decided which is right. */
export interface HolidayDoubt {
  /** Null: of the whole country. */
  readonly region: string | null;
  /** As the source has it that knows it. */
  readonly name: string;
  /** Ours has it, so offices are closed; else the other alone. */
  readonly closed: boolean;
  readonly days: readonly Day[];
}

/**
 * Which countries and regions have holidays, by code, with their names: small enough to be read for every
 * check.
 */
export type HolidayIndex = Readonly<
  Record<string, { readonly name: string; readonly regions: Readonly<Record<string, string>> }>
>;

import type { RoleName, Sniff, SniffColumn } from '../../../model/sniff.ts';
import type { Mapping } from '../ask/mapping.ts';
import type { Joint } from '../propose/join.ts';
import type { More } from '../propose/more.ts';

/** All that an agreement on one export says. */
export interface Draft {
  readonly title: string;
  readonly timezone: string;
  readonly hours: string;
  readonly holidays: string;
  /** Path of the export from the agreement's folder. */
  readonly files: string;
  /** Of a workbook. */
  readonly sheet: string | null;
  readonly sniff: Sniff;
  readonly mapping: Mapping;
  /** The columns that identify a lead together; one is the id of the mapping. */
  readonly key: readonly SniffColumn[];
  /** Somebody named these columns: whether they tell all rows apart was not looked for. */
  readonly isKeyChosen: boolean;
  /** Exports of the same leads, each with its path from the agreement's folder. */
  readonly more: readonly (More & { readonly files: string })[];
  /** Roles whose columns are in one of them, by role. */
  readonly elsewhere: Joint['elsewhere'];
  /** The stage that starts the clocks, and the role of its column. */
  readonly start: 'qualified' | 'created';
  /** Why its column was taken, where nobody chose it. */
  readonly startWhy: string | null;
  /** Words of the status that say a lead was won, where somebody said them. */
  readonly wonWords: readonly string[] | null;
  /** First day of the data, where it is known: an agreement says from when it is in force. */
  readonly effective: string | null;
  /** Percent, by source, where it is more than the usual limit. */
  readonly maxRejected: Readonly<Record<string, number>>;
  /**
   * What rows of one id that differ are: hand-overs, or states of which the latest counts; null where there
   * are none.
   */
  readonly repeated: 'each' | 'latest' | null;
  readonly objectives: readonly string[];
  readonly commitments: readonly string[];
  /** Why some promises are not proposed. */
  readonly left: readonly string[];
  /** Which date of winning is not used, and why. */
  readonly notWon: string | null;
  /** How many wins have no date, in words; null where all have one. */
  readonly undatedWins: string | null;
  /** The source whose activities a promise counts. */
  readonly touches: string | null;
  /** The source while whose rows last clocks stand still. */
  readonly pauses: string | null;
  /** Columns that nothing below reads are left out. */
  readonly used: ReadonlySet<RoleName>;
}

import type { Sniff, SniffColumn } from '../../../model/sniff.ts';
import { isDate, mappingOf } from '../ask/mapping.ts';
import { withSureWon, wonValues } from '../ask/won.ts';

/** Which of several deals of a lead joins it: the first by a date, those that were won before the others. */
export interface ChosenRow {
  readonly at: SniffColumn;
  readonly status: SniffColumn | null;
  readonly won: readonly string[];
}

/** Null where the rows are no deals with a date that is sure. */
export function chosenRow(sniff: Sniff): ChosenRow | null {
  const { won: at, status, amount } = withSureWon(mappingOf(sniff));
  if (!at || !isDate(at) || at.format === null || (!status && !amount)) return null;
  return { at, status: status ?? null, won: status ? wonValues({ won: at, status }) : [] };
}

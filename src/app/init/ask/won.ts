import type { SniffColumn } from '../../../model/sniff.ts';
import type { Mapping } from './mapping.ts';

/** A closing is of won and of lost deals alike, unless the header says which. */
const CLOSING = /clos|cl[oô]tur|conver/i;

const WON_HEADER = /won|gagn|customer|client|booking|booked/i;

const WON_VALUE =
  /^(?:closed[ -]*)?(?:won|converted)$|^(?:closed - converted)$|^gagn[ée]e?$|^converti(?:e|s)?$/i;

/**
 * The values of the status that say a deal was won: the stage needs them where its date is one of any
 * closing.
 */
export function wonValues({ won, status }: Mapping): readonly string[] {
  if (!won || !isClosing(won) || !status) return [];
  return status.values.map(({ value }) => value).filter((value) => WON_VALUE.test(value));
}

/** Without the date of a closing of which nothing says whether it was won. */
export function withSureWon(mapping: Mapping): Mapping {
  const { won, ...rest } = mapping;
  if (!won || !isClosing(won) || wonValues(mapping).length > 0) return mapping;
  return rest;
}

const isClosing = ({ name }: SniffColumn): boolean => CLOSING.test(name) && !WON_HEADER.test(name);

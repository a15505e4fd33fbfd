import { LAW } from '../../../language/decode/settings.ts';
import { t } from '../../../messages/index.ts';
import type { Compliance } from '../../../model/compliance.ts';
import { unknownParts } from './past.ts';

/** Unknown cases that a first agreement may bear: with more, its verdicts would be about the data. */
export const BEARABLE = 0.2;

/**
 * What a promise has to bear so that each period of the past has a verdict; null where the usual limit is
 * enough.
 */
export function unknownLimit(
  past: Compliance,
  trial: string,
): { readonly percent: number; readonly why: string } | null {
  const { worst } = unknownParts(past, trial);
  if (worst <= LAW.maxUnknown) return null;
  const percent = Math.ceil(worst * 100 - 1e-9);
  return {
    percent,
    why: t`The usual max_unknown is ${Math.round(LAW.maxUnknown * 100)}%: in one period the data can not tell ${percent}% of the cases. Lower it once the export tells more.`,
  };
}

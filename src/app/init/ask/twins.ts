import { t } from '../../../messages/index.ts';
import { allOf } from '../../../messages/list.ts';
import { quoted } from '../../../messages/quoted.ts';
import type { SniffColumn } from '../../../model/sniff.ts';
import { twinNames } from '../../../sniff/roles.ts';

/** Why columns whose name comes again in the header are not used; nothing where each has its own. */
export function twinLines(columns: readonly SniffColumn[]): readonly string[] {
  const twins = twinNames(columns);
  if (twins.length === 0) return [];
  const list = allOf(twins.map(quoted));
  return [
    t`the header has ${list} more than once, and a column with a twin is not used: rename all but one of them in the export if it is needed`,
  ];
}

/** The column that is missed may be one that can't be read. */
export const withTwins = (help: string, columns: readonly SniffColumn[]): string =>
  [help, ...twinLines(columns)].join(t`; `);

import { plural, t } from '../messages/index.ts';
import { allOf } from '../messages/list.ts';
import { whole } from '../messages/numbers.ts';
import type { Undated } from '../model/compliance.ts';

/** Why cases belong to no period: `15 of 30 have no date`. Those that a waiver excuses are not of them. */
export function undatedText({ unknown, excluded, of, reasons }: Undated): string {
  const blank = reasons['no-date'] ?? 0;
  const [stray, all] = [unknown - blank, whole(of)];
  return allOf([
    ...(blank > 0
      ? [plural(blank, t`${whole(blank)} of ${all} has no date`, t`${whole(blank)} of ${all} have no date`)]
      : []),
    ...(stray > 0
      ? [
          plural(
            stray,
            t`${whole(stray)} of ${all} has a stray date`,
            t`${whole(stray)} of ${all} have a stray date`,
          ),
        ]
      : []),
    ...(excluded > 0
      ? [plural(excluded, t`${whole(excluded)} is waived`, t`${whole(excluded)} are waived`)]
      : []),
  ]);
}

/** The same of one promise, as a list says it. */
export const noPeriodText = (undated: Undated): string => t`no period known: ${undatedText(undated)}`;

import { plural, t } from '../messages/index.ts';
import type { Result } from '../model/compliance.ts';
import { SECONDS_PER_DAY } from '../model/time.ts';
import { endsText } from './ended-early.ts';
import { duration } from './instant.ts';
import { rowAndPeriod } from './names.ts';
import { amount, wholePercent } from './number.ts';

/**
 * How long the decided cases of a result took, or how often they were tried; nothing where neither is
 * known.
 */
export function timeLine(result: Result, results: readonly Result[]): readonly string[] {
  const parts = timeTaken(result);
  const name = rowAndPeriod(result, results);
  return parts.length === 0 ? [] : [t`${name}: ${parts.join(t`; `)}`];
}

/** The same as parts of a sentence. */
export const timeTaken = (result: Result): readonly string[] => [
  ...took(result),
  ...split(result),
  ...tried(result),
];

function took({ percentiles }: Result): readonly string[] {
  if (percentiles === null) return [];
  const time = spanOf(percentiles.businessTime);
  const [p50, p90, p95] = [time(percentiles.p50), time(percentiles.p90), time(percentiles.p95)];
  return [
    percentiles.businessTime
      ? t`half within ${p50}, 90% within ${p90}, 95% within ${p95} in business hours`
      : t`half within ${p50}, 90% within ${p90}, 95% within ${p95}`,
  ];
}

/** The two parts of a wait: until somebody is in charge, and from then on. */
function split({ percentiles, extras }: Result): readonly string[] {
  const time = spanOf(percentiles?.businessTime ?? true);
  const { systemP50, systemP90, humanP50, humanP90 } = extras;
  return [
    ...(systemP50 == null || systemP90 == null
      ? []
      : [t`before it is assigned half within ${time(systemP50)}, 90% within ${time(systemP90)}`]),
    ...(humanP50 == null || humanP90 == null
      ? []
      : [t`after that half within ${time(humanP50)}, 90% within ${time(humanP90)}`]),
  ];
}

function tried({ extras, endedEarly }: Result): readonly string[] {
  const { medianAttempts: median, stoppedEarlyShare: early } = extras;
  return [
    ...(median == null
      ? []
      : [
          plural(
            median,
            t`tried ${amount(median)} time in the median`,
            t`tried ${amount(median)} times in the median`,
          ),
        ]),
    ...(early == null ? [] : [endedText(early, endedEarly)]),
  ];
}

function endedText(early: number, ends: Result['endedEarly']): string {
  const share = wholePercent(early);
  return ends.length === 0
    ? t`${share} of the cases ended it early`
    : t`${share} of the cases ended it early: ${endsText(ends)}`;
}

/**
 * Wall time in days once it is long; business time never, because a day of it is as long as the office is
 * open.
 */
const spanOf =
  (businessTime: boolean) =>
  (seconds: number): string => {
    if (businessTime || seconds < 2 * SECONDS_PER_DAY) return duration(seconds);
    const days = Math.floor(seconds / SECONDS_PER_DAY);
    const hours = Math.floor((seconds - days * SECONDS_PER_DAY) / 3600);
    return hours === 0 ? t`${days} d` : t`${days} d ${hours} h`;
  };

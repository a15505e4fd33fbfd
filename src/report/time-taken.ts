import type { Result } from '../model/compliance.ts';
import { duration } from './instant.ts';
import { amount } from './number.ts';

/** How long the decided cases of a result took, or how often they were tried; nothing where neither is known. */
export function timeLine(result: Result): readonly string[] {
  const parts = [...took(result), ...split(result), ...tried(result)];
  return parts.length === 0 ? [] : [`${result.id} ${result.period.label}: ${parts.join('; ')}`];
}

function took({ percentiles }: Result): readonly string[] {
  if (percentiles === null) return [];
  const { p50, p90, p95, businessTime } = percentiles;
  const time = spanOf(businessTime);
  const unit = businessTime ? ' in business hours' : '';
  return [`half within ${time(p50)}, 90% within ${time(p90)}, 95% within ${time(p95)}${unit}`];
}

/** The two parts of a wait: until somebody is in charge, and from then on. */
function split({ percentiles, extras }: Result): readonly string[] {
  const time = spanOf(percentiles?.businessTime ?? true);
  const part = (name: string, [p50, p90]: readonly (number | null | undefined)[]): readonly string[] =>
    p50 == null || p90 == null ? [] : [`${name} half within ${time(p50)}, 90% within ${time(p90)}`];
  return [
    ...part('before it is assigned', [extras.systemP50, extras.systemP90]),
    ...part('after that', [extras.humanP50, extras.humanP90]),
  ];
}

function tried({ extras: { medianAttempts: median, stoppedEarlyShare: early } }: Result): readonly string[] {
  return [
    ...(median == null ? [] : [`tried ${amount(median)} ${median === 1 ? 'time' : 'times'} in the median`]),
    ...(early == null ? [] : [`${(early * 100).toFixed(0)}% of the leads ended it early`]),
  ];
}

const DAY = 86_400;

/** Wall time in days once it is long; business time never, because a day of it is as long as the office is open. */
const spanOf =
  (businessTime: boolean) =>
  (seconds: number): string => {
    if (businessTime || seconds < 2 * DAY) return duration(seconds);
    const days = Math.floor(seconds / DAY);
    const hours = Math.floor((seconds - days * DAY) / 3600);
    return hours === 0 ? `${days} d` : `${days} d ${hours} h`;
  };

import { t } from '../messages/index.ts';
import type { ClockStretch } from '../model/requests.ts';
import type { Micros } from '../model/time.ts';
import { dateOf, duration } from './instant.ts';
import type { Line } from './stretch-line.ts';
import { wordFor } from './words.ts';

/** Lines beyond this many are left out in the middle. */
const MOST_LINES = 10;

/**
 * A date that counts, with the night that it runs into; dates that are open without a pause; or dates in a
 * row that do not count.
 */
interface Days {
  /** Of its first stretch. */
  readonly from: Micros;
  readonly first: string;
  readonly last: string;
  readonly open: Micros;
  readonly why: string;
}

/**
 * One line a date that is open, with its hours and the running total, and one for each holiday, closing and
 * weekend between.
 */
export function dayLines(stretches: readonly ClockStretch[], before: Micros, zone: string): readonly Line[] {
  let total = before;
  const lines = daysOf(stretches, zone).map((days): Line => {
    total += days.open;
    const counts = days.open > 0;
    return {
      from: days.from,
      span: spanOf(days),
      adds: counts ? duration(days.open / 1e6) : '',
      total: counts ? duration(total / 1e6) : '',
      why: days.why,
    };
  });
  if (lines.length <= MOST_LINES) return lines;
  const gap = lines.length - MOST_LINES;
  const middle = lines[MOST_LINES / 2];
  const left = {
    from: middle?.from ?? 0,
    span: t`... ${gap} more`,
    adds: '',
    total: '',
    why: t`all of them with --format json`,
  };
  return [...lines.slice(0, MOST_LINES / 2), left, ...lines.slice(-MOST_LINES / 2)];
}

/** One line a date, open dates numbered: the date of the start does not count, the next open one is day 1. */
export function daysCounted(stretches: readonly ClockStretch[], zone: string): readonly Line[] {
  const first = stretches[0];
  if (!first) return [];
  const start = dateOf(first.from, zone);
  let number = 0;
  const days = daysOf(stretches, zone);
  const headed =
    days[0]?.first === start
      ? days
      : [{ from: first.from, first: start, last: start, open: 0, why: '' }, ...days];
  return headed.map((each) => {
    if (each.first === start && (each.open > 0 || each.why === '')) {
      return {
        from: each.from,
        span: spanOf(each),
        adds: '',
        total: '',
        why: t`the day of the start does not count`,
      };
    }
    const day = each.open > 0 ? t`day ${++number}` : '';
    return { from: each.from, span: spanOf(each), adds: '', total: day, why: each.why };
  });
}

const spanOf = ({ first, last }: Days): string => (first === last ? first : `${first} - ${last}`);

/** Why a stretch counts or not: `holiday: Toussaint`, `open, season 07-01..08-31`. */
export function reasonText(reason: string, name: string | null | undefined): string {
  if (!name) return wordFor(reason);
  return reason === 'open' ? t`${wordFor(reason)}, season ${name}` : t`${wordFor(reason)}: ${name}`;
}

function daysOf(stretches: readonly ClockStretch[], zone: string): readonly Days[] {
  const days: Days[] = [];
  for (const { from, to, counted, reason, name } of stretches) {
    const first = dateOf(from, zone);
    const previous = days.at(-1);
    if (counted && previous?.first === first && previous.open > 0) {
      days[days.length - 1] = { ...previous, last: dateOf(to - 1, zone), open: previous.open + to - from };
    } else if (counted) {
      // Hours that run through midnight are those of several dates.
      days.push({ from, first, last: dateOf(to - 1, zone), open: to - from, why: reasonText(reason, name) });
    } else if (reason !== 'closed' && reason !== 'lunch') {
      // Midnight still belongs to the date that ends.
      days.push({
        from,
        first,
        last: dateOf(to - 1, zone),
        open: 0,
        why: reasonText(reason, name),
      });
    }
  }
  return days;
}

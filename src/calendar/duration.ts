import { mark, say, t } from '../messages/index.ts';
import { type Duration, SECONDS_PER_DAY } from '../model/time.ts';
import { MICROS_PER_SECOND } from './day.ts';

export type ParsedDuration =
  | { readonly ok: true; readonly duration: Duration }
  | { readonly ok: false; readonly message: string; readonly help: string };

/** Seconds of the units of time; days are not among them, because they can be read in two ways. */
const SECONDS: Readonly<Record<string, number>> = { second: 1, minute: 60, hour: 3600 };

const MOST_SECONDS = 10 * 365 * SECONDS_PER_DAY;
const MOST_DAYS = 3650;

const FORMS = mark`write for example "30 minutes", "4 business hours", "5 business days" or "14 calendar days"`;

/**
 * A time limit in one of the four units: `48 hours` (elapsed), `14 calendar days`, `4 business hours`,
 * `5 business days`. A bare `3 days` is refused, because it can be read in two ways; so are weeks and
 * months. More than zero, at most ten years; fractions of time, not of days.
 */
export function parseDuration(text: string): ParsedDuration {
  const match = /^\s*([+-]?\d+(?:\.\d+)?)\s+(?:(business|calendar)\s+)?([a-z]+?)s?\s*$/i.exec(text);
  if (!match) return refuse(t`"${text}" is not a time limit`, say(FORMS));
  const [number, kind, unit] = [match[1] ?? '', match[2]?.toLowerCase(), (match[3] ?? '').toLowerCase()];
  const amount = Number(number);
  const seconds = Object.hasOwn(SECONDS, unit) ? SECONDS[unit] : undefined;
  const wrong = wrongUnit({ text, number, amount, kind, unit });
  if (wrong !== null) return wrong;
  if (amount <= 0)
    return refuse(t`The time limit "${text}" is not more than zero`, t`write a positive number`);
  if (amount * (seconds ?? 1) > (seconds === undefined ? MOST_DAYS : MOST_SECONDS)) {
    return refuse(t`The time limit "${text}" is longer than ten years`, t`write a shorter one`);
  }
  const written = text.trim();
  if (seconds === undefined) {
    if (!Number.isInteger(amount)) {
      return refuse(
        t`"${text}" is not a whole number of days`,
        t`write "${Math.ceil(amount)} ${kind ?? 'calendar'} days", or hours`,
      );
    }
    const unitOfDays = kind === 'business' ? 'business-days' : 'calendar-days';
    return { ok: true, duration: { unit: unitOfDays, days: amount, text: written } };
  }
  const micros = Math.round(amount * seconds * MICROS_PER_SECOND);
  if (micros === 0)
    return refuse(t`The time limit "${text}" is not more than zero`, t`write a positive number`);
  return {
    ok: true,
    duration: { unit: kind === 'business' ? 'business-time' : 'elapsed', micros, text: written },
  };
}

/** What is wrong with a unit, and what to type in its place; null for a unit of the language. */
function wrongUnit({
  text,
  number,
  amount,
  kind,
  unit,
}: {
  readonly text: string;
  readonly number: string;
  readonly amount: number;
  readonly kind: string | undefined;
  readonly unit: string;
}): ParsedDuration | null {
  const days = (n: number, of: string): string => `${n} ${of} ${n === 1 ? 'day' : 'days'}`;
  const either = (one: string, other: string): string => t`write "${one}" or "${other}"`;
  if (unit === 'day' && kind === undefined) {
    const plain = amount === 1 ? 'day' : 'days';
    const help = either(`${number} business ${plain}`, `${number} calendar ${plain}`);
    return refuse(t`"${text}" can be read in two ways`, help);
  }
  if (unit === 'day') return null;
  if (Object.hasOwn(SECONDS, unit)) {
    if (kind !== 'calendar') return null;
    const units = amount === 1 ? unit : `${unit}s`;
    const help = either(`${number} ${units}`, `${number} business ${units}`);
    return refuse(t`"${text}" has no meaning of its own`, help);
  }
  if (unit === 'week' || unit === 'month') {
    const [open, all] = unit === 'week' ? [5, 7] : [20, 30];
    const business = days(Math.round(amount * open), 'business');
    const calendar = days(Math.round(amount * all), 'calendar');
    if (kind === undefined) return refuse(t`"${text}" can be read in two ways`, either(calendar, business));
    return refuse(
      unit === 'week' ? t`"${text}" counts in weeks` : t`"${text}" counts in months`,
      t`write "${kind === 'business' ? business : calendar}"`,
    );
  }
  return refuse(t`"${text}" has a unit that is not known`, say(FORMS));
}

function refuse(message: string, help: string): ParsedDuration {
  return { ok: false, message, help };
}

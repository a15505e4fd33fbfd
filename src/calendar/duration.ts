import type { Duration } from '../model/time.ts';
import { MICROS_PER_SECOND } from './day.ts';

export type ParsedDuration =
  | { readonly ok: true; readonly duration: Duration }
  | { readonly ok: false; readonly message: string; readonly help: string };

/** Seconds of the units of time; days are not among them, because they can be read in two ways. */
const SECONDS: Readonly<Record<string, number>> = { second: 1, minute: 60, hour: 3600 };

const MOST_SECONDS = 10 * 365 * 86_400;
const MOST_DAYS = 3650;

const FORMS = 'write for example "30 minutes", "4 business hours", "5 business days" or "14 calendar days"';

/**
 * A time limit in one of the four units: `48 hours` (elapsed), `14 calendar days`, `4 business hours`, `5 business days`.
 * A bare `3 days` is refused, because it can be read in two ways; so are weeks and months. More than zero, at most ten
 * years; fractions of time, not of days.
 */
export function parseDuration(text: string): ParsedDuration {
  const match = /^\s*([+-]?\d+(?:\.\d+)?)\s+(?:(business|calendar)\s+)?([a-z]+?)s?\s*$/i.exec(text);
  if (!match) return refuse(`"${text}" is not a time limit`, FORMS);
  const [number, kind, unit] = [match[1] ?? '', match[2]?.toLowerCase(), (match[3] ?? '').toLowerCase()];
  const amount = Number(number);
  const seconds = Object.hasOwn(SECONDS, unit) ? SECONDS[unit] : undefined;
  const help = remedy(number, amount, kind, unit);
  if (help !== null) return refuse(`"${text}" ${help.why}`, help.type);
  if (amount <= 0) return refuse(`The time limit "${text}" is not more than zero`, 'write a positive number');
  if (amount * (seconds ?? 1) > (seconds === undefined ? MOST_DAYS : MOST_SECONDS)) {
    return refuse(`The time limit "${text}" is longer than ten years`, 'write a shorter one');
  }
  const written = text.trim();
  if (seconds === undefined) {
    if (!Number.isInteger(amount)) {
      return refuse(
        `"${text}" is not a whole number of days`,
        `write "${Math.ceil(amount)} ${kind} days", or hours`,
      );
    }
    const unitOfDays = kind === 'business' ? 'business-days' : 'calendar-days';
    return { ok: true, duration: { unit: unitOfDays, days: amount, text: written } };
  }
  const micros = Math.round(amount * seconds * MICROS_PER_SECOND);
  if (micros === 0)
    return refuse(`The time limit "${text}" is not more than zero`, 'write a positive number');
  return {
    ok: true,
    duration: { unit: kind === 'business' ? 'business-time' : 'elapsed', micros, text: written },
  };
}

/** The same limit in its plainest words, with the largest unit that needs no fraction: `90 minutes`, `4 business hours`. */
export function formatDuration(duration: Duration): string {
  if (duration.unit === 'calendar-days' || duration.unit === 'business-days') {
    const kind = duration.unit === 'calendar-days' ? 'calendar' : 'business';
    return `${duration.days} ${kind} ${duration.days === 1 ? 'day' : 'days'}`;
  }
  const seconds = duration.micros / MICROS_PER_SECOND;
  const unit = seconds % 3600 === 0 ? 'hour' : seconds % 60 === 0 ? 'minute' : 'second';
  const amount = seconds / (SECONDS[unit] ?? 1);
  const kind = duration.unit === 'business-time' ? 'business ' : '';
  return `${amount} ${kind}${amount === 1 ? unit : `${unit}s`}`;
}

/** What is wrong with a unit, and what to type in its place; null for a unit of the language. */
function remedy(
  number: string,
  amount: number,
  kind: string | undefined,
  unit: string,
): { readonly why: string; readonly type: string } | null {
  const plural = (n: number) => (n === 1 ? 'day' : 'days');
  if (unit === 'day' && kind === undefined) {
    const days = plural(amount);
    return {
      why: 'can be read in two ways',
      type: `write "${number} business ${days}" or "${number} calendar ${days}"`,
    };
  }
  if (unit === 'day') return null;
  if (Object.hasOwn(SECONDS, unit)) {
    if (kind !== 'calendar') return null;
    const units = amount === 1 ? unit : `${unit}s`;
    return {
      why: 'has no meaning of its own',
      type: `write "${number} ${units}" or "${number} business ${units}"`,
    };
  }
  if (unit === 'week' || unit === 'month') {
    const [open, all] = unit === 'week' ? [5, 7] : [20, 30];
    const [business, calendar] = [Math.round(amount * open), Math.round(amount * all)];
    if (kind === 'business') {
      return { why: `counts in ${unit}s`, type: `write "${business} business ${plural(business)}"` };
    }
    if (kind === 'calendar') {
      return { why: `counts in ${unit}s`, type: `write "${calendar} calendar ${plural(calendar)}"` };
    }
    return {
      why: 'can be read in two ways',
      type: `write "${calendar} calendar ${plural(calendar)}" or "${business} business ${plural(business)}"`,
    };
  }
  return { why: 'has a unit that is not known', type: FORMS };
}

function refuse(message: string, help: string): ParsedDuration {
  return { ok: false, message, help };
}

import type { RawField } from './agreement.ts';
import { DAY, dayNumber, MINUTE, midnightOf, SECOND, shownAt, type ZoneWalk } from './zone.ts';

/** What a date cell can mean: the first and the last instant; of a whole day the last is the next midnight. */
export interface Moment {
  readonly first: number;
  readonly last: number;
  readonly wholeDay: boolean;
  /** It comes after the as-of that was asked for: no stage is reached by it, and `present` does not see it, though its cell is not blank. */
  readonly later?: boolean;
  /** The clock does not show it. */
  readonly skipped?: boolean;
}

export type Value = string | number | boolean | Moment | null;

/** A cell, or the name of what is wrong with it. */
export type Read = { readonly value: Value } | { readonly wrong: string };

/** A cell as text without what stands around it; null for a blank one and for a word that stands for blank. */
export function cleanCell(raw: string, nulls: readonly string[]): string | null {
  const text = asSeen(raw);
  return text === '' || nulls.some((word) => asSeen(word).toLowerCase() === text.toLowerCase()) ? null : text;
}

/**
 * A text as somebody reads it: what takes no room is not there, every gap is one space, accents sit on their letters,
 * a dash is a hyphen, a curled quote is straight, a wide letter is narrow.
 */
export function asSeen(raw: string): string {
  const code = /^="([^"]*)"$/.exec(raw.trim());
  return (code?.[1] ?? raw)
    .replace(/\p{Cf}|\u034f|[\ufe00-\ufe0f]/gu, '')
    .normalize('NFC')
    .replace(/[\p{Pd}\u2212]/gu, (dash) => ('\u301c\u3030\u058a\u1400\u1806'.includes(dash) ? dash : '-'))
    .replace(/[\u02b9\u02bc\u00b4\u2032\u2018-\u201b]/g, "'")
    .replace(/[\u201c-\u201f\u2033]/g, '"')
    .replace(/[\uff01-\uff5e]/g, (wide) => wide.normalize('NFKC'))
    .split(/[^\S\r\n]+/)
    .join(' ')
    .trim();
}

/** The number of an amount; null where its currency is another than the euro of a target, and the text where that is no sign at all. */
function withoutCurrency(text: string, unit: 'EUR' | null): string | null {
  const [, before = '', number = '', after = ''] =
    /^([€$£]|[A-Z]{3})? ?([\d.,]+) ?([€$£]|[A-Z]{3})?$/.exec(text) ?? [];
  const sign = before + after;
  if (sign === '') return text;
  if (unit === 'EUR') return sign === '€' || sign === 'EUR' ? number : null;
  return ['€', 'EUR', '$', 'USD', '£', 'CHF', 'JPY'].includes(sign) ? number : text;
}

/** `unit`: the currency in which a promise adds the field up. */
export function readCell(
  text: string | null,
  field: RawField,
  zone: ZoneWalk,
  unit: 'EUR' | null = null,
): Read {
  if (text === null) return { value: null };
  switch (field.type ?? 'text') {
    case 'text':
      return { value: text };
    case 'integer': {
      const bare = withoutCurrency(text, unit);
      if (bare === null) return { wrong: 'other-currency' };
      return /^[+-]?\d+$/.test(bare) ? { value: Number(bare) } : { wrong: 'not-an-integer' };
    }
    case 'decimal': {
      const bare = withoutCurrency(text, unit);
      if (bare === null) return { wrong: 'other-currency' };
      const pointed = field.decimal === ',' ? bare.replace(',', '.') : bare;
      if (!/^[+-]?\d+(\.\d+)?$/.test(pointed)) return { wrong: 'not-a-number' };
      const decimals = (pointed.split('.')[1] ?? '').replace(/0+$/, '');
      if (decimals.length <= 6) return { value: Number(pointed) };
      // In seventeen digits a binary fraction is told from every other.
      const short = Number(Number(pointed).toFixed(6));
      const digits = pointed
        .replace(/^[-+0.]+/, '')
        .replace('.', '')
        .replace(/0+$/, '');
      return digits.length <= 17 && short === Number(pointed)
        ? { value: short }
        : { wrong: 'too-many-decimals' };
    }
    case 'boolean':
      return /^(true|yes|1)$/i.test(text)
        ? { value: true }
        : /^(false|no|0)$/i.test(text)
          ? { value: false }
          : { wrong: 'not-a-boolean' };
    case 'date':
    case 'datetime': {
      const parts = partsOf(text, field.format ?? '');
      const hasTime = parts !== null && (parts.offset ?? 0) + (parts.time ?? 0) !== 0;
      if (parts === null || (field.type === 'date' && hasTime))
        return { wrong: serialOf(text) === null ? 'not-a-date' : 'excel-serial' };
      return { value: momentOf(field.type === 'date' ? { ...parts, time: null } : parts, zone) };
    }
  }
}

interface Parts {
  readonly day: number;
  /** Microseconds of the day; null for a date without a time. */
  readonly time: number | null;
  /** Microseconds east of UTC; null where the cell has none. */
  readonly offset: number | null;
}

function momentOf({ day, time, offset }: Parts, zone: ZoneWalk): Moment {
  if (time === null) return { first: midnightOf(zone, day), last: midnightOf(zone, day + 1), wholeDay: true };
  const local = day * DAY + time;
  if (offset !== null) return { first: local - offset, last: local - offset, wholeDay: false };
  const { first, last, skipped } = shownAt(zone, local);
  return { first, last, wholeDay: false, skipped };
}

/** Groups: year, month, day, hour, minute, second, AM or PM, offset. */
const FORMATS: Readonly<Record<string, RegExp>> = {
  iso: /^(?<y>\d{4})-(?<m>\d\d)-(?<d>\d\d)(?:[T ](?<h>\d\d):(?<i>\d\d)(?::(?<s>\d\d))?(?<z>Z|[+-]\d\d:\d\d)?)?$/,
  'dd/MM/yyyy': /^(?<d>\d\d)\/(?<m>\d\d)\/(?<y>\d{4})$/,
  'dd/MM/yyyy HH:mm': /^(?<d>\d\d)\/(?<m>\d\d)\/(?<y>\d{4})(?: (?<h>\d\d):(?<i>\d\d))?$/,
  'MM/dd/yyyy hh:mm a': /^(?<m>\d\d)\/(?<d>\d\d)\/(?<y>\d{4})(?: (?<h>\d\d):(?<i>\d\d) (?<a>AM|PM))?$/,
  'dd.MM.yyyy HH:mm:ss': /^(?<d>\d\d)\.(?<m>\d\d)\.(?<y>\d{4})(?: (?<h>\d\d):(?<i>\d\d):(?<s>\d\d))?$/,
};

/** The days that a sheet counts from 1899-12-30, and the seconds of the day; null for what is none of the years in which leads come. */
function serialOf(text: string): Parts | null {
  const [, days = '', part] = /^(\d{5})(?:[.,](\d{1,15}))?$/.exec(text) ?? [];
  if (Number(days) < 32_874 || Number(days) > 73_050) return null;
  const time = part === undefined ? null : Math.round(Number(`0.${part}`) * 86_400) * SECOND;
  return { day: Number(days) - 25_569, time, offset: null };
}

function partsOf(text: string, format: string): Parts | null {
  if (format === 'excel') return serialOf(text);
  const found = FORMATS[format]?.exec(text)?.groups;
  if (!found) return null;
  const date = `${found.y}-${found.m}-${found.d}`;
  const day = dayNumber(date);
  if (Number.isNaN(day) || new Date(day * 86_400_000).toISOString().slice(0, 10) !== date) return null;
  if (found.h === undefined) return { day, time: null, offset: null };
  const hour = found.a === undefined ? Number(found.h) : (Number(found.h) % 12) + (found.a === 'PM' ? 12 : 0);
  if (hour > 23 || Number(found.i) > 59) return null;
  const time = (hour * 60 + Number(found.i)) * MINUTE + Number(found.s ?? 0) * SECOND;
  return { day, time, offset: found.z === undefined ? null : offsetOf(found.z) };
}

function offsetOf(text: string): number {
  if (text === 'Z') return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(4));
  return (text[0] === '-' ? -minutes : minutes) * MINUTE;
}

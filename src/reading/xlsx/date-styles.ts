import { MS_PER_DAY } from '../../model/time.ts';
import { localMsOf } from '../../xlsx/serial.ts';

/** What a cell's number means by its format. */
export type DateKind = 'number' | 'date' | 'time' | 'datetime';

/**
 * Formats that every reader knows by number. Source: ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 are
 * dates of East Asia.
 */
function builtIn(id: number): DateKind {
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return 'date';
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)) return 'time';
  return id === 22 ? 'datetime' : 'number';
}

/**
 * A format of the workbook's own is a date if letters of dates remain once quoted text, colours and
 * conditions are gone.
 */
export function dateKind(id: number, code: string | null): DateKind {
  if (code === null) return builtIn(id);
  const [positive = ''] = code.replace(/"[^"]*"|\\.|_.|\*./g, '').split(';');
  const elapsed = /\[(?:h+|m+|s+)\]/i.test(positive);
  const letters = positive.replace(/\[[^\]]*\]/g, '').toLowerCase();
  if (/general|standard|[0#?]/.test(letters.replace(/[.,]0+/g, '')) && !elapsed) return 'number';
  const day = /[yd]/.test(letters) || /mmm/.test(letters);
  const time = /[hs]/.test(letters) || elapsed;
  if (day && time) return 'datetime';
  if (day) return 'date';
  return time ? 'time' : /m/.test(letters) ? 'date' : 'number';
}

/** Codes of ISO 4217, as far as this Node knows them. */
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/**
 * The currency with which a format shows a number, as a cell of text would have it: `$`, `CHF`; null where it
 * shows none, or one that no text is read with. Other words than a currency's code, such as a unit, are none. Formats
 * that are known by number have that of whoever looks.
 */
export function signOf(code: string | null): string | null {
  const [positive = ''] = (code ?? '').split(';');
  const [, inBrackets] = /\[\$([^\]-]+)(?:-[^\]]*)?\]/.exec(positive) ?? [];
  const bare = positive.replace(/\[[^\]]*\]|_.|\*./g, '').replace(/\\(.)|"([^"]*)"/g, '$1$2');
  const sign = (inBrackets ?? bare.replace(/[#0?.,\s\u00a0\u202f()+-]/g, '')).trim();
  return /^[€$£¥]$/.test(sign) || CURRENCIES.has(sign) ? sign : null;
}

/**
 * A day number as `2026-03-02`, `2026-03-02 09:14:00` or `09:14:00`; null where no calendar has it. Seconds
 * are told to the millisecond, which is what a spreadsheet's numbers hold exactly.
 */
export function dateText(serial: number, kind: DateKind, from1904: boolean): string | null {
  const ms = localMsOf(serial, from1904);
  if (ms === null) return null;
  const iso = new Date(ms).toISOString();
  const whole = ((ms % MS_PER_DAY) + MS_PER_DAY) % MS_PER_DAY === 0;
  const clock = iso.endsWith('.000Z') ? iso.slice(11, 19) : iso.slice(11, 23);
  if (kind === 'time' && serial < 1) return clock;
  return kind === 'date' && whole ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${clock}`;
}

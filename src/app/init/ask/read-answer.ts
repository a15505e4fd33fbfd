/** A column by its header as people type it, `ref` for `Réf.`; what is not understood, or may be two, stays as it was typed. */
export function readColumn(names: readonly string[], answer: string): string {
  if (names.includes(answer)) return answer;
  const wanted = plain(answer);
  const alike = names.filter((name) => plain(name) === wanted);
  return wanted !== '' && alike.length === 1 && alike[0] !== undefined ? alike[0] : answer;
}

/** The same of a question that may be answered with `none`, in any language. */
export const readColumnOrNone = (names: readonly string[], answer: string): string =>
  !names.includes(answer) && NONE.has(plain(answer)) ? 'none' : readColumn(names, answer);

/** Countries whose public holidays go with a zone: a default to be confirmed. */
export const COUNTRIES: Readonly<Record<string, string>> = {
  'Europe/Paris': 'FR',
  'Europe/Brussels': 'BE',
  'Europe/Zurich': 'CH',
  'Europe/Luxembourg': 'LU',
  'Europe/Berlin': 'DE',
  'Europe/Vienna': 'AT',
  'Europe/Madrid': 'ES',
  'Europe/Rome': 'IT',
  'Europe/Amsterdam': 'NL',
  'Europe/Lisbon': 'PT',
  'Europe/Warsaw': 'PL',
  'Europe/London': 'GB',
  'Europe/Dublin': 'IE',
  'America/New_York': 'US',
  'America/Chicago': 'US',
  'America/Los_Angeles': 'US',
  'America/Toronto': 'CA',
  'America/Sao_Paulo': 'BR',
  'Asia/Tokyo': 'JP',
};

/** `paris` and `France` are `Europe/Paris`; what is not understood stays as it was typed. */
export function readZone(answer: string): string {
  const wanted = plain(answer);
  const zones = Intl.supportedValuesOf('timeZone');
  const named = zones.filter(
    (zone) => plain(zone) === wanted || plain(zone.split('/').at(-1) ?? '') === wanted,
  );
  if (named.length === 1 && named[0]) return named[0];
  const country = readCountry(answer);
  const known = Object.entries(COUNTRIES).filter(([, each]) => each === country);
  return known.length === 1 && known[0] ? known[0][0] : answer;
}

/** `France`, `frankreich` and `fr` are `FR`; `aucun` is `none`. */
export function readCountry(answer: string): string {
  const wanted = plain(answer);
  if (NONE.has(wanted)) return 'none';
  if (/^[a-z]{2}(?:-[a-z0-9-]{1,6})?$/i.test(answer.trim())) return answer.trim().toUpperCase();
  const names = LANGUAGES.map((language) => new Intl.DisplayNames([language], { type: 'region' }));
  for (const code of new Set(Object.values(COUNTRIES)))
    if (names.some((name) => plain(name.of(code) ?? '') === wanted)) return code;
  return answer;
}

/** `9h-18h`, `9-12h30 14h-18h` and `9:00 à 18:00` are `09:00-18:00` and the like. */
export function readHours(answer: string): string {
  const windows = answer
    .toLowerCase()
    .replace(/\s*(?:-|\u2013|\bto\b|\u00e0)\s*/g, '-')
    .split(/\s*[,;]\s*|\s+(?:et|and|&)\s+|\s+/)
    .filter((part) => part !== '')
    .map((part) => WINDOW.exec(part));
  if (windows.length === 0 || windows.includes(null)) return answer;
  return windows
    .map((window) => `${clock(window?.[1], window?.[2])}-${clock(window?.[3], window?.[4])}`)
    .join(', ');
}

const WINDOW = /^(\d{1,2})(?:[h:](\d{2})?)?-(\d{1,2})(?:[h:](\d{2})?)?$/;

const clock = (hour = '', minute = '00'): string => `${hour.padStart(2, '0')}:${minute}`;

const NONE: ReadonlySet<string> = new Set([
  ...[
    'none',
    'no',
    'non',
    'aucun',
    'aucune',
    'nein',
    'keine',
    'keines',
    'ninguno',
    'ninguna',
    'nessuna',
    'geen',
  ],
]);

/** `any`, `tous`: whichever word it is. */
export const isAny = (answer: string): boolean => EVERY.has(plain(answer));

const EVERY: ReadonlySet<string> = new Set([
  ...['any', 'all', 'every', 'tous', 'toutes', 'tout', 'alle', 'todos', 'todas', 'tutti', 'tutte'],
]);

const LANGUAGES = ['en', 'fr', 'de'] as const;

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

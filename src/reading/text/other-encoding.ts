/** An encoding that exports come in and no agreement can name. */
export interface OtherEncoding {
  /** As it is known, and as `iconv` takes it. */
  readonly name: string;
  /** Makes its bytes read as they are, as far as this Node can. */
  readonly decode: (bytes: Uint8Array) => string;
}

/** So many bytes beyond ASCII say which encoding it is; fewer are told as windows-1252. */
const FEWEST = 3;

/** Looks at the beginning of a text that is no UTF-8: null where windows-1252 is as likely as any other. */
export function otherEncoding(bytes: Uint8Array): OtherEncoding | null {
  const seen = countsOf(bytes);
  if (seen.high < FEWEST) return null;
  return (
    eastern(bytes, seen) ??
    cyrillicOrGreek(seen) ??
    (seen.high > seen.c1 * 2 ? null : oldComputers(seen)) ??
    central(seen)
  );
}

interface Counts {
  readonly high: number;
  /** Runs of bytes beyond ASCII, and those of an even length. */
  readonly runs: number;
  readonly evenRuns: number;
  /** Bytes 0x80 to 0x9F. */
  readonly c1: number;
  /** How often each byte comes. */
  readonly of: Int32Array;
  /** How often each byte stands beside a small Latin letter, and behind one. */
  readonly beside: Int32Array;
  readonly behind: Int32Array;
}

const isSmall = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x61 && byte <= 0x7a;

function countsOf(bytes: Uint8Array): Counts {
  const [of, beside, behind] = [new Int32Array(256), new Int32Array(256), new Int32Array(256)];
  const sums = { high: 0, runs: 0, evenRuns: 0, c1: 0 };
  let run = 0;
  for (let at = 0; at <= bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x80) {
      run++;
      sums.high++;
      if (byte < 0xa0) sums.c1++;
      of[byte] = (of[byte] as number) + 1;
      const isBehind = isSmall(bytes[at - 1]);
      if (isBehind) behind[byte] = (behind[byte] as number) + 1;
      // `12 m³` has a sign behind its letter.
      const isMeasure = bytes[at - 1] === 0x6d && !isSmall(bytes[at + 1]);
      if ((isBehind && !isMeasure) || isSmall(bytes[at + 1])) beside[byte] = (beside[byte] as number) + 1;
    } else if (run > 0) {
      sums.runs++;
      if (run % 2 === 0) sums.evenRuns++;
      run = 0;
    }
  }
  return { ...sums, of, beside, behind };
}

const sumOf = (counts: Int32Array, bytes: readonly number[]): number =>
  bytes.reduce((sum, byte) => sum + (counts[byte] as number), 0);

/** Of all bytes beyond ASCII or of all letters so many must be what the encoding is known by. */
const MOST = 0.8;

/** Texts of the east are told by their kana, their hangul, or by signs that all take two bytes. */
function eastern(bytes: Uint8Array, { high, runs, evenRuns, c1, behind }: Counts): OtherEncoding | null {
  for (const [name, label, letters, least] of [
    ['SHIFT_JIS', 'shift_jis', /[\u3041-\u30fe]/g, 0.05],
    ['EUC-JP', 'euc-jp', /[\u3041-\u30fe]/g, 0.05],
    ['EUC-KR', 'euc-kr', /[\uac00-\ud7a3]/g, MOST],
  ] as const) {
    const read = readIn(label, bytes);
    const told = read?.match(letters)?.length ?? 0;
    const all = read?.match(/[\u3041-\u30fe\u4e00-\u9fff\uac00-\ud7a3]/g)?.length ?? 0;
    if (told >= FEWEST && told >= all * least && all * 2 >= high * MOST) return encoding(name, label);
  }
  // Of signs alone: accents stand behind small letters.
  if (c1 * 4 > high && sumOf(behind, ALL) * 3 < high && readIn('shift_jis', bytes) !== null)
    return encoding('SHIFT_JIS', 'shift_jis');
  if (evenRuns < runs * 0.95 || runs * 3 > high) return null;
  return readIn('gb18030', bytes) === null ? null : encoding('GB18030', 'gb18030');
}

/** Words of which every letter lies beyond ASCII; a letter that stands alone among Latin ones is an accent. */
function cyrillicOrGreek({ high, runs, c1, of, beside }: Counts): OtherEncoding | null {
  if (high < runs * 3 || c1 * 10 > high || sumOf(beside, ALL) * 10 > high) return null;
  const greek = sumOf(of, [0xe1, 0xe9, 0xef, 0xf3, 0xf4]);
  const russian = sumOf(of, [0xe0, 0xe5, 0xe8, 0xee, 0xed]);
  const koi = sumOf(of, [0xc1, 0xc5, 0xc9, 0xcf, 0xce]);
  if (koi > russian && koi > greek) return encoding('KOI8-R', 'koi8-r');
  return russian >= greek
    ? encoding('WINDOWS-1251', 'windows-1251')
    : encoding('WINDOWS-1253', 'windows-1253');
}

const C1 = Array.from({ length: 32 }, (_, i) => i + 128);
const ALL = Array.from({ length: 128 }, (_, i) => i + 128);

/** Excel saves "CSV (Macintosh)" and "CSV (MS-DOS)" too: their accents are signs elsewhere. */
function oldComputers({ high, behind }: Counts): OtherEncoding | null {
  const all = sumOf(behind, C1) - sumOf(behind, [0x92]);
  // `š`, `ž` and `œ` are windows-1252.
  if (all < FEWEST || all < high * 0.3 || sumOf(behind, [0x9a, 0x9e, 0x9c]) * 2 > all) return null;
  // No capital and no sign stands behind a small letter.
  const mac = sumOf(behind, [0x80, 0x81, 0x82, 0x83, 0x84, 0x85, 0x86]) - (behind[0x8e] as number);
  const dos =
    sumOf(behind, [0x80, 0x8e, 0x8f, 0x90, 0x99, 0x9a, 0x9c, 0x9d, 0x9e, 0x9f]) - (behind[0x82] as number);
  return mac <= dos ? encoding('MACINTOSH', 'macintosh') : { name: 'CP850', decode: fromDos };
}

/** Signs of windows-1252 that stand within words are letters of the middle of Europe. */
function central({ high, beside }: Counts): OtherEncoding | null {
  const polish = sumOf(beside, [0xb3, 0xb9, 0xbf, 0xa3, 0xaf, 0xbe, 0xa5]);
  const latin2 = sumOf(beside, [0xb1, 0xb6, 0xbc, 0xa6, 0xac]);
  const isCzech = (beside[0xf8] as number) > 0 && (beside[0xec] as number) > 0;
  const isHungarian = (beside[0xf5] as number) > 0 && (beside[0xfb] as number) > 0;
  const own = sumOf(beside, [0x9c, 0x9f, 0xb9]);
  if (latin2 > own && latin2 + polish > 1 && (latin2 + polish) * 10 >= high)
    return encoding('ISO-8859-2', 'iso-8859-2');
  return (polish > 1 && polish * 10 >= high) || isCzech || isHungarian
    ? encoding('WINDOWS-1250', 'windows-1250')
    : null;
}

const encoding = (name: string, label: string): OtherEncoding => ({
  name,
  decode: (bytes) => readIn(label, bytes, false) ?? '',
});

/** Null where a byte is not of the encoding; the last sign may be cut. */
function readIn(label: string, bytes: Uint8Array, fatal = true): string | null {
  try {
    return new TextDecoder(label, { fatal }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

/** Bytes 0x80 to 0xA5 of the old page of DOS. */
const DOS = 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑ';

const fromDos = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : (DOS[byte - 0x80] ?? '?'))).join('');

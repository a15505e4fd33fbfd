/** Words that exports write for blank. */
const WORDS = [
  'n/a',
  'na',
  'n.a.',
  'n/c',
  'nc',
  'nr',
  'null',
  'nil',
  'none',
  'nan',
  '-',
  '--',
  '—',
  '.',
  '?',
  '#n/a',
  'vide',
  '(blank)',
  '(vide)',
  'aucun',
  'aucune',
  'undefined',
  '(no value)',
  '\\n',
];

const LONGEST = Math.max(...WORDS.map((word) => Buffer.byteLength(word)));

/** By first byte, small letters. */
const BY_FIRST: readonly (readonly { readonly word: string; readonly bytes: Buffer }[])[] = Array.from(
  { length: 256 },
  (_, first) =>
    WORDS.map((word) => ({ word, bytes: Buffer.from(word) })).filter(({ bytes }) => bytes[0] === first),
);

const BEGINS = Uint8Array.from(BY_FIRST, ({ length }) => Math.min(length, 1));

/** The word for blank that a cell holds, in small letters; null where it holds something else. */
export function blankWord(bytes: Buffer, start: number, end: number): string | null {
  const length = end - start;
  if (length > LONGEST) return null;
  const first = small(bytes[start] as number);
  if (BEGINS[first] === 0) return null;
  for (const { word, bytes: wanted } of BY_FIRST[first] ?? []) {
    if (wanted.length !== length) continue;
    let i = 1;
    while (i < length && small(bytes[start + i] as number) === wanted[i]) i++;
    if (i === length) return word;
  }
  return null;
}

const small = (byte: number): number => (byte >= 65 && byte <= 90 ? byte | 32 : byte);

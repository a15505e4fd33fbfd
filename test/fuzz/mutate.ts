/** A seeded generator of 32-bit numbers. Source: Mulberry32, public domain. */
export function random(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** Pieces that parsers of YAML, CSV, dates and numbers trip over. */
const PIECES = [
  '',
  ' ',
  '\t',
  '\r',
  '\n',
  '\r\n',
  '\0',
  '"',
  "'",
  ';',
  ',',
  ':',
  ': ',
  '- ',
  '#',
  '&a',
  '*a',
  '!!x ',
  '|\n',
  '>',
  '{',
  '}',
  '[',
  ']',
  '? ',
  '%',
  '@',
  '`',
  '~',
  'null',
  'true',
  '.nan',
  '.inf',
  '-1',
  '0',
  '1e999',
  '99999999999999999999',
  '0x1f',
  '<<: ',
  '---\n',
  '...\n',
  '__proto__',
  'constructor',
  '\ufeff',
  '\u2028',
  '\u202e',
  '\u0085',
  '\ud83e\udd1d',
  '31/02/2026 10:00',
  '29/03/2026 02:30',
  '25/10/2026 02:30',
  '2026-03-29T02:30',
  '9999-12-31T23:59',
  '1969-12-31',
  '24:00',
  '00:00-24:00',
  'mon-sun',
  '1 business hour',
  '4 business days',
  '100%',
  '>= 0',
  '=1+1',
  '\x1b[2J',
  '::error::',
];

/** Between one and four changes of a file's bytes. Not always something that can be decoded as text. */
export function mutate(bytes: Uint8Array, next: (below: number) => number): Buffer {
  let out: Buffer = Buffer.from(bytes);
  for (let changes = 1 + next(4); changes > 0; changes--) out = change(out, next);
  return out;
}

function change(bytes: Buffer, next: (below: number) => number): Buffer {
  const at = next(bytes.length + 1);
  const length = Math.min(bytes.length - at, next(next(4) === 0 ? 200 : 8));
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at + length)];
  switch (next(8)) {
    case 0: {
      const flipped = Buffer.from(bytes);
      if (at < bytes.length) flipped[at] = (flipped[at] ?? 0) ^ (1 << next(8));
      return flipped;
    }
    case 1:
      return Buffer.concat([before, Buffer.from([next(256)]), after]);
    case 2:
      return Buffer.concat([before, after]);
    case 3:
      return Buffer.concat([before, bytes.subarray(at, at + length), bytes.subarray(at)]);
    case 4:
      return lines(bytes, next);
    case 5: {
      const from = next(bytes.length + 1);
      return Buffer.concat([before, bytes.subarray(from, from + next(40)), after]);
    }
    case 6:
      return next(10) === 0 ? Buffer.from(before) : words(bytes, next);
    default:
      return Buffer.concat([before, Buffer.from(PIECES[next(PIECES.length)] ?? ''), bytes.subarray(at)]);
  }
}

/** Two lines change places, one is left out, or one comes twice. */
function lines(bytes: Buffer, next: (below: number) => number): Buffer {
  const all = bytes.toString('latin1').split('\n');
  const [a, b] = [next(all.length), next(all.length)];
  const [first = '', second = ''] = [all[a], all[b]];
  if (next(3) === 0) all.splice(a, 1);
  else if (next(2) === 0) all.splice(b, 0, first);
  else [all[a], all[b]] = [second, first];
  return Buffer.from(all.join('\n'), 'latin1');
}

/** A word becomes another word of the file, or a piece: most of what results can still be read. */
function words(bytes: Buffer, next: (below: number) => number): Buffer {
  const text = bytes.toString('latin1');
  const all = [...text.matchAll(/[\w.%/-]+/g)];
  const word = all[next(Math.max(1, all.length))];
  if (!word) return bytes;
  const other = next(2) === 0 ? all[next(all.length)]?.[0] : PIECES[next(PIECES.length)];
  return Buffer.concat([
    bytes.subarray(0, word.index),
    Buffer.from(other ?? ''),
    bytes.subarray(word.index + word[0].length),
  ]);
}

import { expect, test } from 'vitest';
import { field, read } from './reading.ts';

/** Numbers of 0 to 1, the same in each run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The binary fraction so many steps further from nought. */
function neighbour(value: number, steps: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setBigInt64(0, view.getBigInt64(0) + BigInt(steps));
  return view.getFloat64(0);
}

/** A plain decimal with six decimals, half away from nought, by whole numbers alone. */
function rounded(text: string): string {
  const sign = text.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const millionths =
    BigInt(whole + fraction.padEnd(6, '0').slice(0, 6)) + (Number(fraction[6] ?? '0') >= 5 ? 1n : 0n);
  const digits = String(millionths).padStart(7, '0');
  return `${sign}${digits.slice(0, -6)}.${digits.slice(-6)}`;
}

/** What a cell means: itself where it has few decimals, else the short number that is the same binary fraction; null where there is none. */
function meaning(text: string): number | null {
  const decimals = (text.split('.')[1] ?? '').replace(/0+$/, '');
  if (decimals.length <= 6) return Number(text);
  const significant = text
    .replace(/^[-0.]+/, '')
    .replace('.', '')
    .replace(/0+$/, '');
  const short = Number(rounded(text));
  return significant.length <= 17 && short === Number(text) ? short : null;
}

test('a number in seventeen digits is the short one that is the same binary fraction, and no other', async () => {
  const next = random(20_261_122);
  const cells = Array.from({ length: 4000 }, (_, i) => {
    const size = 10 ** Math.floor(next() * 11);
    const short = Number((next() * size * (next() < 0.2 ? -1 : 1)).toFixed(Math.floor(next() * 7)));
    const value = neighbour(short === 0 ? 0.1 : short, i % 2 === 0 ? 0 : Math.floor(next() * 7) - 3);
    return value.toPrecision(i % 5 === 0 ? 16 : i % 7 === 0 ? 18 : 17);
  }).filter((cell) => !cell.includes('e'));
  const meant = cells.map(meaning);
  expect(meant.filter((each) => each === null).length).toBeGreaterThan(500);
  expect(meant.filter((each, i) => each !== null && (cells[i] ?? '').length > 16).length).toBeGreaterThan(
    500,
  );
  const { rows, report } = await read({
    files: { 'a.csv': `id,n\n${cells.map((cell, i) => `${i},${cell}\n`).join('')}` },
    fields: [field('id', 'text'), field('n', 'decimal')],
  });
  const found = new Map(rows.map(({ key, n }) => [String(key), n]));
  const unlike = cells.flatMap((cell, i) =>
    (found.get(String(i)) ?? null) === meant[i] ? [] : [[cell, meant[i], found.get(String(i)) ?? null]],
  );
  expect(unlike).toEqual([]);
  expect(report.ledger.rejected).toEqual({
    'too-many-decimals': meant.filter((each) => each === null).length,
  });
});

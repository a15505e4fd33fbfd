import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inflater } from '../../../src/reading/xlsx/inflate.ts';

const TEXT = 'one, two, three; '.repeat(50_000);
const PACKED = deflateRawSync(TEXT);

/** What comes of pieces, and how it ends. */
async function unpacked(...pieces: readonly Uint8Array[]): Promise<readonly [text: string, end: string]> {
  const inflating = inflater();
  const decoder = new inflating.decoder('part');
  let [text, end] = ['', 'not told'];
  decoder.ondata = (error, piece, isLast) => {
    text += Buffer.from(piece).toString();
    if (error) end = 'broken';
    else if (isLast) end = 'whole';
  };
  for (const [i, piece] of pieces.entries()) {
    decoder.push(piece, i === pieces.length - 1);
    await inflating.settled();
  }
  inflating.close();
  return [text, end];
}

describe('a packed part', () => {
  it.each([
    ['in one piece', [PACKED], [TEXT, 'whole']],
    ['in pieces', [PACKED.subarray(0, 99), PACKED.subarray(99)], [TEXT, 'whole']],
    ['with an empty last piece', [PACKED, new Uint8Array(0)], [TEXT, 'whole']],
    ['with bytes behind its end', [PACKED, Buffer.alloc(9, 'x'), Buffer.alloc(9, 'y')], [TEXT, 'whole']],
    [
      'with bytes behind its end in the same piece',
      [Buffer.concat([PACKED, Buffer.alloc(9)])],
      [TEXT, 'whole'],
    ],
    ['that is cut short', [PACKED.subarray(0, -9)], [expect.any(String), 'broken']],
    ['that is none', [Buffer.alloc(99, 0xff), PACKED], ['', 'broken']],
  ] as const)('%s', async (_, pieces, outcome) => {
    expect(await unpacked(...pieces)).toEqual(outcome);
  });
});

import type { Table } from './exports.ts';
import { randomOf } from './random.ts';

const DASHES = ['\u2010', '\u2011', '\u2013', '\u2212'];
const GAPS = ['\u00a0', '\u202f', '  ', '\u2009'];
const UNSEEN = ['\u200b', '\u2060', '\u00ad', '\ufe0f'];

/**
 * In some worlds cells are written as other programs write them: with their dashes, spaces, wide letters and characters
 * that nobody sees. Draws from numbers of its own, so that a world stays the one it was but for its letters.
 */
export function disguised(
  files: Readonly<Record<string, Table>>,
  seed: number,
): Readonly<Record<string, Table>> {
  const random = randomOf(seed + 7_000_000);
  if (!random.chance(0.15)) return files;
  const wide = (text: string) =>
    text.replace(/[A-Za-z0-9]/, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  const unseen = (text: string) => {
    const at = random.int(0, text.length);
    return text.slice(0, at) + random.pick(UNSEEN) + text.slice(at);
  };
  const cell = (text: string): string => {
    if (text === '' || !random.chance(0.1)) return text;
    const other = text.replaceAll('-', () => random.pick(DASHES)).replaceAll(' ', () => random.pick(GAPS));
    return random.pick([other, other, wide(other), unseen(other)]);
  };
  return Object.fromEntries(
    Object.entries(files).map(([path, [header = [], ...rows]]) => [
      path,
      [header, ...rows.map((row) => (row.join() === header.join() ? row : row.map(cell)))],
    ]),
  );
}

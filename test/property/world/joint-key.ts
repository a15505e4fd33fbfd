import type { RawSource } from '../../oracle/agreement.ts';
import type { Exports, Table } from './exports.ts';
import { randomOf } from './random.ts';

/**
 * In some worlds no column names a ticket, but two do together: numbers come again, and topics are blank or hold what stands between
 * the two. It draws from a stream of its own, so that all other worlds stay as they are.
 */
export function withJointKey(
  { sources, files }: Pick<Exports, 'sources' | 'files'>,
  seed: number,
): Pick<Exports, 'sources' | 'files'> {
  const { tickets } = sources;
  if (seed % 9 !== 4 || tickets === undefined) return { sources, files };
  const random = randomOf(seed * 31 + 7);
  const [header = [], ...lines] = files['tickets.csv'] ?? [];
  const rows = lines.map(([, , ...others], i) => [
    `T${Math.floor(i / 2)}`,
    i % 2 === 0 ? random.pick([' offer', 'bug', 'a |b']) : random.pick(['', '| b', 'Bug']),
    ...others,
  ]);
  for (const row of random.some(rows, 0.15)) rows.push([...row]);
  if (random.chance(0.3)) rows.push(header.map((_, i) => (i < 2 ? ' ' : 'x')));
  const source: RawSource = {
    ...tickets,
    key: random.pick([
      ['ref', 'topic'],
      ['topic', 'ref'],
    ]),
  };
  const table: Table = [header, ...rows];
  return { sources: { ...sources, tickets: source }, files: { ...files, 'tickets.csv': table } };
}

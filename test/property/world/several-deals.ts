import type { RawSource } from '../../oracle/agreement.ts';
import type { Written } from './merges.ts';
import { randomOf } from './random.ts';

/** One world of so many has leads with several deals. */
const ONE_OF = 7;

/**
 * In some worlds a lead has several deals, of which a rule takes one. Its numbers are its own, so that the other worlds stay as they
 * are.
 */
export function withSeveralDeals(seed: number, written: Written): Written {
  const random = randomOf(seed ^ 0xdea15);
  const { deals } = written.sources;
  const [header = [], ...rows] = written.files['deals.csv'] ?? [];
  if (random.int(1, ONE_OF) > 1 || !deals?.joins || deals.duplicates !== undefined) return written;
  const value = header.indexOf('Value');
  const plan = header.indexOf('Plan');
  const more = random.some(rows, 0.6).map((row, i) => {
    const closed = random.pick(rows)[header.indexOf('Closed')] ?? '';
    return row.map((cell, at) =>
      at === value
        ? String(i + 1)
        : at === plan
          ? random.pick(['gold', 'basic', ''])
          : at === 0
            ? cell
            : closed,
    );
  });
  const prefer = random.chance(0.6) ? { prefer: { plan: 'gold' } } : {};
  const rule = random.chance(0.5) ? { first: 'closed_at' } : { latest: 'closed_at' };
  const own: RawSource = { ...deals, one_per_lead: { ...rule, ...prefer } };
  const sources = { ...written.sources, deals: own };
  const all = [...rows, ...more].sort(() => random.next() - 0.5);
  return {
    sources,
    files: { ...written.files, 'deals.csv': [header, ...all] },
    versions: written.versions.map((version) => ({ ...version, sources })),
  };
}

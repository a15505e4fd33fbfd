import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { conditionsAgreement } from '../agreement.ts';
import { data, leadsOf, report, thousands } from '../places.ts';
import type { Section } from '../section.ts';

const MANY = 125;
const FEW = 40;
const THREADS = 6;

/** Promises that each have a condition of their own, as many columns as promises: what memory is short of. */
export function promises(rows: number): Section {
  const leads = leadsOf(rows);
  const file = (count: number): string => join(data, `${count}-conditions-on-${rows}.sla.yaml`);
  return {
    name: 'promises',
    title: `${thousands(rows)} leads under many promises`,
    rounds: 3,
    rows: [
      report(`${MANY} promises with conditions of their own`, ['answer'], file(MANY)),
      {
        ...report(`${FEW} such promises on six threads`, ['answer'], file(FEW)),
        preload: new URL('../threads.js', import.meta.url).href,
        env: { BENCH_THREADS: String(THREADS) },
      },
    ],
    prepare: async () => {
      await leads.make();
      for (const count of [MANY, FEW]) writeFileSync(file(count), conditionsAgreement(count, leads.name));
    },
    differences: () => [],
  };
}

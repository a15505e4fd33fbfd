import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { agreement } from '../agreement.ts';
import { sameResults } from '../compare.ts';
import { data, leadsOf, report, thousands } from '../places.ts';
import type { Section } from '../section.ts';
import { type Fault, faults, makeDirty } from '../variants.ts';

const CLEAN = 'a clean export';

const MOST: Readonly<Record<Fault, number>> = {
  'one bad cell': 1.1,
  '1 % of the rows with a bad cell': 1.3,
  'one row twice': 1.3,
  '1 % of the rows twice': 1.3,
};

/** The same rows as an export is that people keep by hand. */
export function dirty(rows: number): Section {
  const clean = leadsOf(rows);
  const file = (at: number): string => join(data, `5-on-${rows}-dirty-${at}.sla.yaml`);
  return {
    name: 'dirty',
    title: `${thousands(rows)} rows with faults`,
    rounds: 1,
    rows: [
      report(CLEAN, [], clean.file(5)),
      ...faults.map((fault, at) => report(fault, [{ ratio: MOST[fault], against: CLEAN }], file(at))),
    ],
    prepare: async () => {
      await clean.make();
      for (const [at, name] of (await makeDirty(data, clean.name, rows)).entries())
        writeFileSync(
          file(at),
          agreement(5, name).replace('    key: id', '    max_rejected: 2%\n    key: id'),
        );
    },
    // A row that comes twice counts once.
    differences: (stdout) =>
      (['one row twice', '1 % of the rows twice'] as const).flatMap((fault) =>
        sameResults(fault, stdout(CLEAN), stdout(fault)),
      ),
  };
}

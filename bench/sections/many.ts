import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { agreement } from '../agreement.ts';
import { sameResults } from '../compare.ts';
import { data, leadsOf, report, thousands } from '../places.ts';
import type { Section } from '../section.ts';
import { makeMany } from '../variants.ts';

const CUT = [
  { files: 100, most: 1.5 },
  { files: 1000, most: 3 },
];

/** The same rows as the exports of many days. */
export function many(rows: number): Section {
  const whole = leadsOf(rows);
  const file = (files: number): string => join(data, `5-on-${rows}-in-${files}.sla.yaml`);
  const name = (files: number): string => `${thousands(files)} files of a glob`;
  return {
    name: 'many',
    title: `${thousands(rows)} rows in many files`,
    rounds: 1,
    rows: [
      report('one file', [], whole.file(5)),
      ...CUT.map(({ files, most }) =>
        report(name(files), [{ ratio: most, against: 'one file' }], file(files)),
      ),
    ],
    prepare: async () => {
      await whole.make();
      for (const { files } of CUT)
        writeFileSync(file(files), agreement(5, `"${await makeMany(data, whole.name, rows, files)}"`));
    },
    differences: (stdout) =>
      CUT.flatMap(({ files }) => sameResults(name(files), stdout('one file'), stdout(name(files)))),
  };
}

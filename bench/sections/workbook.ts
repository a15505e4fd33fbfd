import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { agreement } from '../agreement.ts';
import { sameResults } from '../compare.ts';
import { data, leadsOf, report, thousands } from '../places.ts';
import type { Section } from '../section.ts';
import { makeBook } from '../variants.ts';

/** The same rows as a workbook. */
export function workbook(rows: number): Section {
  const csv = leadsOf(rows);
  const file = join(data, `5-on-book-${rows}.sla.yaml`);
  const [text, book] = [`${thousands(rows)} rows as CSV`, `${thousands(rows)} rows as xlsx`];
  return {
    name: 'workbook',
    title: 'A workbook',
    rounds: 1,
    rows: [report(text, [], csv.file(5)), report(book, [{ ratio: 3, against: text }], file)],
    prepare: async () => {
      await csv.make();
      writeFileSync(file, agreement(5, await makeBook(data, csv.name, rows)));
    },
    differences: (stdout) => sameResults(book, stdout(text), stdout(book)),
  };
}

import type { FoundRow, ReadPlan } from '../model/plan.ts';
import { namesOf } from './header.ts';
import type { Scan } from './read-source.ts';
import { blankWords, cleanRecordCell, recordsOf } from './records.ts';

/** The rows with a key, as the files hold them: reads the files again. */
export async function rowsOfKey(
  plan: ReadPlan,
  scans: readonly Scan[],
  key: string,
  limit: number,
): Promise<readonly FoundRow[]> {
  const blanks = blankWords(plan.nulls);
  const found: FoundRow[] = [];
  for (const { source } of scans) {
    const columns = Object.values(plan.fields).flatMap((field) => {
      const column = namesOf(field).find((header) => source.header.includes(header));
      return column === undefined ? [] : [{ name: field.name, position: source.header.indexOf(column) }];
    });
    const keyAt = columns.find(({ name }) => name === plan.key)?.position;
    if (keyAt === undefined) continue;
    for await (const { cells, line } of recordsOf(source, plan.csv)) {
      if (found.length >= limit) return found;
      if (cleanRecordCell(cells[keyAt] ?? '', blanks) !== key) continue;
      const filled = columns.flatMap(({ name, position }) => {
        const value = cleanRecordCell(cells[position] ?? '', blanks);
        return value === '' ? [] : [[name, value] as const];
      });
      found.push({ file: source.file, line, cells: Object.fromEntries(filled) });
    }
  }
  return found;
}

import { plural, t } from '../../messages/index.ts';
import { placedRow } from '../../messages/placed-row.ts';
import { whole } from '../../messages/numbers.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { dateIn, type EventCell, eventCell } from './event-cell.ts';
import type { Run } from './run.ts';

/** The dates that are not taken for the present, with their lines; none where there are none. */
export async function strayFindings(
  run: Pick<Run, 'stray' | 'newest' | 'exports' | 'tables' | 'asOf'>,
): Promise<readonly Diagnostic[]> {
  const { stray, newest } = run;
  if (stray === null) return [];
  const cells: EventCell[] = [];
  for (const event of stray.events) {
    const cell = await eventCell(run, event);
    if (cell) cells.push(cell);
  }
  const [first] = cells;
  const start = { line: first?.line ?? 1, column: 1 };
  const named = cells.map((cell) => t`${placedRow(cell)}, ${cell.column} ${cell.value}`);
  const more = stray.stray > named.length ? ' ...' : '';
  const after = stray.events[0]?.at ?? run.asOf;
  const latest = dateIn(newest.agreement.timezone, stray.events.at(-1)?.at ?? after);
  const silence = t`after ${whole(stray.pause)} days in which nothing happened (longest pause of the year before: ${whole(stray.longest)})`;
  return [
    {
      rule: 'stray-date',
      severity: 'warning',
      message: plural(
        stray.stray,
        t`${whole(stray.stray)} date behind the end of the data is not taken for the present: ${named.join(t`; `)}${more}, ${silence}`,
        t`${whole(stray.stray)} dates behind the end of the data are not taken for the present: ${named.join(t`; `)}${more}, ${silence}`,
      ),
      help: plural(
        stray.stray,
        t`Is it right? Then --as-of ${latest}. Is it planned or mistyped? Correct it in the CRM`,
        t`Are they right? Then --as-of ${latest}. Are they planned or mistyped? Correct them in the CRM`,
      ),
      ...(first ? { place: { file: first.file, start, end: start } } : {}),
    },
  ];
}

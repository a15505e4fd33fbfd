import { toLocal, zoneTable } from '../../calendar/zone.ts';
import { plural, t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { firstLine } from '../../model/first-line.ts';
import { MICROS_PER_DAY, type Micros } from '../../model/time.ts';
import { namesOf } from '../../reading/text/header.ts';
import type { StrayEvent } from './as-of.ts';
import type { Run } from './run.ts';

/** Where a date stands in the exports. */
interface Cell {
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly value: string;
}

/** Rows of one key that are looked at. */
const MOST_ROWS = 1000;
/** Characters of a cell. */
const SHOWN = 40;

/** The dates that are not taken for the present, with their lines; none where there are none. */
export async function strayFindings(run: Run): Promise<readonly Diagnostic[]> {
  const { stray, newest } = run;
  if (stray === null) return [];
  const cells: Cell[] = [];
  for (const event of stray.events) cells.push(...(await cellOf(run, event)));
  const [first] = cells;
  const start = { line: first?.line ?? 1, column: 1 };
  const named = cells.map(({ file, line, column, value }) => t`${file} line ${line}, ${column} ${value}`);
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
        t`${whole(stray.stray)} date behind the end of the data is not taken for the present: ${named.join('; ')}${more}, ${silence}`,
        t`${whole(stray.stray)} dates behind the end of the data are not taken for the present: ${named.join('; ')}${more}, ${silence}`,
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

/** The cell of an event, in the file of its table or of one that joins it. */
async function cellOf(
  { exports, tables }: Run,
  { table, time, key, at }: StrayEvent,
): Promise<readonly Cell[]> {
  const own = exports.reports.find(({ facts }) => facts.table === table);
  const column = own?.facts.columns().find(({ name }) => name === time);
  if (!own || column?.kind !== 'time') return [];
  const { field } = column;
  const found = await own.report.rowsOf(key, MOST_ROWS);
  const isJoined = !(field in own.facts.source.fields);
  const from = isJoined
    ? exports.reports.find(({ facts }) => tables.joined().includes(facts) && field in facts.source.fields)
    : own;
  if (!from) return [];
  const joinedKey = isJoined ? found[0]?.cells[from.facts.source.joinsTo] : undefined;
  const rows = isJoined && joinedKey !== undefined ? await from.report.rowsOf(joinedKey, MOST_ROWS) : found;
  const def = from.facts.source.fields[field];
  // Of several rows of one key, as of calls, the one with the latest cell of those alike in the year that
  // is told.
  const year = dateIn('UTC', at).slice(0, 4);
  const row =
    rows.find(({ cells }) => cells[field]?.includes(year)) ?? rows.find(({ cells }) => cells[field]);
  if (!def || !row) return [];
  const value = def.personal ? '' : firstLine(row.cells[field] ?? '', SHOWN);
  return [{ file: exports.shown(row.file), line: row.line, column: namesOf(def)[0] ?? field, value }];
}

/** `2026-03-06`, as `--as-of` takes it. */
function dateIn(zone: string, at: Micros): string {
  const local = toLocal(zoneTable(zone, at, at), at);
  return new Date(Math.floor(local / MICROS_PER_DAY) * 86_400_000).toISOString().slice(0, 10);
}

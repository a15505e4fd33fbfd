import { toLocal, zoneTable } from '../../calendar/zone.ts';
import { firstLine } from '../../model/first-line.ts';
import { namesOf } from '../../model/header-names.ts';
import type { PlacedCell } from '../../model/rests-on.ts';
import type { Micros } from '../../model/time.ts';
import type { DatedEvent } from './as-of.ts';
import type { Run } from './run.ts';

/** Where a date stands in the exports. */
export interface EventCell extends PlacedCell {
  /** Empty where the field is personal. */
  readonly value: string;
}

/** Rows of one key that are looked at. */
const MOST_ROWS = 1000;
/** Characters of a cell. */
const SHOWN = 40;

/** The cell of an event, in the file of its table or of one that joins it; null where it is not found. */
export async function eventCell(
  { exports, tables, newest }: Pick<Run, 'exports' | 'tables' | 'newest'>,
  { table, time, key, at }: DatedEvent,
): Promise<EventCell | null> {
  const own = exports.reports.find(({ facts }) => facts.table === table);
  const column = own?.facts.columns().find(({ name }) => name === time);
  if (!own || column?.kind !== 'time') return null;
  const { field } = column;
  const found = await own.report.rowsOf(key, MOST_ROWS);
  const isJoined = !(field in own.facts.source.fields);
  const from = isJoined
    ? exports.reports.find(({ facts }) => tables.joined().includes(facts) && field in facts.source.fields)
    : own;
  if (!from) return null;
  const { source } = from.facts;
  const joinedKey = isJoined ? found[0]?.cells[source.joinsTo] : undefined;
  const rows = isJoined && joinedKey !== undefined ? await from.report.rowsOf(joinedKey, MOST_ROWS) : found;
  const zone = source.timezone ?? newest.agreement.timezone;
  const likeness = (row: (typeof rows)[number]) => shownOf(row.cells[field] ?? '', at, zone);
  const row = [...rows].sort((a, b) => likeness(b) - likeness(a))[0];
  const def = source.fields[field];
  if (!def || row?.cells[field] === undefined) return null;
  const value = def.personal ? '' : firstLine(row.cells[field], SHOWN);
  const told = from.report.stays
    ? { line: null, ...(source.fields[source.key]?.personal ? {} : { key: joinedKey ?? key }) }
    : { line: row.line };
  return { file: exports.shown(row.file), ...told, column: namesOf(def)[0] ?? field, value };
}

/**
 * How many parts of an instant a cell shows, whatever its format: of several rows of one key, as of calls,
 * that of the event shows the most.
 */
function shownOf(cell: string, at: Micros, zone: string): number {
  const numbers = (cell.match(/\d+/g) ?? []).map(Number);
  const parts = localText(zone, at).match(/\d+/g) ?? [];
  return parts.filter((part) => numbers.includes(Number(part))).length;
}

/** `2026-03-06`, as `--as-of` takes it. */
export const dateIn = (zone: string, at: Micros): string => localText(zone, at).slice(0, 10);

/** `2026-03-06T16:20:00.000Z`, where the last letter means nothing. */
const localText = (zone: string, at: Micros): string =>
  new Date(Math.floor(toLocal(zoneTable(zone, at, at), at) / 1000)).toISOString();

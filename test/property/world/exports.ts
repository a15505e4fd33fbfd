import type { RawField, RawSource } from '../../oracle/agreement.ts';
import { dayNumber } from '../../oracle/zone.ts';
import { DATETIME_FORMATS, dateCell, noDate, timeCell, timeOfDay, wait } from './cells.ts';
import type { Random } from './random.ts';
import { anyDay, clockChange, type Season, ZONES } from './season.ts';
import { ticketsOf } from './tickets.ts';

export type Table = readonly (readonly string[])[];

export interface Exports {
  readonly sources: Readonly<Record<string, RawSource>>;
  readonly files: Readonly<Record<string, Table>>;
  /** When rows of the leads begin, and their keys. */
  readonly begun: readonly (readonly [id: string, start: number])[];
}

/** Random exports: leads, their activities, their deals, and a file of meetings. */
export function exportsOf(random: Random, season: Season): Exports {
  // A zone that changes its clocks makes the reading of an export several times as costly.
  const zone = random.chance(0.5) ? random.pick(ZONES) : random.pick(['UTC', 'Asia/Kolkata'] as const);
  const otherZone = random.chance(0.8) ? zone : random.pick(ZONES);
  const leads = leadsOf(random, season, zone);
  const ids = leads.rows.slice(1).map(([id = '']) => id);
  const starts = leads.starts;
  const activities = activitiesOf(random, otherZone, ids, starts);
  const deals = dealsOf(random, otherZone, ids, starts);
  const tickets = ticketsOf(random, season, otherZone);
  return {
    sources: {
      leads: leads.source,
      activities: activities.source,
      deals: deals.source,
      tickets: tickets.source,
    },
    files: {
      'leads.csv': leads.rows,
      'activities.csv': activities.rows,
      'deals.csv': deals.rows,
      'tickets.csv': tickets.rows,
      'meetings.csv': meetingsOf(random, season),
    },
    begun: starts.map((start, i) => [ids[i] ?? '', start]),
  };
}

/** By when something is due, blank here and there: a date, or an instant. */
function dueCell(random: Random, at: number, { type, format = 'iso' }: RawField): string {
  if (random.chance(0.1)) return '';
  return type === 'date' ? dateCell(Math.floor(at / 86_400), format) : timeCell(at, format, random);
}

const OWNERS = ['Ana', 'Bob; Carl', 'Eve "the" Third', '', ' Zoë '];

function leadsOf(random: Random, season: Season, timezone: string) {
  const at = (column: string): RawField & { readonly format: string } => ({
    column,
    type: 'datetime',
    format: random.pick(DATETIME_FORMATS),
  });
  const won = random.chance(0.5)
    ? ({ column: 'Won on', type: 'date', format: random.pick(['iso', 'dd/MM/yyyy']) } as const)
    : at('Won on');
  const due = random.chance(0.5)
    ? ({ column: 'Due on', type: 'date', format: random.pick(['iso', 'dd/MM/yyyy']) } as const)
    : at('Due on');
  const decimal = random.pick(['.', ',']);
  const latest = random.chance(0.15);
  const each = !latest && random.chance(0.25);
  const fields = {
    id: { column: 'Lead ID' },
    country: { column: 'Pays' },
    size: { column: 'Company size', type: 'integer' },
    vip: { column: 'VIP', type: 'boolean' },
    amount: { column: 'Amount (€)', type: 'decimal', ...(decimal === ',' ? { decimal } : {}) },
    owner: { column: 'Owner' },
    created_at: at('Created'),
    handed_at: at('Handed over'),
    assigned_at: at('Assigned'),
    contacted_at: at('Contacted'),
    answered_at: at('Answered'),
    won_at: won,
    touches: { column: 'Touches', type: 'integer' },
    last_touch_at: at('Last touch'),
    due_at: due,
    modified_at: { column: 'Modified', type: 'datetime', format: 'iso' },
  } satisfies Record<string, RawField>;
  const header = [...Object.values(fields).map(({ column }) => column), 'Note'];
  const starts: number[] = [];
  const rows: string[][] = [];
  const isBusy = random.chance(0.15);
  const count = isBusy ? random.int(26, 40) : random.int(1, random.chance(0.8) ? 6 : 25);
  const [first, last] = [dayNumber(season.first), dayNumber(season.last)];
  for (let i = 0; i < count; i++) {
    // Every day has leads, or nearly, so that a pause is seen for what it is.
    const day = isBusy ? first + Math.floor((i * (last - first)) / count) : anyDay(season, random);
    const start =
      !isBusy && random.chance(0.2) ? clockChange(season, random) : day * 86_400 + timeOfDay(random);
    starts.push(start);
    const after = (blank: number, { format }: { readonly format: string }): string =>
      random.chance(blank) ? '' : timeCell(start + wait(random), format, random);
    const size = random.chance(0.1) ? random.pick(['', 'n/a', 'N/A ']) : String(random.int(0, 12) * 50);
    rows.push([
      `L${i + 1}`,
      random.pick(['FR', 'BE', 'CH', 'DE', '']),
      size,
      random.pick(['true', 'Yes', '0', 'no', '']),
      random.chance(0.1)
        ? ''
        : `${random.int(0, 400)}${random.pick(['', `${decimal}25`, `${decimal}5`, `${decimal}1250000`])}`,
      random.pick(OWNERS),
      random.chance(0.07) ? '' : timeCell(start, fields.created_at.format, random),
      timeCell(start + random.pick([0, 0, 3600, 86_400]), fields.handed_at.format, random),
      after(0.15, fields.assigned_at),
      after(0.3, fields.contacted_at),
      after(0.4, fields.answered_at),
      random.chance(0.5)
        ? ''
        : won.type === 'date'
          ? dateCell(Math.floor((start + wait(random)) / 86_400), won.format)
          : timeCell(start + wait(random), won.format, random),
      random.chance(0.15) ? '' : String(random.int(0, 6)),
      after(0.2, fields.last_touch_at),
      dueCell(random, start + wait(random) + random.pick([-86_400, 0, 86_400, 3 * 86_400]), due),
      `${season.first}T00:00:${String(i).padStart(2, '0')}`,
      random.pick(['', 'x']),
    ]);
  }
  if (each) starts.push(...handOverAgain(random, rows, starts, Object.values(fields)));
  if (isBusy) mistype(random, season, header, rows, fields);
  if (random.chance(0.35)) spoil(random, header, rows, fields);
  if (latest || random.chance(0.1)) duplicate(random, season, rows, latest, header.length);
  const source: RawSource = {
    files: 'leads.csv',
    csv: { delimiter: random.pick([',', ';', '|', 'tab']) },
    timezone,
    key: 'id',
    nulls: ['n/a'],
    max_rejected: '100%',
    ...(latest ? { duplicates: 'latest', modified: 'modified_at' } : {}),
    ...(each ? { recycled: 'each', handed_over: 'handed_at' } : {}),
    fields,
  };
  return { source, rows: [header, ...rows], starts };
}

/**
 * Some leads come back: rows of their own, days later, and the last of them may have no date. Other cells of theirs are as they were,
 * or new. Adds to the rows, and gives back when the new ones begin.
 */
function handOverAgain(
  random: Random,
  rows: string[][],
  starts: readonly number[],
  fields: readonly RawField[],
): readonly number[] {
  const began: number[] = [];
  const again: string[][] = [];
  for (const [i, row] of random.some([...rows.entries()], 0.4)) {
    let start = starts[i] ?? 0;
    for (let n = random.int(1, 2); n > 0; n--) {
      start += random.int(3, 9) * 86_400 + random.pick([0, 1800, 3600]);
      began.push(start);
      const last = n === 1 && random.chance(0.1);
      const cells = row.map((cell, column) => {
        const { column: name = '', type, format = '' } = fields[column] ?? {};
        if (name === 'Handed over') return last ? '' : timeCell(start, format, random);
        if (name === 'Owner') return random.pick([cell, ...OWNERS]);
        if (type === undefined || name === 'Modified' || random.chance(0.5)) return cell;
        if (type === 'datetime')
          return random.chance(0.2) ? '' : timeCell(start + wait(random), format, random);
        return type === 'integer' ? String(random.int(0, 6)) : cell;
      });
      again.push(cells);
    }
  }
  for (const row of again) rows.splice(random.int(0, rows.length), 0, row);
  return began;
}

/** Dates of some leads that stand alone, weeks after all others. */
function mistype(
  random: Random,
  season: Season,
  header: readonly string[],
  rows: readonly string[][],
  fields: Readonly<Record<string, RawField>>,
): void {
  for (let n = random.int(2, 4); n > 0; n--) {
    const { column, format = '' } =
      fields[random.pick(['handed_at', 'assigned_at', 'contacted_at', 'answered_at', 'won_at'])] ?? {};
    const day = dayNumber(season.last) + random.int(34, 42);
    random.pick(rows)[header.indexOf(column ?? '')] =
      fields.won_at?.type === 'date' && column === 'Won on'
        ? dateCell(day, format)
        : timeCell(day * 86_400 + 36_000, format, random);
  }
}

/** A cell that can't be read, a row without a key, a row without anything, the header once more. */
function spoil(
  random: Random,
  header: readonly string[],
  rows: string[][],
  fields: Readonly<Record<string, RawField>>,
): void {
  const row = random.pick(rows);
  const what = random.int(0, 4);
  if (what === 4) rows.push([...header]);
  else if (what === 0) row[0] = ' ';
  else if (what === 1) rows.push(header.map(() => ''));
  else if (what === 2) row[header.indexOf('Company size')] = '1O0';
  else {
    const name = random.pick(['created_at', 'contacted_at', 'answered_at']);
    row[header.indexOf(fields[name]?.column ?? '')] = noDate(fields[name]?.format ?? '');
  }
}

/** Rows again: as they are, with another note, or, where the latest counts, changed and modified later. */
function duplicate(random: Random, season: Season, rows: string[][], latest: boolean, width: number): void {
  const [modified, note] = [width - 2, width - 1];
  for (const row of random.some(rows, 0.15)) {
    const again = [...row];
    if (random.chance(0.5)) again[note] = 'seen twice';
    if (latest && random.chance(0.7)) {
      again[1] = 'IT';
      again[modified] = `${season.first}T00:01:${String(rows.length).padStart(2, '0')}`;
    }
    rows.splice(random.int(0, rows.length), 0, again);
  }
}

function activitiesOf(random: Random, timezone: string, ids: readonly string[], starts: readonly number[]) {
  const format = random.pick(DATETIME_FORMATS);
  const fields = {
    at: { column: 'When', type: 'datetime', format },
    kind: { column: 'Kind' },
    by: { column: 'By' },
  } as const;
  const rows: string[][] = [];
  for (const [i, start] of starts.entries()) {
    let at = start;
    for (let n = random.int(0, 7); n > 0; n--) {
      at = start + wait(random) + random.pick([0, 0, 3600, 86_400, 3 * 86_400]);
      const id = random.chance(0.05) ? 'L99' : (ids[i] ?? '');
      const when = random.chance(0.03) ? '' : timeCell(at, format, random);
      const [kind, by] = [random.pick(['call', 'email', 'note']), random.pick(['human', 'automation', ''])];
      rows.push([random.chance(0.03) ? '' : id, when, kind, by, random.pick(['', 'r1'])]);
    }
  }
  // The same row again; and another that differs in a cell which no promise reads.
  for (const row of random.some(rows, 0.08)) rows.push([...row]);
  for (const row of random.some(rows, 0.04)) rows.push([...row.slice(0, 4), 'r2']);
  rows.sort(() => random.next() - 0.5);
  const source: RawSource = {
    files: 'activities.csv',
    timezone,
    lead: 'lead_id',
    max_rejected: '100%',
    fields,
  };
  return { source, rows: [['lead_id', 'When', 'Kind', 'By', 'Ref'], ...rows] };
}

function dealsOf(random: Random, timezone: string, ids: readonly string[], starts: readonly number[]) {
  const format = random.pick(['iso', 'dd/MM/yyyy']);
  const fields = {
    closed_at: { column: 'Closed', type: 'date', format },
    deal_value: { column: 'Value', type: 'decimal' },
    plan: { column: 'Plan' },
  } as const;
  const rows = [...new Set(ids)].flatMap((id, i) => {
    if (id.trim() === '' || random.chance(0.4)) return [];
    const day = Math.floor(((starts[i] ?? starts[0] ?? 0) + wait(random)) / 86_400);
    const row = [
      id,
      random.chance(0.1) ? '' : dateCell(day, format),
      random.chance(0.1) ? '' : String(random.int(1, 900)),
      random.pick(['gold', 'basic', '']),
    ];
    return random.chance(0.1) ? [row, [...row]] : [row];
  });
  const source: RawSource = {
    files: 'deals.csv',
    timezone,
    joins: { lead_id: 'id' },
    max_rejected: '100%',
    fields,
  };
  return { source, rows: [['lead_id', 'Closed', 'Value', 'Plan'], ...rows] };
}

function meetingsOf(random: Random, season: Season): Table {
  const rows = Array.from({ length: random.int(1, 6) }, () => [
    dateCell(anyDay(season, random), 'iso'),
    random.pick(['minutes.md', 'meetings.csv', 'https://wiki.example.com/minutes', '']),
  ]);
  for (const row of random.some(rows, 0.1)) rows.push([...row]);
  return [['date', 'minutes'], ...rows];
}

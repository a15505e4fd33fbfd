import type { RawField, RawSource } from './agreement.ts';
import { cleanCell, type Moment, readCell, type Value } from './cell.ts';
import type { Row } from './condition.ts';
import type { Merges } from './merges.ts';
import type { ZoneWalk } from './zone.ts';

export interface Ledger {
  readonly read: number;
  readonly judged: number;
  readonly excluded: Readonly<Record<string, number>>;
  readonly rejected: Readonly<Record<string, number>>;
  /** Rows with several faults, each with all of them: any may be told. In `rejected` the first is. */
  readonly several?: readonly (readonly string[])[];
}

/** One row that can be used; `key` is its cell as text. */
export interface Read {
  readonly key: string;
  /** Where rows are hand-overs: its place among those of its lead, from 1. */
  readonly handOver: number | null;
  readonly row: Row;
  /** Of an activity that stands under several leads: whether it is there once more. */
  readonly again?: boolean;
}

export interface Table {
  readonly rows: readonly Read[];
  readonly ledger: Ledger;
}

/** What other rows and the promises say of a table. */
export interface Around {
  readonly merges?: Merges;
  /** Fields that promises add up in euros. */
  readonly inEuro?: ReadonlySet<string>;
  /** Nothing that came later was known; null where all is. */
  readonly asOf?: number | null;
}

interface Kept extends Read {
  /** All cells that are used, as one text: equal for identical rows. */
  readonly cells: string;
  readonly modified: number;
  readonly handed: number;
  /** Where one row a lead is chosen: the lowest, number by number, then text by text, is taken. */
  readonly rank: readonly (number | string)[];
}

/**
 * The rows of an export by the fields that are used. `unique` sources have one row a key: identical rows become one, and of
 * differing rows the last modified is kept. Other rows are events: those that are the same word by word become one, whatever is used of
 * them, and an activity without the key of a lead is nobody's. What stands under the id of a lead that was merged is the other lead's,
 * and its own row is none.
 */
export function readTable(
  source: RawSource,
  keyFields: string | readonly string[],
  used: ReadonlySet<string>,
  cells: readonly (readonly string[])[],
  zone: ZoneWalk,
  unique: boolean,
  { merges = new Map(), inEuro = new Set(), asOf = null }: Around = {},
): Table {
  const chosen = source.one_per_lead;
  const isNobodys = (key: string | null) => (source.lead ?? source.belongs_to) !== undefined && key === null;
  const [header = [], ...lines] = cells;
  const keys = [keyFields].flat();
  const fields: Record<string, RawField> = {
    ...Object.fromEntries(keys.map((name) => [name, { column: name }])),
    ...source.fields,
  };
  // The cells of a key are used as they stand, whatever type a field of theirs has.
  const names = Object.keys(fields).filter(
    (name) =>
      (keys.length === 1 && keys.includes(name)) ||
      name === source.modified ||
      name === chosen?.first ||
      name === chosen?.latest ||
      Object.hasOwn(chosen?.prefer ?? {}, name) ||
      name === source.handed_over ||
      used.has(name),
  );
  const rejected: Record<string, number> = {};
  const excluded: Record<string, number> = {};
  const kept: Kept[] = [];
  const several: string[][] = [];
  for (const line of lines) {
    const texts = names.map((name) =>
      cleanCell(line[header.indexOf(fields[name]?.column ?? '')] ?? '', source.nulls ?? []),
    );
    const named = keys.map((name) =>
      cleanCell(line[header.indexOf(fields[name]?.column ?? '')] ?? '', source.nulls ?? []),
    );
    const key = nameOf(named);
    if ([...texts, key].every((text) => text === null)) {
      add(excluded, 'blank row', 1);
      continue;
    }
    if (isNobodys(key)) {
      add(excluded, source.lead === undefined ? 'of no row' : 'of no lead', 1);
      continue;
    }
    const row: Record<string, Value> = {};
    const faults = new Set<string>();
    let wrong = key === null ? 'blank-key' : keys.length === 1 && isRoundedId(key) ? 'rounded-id' : null;
    names.forEach((name, i) => {
      const read = readCell(
        texts[i] ?? null,
        fields[name] ?? { column: name },
        zone,
        inEuro.has(name) ? 'EUR' : null,
      );
      if ('wrong' in read) {
        // A cell that is no date and the name of its column is of the header once more.
        wrong ??= texts[i] === fields[name]?.column ? 'repeated header' : read.wrong;
        faults.add(read.wrong);
      } else row[name] = read.value;
    });
    if (wrong === 'repeated header') {
      add(excluded, wrong, 1);
      continue;
    }
    if (wrong !== null) {
      add(rejected, wrong, 1);
      if (faults.size > 1 && faults.has(wrong)) several.push([...faults]);
      continue;
    }
    const into = merges.get(key ?? '');
    if (into !== undefined && source.key !== undefined) {
      add(excluded, 'merged into another lead', 1);
      continue;
    }
    const stays = into ?? key ?? '';
    const modified = source.modified === undefined ? null : (row[source.modified] as Moment | null);
    const handed = source.handed_over === undefined ? null : (row[source.handed_over] as Moment | null);
    kept.push({
      key: stays,
      handOver: null,
      row,
      cells: JSON.stringify(
        unique ? [...texts.map((text, i) => (keys.includes(names[i] ?? '') ? stays : text)), stays] : line,
      ),
      modified: modified?.first ?? -1,
      handed: handed?.first ?? Number.POSITIVE_INFINITY,
      rank: chosen === undefined ? [] : rankOf(chosen, row, texts, asOf),
    });
  }
  const each = source.recycled === 'each' ? onePerHandOver : chosen === undefined ? onePerKey : onePerLead;
  const rows = unique ? each(kept, excluded) : differentOf(kept, excluded);
  return { rows, ledger: { read: lines.length, judged: rows.length, excluded, rejected, several } };
}

/** What a sheet makes of a number of twelve digits and more. */
export const isRoundedId = (key: string): boolean => /^\d([.,]\d{1,14})?E\+(1[1-9]|[2-9]\d)$/.test(key);

/** The cell that names a row; of several, each with its bars doubled and a bar between two. */
function nameOf(cells: readonly (string | null)[]): string | null {
  const [only, ...more] = cells;
  if (more.length === 0) return only ?? null;
  if (cells.every((cell) => cell === null)) return null;
  const joint = cells.map((cell) => (cell ?? '').split('|').join('||')).join(' | ');
  return cleanCell(joint, []);
}

function byKeyOf(kept: readonly Kept[]): readonly (readonly Kept[])[] {
  const byKey = new Map<string, Kept[]>();
  for (const one of kept) byKey.set(one.key, [...(byKey.get(one.key) ?? []), one]);
  return [...byKey.values()];
}

function differentOf(same: readonly Kept[], excluded: Record<string, number>): readonly Kept[] {
  const different = [...new Map(same.map((one) => [one.cells, one])).values()];
  if (same.length > different.length) add(excluded, 'identical duplicate', same.length - different.length);
  return different;
}

/** The hand-overs of each lead in the order of their dates, those without one last. No two have the same. */
function onePerHandOver(kept: readonly Kept[], excluded: Record<string, number>): readonly Kept[] {
  return byKeyOf(kept).flatMap((same) =>
    [...differentOf(same, excluded)]
      .sort((a, b) => (a.handed < b.handed ? -1 : 1))
      .map((one, i) => ({ ...one, handOver: i + 1 })),
  );
}

function onePerKey(kept: readonly Kept[], excluded: Record<string, number>): readonly Kept[] {
  return byKeyOf(kept).map((same) => {
    const different = differentOf(same, excluded);
    if (different.length > 1) add(excluded, 'superseded duplicate', different.length - 1);
    return different.reduce((latest, one) => (one.modified > latest.modified ? one : latest));
  });
}

function onePerLead(kept: readonly Kept[], excluded: Record<string, number>): readonly Kept[] {
  return byKeyOf(kept).map((same) => {
    const different = differentOf(same, excluded);
    if (different.length > 1) add(excluded, 'another row of its lead was taken', different.length - 1);
    return different.reduce((best, one) => (comesBefore(one.rank, best.rank) ? one : best));
  });
}

function comesBefore(a: Kept['rank'], b: Kept['rank']): boolean {
  const i = a.findIndex((part, at) => part !== b[at]);
  const [mine, other] = [a[i], b[i]];
  return i >= 0 && mine !== undefined && other !== undefined && mine < other;
}

const hadCome = ({ first, wholeDay }: Moment, asOf: number | null): boolean =>
  asOf === null || (wholeDay ? first < asOf : first <= asOf);

/** Preferred rows, then the date, then the cells in their order, of which a blank one is last. */
function rankOf(
  { first, latest, prefer = {} }: NonNullable<RawSource['one_per_lead']>,
  row: Row,
  texts: readonly (string | null)[],
  asOf: number | null,
): Kept['rank'] {
  const moment = row[first ?? latest ?? ''] as Moment | null;
  // A date that had not come was not there to rank by.
  const at = moment && hadCome(moment, asOf) ? moment.first : undefined;
  const isPreferred = Object.entries(prefer).every(([name, word]) => row[name] === word);
  const date = at === undefined ? Number.POSITIVE_INFINITY : first === undefined ? -at : at;
  return [isPreferred ? 0 : 1, date, ...texts.map((text) => text ?? '\uffff')];
}

function add(counts: Record<string, number>, reason: string, n: number): void {
  counts[reason] = (counts[reason] ?? 0) + n;
}

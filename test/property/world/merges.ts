import type { RawAgreement, RawSource } from '../../oracle/agreement.ts';
import type { Table } from './exports.ts';
import { type Random, randomOf } from './random.ts';

export interface Written {
  readonly sources: Readonly<Record<string, RawSource>>;
  readonly files: Readonly<Record<string, Table>>;
  readonly versions: readonly RawAgreement[];
}

/** One world of so many has leads that were merged. */
const ONE_OF = 6;

const COLUMN = 'Merged';

/** A row of leads, what it tells of merges, and the ids that it brings under its own. */
interface Telling {
  readonly row: readonly string[];
  readonly told: string;
  readonly others: readonly string[];
}

/**
 * In some worlds leads were merged into others, and calls and deals stand under either id. Some merges lead nowhere: an id that two
 * leads claim, a circle, a lead that is not there. Its numbers are its own, so that the other worlds stay as they are.
 */
export function withMerges(seed: number, written: Written): Written {
  const random = randomOf(seed ^ 0x3e26ed);
  const { leads } = written.sources;
  const [header = [], ...rows] = written.files['leads.csv'] ?? [];
  if (random.int(1, ONE_OF) > 1 || !leads) return written;
  const word = random.pick(['merged_ids', 'merged_into'] as const);
  const keys = [...new Set(rows.flatMap(([key = '']) => (/^L\d+$/.test(key) ? [key] : [])))];
  const tell = word === 'merged_ids' ? tellIds : tellInto;
  const telling = rows.map((row, i): Telling => {
    if (row.join() === header.join()) return { row, told: COLUMN, others: [] };
    return keys.includes(row[0] ?? '') ? tell(random, row, i, keys) : { row, told: '', others: [] };
  });
  const table = telling.map(({ row, told }) => [...row, told]);
  if (word === 'merged_into') {
    for (const { row, others } of telling)
      for (const id of others)
        table.splice(random.int(0, table.length), 0, [id, ...row.slice(1), row[0] ?? '']);
  }
  const own = new Map(telling.map(({ row, others }) => [row[0] ?? '', others]));
  const moved = new Set(telling.flatMap(({ told }) => told.split(';').map((id) => id.trim())));
  const away = new Set(
    word === 'merged_ids' ? moved : telling.flatMap(({ row, told }) => (told ? row[0] : [])),
  );
  const under = (
    path: string,
    keep: (key: string) => boolean = () => true,
  ): Readonly<Record<string, Table>> => {
    const [head = [], ...lines] = written.files[path] ?? [];
    if (head.length === 0) return {};
    const named = lines
      .filter(([key = '']) => keep(key))
      .map(([key = '', ...cells]) => {
        const others = own.get(key) ?? [];
        return [others.length > 0 && random.chance(0.4) ? random.pick(others) : key, ...cells];
      });
    return { [path]: [head, ...named] };
  };
  const source: RawSource = {
    ...leads,
    [word]: 'merged',
    fields: { ...leads.fields, merged: { column: COLUMN } },
  };
  const sources = { ...written.sources, leads: source };
  return {
    sources,
    files: {
      ...written.files,
      'leads.csv': [[...header, COLUMN], ...table],
      ...under('activities.csv'),
      ...under('holds.csv'),
      // Two leads that become one have one deal.
      ...under('deals.csv', (key) => !away.has(key)),
    },
    versions: written.versions.map((version) => ({ ...version, sources })),
  };
}

function tellIds(random: Random, row: readonly string[], i: number, keys: readonly string[]): Telling {
  if (random.chance(0.55)) return { row, told: '', others: [] };
  const others = [`M${i}`];
  const ids = [
    ...others,
    ...(random.chance(0.2) ? [random.pick(keys)] : []),
    ...(random.chance(0.15) ? ['M1'] : []),
    ...(random.chance(0.1) ? [row[0] ?? ''] : []),
  ];
  const told = ids.join(random.pick([';', '; ', ' ;'])) + random.pick(['', '', ';']);
  return { row, told, others };
}

function tellInto(random: Random, row: readonly string[], i: number, keys: readonly string[]): Telling {
  const into = random.pick([random.pick(keys), random.pick(keys), 'X9', row[0] ?? '']);
  return {
    row,
    told: random.chance(0.25) ? into : '',
    others: random.chance(0.35) ? [`M${i}`] : [],
  };
}

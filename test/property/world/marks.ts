import type { RawField, RawSource } from '../../oracle/agreement.ts';
import { dayNumber } from '../../oracle/zone.ts';
import type { Table } from './exports.ts';
import type { Written } from './merges.ts';
import { type Random, randomOf } from './random.ts';

/** One world of so many has amounts with signs of currencies, and one of so many the marks of a sheet. */
const [AMOUNTS_OF, SHEETS_OF] = [4, 6];

type Change = (cell: string, field: RawField) => string;

/** Signs and codes, in front of a number or behind it. */
const SIGNS = ['€', '€', 'EUR', '$', 'USD', '£', 'GBP', 'CHF', 'JPY'];

/**
 * In some worlds amounts stand with the sign or the code of a currency, that of the target or another. Its numbers are its own, so
 * that the other worlds stay as they are.
 */
export function withCurrencies(seed: number, written: Written): Written {
  const random = randomOf(seed ^ 0xca5b);
  if (random.int(1, AMOUNTS_OF) > 1) return written;
  const change: Change = (cell, { type }) => {
    if ((type !== 'decimal' && type !== 'integer') || !/^\d/.test(cell) || random.chance(0.7)) return cell;
    const sign = random.pick(SIGNS);
    const gap = random.pick(['', ' ']);
    return random.chance(0.5) ? `${sign}${gap}${cell}` : `${cell}${gap}${sign}`;
  };
  return changed(written, ['leads.csv', 'deals.csv', 'tickets.csv'], change);
}

/**
 * In some worlds a sheet has left its marks: dates are the days that it counts, declared so or slipped in, and long ids are rounded. Its
 * numbers are its own, too.
 */
export function withSheetMarks(seed: number, written: Written): Written {
  const random = randomOf(seed ^ 0x5e21a1);
  if (random.int(1, SHEETS_OF) > 1) return written;
  const counted = new Set(
    Object.entries(written.sources).flatMap(([name, { fields }]) =>
      Object.entries(fields).flatMap(([field, { type }]) =>
        (type === 'datetime' || type === 'date') && field !== 'modified_at' && random.chance(0.4)
          ? [`${name}.${field}`]
          : [],
      ),
    ),
  );
  const slips = random.chance(0.4);
  const marked = changed(
    written,
    ['leads.csv', 'deals.csv', 'tickets.csv', 'activities.csv'],
    (cell, field, at) =>
      counted.has(at) || (slips && random.chance(0.04)) ? serialOf(cell, field, random) : cell,
  );
  const sources = Object.fromEntries(
    Object.entries(written.sources).map(([name, source]): [string, RawSource] => [
      name,
      {
        ...source,
        fields: Object.fromEntries(
          Object.entries(source.fields).map(([field, one]) => [
            field,
            counted.has(`${name}.${field}`) ? { ...one, format: 'excel' } : one,
          ]),
        ),
      },
    ]),
  );
  const files = random.chance(0.5) ? roundedIds(marked.files, random) : marked.files;
  return { sources, files, versions: written.versions.map((version) => ({ ...version, sources })) };
}

/** Cells by what a change makes of them; the same cell of the same row becomes the same, so that rows that come again stay alike. */
function changed(
  written: Written,
  paths: readonly string[],
  change: (cell: string, field: RawField, at: string) => string,
): Written {
  const files = { ...written.files };
  for (const [name, { files: path, fields }] of Object.entries(written.sources)) {
    const [header = [], ...rows] = files[path] ?? [];
    if (!paths.includes(path) || header.length === 0) continue;
    const byColumn = new Map(
      Object.entries(fields).map(([field, one]) => [one.column, [field, one] as const]),
    );
    const known = new Map<string, string>();
    const cells = rows.map((row) => {
      if (row.join() === header.join()) return row;
      return row.map((cell, i) => {
        const [field, one] = byColumn.get(header[i] ?? '') ?? [];
        if (cell === '' || field === undefined || one === undefined) return cell;
        const id = JSON.stringify([row[0], i, cell]);
        const text = known.get(id) ?? change(cell, one, `${name}.${field}`);
        known.set(id, text);
        return text;
      });
    });
    files[path] = [header, ...cells];
  }
  return { ...written, files };
}

const FORMS: Readonly<Record<string, RegExp>> = {
  iso: /^(?<y>\d{4})-(?<m>\d\d)-(?<d>\d\d)(?:[T ](?<h>\d\d):(?<i>\d\d)(?::(?<s>\d\d))?)?$/,
  'dd/MM': /^(?<d>\d\d)\/(?<m>\d\d)\/(?<y>\d{4})(?: (?<h>\d\d):(?<i>\d\d))?$/,
  'MM/dd': /^(?<m>\d\d)\/(?<d>\d\d)\/(?<y>\d{4})(?: (?<h>\d\d):(?<i>\d\d) (?<a>[AP]M))?$/,
  'dd.MM': /^(?<d>\d\d)\.(?<m>\d\d)\.(?<y>\d{4})(?: (?<h>\d\d):(?<i>\d\d):(?<s>\d\d))?$/,
};

/** A date as the days since 1899-12-30; one that is none or has an offset stays. */
function serialOf(cell: string, { type, format = '' }: RawField, random: Random): string {
  if (type !== 'date' && type !== 'datetime') return cell;
  const found = FORMS[format === 'iso' ? format : format.slice(0, 5)]?.exec(cell)?.groups;
  if (!found) return cell;
  const day = dayNumber(`${found.y}-${found.m}-${found.d}`);
  if (Number.isNaN(day)) return cell;
  const { h = '0', i = '0', s = '0', a } = found;
  const hour = a === undefined ? Number(h) : (Number(h) % 12) + (a === 'PM' ? 12 : 0);
  const seconds = hour * 3600 + Number(i) * 60 + Number(s);
  const part = (seconds / 86_400)
    .toFixed(random.pick([7, 10, 15]))
    .slice(2)
    .replace(/0+$/, '');
  return `${day + 25_569}${part === '' ? '' : random.pick(['.', ',']) + part}`;
}

/** A long number as a sheet shows it in a narrow column. */
function roundedIds(files: Written['files'], random: Random): Written['files'] {
  const rounded = (path: string): Readonly<Record<string, Table>> => {
    const [header = [], ...rows] = files[path] ?? [];
    return {
      [path]: [
        header,
        ...rows.map((row) =>
          row.join() !== header.join() && random.chance(0.12)
            ? [random.pick(['1.10416E+11', '1,5E+12', '2E+15']), ...row.slice(1)]
            : row,
        ),
      ],
    };
  };
  return { ...files, ...rounded('leads.csv'), ...rounded('activities.csv'), ...rounded('deals.csv') };
}

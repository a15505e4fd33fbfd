import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const acme = join(dirname(fileURLToPath(import.meta.url)), '../../../examples/acme');

type Type = 'text' | 'bigint' | 'numeric(18, 6)' | 'timestamp' | 'date';

const TYPES: Readonly<Record<string, Type>> = {
  Effectif: 'bigint',
  'Qualifié le': 'timestamp',
  'Attribué le': 'timestamp',
  'Premier contact le': 'timestamp',
  'Décidé le': 'timestamp',
  Date: 'timestamp',
  'Montant (€)': 'numeric(18, 6)',
  'Gagnée le': 'date',
};

/** Statements that make typed tables of acme's exports, which DuckDB and PostgreSQL both read. */
export function acmeTables(): readonly string[] {
  return ['leads', 'activities', 'deals'].flatMap((name) => {
    const bytes = readFileSync(join(acme, 'exports', `${name}.csv`));
    const [header = [], ...all] = cellsOf(bytes.toString('latin1').replaceAll('\u0080', '€'));
    const types = header.map((column) => TYPES[column] ?? 'text');
    // No column of its type could hold such a cell: the exports reject the row.
    const rows = all.filter((row) => row.every((cell, i) => isPossible(cell.trim(), types[i] ?? 'text')));
    const columns = header.map((column, i) => `"${column}" ${types[i]}`);
    const values = rows.map(
      (row) => `(${row.map((cell, i) => literal(cell, types[i] ?? 'text')).join(', ')})`,
    );
    return [
      `CREATE TABLE "${name}" (${columns.join(', ')})`,
      `INSERT INTO "${name}" VALUES ${values.join(', ')}`,
    ];
  });
}

const cellsOf = (text: string): string[][] =>
  text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) =>
      [...`;${line}`.matchAll(/;(?:"((?:[^"]|"")*)"|([^;]*))/g)].map(([, quoted, plain]) =>
        quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
      ),
    );

function literal(cell: string, type: Type): string {
  if (cell.trim() === '') return 'NULL';
  const date = cell.replace(/^(\d\d)\/(\d\d)\/(\d{4})/, '$3-$2-$1');
  const text =
    type === 'text'
      ? cell
      : type === 'timestamp' || type === 'date'
        ? date
        : cell.replace(/\s/g, '').replace(',', '.');
  return `CAST('${text.replaceAll("'", "''")}' AS ${type})`;
}

function isPossible(cell: string, type: Type): boolean {
  if (cell === '' || type === 'text') return true;
  if (type === 'bigint') return /^\d+$/.test(cell);
  if (type === 'numeric(18, 6)') return /^[\d\s]+(,\d+)?$/.test(cell);
  const [, day = 0, month = 0, year = 0] = (/^(\d\d)\/(\d\d)\/(\d{4})( \d\d:\d\d)?$/.exec(cell) ?? []).map(
    Number,
  );
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day && day > 0;
}

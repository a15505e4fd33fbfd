import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { statementsOf, type TableToMake } from '../../servers/targets.ts';

export const acme = join(dirname(fileURLToPath(import.meta.url)), '../../../examples/acme');

const TYPES: Readonly<Record<string, string>> = {
  Effectif: 'BIGINT',
  'Qualifié le': 'TIMESTAMP',
  'Attribué le': 'TIMESTAMP',
  'Premier contact le': 'TIMESTAMP',
  'Décidé le': 'TIMESTAMP',
  Date: 'TIMESTAMP',
  'Montant (€)': 'DECIMAL(18,6)',
  'Gagnée le': 'DATE',
};

/** One of acme's exports as a table, and as a CSV of the same rows. */
export interface AcmeExport extends TableToMake {
  /** In UTF-8, with semicolons. */
  readonly csv: string;
}

/** Acme's exports but for the rows that no column of its type could hold, which are rejected. */
export function acmeExports(): readonly AcmeExport[] {
  return ['leads', 'activities', 'deals'].map((name) => {
    const bytes = readFileSync(join(acme, 'exports', `${name}.csv`));
    const [header = [], ...all] = cellsOf(bytes.toString('latin1').replaceAll('\u0080', '€'));
    const columns = header.map((column) => [column, TYPES[column] ?? 'VARCHAR'] as const);
    const rows = all.filter((row) => row.every((cell, i) => isPossible(cell.trim(), columns[i]?.[1] ?? '')));
    return {
      ...{
        name,
        columns,
        rows: rows.map((row) => row.map((cell, i) => typedCell(cell, columns[i]?.[1] ?? ''))),
      },
      csv: `${[header, ...rows].map((row) => row.map(quoted).join(';')).join('\n')}\n`,
    };
  });
}

/** Statements that make these tables, which DuckDB and PostgreSQL both read. */
export const acmeTables = (): readonly string[] => acmeExports().flatMap((table) => statementsOf(table));

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

const cellsOf = (text: string): string[][] =>
  text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) =>
      [...`;${line}`.matchAll(/;(?:"((?:[^"]|"")*)"|([^;]*))/g)].map(([, quoted, plain]) =>
        quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
      ),
    );

function typedCell(cell: string, type: string): string | null {
  if (cell.trim() === '') return null;
  if (type === 'VARCHAR') return cell;
  const date = cell.replace(/^(\d\d)\/(\d\d)\/(\d{4})/, '$3-$2-$1');
  return type === 'TIMESTAMP' || type === 'DATE' ? date : cell.replace(/\s/g, '').replace(',', '.');
}

function isPossible(cell: string, type: string): boolean {
  if (cell === '' || type === 'VARCHAR') return true;
  if (type === 'BIGINT') return /^\d+$/.test(cell);
  if (type === 'DECIMAL(18,6)') return /^[\d\s]+(,\d+)?$/.test(cell);
  const [, day = 0, month = 0, year = 0] = (/^(\d\d)\/(\d\d)\/(\d{4})( \d\d:\d\d)?$/.exec(cell) ?? []).map(
    Number,
  );
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day && day > 0;
}

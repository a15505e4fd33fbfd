import { spawnSync } from 'node:child_process';
import type { CountedRow } from '../sql/printed/counts.ts';

/** A server on which statements are tried. */
interface Server {
  /** A database of its own made by scripts, in place of one of its name. */
  database(
    name: string,
    scripts: readonly string[],
  ): { readonly url: string; readonly rows: (sql: string) => readonly CountedRow[] };
  readonly url: string;
  /** A schema with these tables in it, in place of one of its name. */
  schema(
    name: string,
    statements: readonly string[],
  ): { readonly rows: (sql: string) => readonly CountedRow[] };
}

const url = process.env.SLA_POSTGRES;

/** Null where `SLA_POSTGRES` names no server, as `.ci/postgres start` does. */
export const postgres: Server | null = url ? serverAt(url) : null;

/** What the title of a test says that does not run. */
export const whereIsPostgres = postgres === null ? ' (not run: SLA_POSTGRES names no server)' : '';

function serverAt(where: string): Server {
  const psql = (input: string, at = where): string => {
    const options = ['-d', at, '-qX', '--csv', '-v', 'ON_ERROR_STOP=1', '-f', '-'];
    const { stdout, stderr, status } = spawnSync('psql', options, {
      input,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    if (status !== 0) throw new Error(`psql: ${stderr}`);
    return stdout;
  };
  return {
    url: where,
    database(name, scripts) {
      const url = where.replace(/[^/]+$/, name);
      psql(`SET client_min_messages = error; DROP DATABASE IF EXISTS "${name}" WITH (FORCE);`);
      psql(`CREATE DATABASE "${name}";`);
      psql(scripts.join('\n'), url);
      return { url, rows: (sql) => rowsOf(psql(sql, url)) };
    },
    schema(name, statements) {
      const path = `SET client_min_messages = error; SET search_path = "${name}"`;
      psql(
        `${endHolders(name)}; ${path}; DROP SCHEMA IF EXISTS "${name}" CASCADE; CREATE SCHEMA "${name}"; ${statements.join(';\n')};`,
      );
      return { rows: (sql) => rowsOf(psql(`${path};\n${sql}`)) };
    },
  };
}

/** Ends sessions that a run which was killed has left reading there: nothing could be dropped while they last. */
const endHolders = (schema: string): string =>
  `SELECT pg_terminate_backend(l.pid) FROM pg_locks l JOIN pg_class c ON c.oid = l.relation
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE l.locktype = 'relation' AND n.nspname = '${schema}' AND l.pid <> pg_backend_pid()
      AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

/** Rows of CSV without a quote in a cell; an empty one is null. */
function rowsOf(csv: string): readonly CountedRow[] {
  const [header = '', ...lines] = csv.trimEnd().split('\n');
  const names = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, i) => [name, cells[i] === '' ? null : cells[i]]));
  });
}

import type { CountedRow } from '../sql/printed/counts.ts';
import { postgres, whereIsPostgres } from './postgres.ts';
import { trino, whereIsTrino } from './trino.ts';

/** A table that is to be made. */
export interface TableToMake {
  readonly name: string;
  /** Their types are those of the embedded engine. */
  readonly columns: readonly (readonly [name: string, type: string])[];
  /** Of texts, which become values of these types. */
  readonly rows: readonly (readonly (string | null)[])[];
}

/** A place on a server where tables are made for a test, to be read by the program. */
export interface Target {
  /** What titles say, with why it does not run. */
  readonly title: string;
  /** The address of the server; null where none is at hand. */
  readonly url: string | null;
  /** Whether rows come in the order in which they were put in, so that each has a place to be told by. */
  readonly isOrdered: boolean;
  /** Into how many parts the worlds of its server are divided. */
  readonly shares: number;
  /** What stands before a schema in the name of a table. */
  readonly catalog: string;
  /** Names of tables that have to be quoted, as it takes them. */
  readonly names: readonly string[];
  make(schema: string, tables: readonly TableToMake[]): Promise<void>;
  /** How statements are printed for it. */
  readonly dialect: string;
  /** What is put there by statements whose types are PostgreSQL's, and the rows of a SELECT on it. */
  run(schema: string, statements: readonly string[], select?: string): Promise<readonly CountedRow[]>;
}

/** Names that a server takes, and statements have to quote. */
const NAMES = ['leads', 'a.b', 'SELECT', 'x;--'];
const QUOTED = ['Kunden "2026"', "l'été"];

/** What some types are called there; all others have the names of the embedded engine. */
type Types = Readonly<Record<string, string>>;

const onPostgres: Target = {
  title: `PostgreSQL${whereIsPostgres}`,
  url: postgres?.url ?? null,
  catalog: '',
  shares: 1,
  isOrdered: true,
  names: [...NAMES, ...QUOTED],
  async make(schema, tables) {
    const types: Types = {
      ...{ DOUBLE: 'double precision', TINYINT: 'smallint', TIMESTAMP_MS: 'timestamp(3)' },
      'DECIMAL(12,4)': 'numeric',
    };
    postgres?.schema(
      schema,
      tables.flatMap((table) => statementsOf(table, types)),
    );
  },
  dialect: 'postgres',
  async run(schema, statements, select) {
    const made = postgres?.schema(schema, statements);
    return select === undefined ? [] : (made?.rows(select) ?? []);
  },
};

const TRINO: Types = {
  TIMESTAMP: 'timestamp(6)',
  TIMESTAMP_MS: 'timestamp(3)',
  'TIMESTAMP WITH TIME ZONE': 'timestamp(6) with time zone',
};

function onTrino(catalog: string, names: readonly string[], types: Types): Target {
  return {
    ...{ title: `Trino, ${catalog}${whereIsTrino}`, url: trino?.url ?? null, catalog: `${catalog}.`, names },
    shares: 2,
    isOrdered: false,
    async make(schema, tables) {
      await trino?.schema(
        schema,
        tables.map((table) => tableOfTrino(table, { ...TRINO, ...types })),
        catalog,
      );
    },
    dialect: 'trino',
    async run(schema, statements, select) {
      const made = await trino?.schema(schema, statements.map(asOfTrino), catalog);
      return select === undefined ? [] : ((await made?.rows(select)) ?? []);
    },
  };
}

/** A statement that makes a table, with the types of Trino: a timestamp there has milliseconds where it says no more. */
const asOfTrino = (statement: string): string =>
  statement
    .replace(/"v" text|"id" text/g, (column) => column.replace('text', 'varchar'))
    .replaceAll('double precision', 'double')
    .replaceAll('numeric', 'decimal')
    .replace(/timestamp(?!\()/g, 'timestamp(6)');

/** Iceberg has snapshots, and no short integers; the list of its tables on disk tells those with a quote in their name otherwise. */
const onLake = onTrino('lake', NAMES, { SMALLINT: 'integer', TINYINT: 'integer' });
const onMemory = onTrino('memory', [...NAMES, ...QUOTED], { DOUBLE: 'real' });

/** All servers, and one of each kind of table that they have. */
export const targets: readonly Target[] = [onPostgres, onLake, onMemory];

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A truth in a column of numbers is one of them. */
const asNumber = (cell: string, type: string): string =>
  /int/i.test(type) && /^[tf]/.test(cell) ? String(Number(cell === 'true')) : cell;

/** Statements that make a table of an engine whose types these are. */
export function statementsOf({ name, columns, rows }: TableToMake, types: Types = {}): readonly string[] {
  const own = columns.map(([, type]) => types[type] ?? type);
  const value = (cell: string | null, type = ''): string =>
    cell === null ? 'NULL' : `CAST(${literal(asNumber(cell, type))} AS ${type})`;
  const values = rows.map((row) => `(${row.map((cell, i) => value(cell, own[i])).join(', ')})`);
  const named = columns.map(([column], i) => `${quoted(column)} ${own[i]}`);
  return [
    `CREATE TABLE ${quoted(name)} (${named.join(', ')})`,
    ...(values.length > 0 ? [`INSERT INTO ${quoted(name)} VALUES ${values.join(', ')}`] : []),
  ];
}

/** In one statement, for each takes a second: the cells travel as one text. */
function tableOfTrino({ name, columns, rows }: TableToMake, types: Types): string {
  const cells = rows.map((row) =>
    row.map((cell, i) =>
      cell === null ? null : asNumber(cell, columns[i]?.[1] ?? '').replace(/(:\d\d)Z$/, '$1 UTC'),
    ),
  );
  const values = columns.map(
    ([column, type], i) => `CAST(r[${i + 1}] AS ${types[type] ?? type}) AS ${quoted(column)}`,
  );
  return `CREATE TABLE ${quoted(name)} AS SELECT ${values.join(', ')}
    FROM UNNEST(CAST(json_parse(${literal(JSON.stringify(cells))}) AS ARRAY(ARRAY(VARCHAR)))) AS u(r)`;
}

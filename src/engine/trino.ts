import type { TrinoConnection } from '../model/connection.ts';
import type { Value } from './engine.ts';
import { type Server, ServerFault, type Text, type ToOpen, type Whose } from './server.ts';
import { faultOf, faultOfStatement, type TrinoError, Unanswered } from './trino-faults.ts';
import { boundSql, textsOf, valuesOf, withWholeNumbers } from './trino-values.ts';
import { openWire, type Patience, type Wire } from './trino-wire.ts';

/** Milliseconds until a statement that gives no row counts as too long. */
const LONGEST = 600_000;

/** Characters of pages that are put together to one part. */
const PART = 4_000_000;

/** Who asks, where nobody is named. */
const NOBODY = 'sla';

/** A page of the answer to a statement, as far as it matters here. */
interface Page {
  readonly nextUri?: string;
  readonly columns?: readonly { readonly name: string; readonly type?: string }[];
  /** Each row as wide as there are columns. */
  readonly data?: readonly (readonly unknown[])[];
  readonly error?: TrinoError;
}

/**
 * Begins to read a Trino by its protocol of HTTP. Statements have no transaction: what is to be of one moment names
 * its snapshot. Ctrl-C and every fault end the statement on the server too. Throws a `ServerFault`.
 */
export async function openTrino(to: ToOpen<TrinoConnection>, patience: Patience = {}): Promise<Server> {
  const { connection, ca, signal, password, token } = to;
  const whose: Whose = { engine: 'trino', where: whereOf(connection) };
  const secrets = [password, token].filter((secret): secret is string => secret !== null && secret !== '');
  if (secrets.length > 0 && !connection.server.startsWith('https:'))
    throw new ServerFault('in-the-clear', whose, '');
  const headers = headersOf(to);
  const wire = openWire({ server: connection.server, headers, ca, signal, patience });
  const pages = (sql: string) => pagesOf(sql, { wire, whose, secrets, signal }, AS_TEXTS);
  async function* valuesInParts<T extends object>(
    sql: string,
    params: readonly Value[] = [],
  ): AsyncIterable<readonly T[]> {
    const asking = { wire, whose, secrets, signal };
    for await (const { columns = [], data = [] } of pagesOf(boundSql(sql, params), asking, AS_VALUES))
      yield data.map((cells) => rowOf<T>(columns, cells));
  }
  return {
    ...whose,
    home: { catalog: connection.catalog, schema: connection.schema },
    async rows<T extends object>(sql: string) {
      const rows: T[] = [];
      for await (const { columns = [], data = [] } of pages(sql))
        for (const cells of data) rows.push(rowOf<T>(columns, cells));
      return rows;
    },
    async values<T extends object>(sql: string, params: readonly Value[] = []) {
      const rows: T[] = [];
      for await (const part of valuesInParts<T>(sql, params)) for (const row of part) rows.push(row);
      return rows;
    },
    valuesInParts,
    ...{ tables: null, whyNoTables: null },
    async *parts(select) {
      let part: (readonly Text[])[] = [];
      let characters = 0;
      for await (const { data = [], length } of pages(select)) {
        for (const cells of data) part.push(cells);
        characters += length;
        if (characters < PART) continue;
        yield part;
        [part, characters] = [[], 0];
      }
      if (part.length > 0) yield part;
    },
    close: async () => wire.close(),
  };
}

function rowOf<T extends object>(columns: Page['columns'] & object, cells: readonly unknown[]): T {
  return Object.fromEntries(columns.map(({ name }, i) => [name, cells[i] ?? null])) as T;
}

/** The server, without its scheme, and the catalog. */
const whereOf = ({ server, catalog }: TrinoConnection): string =>
  `${server.replace(/^https?:\/\//, '')}/${catalog}`;

function headersOf({ connection, user, password, token }: ToOpen<TrinoConnection>) {
  const who = user ?? NOBODY;
  const grant =
    token !== null
      ? `Bearer ${token}`
      : password !== null
        ? `Basic ${Buffer.from(`${who}:${password}`).toString('base64')}`
        : null;
  const said: Readonly<Record<string, string | null>> = {
    // Whom a token stands for, the server knows.
    'X-Trino-User': token !== null && user === null ? null : who,
    'X-Trino-Source': 'sla',
    'X-Trino-Time-Zone': 'UTC',
    'X-Trino-Catalog': connection.catalog,
    'X-Trino-Schema': connection.schema,
    Authorization: grant,
  };
  const known = Object.entries(said).filter((pair): pair is [string, string] => pair[1] !== null);
  return Object.fromEntries(known.map(([name, value]) => [name, Buffer.from(value).toString('latin1')]));
}

/** How the cells of an answer are taken from its JSON. */
interface HowRead<Cell> {
  readonly asRead: (json: string) => string;
  readonly cellsOf: (page: Page) => readonly (readonly Cell[])[] | null;
}

const AS_TEXTS: HowRead<Text> = { asRead: (json) => json, cellsOf: textsOf };
const AS_VALUES: HowRead<Value> = { asRead: withWholeNumbers, cellsOf: valuesOf };

interface Asking {
  readonly wire: Wire;
  readonly whose: Whose;
  readonly secrets: readonly string[];
  readonly signal: AbortSignal;
}

/** The pages of an answer, which the server makes as they are asked for. Who leaves early ends the statement. */
async function* pagesOf<Cell>(
  sql: string,
  { wire, whose, secrets, signal }: Asking,
  { cellsOf, asRead }: HowRead<Cell>,
): AsyncGenerator<
  Omit<Page, 'data'> & { readonly data: readonly (readonly Cell[])[]; readonly length: number }
> {
  let next: string | undefined;
  let isEnded = false;
  let since = Date.now();
  try {
    let text = await wire.post('/v1/statement', sql);
    for (;;) {
      const page = pageOf(asRead(text));
      const data = cellsOf(page);
      if (data === null) throw new Unanswered({ isUnreadable: true });
      next = page.nextUri;
      if (page.error) {
        isEnded = true;
        throw faultOfStatement(page.error, whose, secrets);
      }
      if (data.length > 0) {
        yield { ...page, data, length: text.length };
        since = Date.now();
      }
      if (next === undefined) break;
      if (Date.now() - since > LONGEST) throw new ServerFault('too-long', whose, '');
      text = await wire.get(next);
    }
    isEnded = true;
  } catch (error) {
    signal.throwIfAborted();
    throw faultOf(error, whose, secrets);
  } finally {
    if (!isEnded && next !== undefined) await wire.drop(next);
  }
}

function pageOf(text: string): Page {
  try {
    const page: unknown = JSON.parse(text);
    if (isPage(page)) return page;
  } catch {
    // Told as what is none.
  }
  throw new Unanswered({ isUnreadable: true });
}

/** Whether the parts of a page are what they are to be. */
function isPage(page: unknown): page is Page {
  if (typeof page !== 'object' || page === null || Array.isArray(page)) return false;
  const { nextUri, columns, data } = page as { readonly [key in keyof Page]: unknown };
  return (
    (nextUri === undefined || typeof nextUri === 'string') &&
    (columns === undefined || Array.isArray(columns)) &&
    (data === undefined || (Array.isArray(data) && data.every((row) => isRow(row, columns))))
  );
}

/** Whether no cell of a row is missing, or one too many. */
const isRow = (row: unknown, columns: unknown): boolean =>
  Array.isArray(row) && Array.isArray(columns) && row.length === columns.length;

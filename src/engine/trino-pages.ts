import type { Value } from './engine.ts';
import { ServerFault, type Text, type Whose } from './server.ts';
import { faultOf, faultOfStatement, type TrinoError, Unanswered } from './trino-faults.ts';
import { isSpooled, MAY_LAY_ASIDE, type Spooled, spooledRows } from './trino-spooled.ts';
import { type Told, textsOf, valuesOf, withWholeNumbers } from './trino-values.ts';
import type { Wire } from './trino-wire.ts';

/** Milliseconds until a statement that gives no row counts as too long. */
const LONGEST = 600_000;

/** Characters of pages that are held back at most. */
const MOST_HELD = 4_000_000;

/** A page of the answer to a statement, as far as it matters here. */
interface Page {
  readonly nextUri?: string;
  readonly columns?: readonly { readonly name: string; readonly type?: string }[];
  readonly data?: readonly unknown[] | Spooled;
  readonly error?: TrinoError;
}

/** How the cells of an answer are taken from its JSON. */
interface HowRead<Cell> {
  readonly asRead: (json: string) => string;
  readonly cellsOf: (page: Told) => readonly (readonly Cell[])[] | null;
}

export const AS_TEXTS: HowRead<Text> = { asRead: (json) => json, cellsOf: textsOf };
export const AS_VALUES: HowRead<Value> = { asRead: withWholeNumbers, cellsOf: valuesOf };

export interface Session {
  readonly wire: Wire;
  readonly whose: Whose;
  readonly secrets: readonly string[];
  readonly signal: AbortSignal;
  /** Whether its server lays rows aside where they are fetched; those of statements that change something it never may. */
  aside: 'unknown' | 'here' | 'never';
}

export type PageOf<Cell> = Omit<Page, 'data'> & {
  readonly data: readonly (readonly Cell[])[];
  /** Characters that it took. */
  readonly length: number;
  readonly lay: 'in it' | 'beside it' | 'aside';
};

/**
 * The pages of an answer, which the server makes as they are asked for. Who leaves early ends the statement. What turns
 * out to lie where nobody is asked is asked for again, in pages.
 */
export async function* pagesOf<Cell>(
  sql: string,
  session: Session,
  how: HowRead<Cell>,
): AsyncGenerator<PageOf<Cell>> {
  const { whose, secrets, signal } = session;
  try {
    const pages = pagesFrom(sql, session, how);
    yield* session.aside === 'unknown' ? heldBack(pages, session) : pages;
  } catch (error) {
    signal.throwIfAborted();
    const isAside = error instanceof Unanswered && error.why.isAside === true;
    if (session.aside !== 'unknown' || !isAside) throw faultOf(error, whose, secrets);
    session.aside = 'never';
    yield* pagesOf(sql, session, how);
  }
}

/**
 * The same, of which none is given on before it is known whether all can be had: the first rows of an answer may stand
 * beside a page, and the others be laid aside.
 */
async function* heldBack<Cell>(
  pages: AsyncGenerator<PageOf<Cell>>,
  session: Session,
): AsyncGenerator<PageOf<Cell>> {
  const held: PageOf<Cell>[] = [];
  let characters = 0;
  for await (const page of pages) {
    held.push(page);
    characters += page.length;
    if (page.lay === 'in it') session.aside = 'never';
    else if (page.lay === 'aside') session.aside = 'here';
    else if (characters > MOST_HELD) throw new Unanswered({ isAside: true });
    else continue;
    yield* held.splice(0);
  }
  yield* held;
}

async function* pagesFrom<Cell>(
  sql: string,
  { wire, whose, secrets, aside }: Session,
  { cellsOf, asRead }: HowRead<Cell>,
): AsyncGenerator<PageOf<Cell>> {
  let next: string | undefined;
  let isEnded = false;
  let since = Date.now();
  let rows = 0;
  try {
    let text = await wire.post('/v1/statement', sql, aside === 'never' ? {} : MAY_LAY_ASIDE);
    for (;;) {
      const page = pageOf(asRead(text));
      const { columns, data: given = [] } = page;
      const found = isSpooled(given)
        ? await spooledRows(given, rows, wire, asRead)
        : { rows: given, length: 0, lay: 'in it' as const };
      const data = areRows(found.rows, columns)
        ? cellsOf({ ...(columns && { columns }), data: found.rows })
        : null;
      if (data === null) throw new Unanswered({ isUnreadable: true });
      next = page.nextUri;
      if (page.error) {
        isEnded = true;
        throw faultOfStatement(page.error, whose, secrets);
      }
      if (data.length > 0) {
        rows += data.length;
        yield { ...page, data, length: text.length + found.length, lay: found.lay };
        since = Date.now();
      }
      if (next === undefined) break;
      if (Date.now() - since > LONGEST) throw new ServerFault('too-long', whose, '');
      text = await wire.get(next);
    }
    isEnded = true;
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
    (data === undefined || Array.isArray(data) || isSpooled(data))
  );
}

/** Whether all are rows, of which no cell is missing, or one too many. */
const areRows = (
  rows: readonly unknown[],
  columns: Page['columns'],
): rows is readonly (readonly unknown[])[] =>
  rows.every((row) => Array.isArray(row) && row.length === columns?.length);

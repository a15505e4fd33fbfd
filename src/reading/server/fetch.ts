import { hash } from 'node:crypto';
import type { Engine } from '../../engine/engine.ts';
import type { Server, Text } from '../../engine/server.ts';
import { addPartSql, createFetchedSql, createPartSql, dropPartSql } from '../../sql/read/server/fetched.ts';
import type { FetchedRows } from '../source-file.ts';

export interface ToFetch {
  readonly engine: Engine;
  readonly server: Server;
  /** On the server, whose rows are brought here, each cell as its text. */
  readonly select: string;
  /** Here, to be made. */
  readonly table: string;
  /** Of its columns, as the engine names them. */
  readonly types: readonly string[];
}

/** Brings the rows of a SELECT of a server into a table of the engine, a part at a time. */
export async function fetchRows({ engine, server, select, table, types }: ToFetch): Promise<FetchedRows> {
  const part = `${table}$part`;
  const seen = digestOfRows();
  await engine.run(createFetchedSql(table, types));
  for await (const rows of server.parts(select)) {
    await engine.run(createPartSql(part, types));
    await engine.append(part, rows);
    await engine.run(addPartSql(part, table, types, seen.rows()));
    seen.add(rows);
  }
  await engine.run(dropPartSql(part));
  return { bytes: seen.bytes(), sha256: seen.digest() };
}

const LIMIT = 2n ** 256n;

/**
 * Tells rows, the same in whatever order they come, for a server gives them in any: the sum of the digests of
 * each, and how many there were.
 */
function digestOfRows() {
  let [sum, rows, bytes] = [0n, 0, 0];
  return {
    rows: () => rows,
    bytes: () => bytes,
    add(some: readonly (readonly Text[])[]): void {
      for (const row of some) {
        const text = JSON.stringify(row);
        bytes += text.length;
        sum = (sum + BigInt(`0x${hash('sha256', text)}`)) % LIMIT;
      }
      rows += some.length;
    },
    digest: () => hash('sha256', `${sum.toString(16)} ${rows}`),
  };
}

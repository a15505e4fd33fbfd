import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDuckDb } from '../../../src/engine/duckdb.ts';

/** A Parquet file of the rows of a SELECT. */
export async function parquetOf(select: string): Promise<Uint8Array> {
  const engine = await openDuckDb({ threads: 1 });
  try {
    const file = join(engine.scratch, 'made.parquet');
    await engine.run(`COPY (${select}) TO '${file}' (FORMAT parquet)`);
    return await readFile(file);
  } finally {
    await engine.close();
  }
}

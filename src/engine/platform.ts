import type { Platform } from '../model/doctor.ts';
import { VERSION } from '../sql/session.ts';
import { openDuckDb } from './duckdb.ts';

/** What this program runs on. Throws where the engine can't be loaded. */
export async function platform(): Promise<Omit<Platform, 'zones'>> {
  const engine = await openDuckDb();
  try {
    const [row] = await engine.rows<{ version: string }>(VERSION);
    return {
      node: process.version,
      system: `${process.platform} ${process.arch}`,
      engine: `DuckDB ${row?.version ?? 'unknown'}`,
    };
  } finally {
    await engine.close();
  }
}

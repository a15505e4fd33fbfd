import { openDuckDb } from '../../engine/duckdb.ts';
import type { Engine } from '../../engine/engine.ts';
import type { Io } from '../../model/io.ts';

/** An engine for one run; nothing of it outlives `work`. */
export async function withEngine<T>(
  io: Io,
  work: (engine: Engine) => Promise<T>,
  opened?: Promise<Engine>,
): Promise<T> {
  const engine = await (opened ?? openDuckDb(io));
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}

/**
 * Runs `work` with an engine that is opened beside it; `take` gives it away once, and then it is the
 * taker's to close.
 */
export async function withEngineAhead<T>(
  io: Io,
  work: (take: () => Promise<Engine> | undefined) => Promise<T>,
): Promise<T> {
  let ahead: Promise<Engine> | undefined = openDuckDb(io);
  // What goes wrong is told to who takes it.
  ahead.catch(() => {});
  try {
    return await work(() => {
      const taken = ahead;
      ahead = undefined;
      return taken;
    });
  } finally {
    await ahead?.then(
      (engine) => engine.close(),
      () => {},
    );
  }
}

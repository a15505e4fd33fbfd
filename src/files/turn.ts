import { setImmediate } from 'node:timers/promises';

/** Milliseconds for which the process may hear no signal, for what it does between two questions to the disk. */
const LONGEST = 100;

let heard = performance.now();

/**
 * The disk answers at once, so that a run which asks it ten thousand times would go by without hearing Ctrl-C: now and then a
 * question waits until the process has looked whether anybody wants it to end.
 */
export async function turn(): Promise<void> {
  if (performance.now() - heard < LONGEST) return;
  await setImmediate();
  heard = performance.now();
}

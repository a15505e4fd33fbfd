import { cpus } from 'node:os';
import { setTimeout } from 'node:timers/promises';

const WATCHED_MS = 1000;
const MOST_BUSY_SHARE = 0.1;

/** Whether others use the machine: this program waits for a second meanwhile, and starts nothing. */
export async function isUsedByOthers(): Promise<boolean> {
  const before = ticks();
  await setTimeout(WATCHED_MS);
  const after = ticks();
  return (after.busy - before.busy) / (after.all - before.all) > MOST_BUSY_SHARE;
}

/** Milliseconds of all cores since the machine started. */
function ticks(): { readonly busy: number; readonly all: number } {
  let [busy, all] = [0, 0];
  for (const { times } of cpus()) {
    busy += times.user + times.nice + times.sys + times.irq;
    all += times.user + times.nice + times.sys + times.irq + times.idle;
  }
  return { busy, all };
}

import type { Io } from '../model/io.ts';

/** Says on standard error that work is under way, where a person waits and once it takes a while. Gone at the end. */
export async function withProgress<T>(what: string, io: Io, work: () => Promise<T>): Promise<T> {
  if (!io.stderr.isTTY || (io.env.CI !== undefined && io.env.CI !== '') || io.env.TERM === 'dumb')
    return work();
  let shown = false;
  const started = Date.now();
  const tick = setInterval(() => {
    shown = true;
    void io.stderr.write(`\r\u001b[2K${what} … ${Math.round((Date.now() - started) / 1000)} s`);
  }, 500);
  try {
    return await work();
  } finally {
    clearInterval(tick);
    if (shown) await io.stderr.write('\r\u001b[2K');
  }
}

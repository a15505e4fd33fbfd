import { mark, say, t } from '../messages/index.ts';
import { decimals, rate, whole } from '../messages/numbers.ts';
import type { Io, Step, Stream, Watch } from '../model/io.ts';

/** Shorter work is not spoken of. */
const QUIET_MS = 500;

const EVERY_MS = 250;

/** Before so much of a step is done nobody knows how long it takes. */
const ENOUGH_MS = 2000;
const ENOUGH = 0.02;

const ERASE = '\r\u001b[2K';

/**
 * Says on standard error how far the work is, where a person waits and once it takes a while. Gone at the
 * end, on Ctrl-C, and before the work writes to the same terminal. The work is given the world in which it
 * is followed. Where `what` is null only its steps are told of.
 */
export async function withProgress<T>(what: string | null, io: Io, work: (io: Io) => Promise<T>): Promise<T> {
  if (!io.stderr.isTTY || (io.env.CI !== undefined && io.env.CI !== '') || io.env.TERM === 'dumb')
    return work(io);
  const began = Date.now();
  // The step begun last is the one to be told of.
  const steps: { readonly now: () => Step; readonly began: number }[] = [];
  const watch: Watch = (now) => {
    const step = { now, began: Date.now() };
    steps.push(step);
    return () => {
      steps.splice(steps.indexOf(step), 1);
    };
  };
  let shown = false;
  const tick = setInterval(() => {
    if (Date.now() - began < QUIET_MS) return;
    const step = steps.at(-1);
    if (step === undefined && what === null) return;
    const line = step
      ? lineOf(what ?? '', step.now(), Date.now() - step.began, Date.now() - began)
      : `${what} … ${time(Date.now() - began)}`;
    shown = true;
    void io.stderr.write(`${ERASE}${cut(line, io.stderr)}`);
  }, EVERY_MS);
  const erase = async (): Promise<void> => {
    if (!shown) return;
    shown = false;
    await io.stderr.write(ERASE);
  };
  const stop = async (): Promise<void> => {
    clearInterval(tick);
    await erase();
  };
  const onAbort = () => void stop();
  io.signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await work({
      ...io,
      watch,
      stdout: io.stdout.isTTY ? after(stop, io.stdout) : io.stdout,
      stderr: after(erase, io.stderr),
    });
  } finally {
    io.signal.removeEventListener('abort', onAbort);
    await stop();
  }
}

const after = (first: () => Promise<void>, stream: Stream): Stream => ({
  ...stream,
  write: async (text) => {
    await first();
    return stream.write(text);
  },
});

/** `Reading leads.csv … 1.2 of 2.5 GB, about 3,400,000 rows, 12 s left`; `total`: since the command began. */
function lineOf(command: string, { what, part, bytes, rows }: Step, ms: number, total: number): string {
  const parts: string[] = [];
  if (part !== null && bytes !== null) parts.push(sizes(part * bytes, bytes));
  else if (part !== null && part >= 0.01) parts.push(rate(Math.floor(part * 100) / 100, 0));
  if (rows !== null && rows >= 1) parts.push(t`about ${whole(roundly(rows))} rows`);
  if (bytes === null || part === null) parts.push(time(total));
  else if (part >= ENOUGH && ms >= ENOUGH_MS) parts.push(t`${time((ms / part) * (1 - part))} left`);
  return `${what ?? command} … ${parts.join(', ')}`;
}

const UNITS = [mark`KB`, mark`MB`, mark`GB`] as const;

/** Both in the unit of the larger. */
function sizes(done: number, of: number): string {
  const power = Math.min(UNITS.length, Math.max(1, Math.floor(Math.log10(Math.max(1, of)) / 3)));
  const [some, all] = [done, of].map((bytes) => decimals(bytes / 1000 ** power, power > 2 ? 1 : 0));
  return t`${some ?? ''} of ${all ?? ''} ${say(UNITS[power - 1] ?? '')}`;
}

/** Two digits are enough for what moves. */
function roundly(rows: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(rows)) - 1);
  return Math.floor(rows / unit) * unit;
}

function time(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  return seconds < 100 ? t`${seconds} s` : t`${Math.round(seconds / 60)} min`;
}

/**
 * A terminal of unknown width says null or 0. One line of it, which must not wrap, and on which a name of a
 * file does nothing.
 */
function cut(line: string, { columns }: Stream): string {
  return [...line.replace(/[\p{Cc}\p{Cf}]+/gu, ' ')].slice(0, Math.max(20, (columns || 80) - 1)).join('');
}

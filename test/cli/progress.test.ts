import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withProgress } from '../../src/cli/progress.ts';
import type { Io, Step } from '../../src/model/io.ts';
import { memoryIo } from './memory-io.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

const half: Step = { what: 'Reading leads.csv', part: 0.5, bytes: 2_400_000_000, rows: 5_234_567 };

/** What a person sees at last: text that was erased is gone. */
const seen = (written: string): string => written.split('\r\u001b[2K').at(-1) ?? '';

const ending = () => {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { end, ended };
};

describe('progress on a terminal', () => {
  it('is silent for half a second, then says what is done and what is left, and is gone at the end', async () => {
    const { io, err } = memoryIo({ columns: 100 });
    const { end, ended } = ending();
    const work = withProgress('Judging', io, async (watched) => {
      const over = watched.watch?.(() => half);
      await ended;
      over?.();
    });
    await pass(400);
    expect(err()).toBe('');
    await pass(400);
    expect(seen(err())).toBe('Reading leads.csv … 1.2 of 2.4 GB, about 5,200,000 rows');
    await pass(3200);
    expect(seen(err())).toBe('Reading leads.csv … 1.2 of 2.4 GB, about 5,200,000 rows, 4 s left');
    end();
    await work;
    expect(seen(err())).toBe('');
  });

  it('tells of the command where no step is under way', async () => {
    const { io, err } = memoryIo({ columns: 100 });
    const { end, ended } = ending();
    const work = withProgress('Judging', io, () => ended);
    await pass(3000);
    expect(seen(err())).toBe('Judging … 3 s');
    end();
    await work;
    expect(seen(err())).toBe('');
  });

  it('says the time where nobody knows how much is left', async () => {
    const { io, err } = memoryIo({ columns: 0 });
    const { end, ended } = ending();
    const work = withProgress('Judging', io, async (watched) => {
      watched.watch?.(() => ({ what: null, part: 0.25, bytes: null, rows: null }));
      await ended;
    });
    await pass(3000);
    expect(seen(err())).toBe('Judging … 25%, 3 s');
    end();
    await work;
  });

  it('is gone before the answer is written to the same terminal, and does not come again', async () => {
    const { io, err, out } = memoryIo({ columns: 100 });
    const { end, ended } = ending();
    const work = withProgress('Listing', io, async (watched) => {
      await pass(1000);
      await watched.stdout.write('L1\n');
      await ended;
    });
    await pass(5000);
    expect([seen(err()), out()]).toEqual(['', 'L1\n']);
    end();
    await work;
  });

  it('makes room for what else is said on standard error', async () => {
    const { io, err } = memoryIo({ columns: 100 });
    await withProgress('Judging', io, async (watched) => {
      await pass(1000);
      await watched.stderr.write('A note\n');
    });
    expect(seen(err())).toBe('A note\n');
  });

  it('is gone on Ctrl-C, although the work goes on for a moment', async () => {
    const stop = new AbortController();
    const { io, err } = memoryIo({ columns: 100, signal: stop.signal });
    const { end, ended } = ending();
    const work = withProgress('Judging', io, () => ended);
    await pass(1000);
    stop.abort();
    await pass(1000);
    expect(seen(err())).toBe('');
    end();
    await work;
  });

  it('is one line, and a name of a file does nothing in it', async () => {
    const { io, err } = memoryIo({ columns: 40 });
    const { end, ended } = ending();
    const work = withProgress('Judging', io, async (watched) => {
      watched.watch?.(() => ({ ...half, what: `Reading \u001b]0;evil\u0007${'x'.repeat(100)}` }));
      await ended;
    });
    await pass(1000);
    expect(seen(err())).toMatch(/^Reading {1,2}\]0;evil x+$/);
    expect(seen(err()).length).toBe(39);
    end();
    await work;
  });

  it('says nothing while a question waits', async () => {
    const { io, err } = memoryIo({ columns: 100 });
    const { end, ended } = ending();
    const work = withProgress(null, io, () => ended);
    await pass(3000);
    expect(err()).toBe('');
    end();
    await work;
  });
});

describe('progress elsewhere', () => {
  it.each([
    ['in a pipe', {}],
    ['under CI', { columns: 100, env: { CI: 'true' } }],
    ['on a dumb terminal', { columns: 100, env: { TERM: 'dumb' } }],
  ])('is not there %s', async (_, options) => {
    const { io, err } = memoryIo(options);
    const { end, ended } = ending();
    const work = withProgress('Judging', io, async (watched: Io) => {
      expect(watched.watch).toBeUndefined();
      await ended;
    });
    await pass(5000);
    end();
    await work;
    expect(err()).toBe('');
  });
});

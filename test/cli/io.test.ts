import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { streamOf } from '../../src/cli/io.ts';

/** A destination that takes each write when it is told to. */
function slow() {
  const waiting: ((error?: Error) => void)[] = [];
  const target = new Writable({
    write: (_chunk, _encoding, done) => {
      waiting.push(done);
    },
  });
  return {
    target: target as unknown as NodeJS.WriteStream,
    next: (error?: Error) => waiting.shift()?.(error),
  };
}

describe('a stream', () => {
  it('waits until its reader has taken the text', async () => {
    const { target, next } = slow();
    let settled = false;
    const write = Promise.resolve(streamOf(target).write('x')).then((more) => {
      settled = true;
      return more;
    });
    await new Promise(setImmediate);
    expect(settled).toBe(false);
    next();
    expect(await write).toBe(true);
  });

  it('whose reader has gone says so, and takes no more', async () => {
    const { target, next } = slow();
    const stream = streamOf(target);
    const write = stream.write('x');
    next(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    expect(await write).toBe(false);
    expect(stream.write('y')).toBe(false);
  });

  it('that is no terminal has no columns', () => {
    const { target } = slow();
    expect(streamOf(target)).toMatchObject({ isTTY: false, columns: null });
  });
});

import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { OutputProblem, streamOf } from '../../src/cli/io.ts';
import { main } from '../../src/main.ts';
import { memoryIo } from './memory-io.ts';

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
    expect(await stream.write('y')).toBe(false);
  });

  it.each(['ENOSPC', 'EIO'])('that fails with %s rejects this write and every later one', async (code) => {
    const { target, next } = slow();
    const stream = streamOf(target);
    const write = stream.write('x');
    next(Object.assign(new Error(`write ${code}`), { code }));
    await expect(write).rejects.toThrow("Standard output can't be written");
    await expect(stream.write('y')).rejects.toThrow("Standard output can't be written");
  });

  it('that is no terminal has no columns', () => {
    const { target } = slow();
    expect(streamOf(target)).toMatchObject({ isTTY: false, columns: null });
  });
});

describe('the program whose answer does not arrive', () => {
  it.each([['--version'], ['--help'], ['rules'], ['schema']])('says so and exits 2: %s', async (...argv) => {
    const { io, err } = memoryIo();
    const write = async () => {
      throw new OutputProblem(Object.assign(new Error('write ENOSPC'), { code: 'ENOSPC' }));
    };
    expect(await main(argv, { ...io, stdout: { ...io.stdout, write } })).toBe(2);
    expect(err()).toBe("error  Standard output can't be written: there is no space left\n");
  });
});

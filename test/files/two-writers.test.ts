import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { realFiles } from '../../src/files/disk.ts';

const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'sla-writers-')));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

describe('two that write one file at once', () => {
  it('write piece by piece in turns, and the last to end has the file', async () => {
    const path = join(cwd, 'pieces.txt');
    const pieces = (name: string) => async (write: (piece: string) => Promise<void>) => {
      for (let i = 0; i < 50; i++) await write(`${name}${i}\n`);
    };
    const files = realFiles();
    await Promise.all(['a', 'b'].map((name) => files.write(path, pieces(name), { force: true })));
    const whole = ['a', 'b'].map((name) => Array.from({ length: 50 }, (_, i) => `${name}${i}\n`).join(''));
    expect(whole).toContain(readFileSync(path, 'utf8'));
    // Without leave to overwrite, the first to end has it.
    const other = join(cwd, 'other.txt');
    const ended = await Promise.allSettled(['a', 'b'].map((name) => files.write(other, pieces(name))));
    expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const first = ended.findIndex(({ status }) => status === 'fulfilled');
    expect(readFileSync(other, 'utf8')).toBe(whole[first]);
    expect(readdirSync(cwd).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

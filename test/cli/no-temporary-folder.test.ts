import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { realFiles } from '../../src/files/disk.ts';
import { main } from '../../src/main.ts';
import { root } from '../examples/sla.ts';
import { memoryIo } from './memory-io.ts';

afterEach(() => vi.unstubAllEnvs());

it.each(['check', 'report', 'cases'])(
  'sla %s without a folder for temporary files says so, and is no bug',
  async (command) => {
    const absent = join(root, 'no-such-folder');
    vi.stubEnv('TMPDIR', absent);
    const { io, out, err } = memoryIo({ files: realFiles(), cwd: root, env: { CI: '1' } });
    const status = await main([command, 'examples/hubspot'], io);
    expect([status, out()]).toEqual([2, '']);
    expect(err()).toBe(
      `error  No temporary files can be written in "${absent}" (ENOENT): name a folder for them in TMPDIR\n`,
    );
  },
);

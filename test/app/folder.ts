import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { realFiles } from '../../src/files/disk.ts';
import { main } from '../../src/main.ts';
import { memoryIo } from '../cli/memory-io.ts';

export interface Run {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** A folder of files for one test file, and the program run in it. `remove` it in the end. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>) {
  const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'sla-app-')));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), text);
  }
  return {
    cwd,
    remove: () => rmSync(cwd, { recursive: true, force: true }),
    async sla(...argv: string[]): Promise<Run> {
      const { io, out, err } = memoryIo({ cwd, files: realFiles() });
      const status = await main(argv, io);
      return { status, out: out(), err: err() };
    },
  };
}

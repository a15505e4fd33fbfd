import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { realFiles } from '../../src/files/disk.ts';
import { main } from '../../src/main.ts';
import type { Stream } from '../../src/model/io.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program in this process, on the real files and the real engine. */
export async function sla(cwd: string, ...argv: string[]): Promise<Outcome> {
  const written = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr'): Stream => ({
    isTTY: false,
    columns: null,
    write: (text) => {
      written[name] += text;
      return true;
    },
  });
  const status = await main(argv, {
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    stdin: { isTTY: false, read: async () => '' },
    env: {},
    cwd,
    files: realFiles(),
    signal: new AbortController().signal,
  });
  return { status, ...written };
}

/** What no input may bring about: a stack, a confession of a bug, or something that acts on a terminal or in a CI's log. */
export function misbehaviour({ stdout, stderr }: Outcome): string | null {
  const text = `${stdout}\n${stderr}`;
  const found =
    /This is a bug/.exec(text) ??
    /^\s+at .*[:(]\d+/m.exec(text) ??
    /\[object |\bundefined\b|(?<!")\bNaN\b/.exec(text) ??
    // Line ends alone may control anything.
    /(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u.exec(text) ??
    /^\s*::(?!error |warning |notice )/m.exec(text);
  return found === null ? null : text.slice(Math.max(0, found.index - 80), found.index + 120);
}

export const agreements = join(here, 'agreements');
export const exports = join(here, 'exports');

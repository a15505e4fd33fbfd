import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { realFiles } from '../../src/files/disk.ts';
import { main } from '../../src/main.ts';

it('shows a scoreboard, a receipt and a change of terms from anywhere, and writes no file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sla-demo-'));
  try {
    let out = '';
    const stream = (keep: boolean) => ({
      isTTY: false,
      columns: null,
      write: (text: string) => {
        if (keep) out += text;
        return true;
      },
    });
    const status = await main(['demo'], {
      stdout: stream(true),
      stderr: stream(false),
      stdin: { isTTY: false, read: async () => '' },
      env: {},
      cwd: folder,
      files: realFiles(),
      signal: new AbortController().signal,
    });
    expect(status).toBe(0);
    expect(out).toContain('What the teams kept');
    expect(out).toMatch(/Why the lead \S+ counts as late/);
    expect(out).toMatch(/weakened +first contact/);
    expect(out).toContain('Late to met');
    expect(out).not.toContain('today');
    expect(out).not.toContain(folder);
    expect(readdirSync(folder)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

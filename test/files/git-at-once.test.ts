import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { atMost } from '../../src/files/at-most.ts';
import { openGit } from '../../src/files/git.ts';

const folder = mkdtempSync(join(tmpdir(), 'sla-git-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('no more run at once than allowed, each runs, in the order of the calls, and one that fails gives way', async () => {
  const turn = atMost(2);
  const started: number[] = [];
  let [running, most] = [0, 0];
  const ran = await Promise.allSettled(
    [0, 1, 2, 3, 4].map((n) =>
      turn(async () => {
        started.push(n);
        most = Math.max(most, ++running);
        await new Promise((resolve) => setTimeout(resolve, 1));
        running--;
        if (n === 1) throw new Error('no');
        return n;
      }),
    ),
  );
  expect(most).toBe(2);
  expect(started).toEqual([0, 1, 2, 3, 4]);
  expect(ran.map((one) => (one.status === 'fulfilled' ? one.value : one.reason.message))).toEqual([
    0,
    'no',
    2,
    3,
    4,
  ]);
});

test('forty files of a commit are read at the same time without a word of warning', async () => {
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: folder, encoding: 'utf8' });
  git('init', '--quiet');
  for (let n = 0; n < 40; n++) writeFileSync(join(folder, `${n}.txt`), `${n}`);
  git('add', '.');
  git('-c', 'user.name=A', '-c', 'user.email=a@a.example', 'commit', '--quiet', '-m', 'Forty files');
  const warnings: string[] = [];
  const heard = (warning: Error) => warnings.push(warning.name);
  process.on('warning', heard);
  const opened = await openGit(folder, new AbortController().signal);
  if (!opened.ok) throw new Error(opened.message);
  const files = await opened.git.entries('HEAD');
  const texts = await Promise.all(files.map(({ id }) => opened.git.read(id)));
  await new Promise((resolve) => setImmediate(resolve));
  process.removeListener('warning', heard);
  expect(texts.map((text, n) => `${Buffer.from(text)}.txt` === files[n]?.path)).toEqual(Array(40).fill(true));
  expect(warnings).toEqual([]);
});

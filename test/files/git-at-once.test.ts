import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { atMost } from '../../src/files/at-most.ts';
import { type Git, openGit } from '../../src/files/git.ts';
import { objectsOf } from '../../src/files/git-objects.ts';

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

const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@a.example', ...args], {
    cwd: folder,
    encoding: 'utf8',
  }).trim();

/** Of no text, of a line without an end, of lines that read like an answer of git, and of more than a pipe holds. */
const TEXTS = ['', 'one', `${'0'.repeat(40)} blob 3\nabc\nmissing\n`, 'é\n'.repeat(300_000)];
let head = '';

beforeAll(() => {
  git('init', '--quiet');
  for (let n = 0; n < 40; n++) writeFileSync(join(folder, `${n}.txt`), TEXTS[n] ?? `${n}`);
  git('add', '.');
  git('commit', '--quiet', '-m', 'Forty files');
  head = git('rev-parse', 'HEAD');
});

async function opened(signal = new AbortController().signal): Promise<Git> {
  const found = await openGit(folder, signal);
  if (!found.ok) throw new Error(found.message);
  return found.git;
}

test('forty files of a commit are read at the same time without a word of warning, by one program and not one each', async () => {
  const programs = join(folder, '.git', 'programs');
  mkdirSync(programs);
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  const told = `echo "$*" >> '${programs}/log'\nexec '${real}' "$@"\n`;
  writeFileSync(join(programs, 'git'), `#!/bin/sh\n${told}`, { mode: 0o755 });
  const warnings: string[] = [];
  const heard = (warning: Error) => warnings.push(warning.name);
  process.on('warning', heard);
  vi.stubEnv('PATH', `${programs}${delimiter}${process.env.PATH}`);
  const repository = await opened();
  const files = await repository.entries('HEAD');
  const texts = await Promise.all(files.map(({ id }) => repository.read(id)));
  await repository.entries(head);
  vi.unstubAllEnvs();
  await new Promise((resolve) => setImmediate(resolve));
  process.removeListener('warning', heard);
  expect(
    texts.map(
      (text, n) => Buffer.from(text).toString() === (TEXTS[nth(files[n]?.path)] ?? `${nth(files[n]?.path)}`),
    ),
  ).toEqual(Array(40).fill(true));
  expect(warnings).toEqual([]);
  const asked = readFileSync(join(programs, 'log'), 'utf8').match(/(rev-parse|cat-file|ls-tree) .*/g) ?? [];
  // Where the machine does much else the program may be taken for idle, and another one goes on.
  expect(asked.filter((line) => line === 'cat-file --batch').length).toBeLessThan(10);
  expect([...new Set(asked)]).toEqual([
    'rev-parse --is-shallow-repository --show-toplevel',
    'cat-file --batch',
    `ls-tree -r -z --full-tree --end-of-options ${head}`,
  ]);
});

const nth = (path = ''): number => Number.parseInt(path, 10);

test('what git does not know is no commit, and no file', async () => {
  const repository = await opened();
  git('tag', '--annotate', '-m', 'A tag', 'tagged');
  const [file] = await repository.entries('HEAD');
  expect(await Promise.all(['HEAD', 'tagged', head.slice(0, 9)].map(repository.commitOf))).toEqual([
    head,
    head,
    head,
  ]);
  const none = ['nope', file?.id ?? '', 'a\nb', 'HEAD ', '--all', 'HEAD^2'];
  expect(await Promise.all(none.map(repository.commitOf))).toEqual(none.map(() => null));
  await expect(repository.read('1'.repeat(40))).rejects.toThrow(`${'1'.repeat(40)} missing`);
  await expect(repository.read(head)).rejects.toThrow('git could not read the repository');
  // And goes on after that.
  expect(Buffer.from(await repository.read(file?.id ?? '')).toString()).toBe(TEXTS[0]);
});

test('a program that ends in the middle of its work is told, and the next question starts another', async () => {
  const ends = () => spawn('sh', ['-c', 'read name; echo "fatal: gone" >&2; exit 3'], { stdio: 'pipe' });
  const answers = () =>
    spawn('sh', ['-c', `while read name; do printf '%040d blob 2\nok\n' 7; done`], { stdio: 'pipe' });
  const starts = [ends, answers];
  const ask = objectsOf(() => (starts.shift() ?? answers)());
  const [first, second, third] = await Promise.all(['a', 'b', 'c'].map(ask));
  expect(first).toEqual({ ok: false, code: 3, error: 'fatal: gone\n' });
  const object = { id: '7'.padStart(40, '0'), kind: 'blob', bytes: Buffer.from('ok') };
  expect([second, third]).toEqual([
    { ok: true, object },
    { ok: true, object },
  ]);
  expect(starts).toEqual([]);
});

test('a run that is stopped is told so, and no question waits', async () => {
  const stop = new AbortController();
  const repository = await opened(stop.signal);
  const [file] = await repository.entries('HEAD');
  stop.abort();
  await expect(repository.read(file?.id ?? '')).rejects.toThrow('git could not read the repository');
});

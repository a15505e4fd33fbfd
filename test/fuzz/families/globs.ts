import { execFileSync } from 'node:child_process';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { FileProblem, realFiles } from '../../../src/files/disk.ts';
import { expand } from '../../../src/files/glob.ts';
import { type Family, type Next, oneOf } from '../judged.ts';
import { sound } from './texts.ts';

/** Without letters between braces and dots, for a shell counts `{a..c}` too. */
const SIGNS = [
  'a',
  'a',
  'b',
  'A',
  '1',
  '2',
  '.',
  '-',
  '_',
  '*',
  '*',
  '?',
  '[',
  ']',
  '{',
  '}',
  ',',
  '!',
  '^',
  '/',
  '**/',
];
const NAMED = ['a', 'a', 'b', 'A', '1', '2', '.', '-', '_', ','];
const PATTERNS = 100;

const some = (signs: readonly string[], most: number, next: Next): string =>
  Array.from({ length: 1 + next(most) }, () => oneOf(signs, next)).join('');

/** Patterns of names beside files of such names: a shell and the program name the same, and a run that asks for them ends. */
export const globs: Family = {
  name: 'globs',
  async attempt(next, cwd) {
    const names = [...new Set(Array.from({ length: 12 }, () => some(NAMED, 5, next)))].map(
      (name, n) => `${'.'.repeat(next(9) === 0 ? 1 : 0)}${name}.csv${n % 4 === 0 ? '/b1.csv' : ''}`,
    );
    for (const name of [`${'a'.repeat(120)}.csv`, ...names]) {
      mkdirSync(dirname(join(cwd, name)), { recursive: true });
      writeFileSync(join(cwd, name), sound.leads);
    }
    const patterns = Array.from(
      { length: PATTERNS },
      () => `${some(SIGNS, 7, next)}${next(2) ? '.csv' : ''}`,
    );
    const hostile = oneOf(
      [`${'a*'.repeat(40)}b.csv`, `${'[ab]*'.repeat(30)}c`, '*.csv', '**/*1.csv', ...patterns.slice(0, 4)],
      next,
    );
    writeFileSync(
      join(cwd, 'mutant.sla.yaml'),
      sound.agreement.toString('utf8').replace(`files: ${sound.name}`, `files: ${JSON.stringify(hostile)}`),
    );
    const shell = byShell(patterns.filter(isPlain), cwd);
    const wrong: string[] = [];
    for (const [pattern, theirs] of shell) {
      const ours = await bySla(pattern, cwd);
      if (ours !== null && JSON.stringify(ours) !== JSON.stringify(theirs))
        wrong.push(`${pattern}: ${JSON.stringify(ours)}, a shell: ${JSON.stringify(theirs)}`);
    }
    return { argv: ['check'], problem: () => wrong[0] ?? null };
  },
};

/** What is known to mean another thing in a shell: signs of classes by name, ranges that run backwards, folders above. */
const isPlain = (pattern: string): boolean =>
  !/^\/|\/\/|(^|\/)\.{1,2}(\/|$)|\[[^\]]*\/|\[[!^]?\]|[^\]]-[^\]]*\]|\/$/.test(pattern);

/** The files that a pattern names; null where it is refused. */
async function bySla(pattern: string, cwd: string): Promise<readonly string[] | null> {
  try {
    const found = await expand(pattern, cwd, realFiles());
    return found
      .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile())
      .map((path) => relative(cwd, path))
      .sort();
  } catch (error) {
    if (error instanceof FileProblem) return null;
    throw error;
  }
}

/** All patterns by one shell, which tells files alone, each once. */
function byShell(patterns: readonly string[], cwd: string): ReadonlyMap<string, readonly string[]> {
  const script = patterns
    .map((pattern, n) => `for f in ${pattern}; do [ -f "$f" ] && printf '%s\\t%s\\n' ${n} "$f"; done`)
    .join('\n');
  const options = ['-O', 'nullglob', '-O', 'globstar', '-c'];
  const told = execFileSync('bash', [...options, `${script}\ntrue`], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  const found = new Map(patterns.map((pattern) => [pattern, new Set<string>()]));
  for (const line of told.split('\n').slice(0, -1)) {
    const [n, name = ''] = line.split('\t');
    found.get(patterns[Number(n)] ?? '')?.add(name.replace(/^\.\//, ''));
  }
  return new Map([...found].map(([pattern, names]) => [pattern, [...names].sort()]));
}

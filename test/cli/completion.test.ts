import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { commands } from '../../src/cli/commands/index.ts';
import { SHELLS } from '../../src/cli/complete.ts';
import { formats } from '../../src/report/formats/index.ts';
import { agreements, sla } from '../hostile/run.ts';
import { scriptOf } from '../script.ts';
import { inTurns } from '../turns.ts';

const { describe, it } = inTurns();

const root = fileURLToPath(new URL('../../', import.meta.url));
const acme = join(root, 'examples', 'acme');

async function words(...typed: string[]): Promise<string[]> {
  const { status, stdout, stderr } = await sla(acme, 'completion', '--words', '--', ...typed);
  expect([status, stderr]).toEqual([0, '']);
  return stdout.split('\n').filter((word) => word !== '');
}

describe('the words that a shell offers', () => {
  it('are the commands first', async () => {
    expect(await words('')).toEqual([...commands.map(({ name }) => name), 'help', '--help', '--version']);
    expect(await words('val')).toEqual(['validate']);
  });

  it.each([
    [['check', '--fai'], ['--fail-on']],
    [
      ['check', '--fail-on', ''],
      ['error', 'warning', 'never'],
    ],
    [['check', '--fail-on', 'w'], ['warning']],
    [
      ['check', '-f', 'j'],
      ['json', 'junit'],
    ],
    [['validate', '--format', 'c'], []],
    [
      ['check', '--format=gi'],
      ['--format=github', '--format=gitlab'],
    ],
    // As bash cuts it.
    [
      ['check', '--format', '=', 'gi'],
      ['github', 'gitlab'],
    ],
    [
      ['check', '--format', '='],
      formats.filter(({ writes }) => writes.includes('compliance')).map(({ name }) => name),
    ],
    [
      ['cases', '--commitment', 'first-c'],
      ['first-call', 'first-contact'],
    ],
    [['clock', '--calendar', 'off'], ['office']],
    [['check', '--source', 'de'], ['deals=']],
    [['rules', 'one-w'], ['one-way']],
    [['schema', 'dia'], ['diagnostics']],
    [['completion', ''], [...SHELLS]],
    // Files are the shell's.
    [['check', ''], []],
    [['check', '-o', 'rep'], []],
    [['nonsense', '--f'], []],
  ])('for %j are %j', async (typed, expected) => {
    expect(await words(...typed)).toEqual(expected);
  });

  it('hide what is for programs', async () => {
    expect(await words('completion', '--')).toEqual(['--lang', '--help']);
    expect((await sla(root, 'completion', '--help')).stdout).not.toContain('--words');
  });

  it('are quiet beside agreements that are broken', async () => {
    const { status, stderr } = await sla(
      agreements,
      'completion',
      '--words',
      '--',
      'cases',
      '--commitment',
      '',
    );
    expect([status, stderr]).toEqual([0, '']);
  });
});

describe('sla completion', () => {
  it.each(SHELLS)('prints a script for %s that asks the program', async (shell) => {
    const { status, stdout } = await sla(root, 'completion', shell);
    expect(status).toBe(0);
    expect(stdout).toContain('sla completion --words -- ');
  });

  it.each([
    [['completion'], 'For which shell?'],
    [['completion', 'bsh'], 'did you mean "bash"?'],
    [['completion', 'bash', 'zsh'], 'A script is for one shell'],
  ])('%j is exit 2 with a remedy', async (argv, sentence) => {
    const { status, stdout, stderr } = await sla(root, ...argv);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(sentence);
  });

  const shells = (['bash', 'zsh', 'fish'] as const).filter(
    (shell) => spawnSync(shell, ['-c', 'true']).status === 0,
  );

  it.each(shells)('prints a script that %s accepts', async (shell) => {
    const { stdout } = await sla(root, 'completion', shell);
    // From a file: fish takes the socket that Node gives it as its standard input for a folder.
    const folder = mkdtempSync(join(tmpdir(), 'completion-'));
    const script = join(folder, 'script');
    writeFileSync(script, stdout);
    execFileSync(shell, [shell === 'fish' ? '--no-execute' : '-n', script]);
    rmSync(folder, { recursive: true });
  });

  // Not on machines without bash.
  it.each(shells.filter((shell) => shell === 'bash'))('completes in %s itself', (shell) => {
    const script = `
      sla() { "$NODE" "$CHILD" "$@" 2>/dev/null; }
      source <(sla completion bash)
      try() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); _sla; echo "\${COMPREPLY[*]}"; }
      IFS=' '
      try sla check --fail-on w
      try sla cases --commitment first-c
      try sla check --format = sa
      complete -p sla`;
    expect(linesIn(shell, ['-c', script])).toEqual([
      'warning',
      'first-call first-contact',
      'sarif',
      'complete -o default -F _sla sla',
    ]);
  });

  // Where a machine has no such shell, its name stands among the tests that are skipped.
  it.skipIf(!shells.includes('zsh'))('completes in zsh itself', () => {
    const script = `
      sla() { "$NODE" "$CHILD" "$@" 2>/dev/null }
      compadd() { local name=$@[-1]; print -r -- \${(P)name} }
      compdef() { : }
      _files() { print files }
      source <(sla completion zsh)
      try() { words=("$@"); CURRENT=$#; _sla }
      try sla cases --commitment first-c
      try sla check ''`;
    expect(linesIn('zsh', ['-f', '-c', script])).toEqual(['first-call first-contact', 'files']);
  });

  it.skipIf(!shells.includes('fish'))('completes in fish itself', () => {
    const script = `
      function sla; $NODE $CHILD $argv 2>/dev/null; end
      sla completion fish | source
      complete -C 'sla cases --commitment first-c'
      complete -C 'sla check --format=sa'`;
    expect(linesIn('fish', ['--no-config', '-c', script])).toEqual([
      'first-call',
      'first-contact',
      '--format=sarif',
    ]);
  });
});

/** What a script of a shell prints, in the folder of an agreement; `$NODE $CHILD` runs the program. */
function linesIn(shell: string, args: readonly string[]): readonly string[] {
  const { path, remove } = scriptOf('test/hostile/child.ts');
  const env = { ...process.env, NODE: process.execPath, CHILD: path };
  const out = execFileSync(shell, [...args], { cwd: acme, env, encoding: 'utf8' });
  remove();
  return out.trimEnd().split('\n');
}

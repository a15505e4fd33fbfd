import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect } from 'vitest';
import { AGREEMENT, edited } from '../change/agreements.ts';
import { type Repository, repository } from '../change/repository.ts';
import { inTurns } from '../turns.ts';

const { describe, it } = inTurns();

const SCRIPT = fileURLToPath(new URL('../../action/run.sh', import.meta.url));
const TOKEN = 'token-of-the-job';
const LONGER = edited(['within: 4 business hours', 'within: 8 business hours']);

const made: { remove(): void }[] = [];
afterEach(() => {
  for (const one of made.splice(0)) one.remove();
});

/** A pull request that brings whatever a program could be made to run by what lies in its folder. */
function hostile(): Repository {
  const here = repository();
  made.push(here);
  here.commit('agreement', { 'acme.sla.yaml': AGREEMENT });
  here.git('switch', '--quiet', '--create', 'work');
  here.commit('trap', {
    'acme.sla.yaml': LONGER,
    '.npmrc': 'script-shell=./trap.sh\nnode-options=--require ./trap.cjs\nregistry=http://127.0.0.1:9/\n',
    'package.json': '{ "name": "x", "scripts": { "preinstall": "touch trapped" }, "bin": "trap.cjs" }\n',
    'trap.cjs': "require('node:fs').writeFileSync('trapped', '')\n",
    'trap.sh': '#!/bin/sh\ntouch trapped\n',
    'node_modules/.bin/sla': '#!/bin/sh\ntouch trapped\n',
    gh: '#!/bin/sh\ntouch trapped\n',
  });
  for (const file of ['trap.sh', 'gh', 'node_modules/.bin/sla']) chmodSync(join(here.root, file), 0o755);
  return here;
}

/** A folder of programs in front of the others: `gh` writes down how it was called, and with which token. */
function programs(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'sla-action-'));
  made.push({ remove: () => rmSync(folder, { recursive: true, force: true }) });
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), text);
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

function run(here: Repository, env: Readonly<Record<string, string>>, path: string) {
  const { PATH } = process.env;
  const ran = spawnSync('bash', [SCRIPT], {
    cwd: here.root,
    encoding: 'utf8',
    env: {
      PATH: `${path}${delimiter}${PATH ?? ''}`,
      HOME: path,
      RUNNER_TEMP: path,
      SLA_TOKEN: TOKEN,
      GITHUB_REPOSITORY: 'acme/terms',
      GITHUB_REF: 'refs/pull/12/merge',
      GITHUB_BASE_REF: 'main',
      ...env,
    },
  });
  return { status: ran.status, out: ran.stdout + ran.stderr };
}

// A shell of Windows has other paths; the action runs there in the same bash, and is tried where one is sure to be.
describe.runIf(process.platform !== 'win32')('the action', () => {
  it('runs its own program, and nothing that the pull request brings', () => {
    const here = hostile();
    const path = programs({ gh: '#!/bin/sh\necho "$GH_TOKEN $*" >>"$HOME/calls"\n' });
    const { status, out } = run(here, {}, path);
    expect([status, out]).toEqual([1, expect.stringContaining('8 business hours')]);
    expect(existsSync(join(here.root, 'trapped'))).toBe(false);
    const calls = readFileSync(join(path, 'calls'), 'utf8').trim().split('\n');
    expect(calls.map((line) => line.split(' ')[0])).toEqual([TOKEN, TOKEN]);
    expect(calls[1]).toContain('--method POST repos/acme/terms/issues/12/comments');
    expect(readFileSync(join(path, 'sla-diff.md'), 'utf8')).toContain('8 business hours');
  });

  it('writes a comment where one of several versions is changed, and none where only words are', () => {
    const posted = (text: (agreement: string) => string): boolean => {
      const here = repository();
      made.push(here);
      const french = AGREEMENT.replace('id: acme\n', 'id: acme\nlanguage: fr\n');
      const first = french.replace('{ from: 2026-01-01 }', '{ from: 2025-01-01, to: 2025-12-31 }');
      const last = french.replace('version: "1"', 'version: "2"\nwhy: Better');
      here.commit('agreement', { 'one.sla.yaml': first, 'two.sla.yaml': last });
      here.git('switch', '--quiet', '--create', 'work');
      here.commit('change', { 'two.sla.yaml': text(last) });
      const path = programs({ gh: '#!/bin/sh\necho "$*" >>"$HOME/calls"\n' });
      run(here, {}, path);
      return readFileSync(join(path, 'calls'), 'utf8').includes('POST');
    };
    expect(posted((text) => text.replace('within: 4 business hours', 'within: 8 business hours'))).toBe(true);
    expect(posted((text) => text.replace('title: Acme', 'title: Acme and friends'))).toBe(false);
    expect(posted((text) => `# a comment\n${text}`)).toBe(false);
  });

  it('runs no hook or monitor that the checkout is configured with', () => {
    const origin = hostile();
    const here = origin.clone('--depth=1', '--branch=work');
    made.push(here);
    const trap = `touch ${join(here.root, 'trapped')}`;
    for (const hook of ['reference-transaction', 'post-checkout', 'pre-auto-gc', 'fsmonitor-watchman']) {
      here.write(`.hooks/${hook}`, `#!/bin/sh\n${trap}\n`);
      chmodSync(join(here.root, '.hooks', hook), 0o755);
    }
    here.git('config', 'core.hooksPath', '.hooks');
    for (const key of ['core.fsmonitor', 'core.pager', 'diff.external', 'core.editor'])
      here.git('config', key, trap);
    rmSync(join(here.root, 'trapped'), { force: true });
    const { status, out } = run(here, {}, programs({ gh: '#!/bin/sh\n' }));
    expect([status, out]).toEqual([1, expect.stringContaining('8 business hours')]);
    expect(existsSync(join(here.root, 'trapped'))).toBe(false);
  });

  it('gives the token to no program but the one that writes the comment', () => {
    const here = hostile();
    const path = programs({
      gh: '#!/bin/sh\n',
      seen: '#!/bin/sh\nenv >>"$HOME/environment"\necho page >"$RUNNER_TEMP/sla-diff.md"\n',
    });
    run(
      here,
      { SLA_COMMAND: join(path, 'seen'), GH_TOKEN: TOKEN, NODE_OPTIONS: '--require ./trap.cjs' },
      path,
    );
    const environment = readFileSync(join(path, 'environment'), 'utf8');
    expect(environment).toContain('GITHUB_REPOSITORY=acme/terms');
    expect(environment).not.toContain(TOKEN);
    expect(environment).not.toContain('NODE_OPTIONS');
  });

  it.each(['--upload-pack=touch trapped', '$(touch trapped)', 'main; touch trapped', 'a`touch trapped`'])(
    'takes %j for the name of a branch, and never for a command',
    (base) => {
      const here = hostile();
      const { status } = run(here, { GITHUB_BASE_REF: base }, programs({ gh: '#!/bin/sh\n' }));
      expect([0, 2]).toContain(status);
      expect(existsSync(join(here.root, 'trapped'))).toBe(false);
    },
  );

  it('is built by its own lock file, in its own folder', () => {
    const built = readFileSync(join(SCRIPT, '../build.sh'), 'utf8');
    expect(built).toContain('cd -- "$GITHUB_ACTION_PATH"');
    expect(built).toContain('npm ci');
    expect(execFileSync('bash', ['-n', join(SCRIPT, '../build.sh')], { encoding: 'utf8' })).toBe('');
  });
});

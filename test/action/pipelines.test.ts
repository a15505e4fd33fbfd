import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, expect } from 'vitest';
import { parse } from 'yaml';
import { pipeline } from '../../src/app/init/write/pipeline.ts';
import { AGREEMENT } from '../change/agreements.ts';
import { type Repository, repository } from '../change/repository.ts';
import { root } from '../examples/sla.ts';
import { inTurns } from '../turns.ts';

const { describe, it } = inTurns();

const made: { remove(): void }[] = [];
afterEach(() => {
  for (const one of made.splice(0)) one.remove();
});

const [GITHUB, GITLAB] = [pipeline('github').text, pipeline('gitlab').text];
const TEMPLATE = readFileSync(join(root, 'templates/gitlab-ci.yml'), 'utf8');

/** Files of a folder of ours, and of those in it, whose names end so. */
const filesIn = (folder: string, ending: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => join(folder, file));

/** What a user copies into a pipeline, or what runs in one, by name. */
const COPIED: readonly (readonly [string, string])[] = [
  ['init --ci github', GITHUB],
  ['init --ci gitlab', GITLAB],
  ...[
    ...filesIn('docs', '.md'),
    ...filesIn('templates', '.yml'),
    ...filesIn('action', '.sh'),
    ...filesIn('.github', '.yml'),
    ...['README.md', 'README.fr.md', 'action.yml', '.pre-commit-hooks.yaml'],
  ].map((file) => [file, readFileSync(join(root, file), 'utf8')] as const),
];

/** A repository that brings whatever npm, Node or a shell could be made to run by what lies in its folder. */
function hostile(): Repository {
  const here = repository();
  made.push(here);
  here.commit('trap', {
    'acme.sla.yaml': AGREEMENT,
    '.npmrc': 'script-shell=./trap.sh\nnode-options=--require ./trap.cjs\nregistry=http://127.0.0.1:9/\n',
    'package.json': '{ "name": "x", "scripts": { "preinstall": "touch trapped" } }\n',
    'trap.cjs': "require('node:fs').writeFileSync('trapped', '')\n",
    'trap.sh': '#!/bin/sh\ntouch trapped\n',
  });
  chmodSync(join(here.root, 'trap.sh'), 0o755);
  return here;
}

/** A repository that stands for the program: it writes down where it is run, with what. */
function program(): { readonly url: string; readonly commit: string } {
  const here = repository();
  made.push(here);
  const commit = here.commit('program', {
    'bin/sla.js':
      "const said = [process.cwd(), 'sla', ...process.argv.slice(2), process.env.NODE_OPTIONS].join(' ');\nrequire('node:fs').appendFileSync(process.env.CALLS, said + '\\n');\n",
  });
  return { url: here.root, commit };
}

/** Runs the lines as a runner does, with an npm that writes down where it was called. */
function ran(lines: readonly string[], here: Repository, env: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'sla-pipeline-'));
  made.push({ remove: () => rmSync(folder, { recursive: true, force: true }) });
  writeFileSync(join(folder, 'npm'), '#!/bin/sh\necho "$PWD npm $*" >>"$CALLS"\n');
  chmodSync(join(folder, 'npm'), 0o755);
  const calls = join(folder, 'calls');
  const { status, stdout, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', lines.join('\n')], {
    cwd: here.root,
    encoding: 'utf8',
    env: {
      ...{ PATH: `${folder}${delimiter}${process.env.PATH ?? ''}`, HOME: folder, RUNNER_TEMP: folder },
      ...{ TMPDIR: folder, CALLS: calls, GIT_CONFIG_NOSYSTEM: '1', ...env },
    },
  });
  const called = existsSync(calls) ? readFileSync(calls, 'utf8').trim().split('\n') : [];
  return { status, called, out: stdout + stderr };
}

const steps: readonly { readonly run?: string }[] = parse(GITHUB).jobs.validate.steps;
const template = parse(TEMPLATE);

const PIPELINES: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['init --ci github', steps.flatMap(({ run }) => run ?? []), ['sla validate']],
  ['init --ci gitlab', parse(GITLAB).agreement.script, ['sla validate']],
  [
    'the template, validating',
    [...template['.sla'].before_script, ...template['sla-validate'].script],
    ['sla validate --format text --format gitlab=sla-validate.json --force'],
  ],
  [
    'the template, comparing',
    [...template['.sla'].before_script, ...template['sla-diff'].script],
    ['sla diff --format text --format gitlab=sla-diff.json --output sla-diff.md --force'],
  ],
];

describe('what is copied into a pipeline', () => {
  it('fetches no package by a name', () => {
    const fetching = /\bnpx\b|\bnpm (exec|install|i|x)\b|\b(pnpm|yarn) dlx\b/;
    expect(COPIED.filter(([, text]) => fetching.test(text)).map(([name]) => name)).toEqual([]);
  });

  it('names every action by a commit', () => {
    const actions = COPIED.flatMap(([name, text]) =>
      [...text.matchAll(/\buses: +([^\s#]+)/g)].map(([, action = '']) => `${name} ${action}`),
    );
    expect(actions.length).toBeGreaterThan(6);
    expect(actions.filter((action) => !/@[0-9a-f]{40}$| OWNER\/REPOSITORY@SHA$/.test(action))).toEqual([]);
  });
});

// As that of the action, tried where a bash is sure to be.
describe.runIf(process.platform !== 'win32')('a pipeline', () => {
  it.each(PIPELINES)(
    '%s builds the program elsewhere, and runs nothing that a merge request brings',
    (_, lines, expected) => {
      const here = hostile();
      here.git('remote', 'add', 'origin', here.root);
      const { url, commit } = program();
      for (const branch of ['main', '$(touch trapped)', '--upload-pack=touch trapped', 'a;touch trapped']) {
        const { called } = ran(lines, here, {
          ...{ SLA_REPOSITORY: url, SLA_COMMIT: commit, CI_MERGE_REQUEST_TARGET_BRANCH_NAME: branch },
        });
        const [npm = '', ...rest] = called;
        expect(npm).toMatch(/ npm ci --no-audit --no-fund$/);
        expect(npm.startsWith(here.root)).toBe(false);
        // A branch that is none can't be fetched: then nothing is compared.
        if (branch === 'main' || !expected[0]?.includes('diff'))
          expect(rest.map((line) => line.trim())).toEqual(expected.map((call) => `${here.root} ${call}`));
        expect(existsSync(join(here.root, 'trapped'))).toBe(false);
      }
    },
  );

  it.each(PIPELINES)('%s stops where nobody has said from where', (_, lines) => {
    const { status, called } = ran(lines, hostile(), { SLA_REPOSITORY: '', SLA_COMMIT: '' });
    expect([status === 0, called]).toEqual([false, []]);
  });

  it('of init says what to fill in', () => {
    for (const lines of [PIPELINES[0]?.[1] ?? [], PIPELINES[1]?.[1] ?? []])
      expect(ran(lines, hostile(), { SLA_REPOSITORY: '', SLA_COMMIT: '' }).out).toContain(
        'fill in SLA_REPOSITORY and SLA_COMMIT',
      );
  });
});

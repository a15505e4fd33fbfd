import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { AGREEMENT, edited } from '../change/agreements.ts';
import { folder, type Repository, repository } from '../change/repository.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const LONGER = edited(['within: 4 business hours', 'within: 8 business hours']);

const made: Repository[] = [];
const keep = (one: Repository): Repository => {
  made.push(one);
  return one;
};
afterEach(() => {
  for (const one of made.splice(0)) one.remove();
});

/** A folder with programs of these names, to go before all others. */
function programs(scripts: Readonly<Record<string, string>>): string {
  const { root: at } = keep(folder());
  mkdirSync(join(at, 'bin'));
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(at, 'bin', name), script);
    chmodSync(join(at, 'bin', name), 0o755);
  }
  return join(at, 'bin');
}

/** `sla` from the sources, as a program of its own. */
function slaProgram(): string {
  const run = `const { main } = await import(${JSON.stringify(join(root, 'src/main.ts'))}); process.exitCode = await main(process.argv.slice(1));`;
  const tsx = join(root, 'node_modules/tsx/dist/esm/index.mjs');
  return `#!/bin/sh\nexec "${process.execPath}" --import "file://${tsx}" --input-type=module --eval '${run}' -- "$@"\n`;
}

/** Remembers what it was asked, and holds comments in a file. */
const GH = `#!/bin/sh
echo "$@" >>"$GH_LOG"
case "$*" in
  *--paginate*) [ -n "$GH_REFUSES" ] && exit 1; cat "$GH_COMMENTS" 2>/dev/null || true ;;
  *"--method POST"*) [ -n "$GH_READS_ONLY" ] && exit 1; echo 41 >"$GH_COMMENTS" ;;
esac
`;

interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly summary: string;
  readonly asked: string;
}

/** Runs the action's script as a runner does: in a shallow clone, with the platform's variables. */
function runner(origin: Repository, branch: string) {
  const clone = keep(origin.clone('--depth=1', `--branch=${branch}`, '--single-branch'));
  const bin = programs({ sla: slaProgram(), gh: GH });
  const at = (name: string) => join(dirname(bin), name);
  return (env: Readonly<Record<string, string>> = {}): Ran => {
    const ran = spawnSync('bash', [join(root, 'action/run.sh')], {
      cwd: clone.root,
      encoding: 'utf8',
      env: {
        PATH: `${bin}${delimiter}${process.env.PATH}`,
        HOME: dirname(bin),
        SLA_COMMAND: join(bin, 'sla'),
        GITHUB_ACTIONS: 'true',
        GITHUB_WORKSPACE: clone.root,
        GITHUB_REPOSITORY: 'acme/terms',
        GITHUB_REF: 'refs/pull/12/merge',
        GITHUB_BASE_REF: 'main',
        GITHUB_STEP_SUMMARY: at('summary.md'),
        RUNNER_TEMP: dirname(bin),
        GH_TOKEN: 'none',
        GH_LOG: at('gh.log'),
        GH_COMMENTS: at('comments'),
        ...env,
      },
    });
    const read = (name: string) => (existsSync(at(name)) ? readFileSync(at(name), 'utf8') : '');
    return {
      status: ran.status,
      out: ran.stdout + ran.stderr,
      summary: read('summary.md'),
      asked: read('gh.log'),
    };
  };
}

function pullRequest(text = LONGER): Repository {
  const origin = keep(repository());
  origin.commit('agreement', { 'acme.sla.yaml': AGREEMENT });
  origin.git('switch', '--quiet', '--create', 'work');
  origin.commit('work', { 'acme.sla.yaml': text });
  origin.commit('more', { 'README.md': 'words' });
  return origin;
}

const posix = process.platform !== 'win32';

describe.runIf(posix)('the GitHub action', () => {
  it('names in its steps the script that is tested here, and gives inputs as variables alone', () => {
    const action = parse(readFileSync(join(root, 'action.yml'), 'utf8'));
    const [step] = action.runs.steps;
    expect(step.run).toBe('bash "$GITHUB_ACTION_PATH/action/run.sh"');
    const inputs = Object.values(step.env).map((value) => /inputs\.([\w-]+)/.exec(String(value))?.[1]);
    expect(inputs.sort()).toEqual(Object.keys(action.inputs).sort());
    const script = readFileSync(join(root, 'action/run.sh'), 'utf8');
    for (const name of Object.keys(step.env)) expect(script).toContain(name);
  });

  it('fetches what is missing, annotates, writes one comment, and edits it the next time', () => {
    const run = runner(pullRequest(), 'work');
    const first = run();
    expect([first.status, first.out]).toEqual([
      1,
      expect.stringMatching(/::error file=acme\.sla\.yaml,line=\d+/),
    ]);
    expect(first.summary).toContain('sla accept acme:first-contact/within --by marketing');
    expect(first.asked).toContain('--method POST repos/acme/terms/issues/12/comments');
    const second = run();
    expect(second.status).toBe(1);
    expect(second.asked).toContain('--method PATCH repos/acme/terms/issues/comments/41');
    expect(second.asked.match(/POST/g)).toHaveLength(1);
  });

  it('passes without a comment where nothing changes, and where the change is accepted', async () => {
    const calm = runner(pullRequest(AGREEMENT), 'work')();
    expect([calm.status, calm.asked]).toEqual([0, expect.not.stringContaining('POST')]);
    const origin = pullRequest();
    await origin.sla(
      'accept',
      'acme:first-contact/within',
      '--base',
      'main',
      '--by',
      'marketing',
      '--reason',
      'Two people left',
    );
    origin.commit('accepted');
    expect(runner(origin, 'work')().status).toBe(0);
  });

  it('leaves it to the summary where the token may not write, as from a fork', () => {
    for (const env of [{ GH_REFUSES: '1' }, { GH_READS_ONLY: '1' }]) {
      const ran = runner(pullRequest(), 'work')(env);
      expect([ran.status, ran.out]).toEqual([1, expect.stringContaining('::notice::The comment')]);
      expect(ran.summary).toContain('not accepted by marketing');
    }
  });

  it('fails with 2 where there is no answer', () => {
    expect(runner(pullRequest(`${AGREEMENT}x: [`), 'work')().status).toBe(2);
    expect(runner(pullRequest(), 'work')({ SLA_PATH: 'nowhere' }).status).toBe(2);
  });
});

describe.runIf(posix)('the GitLab template', () => {
  it('finds the weakening in a merge request', () => {
    const template = parse(readFileSync(join(root, 'templates/gitlab-ci.yml'), 'utf8'));
    const job = template['sla-diff'];
    const clone = keep(pullRequest().clone('--branch=work'));
    const bin = programs({ sla: slaProgram() });
    const ran = spawnSync(
      'bash',
      ['-euo', 'pipefail', '-c', [...job.before_script, ...job.script].join('\n')],
      {
        cwd: clone.root,
        encoding: 'utf8',
        env: {
          PATH: `${bin}${delimiter}${process.env.PATH}`,
          HOME: dirname(bin),
          SLA: 'sla',
          CI_PROJECT_DIR: clone.root,
          CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
        },
      },
    );
    expect([ran.status, ran.stdout]).toEqual([1, expect.stringContaining('not accepted by marketing')]);
    const [issue] = JSON.parse(readFileSync(join(clone.root, job.artifacts.reports.codequality), 'utf8'));
    expect(issue.check_name).toBe('unaccepted-weakening');
    expect(existsSync(join(clone.root, job.artifacts.paths[0]))).toBe(true);
  });
});

describe.runIf(posix)('the hooks for pre-commit', () => {
  it('stop a commit that weakens an agreement, until it is accepted', async () => {
    const hooks = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8'));
    expect(hooks.map(({ id }: { id: string }) => id)).toEqual(['sla-validate', 'sla-diff']);
    for (const { files } of hooks) expect(new RegExp(files).test('terms/acme.sla.yaml')).toBe(true);
    const here = keep(repository());
    const bin = programs({ sla: slaProgram() });
    const entries = hooks.map(({ entry }: { entry: string }) => entry).join(' && ');
    const hook = join(here.root, '.git/hooks/pre-commit');
    mkdirSync(dirname(hook), { recursive: true });
    writeFileSync(hook, `#!/bin/sh\nPATH="${bin}:$PATH"\n${entries} >hook.log 2>&1\n`);
    chmodSync(hook, 0o755);
    writeFileSync(join(here.root, '.gitignore'), 'hook.log\n');
    here.commit('the first commit of all', { 'acme.sla.yaml': AGREEMENT });
    here.git('switch', '--quiet', '--create', 'work');
    expect(() => here.commit('weaker', { 'acme.sla.yaml': LONGER })).toThrow();
    expect(readFileSync(join(here.root, 'hook.log'), 'utf8')).toContain('not accepted by marketing');
    await here.sla('accept', 'acme:first-contact/within', '--by', 'marketing', '--reason', 'Two people left');
    here.commit('weaker, and agreed');
    expect(execFileSync('git', ['-C', here.root, 'log', '--format=%s', '-1'], { encoding: 'utf8' })).toBe(
      'weaker, and agreed\n',
    );
  });
});

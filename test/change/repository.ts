import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { realFiles } from '../../src/files/disk.ts';
import { main } from '../../src/main.ts';
import { memoryIo } from '../cli/memory-io.ts';

/** A folder with real git in it, gone after the test. */
export interface Repository {
  readonly root: string;
  git(...args: readonly string[]): string;
  /** The same repository on another day, `2026-03-02` otherwise: for commits. */
  on(date: string): Repository;
  write(file: string, text: string): void;
  /** Writes the files and commits everything. */
  commit(message: string, files?: Readonly<Record<string, string>>): string;
  sla(...argv: readonly string[]): Promise<Ran>;
  slaWith(env: Readonly<Record<string, string>>, ...argv: readonly string[]): Promise<Ran>;
  /** A second folder, by `git clone` with these options. */
  clone(...options: readonly string[]): Repository;
  /** A second folder with the same files and the same history, without a run of git. */
  copy(): Repository;
  remove(): void;
}

interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

export function folder(): Repository {
  return at(realpathSync(mkdtempSync(join(tmpdir(), 'sla-test-'))));
}

export const repository = (): Repository => begin(folder());

/** In a folder that is there, and is removed by whoever made it. */
export const repositoryIn = (root: string): Repository => begin(at(root));

function begin(made: Repository): Repository {
  // Without the hooks that git would copy for nobody.
  made.git('init', '--quiet', '--template=', '--initial-branch=main');
  return made;
}

function at(root: string, date = '2026-03-02'): Repository {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-C', root, ...CONFIG, ...args], {
      encoding: 'utf8',
      env: environment(date),
      stdio: 'pipe',
    });
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  const slaWith: Repository['slaWith'] = async (env, ...argv) => {
    // Before the agreements of the tests begin, unless a test says another day: then nothing is past.
    const on = { SOURCE_DATE_EPOCH: String(Date.UTC(2026, 0, 1) / 1000), ...env };
    const { io, out, err } = memoryIo({ files: realFiles(), cwd: root, env: on });
    const status = await main(argv, io);
    return { status, out: out(), err: err() };
  };
  return {
    root,
    git,
    on: (day) => at(root, day),
    write,
    commit(message, files = {}) {
      for (const [file, text] of Object.entries(files)) write(file, text);
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '--message', message);
      return headOf(root);
    },
    slaWith,
    sla: (...argv) => slaWith({}, ...argv),
    clone(...options) {
      const copy = folder();
      execFileSync('git', ['clone', '--quiet', ...options, `file://${root}`, join(copy.root, 'copy')], {
        env: environment(),
        stdio: 'pipe',
      });
      const inner = at(join(copy.root, 'copy'));
      return { ...inner, remove: copy.remove };
    },
    copy() {
      const other = folder();
      cpSync(root, other.root, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
      return other;
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Repositories that begin alike: one is made, each is a copy of it, for git takes longer to begin one. */
export function copiesOf(make: () => Repository): () => Repository {
  let first: Repository | undefined;
  afterAll(() => first?.remove());
  return () => {
    first ??= make();
    return first.copy();
  };
}

/** The commit that is checked out, as git writes it down. */
function headOf(root: string): string {
  const written = (file: string): string => readFileSync(join(root, '.git', file), 'utf8').trim();
  const head = written('HEAD');
  return head.startsWith('ref: ') ? written(head.slice('ref: '.length)) : head;
}

const CONFIG = [
  '-c',
  'user.name=Test',
  '-c',
  'user.email=test@example.org',
  '-c',
  'commit.gpgsign=false',
  '-c',
  'protocol.file.allow=always',
  // What is gone after the test is neither tidied up nor waited for.
  '-c',
  'maintenance.auto=false',
  '-c',
  'core.fsync=none',
];

/** The test's own repository, not the one that this project lies in; no configuration of the machine. */
function environment(date = '2026-03-02'): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return {
    ...Object.fromEntries(kept),
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_DATE: `${date}T10:00:00+01:00`,
    GIT_COMMITTER_DATE: `${date}T10:00:00+01:00`,
  };
}

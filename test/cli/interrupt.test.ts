import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreementText } from '../agreement.ts';
import { interruptedRows, long } from '../effort.ts';
import { scriptOf } from '../script.ts';

const program = scriptOf('test/cli/child.ts');
afterAll(program.remove);

const agreement = (id: string, encoding: string): string =>
  agreementText({
    id,
    effective: '{ from: 2020-01-01 }',
    calendars: '{ office: { timezone: Europe/Paris, week: { mon-fri: [09:00-17:00] } } }',
    sources: `
  leads:
    files: leads.csv
    csv: { encoding: ${encoding} }
    timezone: Europe/Paris
    key: id
    fields:
      id: { column: id }
      qualified_at: { column: qualified, type: datetime, format: iso }
      contacted_at: { column: contacted, type: datetime, format: iso }`,
    stages: '{ qualified: { at: qualified_at }, contacted: { at: contacted_at } }',
    commitments: `
  - id: first-contact
    owed_by: sales
    owed_to: marketing
    promise: Every qualified lead is contacted within 4 business hours
    response: { from: qualified, to: contacted, within: 4 business hours, calendar: office }
    target: ">= 95%"`,
  });

let folder = '';
let temporary = '';

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'sla-interrupt-')));
  temporary = join(folder, 'tmp');
  mkdirSync(temporary);
  writeFileSync(join(folder, 'utf8.sla.yaml'), agreement('acme', 'utf-8'));
  writeFileSync(join(folder, 'old.sla.yaml'), agreement('old', 'windows-1252'));
  const rows = (from: number) =>
    Array.from(
      { length: 50_000 },
      (_, i) => `L${from + i},2026-03-02T09:00:00,2026-03-02T13:00:00,a note that makes the row longer\n`,
    ).join('');
  const parts = Array.from({ length: interruptedRows / 50_000 }, (_, i) => rows(i * 50_000));
  writeFileSync(join(folder, 'leads.csv'), `id,qualified,contacted,note\n${parts.join('')}`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  /** Null where the signal itself ended it. */
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stderr: string;
}

/** Runs the program as a process and sends it a signal once its temporary folder is there, or once it says that it reads. */
const interrupted = (signal: NodeJS.Signals, when: () => boolean, ...argv: string[]): Promise<Ended> =>
  interruptedAgain(signal, [], when, ...argv);

/** The same, with further signals so many milliseconds after the first. */
function interruptedAgain(
  signal: NodeJS.Signals,
  again: readonly number[],
  when: () => boolean,
  ...argv: string[]
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program.path, ...argv], {
      cwd: folder,
      // One thread, which a child that is to be stuck can block alone.
      env: { ...process.env, TMPDIR: temporary, ...(argv[0] === 'stuck' ? { UV_THREADPOOL_SIZE: '1' } : {}) },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (text) => {
      stderr += text;
    });
    const poll = setInterval(() => {
      if (!when() && !stderr.includes('ready')) return;
      clearInterval(poll);
      child.kill(signal);
      for (const later of again) setTimeout(() => child.kill(signal), later);
    }, 10);
    child.on('close', (status, by) => {
      clearInterval(poll);
      resolve({ status, signal: by, stderr: stderr.replace('ready\n', '') });
    });
  });
}

const left = () => readdirSync(temporary).filter((name) => name.startsWith('sla-'));
const begun = () => left().length > 0;
/** What lies in the private folder. */
const inside = (pattern: RegExp) => () =>
  left().some((name) => readdirSync(join(temporary, name)).some((file) => pattern.test(file)));

const begunWriting = () => readdirSync(folder).some((name) => name.endsWith('.tmp'));

type Interruption = readonly [string, NodeJS.Signals, status: number, () => boolean, readonly string[]];

/** Short runs try two of them and one of the impatient ones, on a smaller file; the rest is that of the long run. */
const OFTEN: readonly Interruption[] = [
  ['while it begins', 'SIGINT', 130, begun, ['report', 'utf8.sla.yaml']],
  ['by its supervisor', 'SIGTERM', 143, begun, ['check', 'utf8.sla.yaml']],
];
const SELDOM: readonly Interruption[] = [
  ['while it turns an export into UTF-8', 'SIGINT', 130, inside(/\.csv$/), ['report', 'old.sla.yaml']],
  ['by a terminal that is closed', 'SIGHUP', 129, begun, ['report', 'utf8.sla.yaml']],
  ['while it writes a file', 'SIGINT', 130, begunWriting, ['cases', 'utf8.sla.yaml', '-o', 'cases.csv']],
];

/** Milliseconds after the first signal at which further ones come. */
const IMPATIENT: readonly (readonly [string, readonly number[]])[] = [
  ['after a moment', [20]],
  ['at once', [0]],
  ['again and again', [5, 10, 15, 30, 60, 120]],
];

describe('a run that is interrupted', () => {
  it.each(long ? [...OFTEN, ...SELDOM] : OFTEN)(
    '%s says so by its status, quietly, and leaves nothing',
    async (_, signal, status, when, argv) => {
      const ended = await interrupted(signal, when, ...argv);
      expect(ended).toEqual({ status, signal: null, stderr: '' });
      expect(left()).toEqual([]);
      expect(readdirSync(folder).sort()).toEqual(['leads.csv', 'old.sla.yaml', 'tmp', 'utf8.sla.yaml']);
    },
  );

  it.each(long ? IMPATIENT : IMPATIENT.slice(0, 1))(
    'and interrupted once more %s leaves nothing either',
    async (_, again) => {
      for (const [when, ...argv] of [
        [begun, 'report', 'utf8.sla.yaml'],
        [begunWriting, 'cases', 'utf8.sla.yaml', '-o', 'cases.csv'],
      ] as const) {
        const ended = await interruptedAgain('SIGINT', again, when, ...argv);
        // Unless the first one was enough, the last one ends it at once: to a shell both are 130.
        expect([
          { status: 130, signal: null, stderr: '' },
          { status: null, signal: 'SIGINT', stderr: '' },
        ]).toContainEqual(ended);
        expect(left()).toEqual([]);
        expect(readdirSync(folder).sort()).toEqual(['leads.csv', 'old.sla.yaml', 'tmp', 'utf8.sla.yaml']);
      }
    },
  );

  it.each([
    ['a supervisor', 'SIGTERM', []],
    ['Ctrl-C twice', 'SIGINT', [20]],
  ] as const)(
    'by %s while a native thread listens to nobody ends by that signal, and leaves nothing',
    async (_, signal, again) => {
      const ended = await interruptedAgain(signal, again, () => false, 'stuck', 'report', 'utf8.sla.yaml');
      expect(ended).toEqual({ status: null, signal, stderr: '' });
      expect(left()).toEqual([]);
    },
  );

  it.runIf(long)('while it sniffs', async () => {
    const ended = await interrupted('SIGINT', () => false, 'ready', 'sniff', 'leads.csv');
    expect(ended).toEqual({ status: 130, signal: null, stderr: '' });
  });
});

const hasScript = spawnSync('script', ['--version']).status === 0;

describe.runIf(long)('a person at a terminal', () => {
  it('sees how far it is, and at the end only the answer', ({ skip }) => {
    if (!hasScript) skip();
    const command = `${process.execPath} ${program.path} report old.sla.yaml -o found.json`;
    const { CI: _, ...env } = process.env;
    const { stdout } = spawnSync('script', ['-qec', command, '/dev/null'], {
      cwd: folder,
      env: { ...env, TERM: 'xterm', TMPDIR: temporary },
      encoding: 'utf8',
    });
    rmSync(join(folder, 'found.json'));
    const seen = stdout.split('\r\u001b[2K');
    expect(seen.some((line) => /^(?:Converting|Reading) leads\.csv … \d+ of \d+ MB/.test(line))).toBe(true);
    expect(seen.at(-1)).toMatch(/Wrote found\.json\r\n$/);
    expect(seen.at(-1)).not.toContain('leads.csv …');
  });
});

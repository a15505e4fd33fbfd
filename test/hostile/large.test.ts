import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, realpathSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect } from 'vitest';
import { conditionsAgreement } from '../../bench/agreement.ts';
import { makeExport } from '../../bench/data.ts';
import { long } from '../effort.ts';
import { book, row, text } from '../reading/xlsx/book.ts';
import { scriptOf } from '../script.ts';
import { inTurns } from '../turns.ts';
import { exports, misbehaviour, type Outcome } from './run.ts';

const { describe, it } = inTurns();

const program = scriptOf('test/hostile/child.ts');
afterAll(program.remove);

let cwd = '';
beforeAll(() => {
  cwd = realpathSync(mkdtempSync(join(tmpdir(), 'sla-large-')));
  cpSync(join(exports, 'agreement.yaml'), join(cwd, 'agreement.yaml'));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

/** In a process of its own with little room; one that hangs or grows without end is killed. */
const child = (...argv: string[]) => childWith(process.env, ...argv);

function childWith(env: NodeJS.ProcessEnv, ...argv: string[]): Promise<Outcome & { readonly peak: number }> {
  const args = ['--max-old-space-size=500', program.path, ...argv];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd, env, timeout: 240_000, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      const status = error === null ? 0 : typeof error.code === 'number' ? error.code : 134;
      const peak = Number(/peak (\d+)\n$/.exec(stderr)?.[1] ?? Number.NaN);
      resolve({ status, stdout, stderr: stderr.replace(/peak \d+\n$/, ''), peak });
    });
  });
}

const HEADER = 'Lead;Country;Size;Amount;VIP;Qualified;Contacted';
const ROW = ';FR;10;1,5;no;02/03/2026 09:30;2026-03-02T10:15';

const agreements: readonly (readonly [name: string, text: () => string])[] = [
  ['60,000 values', () => `sla: 1\nx: [${'1,'.repeat(60_000)}]\n`],
  ['ten million characters', () => `sla: 1\n# ${'x'.repeat(10_000_000)}\n`],
  ['40,000 teams', () => `sla: 1\nteams:\n${Array.from({ length: 40_000 }, (_, i) => `  t${i}: {}\n`).join('')}`],
];

const exportsLarge: readonly (readonly [name: string, bytes: () => string | Uint8Array])[] = [
  ['a line of 40 MB', () => `${HEADER}\nL1${ROW}\nL2;${'x'.repeat(40_000_000)}\nL3${ROW}\n`],
  ['a quote that is never closed, 30 MB before the end', () => `${HEADER}\nL1;"${`${ROW}\n`.repeat(600_000)}`],
  ['20,000 columns with all that is asked for', () => `${HEADER}${';x'.repeat(20_000)}\nL1${ROW}${';'.repeat(20_000)}\n`],
  ['100,000 columns', () => `${Array.from({ length: 100_000 }, (_, i) => `c${i}`).join(';')}\n`],
  ['400 MB in a packed file of 400 kB', () => gzipSync(Buffer.alloc(400_000_000, 'x'))],
  ['300,000 broken rows', () => `${HEADER}\n${Array.from({ length: 300_000 }, (_, i) => `L${i};FR;ten;;;;\n`).join('')}`],
  ['300,000 rows of one key', () => `${HEADER}\n${Array.from({ length: 300_000 }, (_, i) => `L;F${i};1;;;;\n`).join('')}`],
  ['a line of 40 MB, packed', () => gzipSync(`${HEADER}\nL1${ROW}\nL2;${'x'.repeat(40_000_000)}\nL3${ROW}\n`)],
];

describe('what is large', () => {
  it.each(agreements)('a large broken agreement is refused with its place, in little memory: %s', async (_, text) => {
    writeFileSync(join(cwd, 'large.yaml'), text());
    const outcome = await child('validate', 'large.yaml');
    expect(misbehaviour(outcome)).toBeNull();
    expect([1, 2]).toContain(outcome.status);
    expect(outcome.stdout).toMatch(/^error {2}[\w-]+ {2}large\.yaml:\d+:\d+$/m);
    expect(outcome.stdout.length).toBeLessThan(2_000_000);
    expect(outcome.peak).toBeLessThan(500);
  });
  it('an agreement of a gigabyte is refused before it is read', async () => {
    writeFileSync(join(cwd, 'huge.yaml'), '');
    truncateSync(join(cwd, 'huge.yaml'), 1_000_000_000);
    const outcome = await child('validate', 'huge.yaml');
    expect(misbehaviour(outcome)).toBeNull();
    expect(outcome.status).toBe(2);
    expect(outcome.stdout + outcome.stderr).toContain('is too large: 1000 MB, at most 150');
    expect(outcome.peak).toBeLessThan(150);
  });
  it.each(exportsLarge)('a large broken export is refused with its place, in little memory: %s', async (_, bytes) => {
    writeFileSync(join(cwd, 'large.csv'), bytes());
    const outcome = await child('check', 'agreement.yaml', '--leads', 'large.csv', '--format', 'json');
    expect(misbehaviour(outcome)).toBeNull();
    expect([1, 2]).toContain(outcome.status);
    const { findings } = JSON.parse(outcome.stdout);
    const fatal = findings.find((each: { fatal: boolean }) => each.fatal);
    expect(fatal).toMatchObject({ file: 'large.csv', start: { line: expect.any(Number) } });
    expect(outcome.stdout.length).toBeLessThan(1_000_000);
    expect(outcome.peak).toBeLessThan(500);
  });
  it('a workbook of 15 KB with a cell in its last column in 3,000 rows is told by its first row, in little memory', async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => `<row r="${i + 2}"><c r="XFD${i + 2}"><v>1</v></c></row>`);
    const bytes = book({ rows: row(1, ...HEADER.split(';').map(text)) + rows.join('') });
    expect(bytes.length).toBeLessThan(17_000);
    writeFileSync(join(cwd, 'far.xlsx'), bytes);
    const outcome = await child('check', 'agreement.yaml', '--leads', join(cwd, 'far.xlsx'), '--format', 'json');
    expect(misbehaviour(outcome)).toBeNull();
    expect(outcome.status).toBe(2);
    const { findings } = JSON.parse(outcome.stdout);
    expect(findings.map(({ rule }: { rule: string }) => rule)).toEqual(['too-many-rejected', 'too-many-cells']);
    expect(findings[1]).toMatchObject({ start: { line: 2 }, help: expect.stringContaining('--rejects') });
    expect(outcome.peak).toBeLessThan(500);
  });
  // A thousand under the long run: they take as long as all the others here.
  it('as many promises as a page has room for, and more, are all judged, in little memory', async () => {
    const promises = long ? 1000 : 100;
    await makeExport(join(cwd, 'few.csv'), 200);
    writeFileSync(join(cwd, 'thousand.sla.yaml'), conditionsAgreement(promises, 'few.csv'));
    const { status, stdout, stderr, peak } = await child('report', 'thousand.sla.yaml', '--format', 'json');
    expect(misbehaviour({ status, stdout, stderr })).toBeNull();
    expect(new Set(JSON.parse(stdout).results.map(({ id }: { id: string }) => id)).size).toBe(promises);
    expect(peak).toBeLessThan(500);
  });
  it('125 promises over 100,000 leads are judged on six threads in the memory that there is', async () => {
    await makeExport(join(cwd, 'leads.csv'), 100_000);
    writeFileSync(join(cwd, 'many.sla.yaml'), conditionsAgreement(125, 'leads.csv'));
    const threads = new URL('../../bench/threads.js', import.meta.url).href;
    const env = { ...process.env, NODE_OPTIONS: `--import ${threads}`, BENCH_THREADS: '6' };
    const { status, stdout, stderr, peak } = await childWith(env, 'report', 'many.sla.yaml', '--format', 'json');
    expect(misbehaviour({ status, stdout, stderr })).toBeNull();
    expect(new Set(JSON.parse(stdout).results.map(({ id }: { id: string }) => id)).size).toBe(125);
    expect(peak).toBeLessThan(500);
  });
});

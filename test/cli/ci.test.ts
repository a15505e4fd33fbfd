import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { realFiles } from '../../src/files/disk.ts';
import { main } from '../../src/main.ts';
import { exports } from '../hostile/run.ts';
import { inTurns } from '../turns.ts';
import { memoryIo } from './memory-io.ts';

const { describe, it } = inTurns();

let root = '';
beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'sla-ci-')));
  mkdirSync(join(root, 'team'));
  for (const file of ['agreement.yaml', 'sound.csv']) cpSync(join(exports, file), join(root, 'team', file));
  const broken = readFileSync(join(exports, 'agreement.yaml'), 'utf8').replace(
    'from: qualified',
    'from: MQL',
  );
  writeFileSync(join(root, 'team', 'broken.yaml'), broken);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function sla(env: Record<string, string>, ...argv: string[]) {
  const { io, out, err } = memoryIo({ files: realFiles(), cwd: join(root, 'team'), env });
  const status = await main(argv, io);
  return { status, out: out(), err: err() };
}

describe('on GitHub', () => {
  const workspace = () => ({ GITHUB_WORKSPACE: root, GITHUB_STEP_SUMMARY: join(root, 'summary.md') });

  it('annotates files from the root of the checkout, and nothing comes twice', async () => {
    const { status, out, err } = await sla(workspace(), 'validate', 'broken.yaml', '--format', 'github');
    expect([status, err]).toEqual([1, '']);
    expect(out).toMatch(
      /^::error file=team\/broken\.yaml,line=\d+,col=\d+,endColumn=\d+,title=unknown-stage::/,
    );
    expect(out).toMatch(/\n1 error\n$/);
  });

  it('adds the whole answer to the summary of the job, after what is there', async () => {
    writeFileSync(join(root, 'summary.md'), 'before\n');
    await sla(workspace(), 'validate', 'broken.yaml', '--format', 'github');
    await sla(workspace(), 'check', 'agreement.yaml', '--format', 'github');
    const summary = readFileSync(join(root, 'summary.md'), 'utf8');
    expect(summary).toMatch(/^before\n## 1 error\n/);
    expect(summary).toContain('| promise | attained | target |');
  });

  it('keeps within the megabyte that a summary may have', async () => {
    writeFileSync(join(root, 'summary.md'), 'x'.repeat(999_600));
    await sla(workspace(), 'check', 'agreement.yaml', '--format', 'github');
    const summary = readFileSync(join(root, 'summary.md'), 'utf8');
    expect(summary.length).toBeLessThan(1_000_000);
    expect(summary).toMatch(/\d+ more lines do not fit/);
  });

  it('writes no summary for other formats, or where GitHub asks for none', async () => {
    writeFileSync(join(root, 'summary.md'), 'before\n');
    await sla(workspace(), 'check', 'agreement.yaml', '--format', 'json');
    await sla({}, 'check', 'agreement.yaml', '--format', 'github');
    expect(readFileSync(join(root, 'summary.md'), 'utf8')).toBe('before\n');
  });
});

describe('several formats at once', () => {
  it('are one run, one document each, and one of them on standard output', async () => {
    const targets = [
      '-f',
      'text',
      '-o',
      'a.sarif',
      '-o',
      'a.sarif.json',
      '-o',
      'a.xml',
      '-o',
      'a.md',
      '-f',
      'gitlab=a.quality',
    ];
    const { status, out, err } = await sla({}, 'check', 'agreement.yaml', ...targets);
    expect(status).toBe(0);
    expect(out).toMatch(/^Demo\n/);
    expect(err).toBe('Wrote a.quality\nWrote a.sarif\nWrote a.sarif.json\nWrote a.xml\nWrote a.md\n');
    const read = (name: string) => readFileSync(join(root, 'team', name), 'utf8');
    expect(JSON.parse(read('a.sarif')).version).toBe('2.1.0');
    expect(read('a.sarif.json')).toBe(read('a.sarif'));
    expect(read('a.xml')).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="sla" tests="3" failures="0"/,
    );
    expect(read('a.md')).toMatch(/^## Demo\n/);
    expect(JSON.parse(read('a.quality'))).toEqual([]);
  });

  it('explains the rule that a finding breaks, where rows of an export differ, and not one of YAML', async () => {
    const rows = readFileSync(join(exports, 'sound.csv'), 'utf8').trimEnd().split(/\r?\n/);
    const twice = [...rows, (rows.at(-1) ?? '').replace(/[^;]*$/, '')].join('\n');
    writeFileSync(join(root, 'team', 'twice.csv'), `${twice}\n`);
    const { out } = await sla({}, 'check', 'agreement.yaml', '--leads', 'twice.csv', '--format', 'sarif');
    expect(JSON.parse(out).runs[0].tool.driver.rules).toEqual([
      {
        id: 'differing-rows',
        shortDescription: {
          text: 'Rows with one key are alike, or the agreement says which of them counts.',
        },
      },
    ]);
  });

  it.each(['github', 'gitlab', 'junit', 'sarif', 'stylish'])(
    '%s is one valid document where there is no answer',
    async (format) => {
      const { status, out } = await sla({}, 'check', 'nowhere.yaml', '--format', format);
      expect(status).toBe(2);
      expect(out).toContain('There is no file or folder');
      if (format === 'gitlab' || format === 'sarif') expect(() => JSON.parse(out)).not.toThrow();
    },
  );
});

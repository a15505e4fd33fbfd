import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scriptOf } from '../script.ts';
import { exports } from './run.ts';

const program = scriptOf('test/hostile/child.ts');
afterAll(program.remove);

let cwd = '';
beforeAll(() => {
  cwd = realpathSync(mkdtempSync(join(tmpdir(), 'sla-two-runs-')));
  for (const file of ['agreement.yaml', 'sound.csv']) copyFileSync(join(exports, file), join(cwd, file));
  const lines = readFileSync(join(exports, 'sound.csv'), 'utf8').trimEnd().split('\n');
  writeFileSync(join(cwd, 'other.csv'), `${lines.slice(0, -2).join('\n')}\n`);
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

/** A process that judges an export into files: its exit status. */
const run = (leads: string, ...options: readonly string[]): Promise<number> => {
  const args = [program.path, 'report', 'agreement.yaml', '--leads', leads, ...options];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd }, (error) => resolve(error === null ? 0 : Number(error.code)));
  });
};

const EXPORTS = ['sound.csv', 'other.csv'];
const read = (file: string): string => readFileSync(join(cwd, file), 'utf8');

describe('two runs on one output at once', () => {
  it('leave each file whole, as one of them writes it, and nothing beside', async () => {
    const before = readdirSync(cwd);
    const outputs = (name: string) => ['-o', `${name}.html`, '-o', `${name}.rows.csv`, '--force'];
    const ended = await Promise.all(EXPORTS.map((leads) => run(leads, ...outputs(leads))));
    const both = await Promise.all(EXPORTS.map((leads) => run(leads, ...outputs('both'))));
    expect([...ended, ...both]).toEqual([0, 0, 0, 0]);
    for (const suffix of ['html', 'rows.csv']) {
      const alone = EXPORTS.map((leads) => read(`${leads}.${suffix}`));
      expect(alone[0]).not.toBe(alone[1]);
      expect(alone).toContain(read(`both.${suffix}`));
    }
    const written = [...EXPORTS, 'both'].flatMap((name) => [`${name}.html`, `${name}.rows.csv`]);
    expect(readdirSync(cwd)).toEqual([...before, ...written].sort());
  });
});

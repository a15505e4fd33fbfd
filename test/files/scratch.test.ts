import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { scratchIn } from '../../src/files/scratch.ts';

let parent = '';
beforeAll(() => {
  parent = realpathSync(mkdtempSync(join(tmpdir(), 'scratch-')));
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));

it('A private folder of a killed run is removed by the next run, and those of others stay', async () => {
  const mine = await scratchIn(parent);
  const own = basename(mine.folder);
  const { pid: ended } = spawnSync(process.execPath, ['--version']);
  const of = (pid: number) => own.replace(`-${process.pid}-`, `-${pid}-`).replace(/.{6}$/, 'abcdef');
  const [killed, running] = [of(ended), of(process.ppid)];
  const elsewhere = killed.replace(/^sla-/, 'sla-other');
  const others = [running, elsewhere, 'sla-notes', `sla-${ended}-abcdef`];
  for (const name of [killed, ...others]) {
    mkdirSync(join(parent, name));
    writeFileSync(join(parent, name, 'spilled'), 'rows');
  }
  const next = await scratchIn(parent);
  expect(new Set(readdirSync(parent))).toEqual(new Set([own, basename(next.folder), ...others]));
  await next.remove();
  await mine.remove();
  expect(new Set(readdirSync(parent))).toEqual(new Set(others));
});

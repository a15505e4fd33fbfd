import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findAgreements } from '../../src/app/agreements/find.ts';
import { realFiles } from '../../src/files/disk.ts';
import type { Files } from '../../src/model/io.ts';
import { memoryIo } from '../cli/memory-io.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sla-find-'));
  await mkdir(join(folder, 'repo'));
  await writeFile(join(folder, 'repo', 'own.sla.yaml'), 'sla: 1\n');
  await writeFile(join(folder, 'secret'), 'not for the log of a pull request\n');
  await symlink(join(folder, 'secret'), join(folder, 'repo', 'linked.sla.yaml'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

it('a link to a file outside the folder that is searched is refused, and the other agreements are found', async () => {
  const { io } = memoryIo({ cwd: join(folder, 'repo'), files: realFiles() });
  const { files, findings } = await findAgreements([], io);
  expect(files).toEqual([join(folder, 'repo', 'own.sla.yaml')]);
  expect(findings).toMatchObject([{ rule: 'outside-path', fatal: true }]);
});

it('links to an agreement beside it are that agreement, and links to a file of another name are one', async () => {
  const cwd = join(folder, 'linked');
  await mkdir(join(cwd, 'sub'), { recursive: true });
  await writeFile(join(cwd, 'good.sla.yaml'), 'sla: 1\n');
  await writeFile(join(cwd, 'terms.yaml'), 'sla: 1\n');
  await symlink('good.sla.yaml', join(cwd, 'current.sla.yaml'));
  await symlink('../good.sla.yaml', join(cwd, 'sub', 'good.sla.yaml'));
  await symlink('terms.yaml', join(cwd, 'a.sla.yaml'));
  await symlink('terms.yaml', join(cwd, 'z.sla.yaml'));
  const { io } = memoryIo({ cwd, files: realFiles() });
  const found = ['a.sla.yaml', 'good.sla.yaml'].map((name) => join(cwd, name));
  expect(await findAgreements([], io)).toEqual({ files: found, findings: [] });
  // Of a link alone nothing is left out.
  expect((await findAgreements(['current.sla.yaml'], io)).files).toEqual([join(cwd, 'current.sla.yaml')]);
});

it('a file named by its own path is the reader’s own choice', async () => {
  const { io } = memoryIo({ cwd: folder, files: realFiles() });
  const { files, findings } = await findAgreements(['repo/linked.sla.yaml'], io);
  expect(files).toEqual([join(folder, 'repo', 'linked.sla.yaml')]);
  expect(findings).toEqual([]);
});

it('more agreements under a folder than a firm can have are counted, and none of them is read', async () => {
  const files: Files = {
    ...realFiles(),
    list: async () => Array.from({ length: 1001 }, (_, i) => `a${i}.sla.yaml`),
    stat: async (path) => ({ kind: path.endsWith('.yaml') ? 'file' : 'directory', bytes: 1, modified: 0 }),
    real: async (path) => path,
  };
  const { io } = memoryIo({ cwd: '/many', files });
  expect(await findAgreements([], io)).toEqual({
    files: [],
    findings: [
      {
        rule: 'too-many-agreements',
        severity: 'error',
        message: 'There are 1,001 agreements under ".", and at most 1,000 are read at once',
        help: 'name the folder or the files that are meant',
        fatal: true,
      },
    ],
  });
  const fewer = { ...io, files: { ...files, list: async () => (await files.list('')).slice(1) } };
  expect((await findAgreements([], fewer)).files).toHaveLength(1000);
});

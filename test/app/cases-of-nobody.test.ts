import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderWith } from './folder.ts';

const rows = Array.from(
  { length: 12 },
  (_, i) =>
    `L${i},${i % 2 ? 'Ana Lopez' : 'Karin Vogt'},2026-0${1 + (i % 6)}-05 09:00,2026-0${1 + (i % 6)}-05 10:00`,
);
const here = folderWith({ 'leads.csv': `Lead ID,Owner,Created at,First contact at\n${rows.join('\n')}\n` });
beforeAll(async () => {
  const drafted = await here.sla('init', '--from', 'leads.csv', '--yes', '--timezone', 'UTC', '--print');
  writeFileSync(`${here.cwd}/a.sla.yaml`, drafted.out.replace('# owner: {', 'owner: {'));
});
afterAll(here.remove);
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');

describe('the cases of somebody', () => {
  it('who has none are no empty list: the name is told, and the nearest where names may be shown', async () => {
    const hidden = await here.sla('cases', '--owner', 'Ana Lopes');
    expect(hidden.status).toBe(2);
    expect(flat(hidden.err)).toContain('No case of the exports has the owner "Ana Lopes"');
    expect(flat(hidden.err)).not.toContain('Lopez');
    expect(hidden.out).toBe('');
    const shown = await here.sla('cases', '--owner', 'Ana Lopes', '--personal');
    expect(flat(shown.err)).toContain('did you mean "Ana Lopez"?');
  });

  it('can not be asked for where no agreement says who owns a lead', async () => {
    const draft = readFileSync(join(here.cwd, 'a.sla.yaml'), 'utf8').replace(' owner: {', ' # owner: {');
    writeFileSync(join(here.cwd, 'silent.sla.yaml'), draft);
    const told = await here.sla('cases', 'silent.sla.yaml', '--owner', 'Ana Lopez');
    expect([told.status, flat(told.err)]).toEqual([
      2,
      expect.stringContaining('--owner: nothing in "agreement" says who owns a lead'),
    ]);
    expect(flat(told.err)).toContain('map the column to the field "owner" of the leads');
    rmSync(join(here.cwd, 'silent.sla.yaml'));
  });

  it('who has some are listed', async () => {
    const { out, status } = await here.sla('cases', '--owner', 'Ana Lopez', '--format', 'csv');
    expect(status).toBe(0);
    expect(out).toContain('L1,');
    expect(out).not.toContain('L2,');
  });
});

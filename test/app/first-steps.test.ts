import { afterAll, describe, expect, it } from 'vitest';
import { folderWith } from './folder.ts';

const rows = Array.from({ length: 40 }, (_, i) => `L${i},2026-0${1 + (i % 6)}-${10 + (i % 9)} 09:00`);
const here = folderWith({ 'leads.csv': `Lead ID,Created at\n${rows.join('\n')}\n` });
afterAll(here.remove);
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');

describe('the first steps', () => {
  it('on an export that tells nothing of sales begin with no warning, and the draft says what to do', async () => {
    const { status } = await here.sla('init', '--from', 'leads.csv', '--yes', '--timezone', 'UTC');
    expect(status).toBe(0);
    const { out, err } = await here.sla('validate');
    expect(`${out}${err}`).not.toContain('warning');
    const printed = await here.sla('init', '--from', 'leads.csv', '--yes', '--print');
    expect(printed.out).toMatch(/^# sla-ignore one-way: .*see below how to get it/m);
  });

  it('without an export end with what is missing and what to type', async () => {
    const { out } = await here.sla('init', 'plain.sla.yaml', '--lang', 'en');
    expect(out).toContain('What is missing: an export of your leads');
    expect(out).toContain('sla init --from leads.csv');
    expect(out).not.toContain('sla report plain.sla.yaml');
  });

  it('with an agreement in place of an export say what it is', async () => {
    const { out, err, status } = await here.sla('sniff', 'agreement.sla.yaml');
    expect(status).toBe(2);
    expect(flat(`${out}${err}`)).toContain('It is a file of YAML, as agreements are, and no export');
    expect(flat(`${out}${err}`)).toContain('sla validate agreement.sla.yaml');
  });
});

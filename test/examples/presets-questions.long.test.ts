import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { folderWith } from '../app/folder.ts';
import { root } from './sla.ts';

const here = folderWith({});
afterAll(() => here.remove());

/** Examples with exports of their own, by the name of their folder. */
const examples = ['hubspot', 'pipedrive', 'odoo', 'closed-month'];

describe('sla doctor --data', () => {
  it.each(examples)('asks the data of %s for no more columns than the promises read', async (name) => {
    const folder = join(root, 'examples', name);
    expect(readdirSync(folder)).toContain('exports');
    const { out, err, status } = await here.sla('doctor', folder, '--data', '--format', 'json');
    const { findings, results } = JSON.parse(out);
    expect(findings.filter(({ severity }: { severity: string }) => severity === 'error')).toEqual([]);
    expect(results[0].inForce, err).toBe('2026.1');
    expect(status).toBe(0);
  });

  it('says that there is nothing to ask, and is silent where nothing was asked', async () => {
    const folder = join(root, 'examples/closed-month');
    const said = 'they give nothing to ask';
    expect((await here.sla('doctor', folder, '--data')).out).toContain(said);
    expect((await here.sla('doctor', folder)).out).not.toContain(said);
  });

  it('is a text for a wiki and a page, with what it asks', async () => {
    const folder = join(root, 'examples/acme');
    for (const format of ['markdown', 'html']) {
      const { out, status } = await here.sla('doctor', folder, '--data', '--format', format);
      expect(status).toBe(0);
      expect(out).toContain('they give 1 thing to ask');
      expect(out).toContain('ACM-00009');
      // Laid out as the other pages of one column are.
      if (format === 'html') expect(out).toContain('<div class="page doc"><main id="main">');
    }
  });

  it('says that exports could not be read, not that they tell no instant', async () => {
    const folder = join(root, 'examples/closed-month');
    const { out, status } = await here.sla('doctor', folder, '--leads', 'nowhere.csv');
    expect(out).toContain('no version is known to be in force: the exports could not be read');
    expect(status).toBe(2);
  });
});

describe('sla calibrate examples/maison', () => {
  it('takes a month without a meeting for a miss and no season, and shows the target of a month that has one', async () => {
    const { out } = await here.sla('calibrate', join(root, 'examples/maison'));
    expect(out).not.toContain('pourrait avoir sa propre');
    expect(out).toContain('✓ 39 (≥\u00a030)');
    expect(out).toContain('aucune cible ronde n’a été tenue dans quatre périodes sur cinq');
    // From nothing kept there is no step up: 2 % of what a meeting decides is no promise.
    expect(out).not.toContain('>= 2 %');
  });
});

import { describe, expect, it } from 'vitest';
import { folderWith } from '../app/folder.ts';
import { strictSchema } from '../app/strict-schema.ts';
import { join } from 'node:path';
import { leads, minuteOf, touchesOf } from './acme-oracle.ts';
import { root } from './sla.ts';

const DAY = 24 * 60;

describe('what the data of acme give to ask', () => {
  it('is one thing: refused as unreachable on fewer days of trying than promised, as a loop over the rows counts them', async () => {
    const given = leads.flatMap((lead) => {
      const decided = minuteOf(lead.row['Décidé le'] ?? '') ?? null;
      const { qualified } = lead;
      if (lead.row.Motif !== 'Injoignable' || lead.answered === null) return [];
      if (decided === null || qualified === null || decided < qualified) return [];
      const touches = touchesOf(lead, ['Appel', 'Courriel', 'Réunion']);
      const before = touches.filter((at) => at >= qualified && at <= decided);
      return [new Set(before.map((at) => Math.floor(at / DAY))).size];
    });
    const early = given.filter((days) => days < 3);
    expect([early.length, given.length]).toEqual([54, 70]);
    const here = folderWith({});
    const { out, status } = await here.sla(
      'doctor',
      join(root, 'examples/acme'),
      '--data',
      '--format',
      'json',
    );
    here.remove();
    const document = JSON.parse(out);
    const validate = strictSchema('doctor');
    expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
    const asked = document.findings.filter(({ severity }: { severity: string }) => severity === 'info');
    expect(asked.map(({ rule }: { rule: string }) => rule)).toEqual(['given-up-early']);
    expect(asked[0].message).toContain(`${early.length} of ${given.length}: "ACM-`);
    expect(status).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { compareVersions } from '../../src/change/compare.ts';
import { couldNeed } from '../../src/change/review.ts';
import { edited, version } from './agreements.ts';
import { repository } from './repository.ts';

/** An agreement with views, activities that name the lead by two fields, and two objectives in an order. */
const base = edited(
  ['      phone: phone\n', '      phone: { column: phone, personal: true }\n      contact: contact\n'],
  ['    lead: lead\n', '    lead: { Who: [id, contact] }\n'],
  [
    'commitments:\n',
    `views:
  board: { for: [sponsor, sales], leads: none, by: [country, size], personal: [phone] }
priorities: [answers, more]
commitments:
`,
  ],
  [
    'objectives:\n',
    `objectives:
  - id: more
    shared_by: [marketing, sales]
    count: { stage: answered }
    target: ">= 10 per month"
    parts:
      - { id: near, owed_by: sales, where: { country: FR }, target: ">= 6 per month" }
      - { id: far, owed_by: marketing, target: ">= 4 per month" }
`,
  ],
);

const but = (...edits: readonly (readonly [string, string])[]): string =>
  edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`The agreement does not say ${from}`);
    return text.replace(from, to);
  }, base);

async function changes(after: string): Promise<readonly string[]> {
  const found = compareVersions(await version(base), await version(after));
  return found.map(
    (change) => `${change.rule}: ${change.class}, ${couldNeed(change).join(' and ') || 'nobody'}`,
  );
}

const BOTH = 'marketing and sales';

describe('what is written in another order', () => {
  it('says the same where no order was meant', async () => {
    expect(await changes(but(['for: [sponsor, sales]', 'for: [sales, sponsor, sales]']))).toEqual([]);
    expect(await changes(but(['by: [country, size]', 'by: [size, country]']))).toEqual([]);
    expect(await changes(but(['[id, contact]', '[contact, id, contact]']))).toEqual([]);
    expect(await changes(but([', leads: none', ''], ['for: [spon', 'leads: none, for: [spon']))).toEqual([]);
  });

  it('is told where it was', async () => {
    expect(await changes(but(['priorities: [answers, more]', 'priorities: [more, answers]']))).toEqual([
      `priorities: open, ${BOTH}`,
    ]);
  });

  it('is told where one name is more or less', async () => {
    for (const edit of [
      ['for: [sponsor, sales]', 'for: [sales]'],
      ['by: [country, size]', 'by: [country]'],
      [', personal: [phone]', ''],
      ['leads: none', 'leads: ids'],
    ] as const)
      expect(await changes(but(edit))).toEqual([`views: open, ${BOTH}`]);
    expect(await changes(but(['[id, contact]', '[contact]']))).toContain(`sources.activities: open, ${BOTH}`);
  });
});

describe('an objective of another name', () => {
  const renamed = [
    ['  - id: more\n', '  - id: most\n    formerly: more\n'],
    ['priorities: [answers, more]', 'priorities: [answers, most]'],
  ] as const;

  it('is the same one in the order of priorities and to its parts', async () => {
    expect(await changes(but(...renamed))).toEqual(['id: renamed, nobody']);
  });

  it('hides no other order', async () => {
    const other = but(...renamed).replace('[answers, most]', '[most, answers]');
    expect(await changes(other)).toEqual([`priorities: open, ${BOTH}`, 'id: renamed, nobody']);
  });

  it('is another one where nothing says what it was called', async () => {
    const told = await changes(but(...renamed).replace('    formerly: more\n', ''));
    expect(told).toContain(`priorities: open, ${BOTH}`);
    expect(told).toContain(`objective: removed, ${BOTH}`);
  });
});

describe('what judges no day', () => {
  const tried = 'experiments: { files: tried.yaml, budget: { limit: 100 EUR per month } }\n';

  it('is accepted by the teams, and never by the sponsor as past days would be', async () => {
    const here = repository();
    const text = base.replace('priorities:', `${tried}priorities:`);
    here.commit('agreed', { 'a.sla.yaml': text });
    const needs = async (after: string) => {
      here.write('a.sla.yaml', after);
      const today = { SOURCE_DATE_EPOCH: String(Date.UTC(2026, 5, 20) / 1000) };
      const { out } = await here.slaWith(today, 'diff', 'HEAD', '--format', 'json', '--no-back-test');
      const { results } = JSON.parse(out) as {
        results: readonly { rule: string; needs: readonly string[] }[];
      };
      return results.map(({ rule, needs: teams }) => `${rule}: ${teams.join(' and ')}`);
    };
    expect(await needs(text.replace('100 EUR', '900 EUR'))).toEqual([`experiments: ${BOTH}`]);
    expect(await needs(text.replace('[answers, more]', '[more, answers]'))).toEqual([`priorities: ${BOTH}`]);
    expect(await needs(text.replace('leads: none', 'leads: ids'))).toEqual([`views: ${BOTH}`]);
    expect(await needs(text.replace('>= 50%', '>= 40%'))).toEqual([
      `target: ${BOTH}`,
      `past: ${BOTH} and sponsor`,
    ]);
    here.remove();
  });
});

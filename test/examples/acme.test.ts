import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { acmeFiles } from '../../examples/generator/acme/index.ts';
import { inTurns } from '../turns.ts';
import { AS_OF, activities, activityRows, dealRows, deals, leadRows, leads } from './acme-oracle.ts';
import { byPeriod, report, root, sla, sum } from './sla.ts';

const { describe, it } = inTurns();

describe('the example of acme', () => {
  it.each(Object.entries(acmeFiles()))('ships %s as the generator writes it', (path, bytes) => {
    const shipped = readFileSync(join(root, 'examples/acme', path));
    expect(Buffer.compare(shipped, bytes), 'npm run examples rewrites it').toBe(0);
  });

  it('ships agreements without a finding', async () => {
    const { status, stdout } = await sla('validate', 'examples/acme', '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({ findings: [] });
    expect(status).toBe(0);
  });

  it('accounts for every row of the exports and of the records', async () => {
    const { ledger } = await report('examples/acme');
    expect(Object.fromEntries(Object.entries(ledger).map(([name, { read }]) => [name, read]))).toEqual({
      leads: leadRows.length,
      activities: activityRows.length,
      deals: dealRows.length,
      'records/meetings.csv': 12,
      'records/campaigns.yaml': 4,
    });
    // A lead that never qualified is no case of any promise.
    const { judged = 0, excluded = {} } = ledger.leads ?? {};
    expect(excluded['no date']).toBe(leads.filter(({ qualified }) => qualified === null).length);
    expect(judged + (excluded['no date'] ?? 0)).toBe(leads.length);
    expect(ledger.activities?.judged).toBe(activities.length);
    expect(ledger.deals?.judged).toBe(deals.length);
    for (const { read, judged, excluded, rejected } of Object.values(ledger))
      expect(judged + sum(excluded) + sum(rejected)).toBe(read);
  });

  it('takes the latest instant of all exports as as-of', async () => {
    const { asOf } = await report('examples/acme');
    // In June Paris is two hours ahead of UTC.
    expect(asOf).toBe(new Date((AS_OF - 120) * 60_000).toISOString().replace('.000', ''));
  });

  // What the READMEs show is held against what is printed by the tests of the documentation.
  it('accounts for every row', async () => {
    const { stdout } = await sla('report', 'examples/acme');
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      '2,014 rows read = 1,065 judged + 938 excluded (identical duplicate 14, no date 924) + 11 rejected (blank key 2, not a date 9)',
    );
  });

  it('tells a story of promises kept, broken and open', async () => {
    const answer = await report('examples/acme');
    const verdicts = (id: string) =>
      Object.values(byPeriod(answer, id, (result) => result.verdict)).join(', ');
    expect(verdicts('feedback')).toBe('met, met, missed, missed, met, open');
    expect(verdicts('follow-up')).toBe('missed, missed, missed, met, missed, open');
    expect(verdicts('alignment-meeting')).toBe('met, met, missed, met, met, open');
  });

  it('lists both waivers with what they excused, and the attainment before and after', async () => {
    const { stdout } = await sla('report', 'examples/acme');
    const text = stdout.replace(/\s+/g, ' ');
    expect(text).toContain(
      'first contact, 2 leads: The telephone was out of order in the afternoon of 13 March',
    );
    expect(text).toMatch(/first contact, 2026-03: \d+\.\d% with waivers, \d+\.\d% without/);
    expect(text).toMatch(
      /2026-05-21 to 2026-05-22: Both teams were at the seminar in Annecy .* 3 cases excused/,
    );
  });

  it('explains the lead of the dispute', async () => {
    const { stdout, status } = await sla('explain', 'ACM-01378', 'examples/acme');
    expect(status).toBe(0);
    expect(stdout).toContain('first contact: ✓ met');
    expect(stdout).toContain('36 min of business time');
  });
});

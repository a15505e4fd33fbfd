import { afterAll, expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { inTurns } from '../turns.ts';
import { folderWith } from './folder.ts';

const { describe, it } = inTurns();

const folder = folderWith({
  'late.sla.yaml': agreementText({
    id: 'late',
    title: 'An office that works until midnight',
    calendars: '{ evening: { timezone: Europe/Paris, week: { mon-fri: [14:00-24:00] } } }',
    sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: id
      created: { column: created, type: datetime, format: iso }
      called: { column: called, type: datetime, format: iso }`,
    stages: '{ created: { at: created }, called: { at: called } }',
    commitments: `
  - id: call
    owed_by: sales
    owed_to: marketing
    response: { from: created, to: called, within: 7.5 business hours, calendar: evening }
    target: ">= 50%"
  - id: anyhow
    owed_by: sales
    owed_to: marketing
    response: { from: created, to: called, within: 450 minutes }
    target: ">= 50%"`,
  }),
  'leads.csv': 'id,created,called\nL1,2026-03-06 16:30,2026-03-07 00:00\n',
});
afterAll(folder.remove);

describe('what is due when an office closes at midnight', () => {
  it('is due on the date that ends, in every text', async () => {
    const typed = ['--from', '2026-03-06T16:30', '--within', '7.5 business hours'];
    const [clock, receipt, cases, examples] = await Promise.all([
      folder.sla('clock', ...typed),
      folder.sla('explain', 'L1'),
      folder.sla('cases', '--commitment', 'call'),
      folder.sla('validate'),
    ]);
    expect(clock.out).toContain('due Friday 6 March 2026, 24:00\n');
    expect(receipt.out).toContain('due     Friday 6 March 2026, 24:00\n');
    expect(receipt.out).toContain('--- due Friday 6 March 2026, 24:00\n');
    expect(cases.out).toContain('Fri 2026-03-06 24:00  Sat 2026-03-07 00:00');
    expect(examples.out).toContain(
      '7.5 business hours: a lead that arrives Friday 16:30 is due Friday 24:00',
    );
  });

  it('is one instant for programs, and met by what comes at midnight', async () => {
    const { out } = await folder.sla('cases', '--commitment', 'call', '--format', 'json');
    expect(JSON.parse(out).results).toMatchObject([
      { state: 'met', due: '2026-03-06T23:00:00Z', stop: '2026-03-06T23:00:00Z' },
    ]);
  });

  it('is due on the date that begins where the limit runs day and night', async () => {
    const cases = await folder.sla('cases', '--commitment', 'anyhow');
    expect(cases.out).toContain('Sat 2026-03-07 00:00  Sat 2026-03-07 00:00');
    const examples = await folder.sla('validate');
    expect(examples.out).toContain(
      '7.5 hours, day and night: a lead that arrives Friday 16:30 is due Saturday 0:00',
    );
  });
});

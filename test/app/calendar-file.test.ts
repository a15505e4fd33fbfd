import { afterAll, describe, expect, it } from 'vitest';
import { agreementText } from '../agreement.ts';
import { folderWith } from './folder.ts';

const event = (...lines: readonly string[]): string => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');

const folder = folderWith({
  'a.sla.yaml': agreementText({
    id: 'a',
    title: 'A',
    teams: '{ marketing: { title: Marketing }, sales: { title: Sales } }',
    calendars: `
  office: { timezone: Europe/Paris, week: { mon-fri: [09:00-12:30, 14:00-18:00] }, holidays: [days.ics] }`,
    sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: Lead
      qualified_at: { column: Qualified, type: datetime, format: iso }
      contacted_at: { column: Contacted, type: datetime, format: iso }`,
    stages: '{ qualified: { at: qualified_at }, contacted: { at: contacted_at } }',
    commitments: `
  - id: first-contact
    owed_by: sales
    owed_to: marketing
    response: { from: qualified, to: contacted, within: 4 business hours, calendar: office }
    target: ">= 95%"`,
  }),
  'days.ics': [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    event(
      'DTSTART;TZID=Europe/Paris:20260506T000000',
      'DTEND;TZID=Europe/Paris:20260507T000000',
      'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
      'SUMMARY:Firm closed',
    ),
    event('DTSTART:20260507T000000', 'DTEND:20260508T000000', 'SUMMARY:Bridge day'),
    event('DTSTART:20260511T100000', 'DTEND:20260511T113000', 'SUMMARY:Staff meeting'),
    event('DTSTART:20260512T100000', 'SUMMARY:Call the bank'),
    'END:VCALENDAR',
    '',
  ].join('\r\n'),
});
afterAll(() => folder.remove());

describe('days off of a leave tool, written with times', () => {
  it('close their days: 5 business days from Monday 4 May are due on Wednesday 13', async () => {
    const asked = ['--from', '2026-05-04T10:00', '--within', '5 business days', '--format', 'json'];
    const { status, out } = await folder.sla('clock', ...asked);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ due: '2026-05-13T16:00:00Z' });
  });

  it('close their hours where they are events of some hours, and a receipt names them', async () => {
    const asked = ['--from', '2026-05-11T09:00', '--within', '3 business hours'];
    const { out } = await folder.sla('clock', ...asked);
    expect(out).toContain('due Monday 11 May 2026, 15:00');
    expect(out).toMatch(/Mon 2026-05-11 10:00 - 11:30 +holiday: Staff meeting\n/);
    const { stretches } = JSON.parse((await folder.sla('clock', ...asked, '--format', 'json')).out);
    expect(stretches.map(({ reason }: { reason: string }) => reason)).toEqual([
      'open',
      'holiday',
      'open',
      'lunch',
      'open',
    ]);
  });

  it('are told by name where they close nothing', async () => {
    const { out } = await folder.sla('validate', '--format', 'json');
    const { findings } = JSON.parse(out);
    expect(findings.filter(({ rule }: { rule: string }) => rule === 'event-left-out')).toMatchObject([
      {
        severity: 'warning',
        message: 'The event "Call the bank" of 2026-05-12 10:00 has no length and closes nothing',
        file: 'a.sla.yaml',
        start: { line: 9 },
      },
    ]);
  });
});

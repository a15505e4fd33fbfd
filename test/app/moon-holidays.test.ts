import { afterAll, expect, it } from 'vitest';
import { agreementText } from '../agreement.ts';
import { folderWith } from './folder.ts';

const folder = folderWith({
  'a.sla.yaml': agreementText({
    id: 'a',
    title: 'Casablanca and Paris',
    effective: '{ from: 2026-03-01, to: 2026-12-31 }',
    calendars: `
  casa: { timezone: Africa/Casablanca, week: { mon-fri: [09:00-17:00] }, holidays: [MA] }
  paris: { timezone: Europe/Paris, week: { mon-fri: [09:00-17:00] }, holidays: [FR] }`,
    stages: '{ created: { at: created } }',
    commitments: `
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: created }, target: ">= 1 per month" }`,
  }),
});
afterAll(() => folder.remove());

it('holidays that rest on the moon are named, each with its date', async () => {
  const { status, out } = await folder.sla('validate', '--format', 'json');
  const { findings } = JSON.parse(out) as { findings: readonly { rule: string; message: string }[] };
  expect(status).toBe(0);
  expect(findings.filter(({ rule }) => rule === 'moon-holidays')).toMatchObject([
    {
      severity: 'info',
      message: expect.stringContaining(
        '"MA" rest on the moon and are computed: 2026-03-20 End of Ramadan (Eid al-Fitr), 2026-03-21 End of',
      ),
    },
  ]);
  const { out: french } = await folder.sla('validate', '--lang', 'fr');
  expect(french.replace(/\s+/g, ' ')).toContain('20 mars 2026 Fête de fin du Ramadan, 21 mars 2026 Fête');
});

it('holidays of which a second source says something else are named, and those of well known countries are not', async () => {
  const calendars = ['HU', 'FR', 'BE', 'DE-BY'].map(
    (country) =>
      `  ${country.toLowerCase()}: { timezone: UTC, week: { mon-fri: [09:00-17:00] }, holidays: [${country}] }`,
  );
  const several = folderWith({
    'b.sla.yaml': agreementText({
      id: 'b',
      effective: '{ from: 2026-01-05 }',
      calendars: `\n${calendars.join('\n')}`,
      stages: '{ created: { at: created } }',
      commitments: `
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: created }, target: ">= 1 per month" }`,
    }),
  });
  const { out } = await several.sla('validate', '--format', 'json');
  several.remove();
  const { findings } = JSON.parse(out) as { findings: readonly { rule: string; message: string }[] };
  const doubtful = findings.filter(({ rule }) => rule === 'doubtful-holidays');
  expect(doubtful.map(({ message }) => message.replace(/:.*/s, ''))).toEqual([
    'Two sources do not agree on public holidays of "HU"',
  ]);
  expect(doubtful[0]?.message).toMatch(/: 2026-\d\d-\d\d .* \((open|closed) here\)/);
});

it.each([
  ['en', 'holiday: Labour Day'],
  ['fr', 'jour férié : Fête du travail'],
])('a clock names the holidays in the language of the reader: %s', async (language, said) => {
  for (const calendar of ['casa', 'paris']) {
    const asked = ['--calendar', calendar, '--from', '2026-04-30T16:30', '--within', '3 business hours'];
    const { out } = await folder.sla('clock', ...asked, '--lang', language);
    expect(out.replace(/\s+/g, ' ')).toContain(said);
  }
});

import { expect, it } from 'vitest';
import { agreementText } from '../agreement.ts';
import { reportOf } from '../judging/world.ts';

const AGREEMENT = agreementText({
  id: 'notes',
  title: 'Notes',
  stages: '{ created: { at: created } }',
  commitments: `
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: created }, target: ">= 120 per month" }`,
});

it.each([
  ['L1,2026-03-29 02:30', '1 cell of "leads" shows a time that the clocks of Europe/Paris skipped'],
  [
    'L1,2026-03-29 02:30\nL2,2026-03-29 02:45',
    '2 cells of "leads" show a time that the clocks of Europe/Paris skipped',
  ],
])('a note counts in good grammar: %j', async (rows, note) => {
  const { notes } = await reportOf(AGREEMENT, { leads: `id,created\n${rows}\n` });
  expect(notes.join('\n')).toContain(note);
});

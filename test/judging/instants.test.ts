import { expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { inTurns } from '../turns.ts';
import { casesOf, refusalOf, reportOf } from './world.ts';

const { describe, it } = inTurns();

const PARIS = agreementText({
  id: 'instants',
  title: 'Instants',
  calendars: '{ office: { timezone: Europe/Paris, week: { mon-fri: [09:00-17:00] } } }',
  sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: id
      created: { column: created, type: datetime, format: iso }
      contacted: { column: contacted, type: datetime, format: iso }`,
  stages: '{ created: { at: created }, contacted: { at: contacted } }',
  commitments: `
  - id: contact
    owed_by: sales
    owed_to: marketing
    response: { from: created, to: contacted, within: 2 hours }
    target: ">= 90%"`,
});

describe('an instant', () => {
  it('with an offset is that instant, and without one is local time of the source', async () => {
    const cases = await casesOf(PARIS, {
      leads: `id,created,contacted
A,2026-03-02T09:00:00+01:00,2026-03-02T08:30:00Z
B,2026-03-02 09:00,2026-03-02 03:30:00-05:00
`,
    });
    expect(cases.A).toMatchObject({ start: '2026-03-02T08:00Z', stop: '2026-03-02T08:30Z', elapsed: 1800 });
    expect(cases.B).toMatchObject({ start: '2026-03-02T08:00Z', stop: '2026-03-02T08:30Z', elapsed: 1800 });
  });

  it('is compared to the second: one second after due is late', async () => {
    const cases = await casesOf(PARIS, {
      leads: `id,created,contacted
A,2026-03-02 09:00:30,2026-03-02 11:00:30
B,2026-03-02 09:00:30,2026-03-02 11:00:31
`,
    });
    expect([cases.A?.state, cases.B?.state]).toEqual(['met', 'breached']);
  });

  it('without an offset and without a declared zone is refused', async () => {
    const nowhere = PARIS.replace('    timezone: Europe/Paris\n    key', '    key');
    expect(await refusalOf(nowhere, { leads: 'id,created,contacted\n' })).toContain('no-time-zone');
  });

  it('in the hour that the clocks skip is the moment at which they changed', async () => {
    const cases = await casesOf(PARIS, {
      leads: `id,created,contacted
A,2026-03-29 02:30,2026-03-29 05:00
`,
    });
    expect(cases.A).toMatchObject({ start: '2026-03-29T01:00Z', due: '2026-03-29T03:00Z', state: 'met' });
  });

  it('that the clocks show twice is the first for a start and the last for a stop', async () => {
    const cases = await casesOf(PARIS, {
      leads: `id,created,contacted
A,2026-10-25 02:30,2026-10-25 04:00
B,2026-10-25 00:00,2026-10-25 02:30
`,
    });
    expect(cases.A).toMatchObject({
      start: '2026-10-25T00:30Z',
      stop: '2026-10-25T03:00Z',
      state: 'breached',
    });
    expect(cases.B).toMatchObject({ stop: '2026-10-25T01:30Z', elapsed: 3.5 * 3600, state: 'breached' });
  });

  it('that a change of the clocks touched is counted in the notes', async () => {
    const { notes } = await reportOf(PARIS, {
      leads: `id,created,contacted
A,2026-03-29 02:30,2026-03-29 05:00
B,2026-10-25 02:30,
C,2026-10-25 02:45,
`,
    });
    expect(notes.filter((note) => /^1 cell .* skipped/.test(note))).toHaveLength(1);
    expect(notes.filter((note) => /^2 cells .* twice/.test(note))).toHaveLength(1);
  });
});

describe('a date without a time', () => {
  const DAY = PARIS.replace('within: 2 hours', 'within: 48 hours');

  it('is met only if it is met at both of its ends', async () => {
    const cases = await casesOf(DAY, {
      leads: `id,created,contacted
early,2026-03-02 12:00,2026-03-03
spans,2026-03-02 12:00,2026-03-04
late,2026-03-02 12:00,2026-03-05
`,
    });
    expect(cases.early).toMatchObject({ state: 'met', reason: null });
    expect(cases.spans).toMatchObject({ state: 'unknown', reason: 'date-only' });
    expect(cases.late).toMatchObject({ state: 'breached', reason: null });
  });

  it('as a start is judged at both of its ends too', async () => {
    const cases = await casesOf(DAY, {
      leads: `id,created,contacted
A,2026-03-02,2026-03-03 23:00
B,2026-03-02,2026-03-04 12:00
C,2026-03-02,2026-03-05 00:00
`,
    });
    expect([cases.A?.state, cases.B?.state, cases.C?.state]).toEqual(['met', 'unknown', 'breached']);
  });

  it('on the day of the start is taken to follow the start', async () => {
    const cases = await casesOf(DAY, { leads: 'id,created,contacted\nA,2026-03-02 12:00,2026-03-02\n' });
    expect(cases.A).toMatchObject({ state: 'met', elapsed: null });
  });
});

it('a date that may be day-month or month-day is never guessed: the format must be declared', async () => {
  const silent = PARIS.replace(
    'created: { column: created, type: datetime, format: iso }',
    'created: { column: created, type: datetime }',
  );
  expect(await refusalOf(silent, { leads: 'id,created,contacted\n' })).toContain('missing-format');
});

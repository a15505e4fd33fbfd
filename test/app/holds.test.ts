import { afterAll, expect } from 'vitest';
import { agreementText } from '../agreement.ts';
import { inTurns } from '../turns.ts';
import { folderWith } from './folder.ts';
import { strictSchema } from './strict-schema.ts';

const { describe, it } = inTurns();

/** Seven hours a day in Paris. 6 March 2026 is a Friday. */
const AGREEMENT = agreementText({
  id: 'hold',
  title: 'On hold',
  status: 'active',
  effective: '{ from: 2026-01-01 }',
  teams: '{ marketing: { title: Marketing }, sales: { title: Sales } }',
  sponsor: 'Managing Director',
  calendars: '{ office: { timezone: Europe/Paris, week: { mon-fri: ["09:00-12:00", "13:00-17:00"] } } }',
  sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: Lead
      created: { column: Created, type: datetime, format: iso }
      answered: { column: Answered, type: datetime, format: iso }
  history:
    files: history.csv
    timezone: Europe/Paris
    lead: Lead
    fields:
      entered: { column: Entered, type: datetime, format: iso }
      left: { column: Left, type: datetime, format: iso }
      status: Status`,
  stages: '{ created: { at: created }, answered: { at: answered } }',
  commitments: `
  - id: promise
    owed_by: sales
    owed_to: marketing
    response:
      from: created
      to: answered
      within: 4 business hours
      calendar: office
      pause: { source: history, from: entered, to: left, where: { status: Waiting }, at_most: 3 business hours }
    target: ">= 50%"`,
});
const folder = await folderWith({
  'hold.sla.yaml': AGREEMENT,
  'leads.csv': 'Lead,Created,Answered\nA,2026-03-06 15:00,2026-03-09 17:00\nB,2026-03-10 09:00,\n',
  'history.csv': `Lead,Entered,Left,Status
A,2026-03-05 10:00,2026-03-06 14:00,Waiting
A,2026-03-06 16:00,2026-03-09 10:00,Waiting
A,2026-03-06 16:30,2026-03-09 09:30,Waiting
A,2026-03-06 17:30,2026-03-06 18:00,Working
A,2026-03-06 18:00,2026-03-09 11:30,Waiting
A,2026-03-09 12:30,2026-03-09 12:45,Waiting
A,2026-03-09 17:00,2026-03-09 17:30,Waiting
B,2026-03-10 10:00,,Waiting
`,
});
afterAll(folder.remove);

describe('the receipt of a case that was on hold', () => {
  it('lists each pause with what it took off the clock, and what it took agrees with the verdict', async () => {
    const text = (await folder.sla('explain', 'A', '--as-of', '2026-03-10T11:00:00Z')).out;
    expect(text).toContain('due     Monday 9 March 2026, 15:00');
    // Friday 15-16, Monday 10-12 (but for what is on hold to 11) and 13-17.
    expect(text).toContain('took    6 h of business time, 2 h too late');
    expect(text).toContain(`on hold 3 h
    Thu 2026-03-05 10:00 to Fri 2026-03-06 14:00: 0 s, before the start
    Fri 2026-03-06 16:00 to Mon 2026-03-09 10:00: 2 h
    Fri 2026-03-06 16:30 to Mon 2026-03-09 09:30: 0 s, inside another
    Fri 2026-03-06 18:00 to Mon 2026-03-09 11:30: 1 h, beyond what a pause may take
    Mon 2026-03-09 12:30 to Mon 2026-03-09 12:45: 0 s, outside opening hours
    Mon 2026-03-09 17:00 to Mon 2026-03-09 17:30: 0 s, after the stop`);
  });

  it('has in Markdown a colon before the stage of a moment, where a terminal has a column', async () => {
    const { out } = await folder.sla('explain', 'A', '--as-of', '2026-03-10T11:00:00Z', '-f', 'markdown');
    expect(out).toMatch(/^- started Friday 6 March 2026, \d+:\d\d: [^,]+, column "[^"]+"$/m);
    expect(out).toMatch(/^- limit \d/m);
  });

  it('in JSON, by its schema, one that lasts too', async () => {
    const { out: stdout } = await folder.sla(
      'explain',
      'B',
      '--as-of',
      '2026-03-10T11:00:00Z',
      '--format',
      'json',
    );
    const document = JSON.parse(stdout);
    const validate = strictSchema('receipt');
    expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
    const [{ clock, state }] = document.results[0].promises;
    expect(state).toBe('pending');
    expect(clock.holds).toEqual([
      { from: '2026-03-10T09:00:00Z', to: null, tookSeconds: 7200, reason: null },
    ]);
    expect(clock.stretches.map(({ reason }: { reason: string }) => reason)).toContain('on hold');
  });

  it('in French no English is left', async () => {
    const { out: stdout } = await folder.sla(
      'explain',
      'A',
      '--as-of',
      '2026-03-10T11:00:00Z',
      '--lang',
      'fr',
    );
    expect(stdout).toContain('comprise dans une autre');
    expect(stdout).toContain('du ven. 06/03/2026 16:00 au lun. 09/03/2026 10:00\u00a0: 2\u00a0h\n');
    expect(stdout).not.toMatch(/on hold|inside|beyond|outside/);
  });
});

it('validate says what is due once the pause is used up, and show says when the clock stands still', async () => {
  const { out: stdout } = await folder.sla('validate');
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
    // Half an hour on Friday, three and a half on Monday; three more with the pause: 17:00 less half an hour.
    'a lead that arrives Friday 16:30 is due Monday 13:30, and after 3 business hours on hold Monday 16:30',
  );
  const shown = (await folder.sla('show')).out.replaceAll(/\s+/g, ' ');
  expect(shown).toContain(
    'the clock stands still from entered to left of each row in history where status is Waiting, for at most 3 business hours',
  );
});

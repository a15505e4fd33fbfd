import { expect } from 'vitest';
import { comparePromises } from '../../src/change/promise.ts';
import { readAgreement } from '../../src/language/read.ts';
import { agreementText } from '../agreement.ts';
import { inTurns } from '../turns.ts';
import { casesOf, refusalOf, reportOf } from './world.ts';

const { describe, it } = inTurns();

/** Open 09:00-17:00 in Paris, one hour before UTC in March. 2 March 2026 is a Monday. */
const agreement = (owners = 'owners: { source: assignments, owner: user, from: from_at, to: to_at }') =>
  agreementText({
    id: 'owners',
    title: 'Owners in time',
    timezone: 'Europe/Paris',
    calendars: '{ office: { timezone: Europe/Paris, week: { mon-fri: ["09:00-17:00"] } } }',
    sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    ${owners}
    fields:
      id: id
      owner: owner
      created: { column: created, type: datetime, format: iso }
      answered: { column: answered, type: datetime, format: iso }
  assignments:
    files: assignments.csv
    timezone: Europe/Paris
    lead: lead
    fields:
      user: user
      from_at: { column: from, type: datetime, format: iso }
      to_at: { column: to, type: datetime, format: iso }
  activities:
    files: activities.csv
    timezone: Europe/Paris
    lead: lead
    fields: { at: { column: at, type: datetime, format: iso } }`,
    stages: '{ created: { at: created }, answered: { at: answered } }',
    profile: '{ must: { created: present } }',
    commitments: `
  - id: reply
    owed_by: sales
    owed_to: marketing
    response: { from: created, to: answered, within: 2 business hours, calendar: office }
    max_unknown: 100%
    target: ">= 50%"
  - id: tries
    owed_by: sales
    owed_to: marketing
    attempts: { from: created, at_least: 1, within: 6 business hours, calendar: office, source: activities }
    target: ">= 50%"
  - id: volume
    owed_by: marketing
    owed_to: sales
    count: { stage: created }
    target: ">= 1 per month"`,
  });

const exports = {
  leads: `id,owner,created,answered
A,Zoe,2026-03-02 09:00,2026-03-02 10:30
B,Zoe,2026-03-02 09:00,2026-03-02 12:00
C,Zoe,2026-03-02 10:00,2026-03-02 13:00
D,Zoe,2026-03-02 09:00,2026-03-02 10:00
E,Zoe,2026-03-02 09:00,
F,Zoe,2026-03-02 16:30,
`,
  // B changes hands at the very instant of its due; E was nobody's at its due; F is due after as-of.
  assignments: `lead,user,from,to
A,Ana,2026-03-01 08:00,2026-03-02 11:30
A,Zoe,2026-03-02 11:30,
B,Ana,2026-03-01 08:00,2026-03-02 11:00
B,Bob,2026-03-02 11:00,2026-03-03 09:00
C,Ana,2026-03-02 10:00,2026-03-02 12:00
C,Bob,2026-03-02 11:00,2026-03-02 13:00
E,Ana,2026-03-02 09:00,2026-03-02 10:00
F,Ana,2026-03-02 16:30,2026-03-02 16:45
F,Bob,2026-03-02 16:45,2026-03-03 09:00
`,
  activities: `lead,at
A,2026-03-02 09:30
`,
};
const asOf = { asOf: '2026-03-02T16:00:00Z' };

describe('a history of owners', () => {
  it('a part by owner charges whoever owned the lead at its due, and no clock starts again', async () => {
    const report = await reportOf(agreement(), exports, { ...asOf, by: ['owner'] });
    const parts = (id: string) =>
      Object.fromEntries(
        report.results.flatMap((one) =>
          one.id === id && one.by !== null
            ? [[one.by.owner ?? '', [one.counts.met, one.counts.breached, one.counts.pending]]]
            : [],
        ),
      );
    // Due at 11:00 (A, B, D, E) and 12:00 (C); F on Tuesday at 10:30, and is whose it is on Monday at 17:00.
    expect(parts('reply')).toEqual({ Ana: [1, 0, 0], Bob: [0, 2, 1], Zoe: [1, 1, 0] });
    // Due at 15:00 (A, B, D, E), 16:00 (C) and 14:30 on Tuesday (F): nobody else has one but B and F.
    expect(parts('tries')).toEqual({ Bob: [0, 1, 1], Zoe: [1, 3, 0] });
    // A number has no due: it is counted for the owner of today.
    expect(parts('volume')).toEqual({ Zoe: [6, 0, 0] });
    expect(report.notes).toContain(
      'reply: 4 cases were reassigned, and are charged to whoever owned them when they were due',
    );
    expect(report.notes).toContain(
      'tries: 2 cases were reassigned, and are charged to whoever owned them when they were due',
    );
  });

  it('a person of whom fewer cases are decided than min_cases has no verdict, and the whole has one', async () => {
    const verdicts = async (text: string) =>
      Object.fromEntries(
        (await reportOf(text, exports, { ...asOf, by: ['owner'] })).results.flatMap((one) =>
          one.id === 'reply' ? [[one.by === null ? 'all' : one.by.owner, one.verdict]] : [],
        ),
      );
    expect(await verdicts(agreement())).toEqual({ all: 'open', Ana: null, Bob: null, Zoe: null });
    // Bob has two that are decided, Ana one.
    expect(await verdicts(agreement().replace('max_unknown: 100%', 'min_cases: 2'))).toEqual({
      ...{ all: 'open', Ana: null, Bob: 'missed', Zoe: 'met' },
    });
  });

  it('what every case comes to is the same with the history and without', async () => {
    const [charged, plain] = [
      await casesOf(agreement(), exports, asOf),
      await casesOf(agreement(''), exports, asOf),
    ];
    expect(charged).toEqual(plain);
    const whole = (one: Awaited<ReturnType<typeof reportOf>>) =>
      one.results.map(({ place: _, ...rest }) => rest);
    expect(whole(await reportOf(agreement(), exports, asOf))).toEqual(
      whole(await reportOf(agreement(''), exports, asOf)),
    );
  });

  it('another history is a change of what every promise about leads rests on', async () => {
    const read = async (text: string) => {
      const { agreement: found } = await readAgreement('/a.sla.yaml', 'a.sla.yaml', text);
      const promise = found?.commitments[0];
      if (!found || !promise) throw new Error('The agreement is refused');
      return { agreement: found, promise };
    };
    const changes = comparePromises(await read(agreement('')), await read(agreement()));
    expect(changes).toMatchObject([{ rule: 'sources.leads', class: 'open' }]);
  });

  it('names that the history calls personal are shown to nobody who does not ask for them', async () => {
    const text = agreement().replace('user: user\n', 'user: { column: user, personal: true }\n');
    expect(await refusalOf(text, exports, { ...asOf, by: ['owner'], personal: false })).toEqual([
      'wrong-option',
    ]);
  });

  it('a history that can mean nothing is refused', async () => {
    const refused = (from: string, to: string) => refusalOf(agreement().replace(from, to), exports, asOf);
    expect(await refused('source: assignments', 'source: assignment')).toEqual(['unknown-source']);
    expect(await refused('owner: user,', 'owner: person,')).toEqual(['unknown-field']);
    expect(await refused('to: to_at', 'to: from_at')).toEqual(['pause-ends']);
    expect(await refused('to: to_at', 'to: user')).toEqual(['not-a-date-field']);
    expect(await refused('      owner: owner\n', '')).toEqual(['unknown-field']);
  });
});

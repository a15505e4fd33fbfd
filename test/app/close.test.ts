import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { recordIn, withClosing } from '../../src/app/closed/record.ts';
import { closedCases, MOST_LISTED, type StateNow } from '../../src/app/closed/states.ts';
import { agreementText } from '../agreement.ts';
import { type Repository, repository } from '../change/repository.ts';
import { inTurns } from '../turns.ts';

const { describe, it } = inTurns();

const made: Repository[] = [];
afterAll(() => {
  for (const one of made.splice(0)) one.remove();
});

const agreement = (id: string, parts: Partial<Parameters<typeof agreementText>[0]> = {}): string =>
  agreementText({
    id,
    effective: '{ from: 2026-01-01 }',
    calendars: `
  office: { timezone: Europe/Paris, week: { mon-fri: ["09:00-17:00"] }, holidays: [closed.ics] }`,
    sources: `
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: id
      country: country
      created: { column: created, type: datetime, format: iso }
      contacted: { column: contacted, type: datetime, format: iso }`,
    stages: '{ created: { at: created }, contacted: { at: contacted } }',
    profile: '{ must: { country: [FR] } }',
    commitments: `
  - id: first-contact
    title: First contact
    owed_by: sales
    owed_to: marketing
    where: profile
    response: { from: created, to: contacted, within: 4 business hours, calendar: office }
    target: ">= 50%"
  - id: volume
    title: Volume
    owed_by: marketing
    owed_to: sales
    where: profile
    count: { stage: created }
    target: ">= 4 per month"
  - id: quarterly
    title: Quarterly
    owed_by: marketing
    owed_to: sales
    count: { stage: created }
    target: ">= 4 per quarter"`,
    ...parts,
  });

/** Created on Monday to Friday of one week in May; the 6 May is late by two days, 7 May was never contacted. */
const LEADS: Readonly<Record<string, string>> = {
  L1: 'FR,2026-05-04 10:00,2026-05-04 11:00',
  L2: 'FR,2026-05-05 10:00,2026-05-05 11:00',
  L3: 'FR,2026-05-06 10:00,2026-05-08 10:00',
  L4: 'FR,2026-05-07 10:00,',
  L5: 'FR,2026-05-08 10:00,2026-05-08 16:00',
  L6: 'US,2026-05-11 10:00,2026-05-11 11:00',
  L7: 'FR,2026-06-10 10:00,2026-06-10 11:00',
};

const csv = (leads: Readonly<Record<string, string>>): string =>
  `id,country,created,contacted\n${Object.entries(leads)
    .map(([id, cells]) => `${id},${cells}\n`)
    .join('')}`;

const ics = (...days: readonly string[]): string =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${days
    .map(
      (day) =>
        `BEGIN:VEVENT\r\nUID:${day}\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:${day}\r\nSUMMARY:Closed\r\nEND:VEVENT\r\n`,
    )
    .join('')}END:VCALENDAR\r\n`;

const RECORD = '.sla/closed/2026-05.json';

function world(files: Readonly<Record<string, string>> = {}): Repository {
  const here = repository();
  made.push(here);
  here.commit('first', {
    'office.sla.yaml': agreement('office'),
    'leads.csv': csv(LEADS),
    'closed.ics': ics('20260514'),
    ...files,
  });
  return here;
}

let closed: Promise<Repository> | undefined;

async function closedWorld(): Promise<Repository> {
  closed ??= closedOnce();
  const here = (await closed).copy();
  made.push(here);
  return here;
}

async function closedOnce(): Promise<Repository> {
  const here = world();
  const { status, out, err } = await here.sla('close', '2026-05', '--date', '2026-06-12');
  expect([status, err]).toEqual([0, '']);
  expect(out).toBe(
    '2026-05 of office is closed: 2 results in .sla/closed/2026-05.json\nCommit it, with .sla/salt, by which its cases are told\n',
  );
  return here;
}

interface Moved {
  readonly lead: string;
  readonly commitment: string;
  readonly state: string;
  readonly moved: { readonly from: string | null; readonly why: string };
}

async function moves(here: Repository, commitment = 'first-contact'): Promise<readonly string[]> {
  const { out, status } = await here.sla(
    ...['cases', '--moved', '2026-05', '--commitment', commitment, '-f', 'json'],
  );
  expect(status).toBe(0);
  return (JSON.parse(out).results as readonly Moved[]).map(
    ({ lead, state, moved }) => `${lead}: ${moved.from} to ${state}, ${moved.why}`,
  );
}

const record = (here: Repository): string => readFileSync(join(here.root, RECORD), 'utf8');
const closedMonths = (out: string): readonly string[] =>
  (JSON.parse(out).findings as readonly { rule: string; message: string }[])
    .filter(({ rule }) => rule === 'closed-month')
    .map(({ message }) => message);

describe('sla close', () => {
  it('writes the results and the states of a month, names no lead, and the same exports say nothing against it', async () => {
    const here = await closedWorld();
    const file = JSON.parse(record(here));
    const [closing] = file.agreements.office.closings;
    expect(file).toMatchObject({ schema: 'closed/1', month: '2026-05' });
    expect(closing).toMatchObject({ closed: '2026-06-12', provisional: false, why: null });
    // By hand: L1 and L2 in time, L3 and L4 late, L5 after six hours; L6 is out of the profile. No quarter ends in May.
    expect(
      closing.results.map((one: { id: string; counts: object; verdict: string; value: number }) => [
        one.id,
        one.counts,
        one.verdict,
        one.value,
      ]),
    ).toEqual([
      ['first-contact', { met: 2, breached: 3, pending: 0, excluded: 1, unknown: 0 }, 'missed', null],
      ['volume', { met: 5, breached: 0, pending: 0, excluded: 1, unknown: 0 }, 'met', 5],
    ]);
    expect(closing.cases.columns).toEqual(['first-contact 2026-05', 'volume 2026-05']);
    const leads = Object.entries<string>(closing.cases.leads);
    expect(leads.map(([lead]) => lead).every((lead) => /^[0-9a-f]{16}$/.test(lead))).toBe(true);
    expect(leads.map(([, cells]) => cells.replace(/([mbxpu])[0-9a-f]{6}/g, '$1')).sort()).toEqual([
      'b m',
      'b m',
      'b m',
      'm m',
      'm m',
      'x x',
    ]);
    expect(record(here)).not.toMatch(/L[1-7]\b/);
    for (const command of ['check', 'report'])
      expect(closedMonths((await here.sla(command, '-f', 'json')).out)).toEqual([]);
    expect(await moves(here)).toEqual([]);
    expect((await here.sla('validate')).status).toBe(0);
  });

  it('is held against exports that end long before it was closed', async () => {
    const here = world({ 'leads.csv': csv({ ...LEADS, L7: 'FR,2026-10-08 10:00,2026-10-08 11:00' }) });
    expect((await here.sla('close', '2026-05', '--date', '2026-10-12')).status).toBe(0);
    const { L7: _, ...left } = LEADS;
    here.write('leads.csv', csv(left));
    const { out, err } = await here.sla('check', '-f', 'json');
    expect(err).toBe('');
    // L4 was never contacted, and is as late as it was.
    expect(JSON.parse(out).results).toHaveLength(3);
    expect(await moves(here)).toEqual([]);
  });

  it('tells the cases that moved since, each with its reason, though the record knows them by hashes', async () => {
    const here = await closedWorld();
    const { L2: _, ...left } = LEADS;
    here.write(
      'leads.csv',
      csv({
        ...left,
        L1: 'FR,2026-05-04 10:00,2026-05-06 11:00',
        L3: 'US,2026-05-06 10:00,2026-05-08 10:00',
        L4: 'FR,2026-05-07 10:00,2026-06-09 10:00',
        L5: 'FR,2026-06-08 10:00,2026-06-08 11:00',
        L9: 'FR,2026-05-20 10:00,2026-05-20 11:00',
      }),
    );
    const found = await moves(here);
    expect(found.map((line) => line.replace(/keyed:[0-9a-f]{16}/, 'HASH')).sort()).toEqual([
      'HASH: met to excluded, gone',
      'L1: met to breached, date-edited',
      'L3: breached to excluded, field-changed',
      'L5: breached to excluded, date-edited',
      'L9: null to met, new',
    ]);
    const { out, status } = await here.sla('check', '--from', '2026-05', '--to', '2026-05', '-f', 'json');
    expect(closedMonths(out)).toEqual([
      '"First contact" in 2026-05 was closed at 2/5 (missed), and is 1/3 (missed) by the exports of today: 5 cases moved: 1 breached to excluded (out of the profile, or another field was changed), 1 breached to no case (a date or an amount was edited), 1 met to breached (a date or an amount was edited), 1 met to no case (gone from the exports), 1 no case to met (new in the exports)',
      expect.stringContaining('"Volume" in 2026-05 was closed at 5 (met), and is 3 (missed)'),
    ]);
    expect(status).toBe(1);
    // The agreement may make it an error, and says where it does not matter.
    const weighed = agreement('office', { more: 'lint: { closed-month: error }\n' });
    here.write('office.sla.yaml', weighed);
    expect(JSON.parse((await here.sla('check', '-f', 'json')).out).findings).toContainEqual(
      expect.objectContaining({ rule: 'closed-month', severity: 'error' }),
    );
    here.write(
      'office.sla.yaml',
      agreement('office').replace(
        '  - id: volume\n',
        '  - id: volume # sla-ignore closed-month: counted anew by both teams\n',
      ),
    );
    const [one, ...others] = closedMonths((await here.sla('check', '-f', 'json')).out);
    expect([one?.split(' in ')[0], others]).toEqual(['"First contact"', []]);
    here.write('office.sla.yaml', agreement('office'));
    const told = await here.sla('check', '--as-if', '1', '-f', 'json');
    expect(closedMonths(told.out)).toEqual([]);
    // The record alone: official, also without any export.
    rmSync(join(here.root, 'leads.csv'));
    const report = JSON.parse((await here.sla('report', '--closed', '-f', 'json')).out);
    expect(
      report.results.map((one: { id: string; verdict: string; period: string }) => [
        one.id,
        one.period,
        one.verdict,
      ]),
    ).toEqual([
      ['first-contact', '2026-05', 'missed'],
      ['volume', '2026-05', 'met'],
    ]);
    expect(report.results).toEqual(JSON.parse(record(here)).agreements.office.closings[0].results);
    expect((await here.sla('report', '--closed', '--by', 'country')).status).toBe(2);
    expect((await here.sla('report', '--closed', '--from', '2026-06')).status).toBe(2);
  });

  it('tells terms, waivers, holidays and another version of sla from edited dates', async () => {
    const here = await closedWorld();
    here.write('office.sla.yaml', agreement('office').replace('within: 4 business', 'within: 8 business'));
    expect(await moves(here)).toEqual(['L5: breached to met, terms']);
    const waivers = `
  - { leads: [L4], commitment: first-contact, reason: Ill, approved_by: [sales, marketing] }`;
    here.write('office.sla.yaml', agreement('office', { waivers }));
    expect(await moves(here)).toEqual(['L4: breached to excluded, waived']);
    here.write('office.sla.yaml', agreement('office'));
    here.write('closed.ics', ics('20260514', '20260506', '20260507'));
    expect(await moves(here)).toEqual(['L3: breached to met, holidays']);
    here.write('closed.ics', ics('20260514'));

    const file = recordIn(record(here));
    const closing = structuredClone(file.agreements.get('office')?.closings[0]) as unknown as {
      tool: { version: string };
      cases: { leads: Record<string, string> };
    };
    closing.tool.version = '0.0.9';
    for (const [lead, cells] of Object.entries(closing.cases.leads))
      closing.cases.leads[lead] = cells.replace(/^b/, 'm');
    const older = withClosing(null, { month: '2026-05', agreement: 'office', closing: { ...closing } });
    here.write(RECORD, older);
    expect(await moves(here)).toEqual(['L3', 'L4', 'L5'].map((lead) => `${lead}: met to breached, tool`));
    // Another salt: the numbers are held, the cases can't be.
    here.write('.sla/salt', `${'0'.repeat(64)}\n`);
    here.write('leads.csv', csv({ ...LEADS, L1: 'FR,2026-05-04 10:00,' }));
    expect(closedMonths((await here.sla('check', '-f', 'json')).out)[0]).toContain(
      'the salt of the closing is not',
    );
    expect((await here.sla('cases', '--moved', '2026-05')).status).toBe(2);
  });

  it('tells how the exports are read, the zones and what came since from edited dates', async () => {
    const here = await closedWorld();
    // Read in New York, the calls of the same cells come six hours later, past five in Paris: the next day, or late.
    const elsewhere = agreement('office').replace(
      'files: leads.csv\n    timezone: Europe/Paris',
      'files: leads.csv\n    timezone: America/New_York',
    );
    here.write('office.sla.yaml', elsewhere);
    expect(await moves(here)).toEqual(['L5: breached to met, reading']);
    // With a tighter limit besides, what is read otherwise stays the reason of what has other instants.
    here.write('office.sla.yaml', elsewhere.replace('within: 4 business', 'within: 30 business'));
    expect((await moves(here)).every((line) => line.endsWith(', reading'))).toBe(true);
    // The words of a field, with the same instants: the exports are the same, so nobody changed a cell.
    here.write('office.sla.yaml', agreement('office').replace('key: id\n', 'key: id\n    nulls: [FR]\n'));
    expect(await moves(here)).toEqual(
      ['L1: met', 'L2: met', 'L3: breached', 'L4: breached', 'L5: breached'].map(
        (lead) => `${lead} to excluded, reading`,
      ),
    );
    here.write('office.sla.yaml', agreement('office').replace('[FR] } }', '[US] } }'));
    expect(await moves(here)).toEqual(
      ['L1: met', 'L2: met', 'L3: breached', 'L4: breached', 'L5: breached']
        .map((lead) => `${lead} to excluded, terms`)
        .concat('L6: excluded to met, terms'),
    );
    here.write('office.sla.yaml', agreement('office'));

    const closing = structuredClone(
      recordIn(record(here)).agreements.get('office')?.closings[0],
    ) as unknown as {
      zones: string;
      cases: { leads: Record<string, string> };
    };
    closing.zones = '2019a';
    for (const [lead, cells] of Object.entries(closing.cases.leads))
      closing.cases.leads[lead] = cells.replace(/^b/, 'm');
    here.write(RECORD, withClosing(null, { month: '2026-05', agreement: 'office', closing: { ...closing } }));
    expect(await moves(here)).toEqual(['L3', 'L4', 'L5'].map((lead) => `${lead}: met to breached, zones`));
  });

  it('tells what came after a closing that was provisional', async () => {
    const here = world();
    const asOf = ['--as-of', '2026-05-07T12:00', '--provisional', '--date', '2026-05-07'];
    expect((await here.sla('close', '2026-05', ...asOf)).status).toBe(0);
    const counts = JSON.parse(record(here)).agreements.office.closings[0].results[0].counts;
    expect(counts).toMatchObject({ met: 2, breached: 1, pending: 1 });
    // L4 was never called, so that its time was over; a call at 13:00 came after the closing too.
    expect((await moves(here)).filter((line) => line.startsWith('L4'))).toEqual([
      'L4: pending to breached, happened-since',
    ]);
    here.write('leads.csv', csv({ ...LEADS, L4: 'FR,2026-05-07 10:00,2026-05-07 13:00' }));
    expect((await moves(here)).filter((line) => line.startsWith('L4'))).toEqual([
      'L4: pending to met, happened-since',
    ]);
  });

  it('an edited record is told by every gate, a change of one by diff, and a month is closed anew beside the first', async () => {
    const here = await closedWorld();
    here.commit('May is closed');
    const whole = record(here);
    here.write(RECORD, whole.replace('"breached": 3', '"breached": 1'));
    for (const command of ['validate', 'check', 'report', 'diff']) {
      const { status, out, err } = await here.sla(command);
      expect([command, (out + err).includes('edited-record'), command === 'report' || status === 1]).toEqual([
        command,
        true,
        true,
      ]);
    }
    expect((await here.sla('close', '2026-05', '--again', '--why', 'x')).status).toBe(2);
    // The record goes with its agreement: left behind, it would be held by nobody.
    here.write(RECORD, whole);
    for (const file of ['office.sla.yaml', 'leads.csv', 'closed.ics']) {
      here.write(`terms/${file}`, readFileSync(join(here.root, file), 'utf8'));
      rmSync(join(here.root, file));
    }
    const left = await here.sla('diff', '-f', 'json', '--no-back-test');
    expect([left.status, JSON.parse(left.out).findings.map(({ rule }: { rule: string }) => rule)]).toEqual([
      1,
      ['changed-record'],
    ]);
    here.write('terms/.sla/closed/2026-05.json', whole);
    expect((await here.sla('diff', '-f', 'json', '--no-back-test')).status).toBe(0);
    here.git('checkout', '--quiet', '--', '.');
    rmSync(join(here.root, 'terms'), { recursive: true });
    here.write(RECORD, '{ "schema": "closed/1"');
    expect((await here.sla('validate', '-f', 'json')).out).toContain('wrong-record');
    expect((await here.sla('check')).status).toBe(2);
    rmSync(join(here.root, RECORD));
    expect((await here.sla('diff', '-f', 'json')).out).toContain('changed-record');
    here.write(RECORD, whole);
    expect((await here.sla('diff')).status).toBe(0);
    const salt = readFileSync(join(here.root, '.sla/salt'), 'utf8');
    here.write('.sla/salt', `${'0'.repeat(64)}\n`);
    const salted = await here.sla('diff');
    expect([salted.status, salted.out]).toEqual([
      1,
      expect.stringContaining('The salt of the closed months is another one'),
    ]);
    rmSync(join(here.root, '.sla/salt'));
    expect((await here.sla('diff')).out).toContain('The salt of the closed months is removed');
    here.write('.sla/salt', salt);
    expect((await here.sla('diff')).status).toBe(0);

    here.write('leads.csv', csv({ ...LEADS, L4: 'FR,2026-05-07 10:00,2026-05-07 11:00' }));
    const again = await here.sla(
      'close',
      '2026-05',
      '--again',
      '--why',
      'A call was missing',
      '--date',
      '2026-07-01',
    );
    expect(again.status).toBe(0);
    const closings = JSON.parse(record(here)).agreements.office.closings;
    expect(closings.map((one: { why: string | null }) => one.why)).toEqual([null, 'A call was missing']);
    expect(closings[0]).toEqual(JSON.parse(whole).agreements.office.closings[0]);
    expect((await here.sla('diff')).out).toContain('2026-05 of "office" is closed anew: A call was missing');
    expect((await here.sla('diff', '-f', 'json')).out).toContain('"closed-anew"');
    expect((await here.sla('diff', '-f', 'markdown')).out).toContain('is closed anew: A call was missing');
    expect(closedMonths((await here.sla('check', '-f', 'json')).out)).toEqual([]);
    expect((await here.sla('report', '--closed')).out.replace(/\s+/g, ' ')).toContain(
      'for the first time on 2026-06-12; anew because: A call was missing',
    );
    // A record that is written by hand with a digest that fits is another closing than the base has.
    const forged = recordIn(whole).agreements.get('office')?.closings[0] ?? {};
    here.write(
      RECORD,
      withClosing(null, {
        month: '2026-05',
        agreement: 'office',
        closing: { ...forged, closed: '2026-06-13' },
      }),
    );
    expect((await here.sla('diff', '-f', 'json')).out).toContain('changed-record');
  });

  it('refuses what is not over, closed already or not a month, and writes nothing then', async () => {
    const here = world();
    const refused: readonly (readonly [argv: readonly string[], sentence: string])[] = [
      [['2026-06'], 'not-final'],
      [['2026-Q2'], 'a quarter is closed with its last month'],
      [['2026-13'], '"2026-13" is not a month'],
      [['2025-12'], 'Nothing was judged'],
      [['2026-05', '--again'], 'Why is it closed anew?'],
      [['2026-05', '--why', 'x'], '--why goes with --again'],
      [['2026-05', '--again', '--why', 'x'], 'was not closed before'],
      [['2026-05', '--date', '31/02/2026'], '--date'],
      [[], 'MONTH'],
    ];
    for (const [argv, sentence] of refused) {
      const { status, err } = await here.sla('close', ...argv);
      expect([argv, status, err.replace(/\s+/g, ' ')]).toEqual([argv, 2, expect.stringContaining(sentence)]);
      expect(existsSync(join(here.root, RECORD))).toBe(false);
    }
    expect((await here.sla('close', '2026-06', '--provisional')).status).toBe(0);
    expect((await here.sla('close', '2026-05', '--cases', 'none')).status).toBe(0);
    expect((await here.sla('close', '2026-05')).err).toContain('is closed already');
    const file = JSON.parse(record(here));
    expect(file.agreements.office.closings[0].cases).toMatchObject({ as: 'none', leads: {} });
    here.write('leads.csv', csv({ ...LEADS, L4: 'FR,2026-05-07 10:00,2026-05-07 11:00' }));
    expect(closedMonths((await here.sla('check', '-f', 'json')).out).join()).toContain('is not recorded');
    expect((await here.sla('cases', '--moved', '2026-05')).status).toBe(2);
  });

  it('waits as long after a month as the agreement says, and keeps of the leads what it says', async () => {
    const closing = (text: string) => agreement('office', { more: `closing: ${text}\n` });
    const here = world({
      'office.sla.yaml': closing('{ after: 10 business days, calendar: office, cases: none }'),
      // May ends on a Sunday. With 8 June closed, the tenth open day of June is Monday the 15th.
      'closed.ics': ics('20260514', '20260608'),
    });
    const early = await here.sla('close', '2026-05', '--date', '2026-06-15');
    expect([early.status, early.err.replace(/\s+/g, ' ')]).toEqual([
      2,
      expect.stringContaining(
        'can be closed from 2026-06-16 on: "after" of its closing says 10 business days',
      ),
    ]);
    expect(existsSync(join(here.root, RECORD))).toBe(false);
    const provisional = await here.sla('close', '2026-05', '--date', '2026-06-15', '--provisional');
    expect(provisional.status).toBe(0);
    const closings = () => JSON.parse(record(here)).agreements.office.closings;
    expect(closings()[0]).toMatchObject({ provisional: true, cases: { as: 'none' } });
    rmSync(join(here.root, RECORD));
    expect((await here.sla('close', '2026-05', '--date', '2026-06-16')).status).toBe(0);
    expect(closings()[0]).toMatchObject({ provisional: false, cases: { as: 'none' } });
    const again = ['close', '2026-05', '--again', '--why', 'x', '--date', '2026-06-16'];
    expect((await here.sla(...again, '--cases', 'hashed')).status).toBe(0);
    expect(closings()[1].cases.as).toBe('hashed');
    // Time of another unit is over with its last day.
    for (const [after, first] of [
      ['10 calendar days', '2026-06-11'],
      ['48 hours', '2026-06-03'],
    ] as const) {
      here.write('office.sla.yaml', closing(`{ after: ${after} }`));
      const { err } = await here.sla('close', '2026-05', '--date', '2026-06-01');
      expect(err).toContain(`from ${first} on`);
    }
    for (const [wrong, rule] of [
      ['{ after: 10 business days }', 'no-calendar'],
      ['{ after: 10 business days, calendar: shop }', 'unknown-calendar'],
      ['{ after: 10 calendar days, calendar: office }', 'unused-key'],
      ['{ after: soon }', 'wrong-duration'],
      ['{ cases: all }', 'wrong-value'],
      ['{}', 'empty'],
    ] as const) {
      here.write('office.sla.yaml', closing(wrong));
      const { status, out } = await here.sla('validate', '-f', 'json');
      expect([wrong, status, JSON.parse(out).findings[0].rule]).toEqual([wrong, expect.any(Number), rule]);
    }
  });

  it('keys that are personal are hashed with the salt of the repository, and numbered without one', async () => {
    const here = world({
      'office.sla.yaml': agreement('office').replace('id: id\n', 'id: { column: id, personal: true }\n'),
    });
    const leads = async (): Promise<readonly string[]> =>
      JSON.parse((await here.sla('cases', '--commitment', 'volume', '-f', 'json')).out).results.map(
        ({ lead }: Moved) => lead,
      );
    expect(await leads()).toEqual(['#1', '#2', '#3', '#4', '#5', '#6', '#7']);
    expect((await here.sla('close', '2026-05', '--cases', 'ids')).err).toContain('is personal');
    expect((await here.sla('close', '2026-05')).status).toBe(0);
    const keyed = await leads();
    expect(keyed.every((lead) => /^keyed:[0-9a-f]{16}$/.test(lead))).toBe(true);
    expect(await leads()).toEqual(keyed);
  });

  it('two that close at once in one folder keep both months of both', async () => {
    const here = world({ 'b.sla.yaml': agreement('b') });
    const statuses = await Promise.all(
      ['office.sla.yaml', 'b.sla.yaml'].map(
        async (file) => (await here.sla('close', '2026-05', file)).status,
      ),
    );
    expect(statuses).toEqual([0, 0]);
    expect(Object.keys(JSON.parse(record(here)).agreements)).toEqual(['b', 'office']);
    here.write('leads.csv', csv({ L7: LEADS.L7 ?? '' }));
    const { out } = await here.sla('check', 'b.sla.yaml', '-f', 'json');
    expect(closedMonths(out)[0]).toContain('5 cases moved');
  });

  it('more cases than are listed are kept as one digest', () => {
    const salt = { id: 's', hash: (text: string) => text };
    const own = new Map<string, StateNow>();
    for (let i = 0; i <= MOST_LISTED; i++)
      own.set(`lead ${i}`, { state: 'met', facts: 'ab', reason: null, stop: null });
    const few = new Map([...own].slice(0, 2));
    const cases = closedCases(
      new Map([
        ['few', few],
        ['many', own],
      ]),
      { as: 'hashed', salt },
    );
    expect([cases.columns, cases.leads.size]).toEqual([['few'], 2]);
    expect(cases.digests.many).toEqual({
      cases: MOST_LISTED + 1,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    own.set('lead 7', { state: 'breached', facts: 'ab', reason: null, stop: null });
    expect(closedCases(new Map([['many', own]]), { as: 'hashed', salt }).digests.many?.sha256).not.toBe(
      cases.digests.many?.sha256,
    );
  });
});

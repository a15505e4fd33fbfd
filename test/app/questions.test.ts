import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { doctor } from '../../src/app/doctor.ts';
import { realFiles } from '../../src/files/disk.ts';
import { questions } from '../../src/language/rules/questions.ts';
import { agreementText } from '../agreement.ts';
import { memoryIo } from '../cli/memory-io.ts';
import { long } from '../effort.ts';
import { type Random, randomOf } from '../property/world/random.ts';

const AGREEMENT = agreementText({
  id: 'demo',
  title: 'Demo',
  timezone: 'UTC',
  effective: '{ from: 2026-01-01 }',
  sponsor: 'Managing Director',
  teams: '{ marketing: { title: Marketing }, sales: { title: Sales } }',
  calendars: `
  office: { timezone: UTC, week: { mon-sun: [08:00-18:00] } }`,
  sources: `
  leads:
    files: leads.csv
    timezone: UTC
    key: id
    fields:
      id: Lead
      origin: Origin
      owner: { column: Owner, personal: true }
      decision: Decision
      reason: Reason
      qualified_at: { column: Qualified, type: datetime, format: "yyyy-MM-dd HH:mm" }
      assigned_at: { column: Assigned, type: datetime, format: "yyyy-MM-dd HH:mm" }
      contacted_at: { column: Contacted, type: datetime, format: "yyyy-MM-dd HH:mm" }
      decided_at: { column: Decided, type: datetime, format: "yyyy-MM-dd HH:mm" }
  activities:
    files: activities.csv
    timezone: UTC
    lead: lead
    fields:
      at: { column: At, type: datetime, format: "yyyy-MM-dd HH:mm" }
      by: { column: By, personal: true }
  history:
    files: history.csv
    timezone: UTC
    lead: lead
    fields:
      held_from: { column: From, type: datetime, format: "yyyy-MM-dd HH:mm" }
      held_to: { column: To, type: datetime, format: "yyyy-MM-dd HH:mm" }`,
  stages: `
  qualified: { at: qualified_at }
  assigned: { at: assigned_at }
  contacted: { at: contacted_at }
  answered: { at: decided_at, when: { decision: present } }
  replied: { at: decided_at, when: { reason: { not: [Unreachable] } } }`,
  commitments: `
  - id: contact
    owed_by: sales
    owed_to: marketing
    response: { from: qualified, to: contacted, within: 4 hours, split_at: assigned }
    target: ">= 90%"
  - id: follow-up
    owed_by: sales
    owed_to: marketing
    attempts: { from: qualified, at_least: 3, within: 20 calendar days, source: activities, until: replied }
    target: ">= 90%"
  - id: feedback
    owed_by: sales
    owed_to: marketing
    response: { from: qualified, to: answered, within: 20 calendar days }
    target: ">= 90%"
  - id: held
    owed_by: sales
    owed_to: marketing
    response:
      { from: qualified, to: answered, within: 240 hours, pause: { source: history, from: held_from, to: held_to, at_most: 100 hours } }
    target: ">= 90%"
  - id: volume
    owed_by: marketing
    owed_to: sales
    count: { stage: qualified }
    target: ">= 50 per month"`,
});

const [LEADS, DAYS, DAY, MINUTE] = [260, 120, 1440, 60_000];
const BEGIN = Date.UTC(2026, 0, 5) / MINUTE;

/** One tenth of all is of this kind. */
type Trick = (typeof questions)[number]['id'];

interface Touch {
  readonly lead: string;
  readonly at: number;
  readonly by: string;
  readonly isFirst: boolean;
}

/** An honest office, but for one tenth that is as the tricks say. */
function worldOf(seed: number, tricks: ReadonlySet<string>) {
  const random = randomOf(seed);
  const planted = (trick: Trick) => tricks.has(trick) && random.chance(0.1);
  const decay = (mean: number) => Math.round(-Math.log(1 - random.next()) * mean);
  const leads: string[][] = [];
  const touches: Touch[] = [];
  const pauses: string[][] = [];
  const people = ['Ana', 'Ben', 'Cem'];
  for (let i = 0; i < LEADS; i++) {
    const id = `L${String(i).padStart(4, '0')}`;
    const day = Math.floor((i * DAYS) / LEADS);
    const start = BEGIN + day * DAY + 8 * 60 + random.int(0, 480);
    const assigned = start + random.int(0, 10);
    const isLast = planted('stops-at-due');
    const contacted = isLast ? start + 239 - random.int(0, 15) : Math.max(assigned, start + 5 + decay(70));
    const decided = start + random.int(6, 14) * DAY + random.int(0, 200);
    const gaveUp = random.chance(0.25);
    const isEarly = gaveUp && tricks.has('given-up-early') && random.chance(0.4);
    const by = random.pick(people);
    if (!planted('stop-without-touch'))
      touches.push({ lead: id, at: contacted + random.int(0, 5), by, isFirst: true });
    const more = isEarly ? 0 : random.int(3, 5);
    for (let k = 1; k <= more; k++)
      touches.push({
        lead: id,
        at: workingMinute(start + k * DAY, random),
        by: random.pick(people),
        isFirst: false,
      });
    const isHeldLate = planted('pauses-at-due');
    if (isHeldLate || random.chance(0.3)) {
      const held = start + (isHeldLate ? 240 * 60 - random.int(0, 20 * 60) : decay(80 * 60));
      pauses.push([id, text(held), text(held + random.int(1, 30) * 60)]);
    }
    leads.push([
      id,
      tricks.has('silent-column') && i >= 0.9 * LEADS ? '' : random.pick(['Web', 'Fair', 'Web', '']),
      isHeldLate ? 'Ana' : random.pick(people),
      gaveUp ? 'Refused' : random.pick(['Accepted', 'Refused']),
      gaveUp ? 'Unreachable' : 'No budget',
      text(start),
      text(planted('stop-before-hand-over') ? contacted + 30 : assigned),
      text(contacted),
      text(planted('answers-in-bulk') ? BEGIN + 133 * DAY + 600 : decided),
    ]);
  }
  return { leads, pauses, touches: tricked(touches, random, tricks) };
}

const workingMinute = (at: number, random: Random): number =>
  Math.floor(at / DAY) * DAY + 8 * 60 + random.int(0, 540);

function tricked(touches: readonly Touch[], random: Random, tricks: ReadonlySet<string>) {
  const planted = (trick: Trick) => tricks.has(trick) && random.chance(0.1);
  let together = { at: 0, by: '', left: 0 };
  return touches.map((touch) => {
    const { at } = touch;
    if (planted('touches-on-the-hour')) return { ...touch, at: Math.floor(at / 60) * 60 };
    if (!touch.isFirst && planted('touches-at-night'))
      return { ...touch, at: Math.floor(at / DAY) * DAY + random.int(60, 200) };
    if (planted('touches-at-once')) {
      if (together.left === 0) together = { at: workingMinute(at, random), by: touch.by, left: 6 };
      together.left--;
      return { ...touch, at: together.at, by: together.by };
    }
    return touch;
  });
}

const text = (minute: number): string =>
  new Date(minute * MINUTE).toISOString().slice(0, 16).replace('T', ' ');

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

async function asked(seed: number, tricks: readonly string[]) {
  const { leads, touches, pauses } = worldOf(seed, new Set(tricks));
  const cwd = mkdtempSync(join(tmpdir(), 'sla-questions-'));
  made.push(cwd);
  mkdirSync(cwd, { recursive: true });
  writeFileSync(join(cwd, 'demo.sla.yaml'), AGREEMENT);
  const csv = (rows: readonly (readonly string[])[]) => `${rows.map((row) => row.join(',')).join('\n')}\n`;
  const head = [
    'Lead',
    'Origin',
    'Owner',
    'Decision',
    'Reason',
    'Qualified',
    'Assigned',
    'Contacted',
    'Decided',
  ];
  writeFileSync(join(cwd, 'leads.csv'), csv([head, ...leads]));
  const rows = touches.map(({ lead, at, by }) => [lead, text(at), by]);
  writeFileSync(join(cwd, 'activities.csv'), csv([['lead', 'At', 'By'], ...rows]));
  writeFileSync(join(cwd, 'history.csv'), csv([['lead', 'From', 'To'], ...pauses]));
  const { io } = memoryIo({ cwd, files: realFiles() });
  const request = { paths: [], leads: [], sources: {}, allowOutside: false, asOf: null, data: true };
  const { findings } = await doctor(request, io);
  const rules = new Set<string>(questions.map(({ id }) => id));
  return findings.filter(({ rule }) => rules.has(rule));
}

const [CLEAN, PLANTED] = long ? [20, 2] : [5, 1];

describe('questions to the data', () => {
  it(`are asked at most once of ${CLEAN} clean worlds`, async () => {
    const found: string[] = [];
    for (let seed = 1; seed <= CLEAN; seed++)
      for (const { rule, message } of await asked(seed, [])) found.push(`${seed} ${rule}: ${message}`);
    expect(found.length, found.join('\n')).toBeLessThanOrEqual(1);
  });

  it('find each trick that one tenth is made of, and name nobody', async () => {
    // Those that would hide one another are planted apart.
    const apart = [
      ['given-up-early', 'touches-on-the-hour', 'stops-at-due', 'answers-in-bulk'],
      ['stop-without-touch', 'touches-at-once', 'stop-before-hand-over', 'silent-column'],
      ['touches-at-night', 'pauses-at-due'],
    ];
    expect(apart.flat().sort()).toEqual(questions.map(({ id }) => id).sort());
    for (let seed = 1; seed <= PLANTED; seed++)
      for (const tricks of apart) {
        const found = await asked(100 + seed, tricks);
        expect([...new Set(found.map(({ rule }) => rule))].sort()).toEqual([...tricks].sort());
        for (const { rule, message, severity } of found) {
          expect(message).not.toMatch(/Ana|Ben|Cem/u);
          expect(message).toMatch(/\?$/u);
          if (rule === 'pauses-at-due') expect(message).toContain('leads of 1 of 3 people');
          expect(severity).toBe('info');
        }
      }
  });
});

import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { frenchDateTime } from '../../examples/generator/office.ts';
import { folderWith } from '../app/folder.ts';
import { strictSchema } from '../app/strict-schema.ts';
import {
  AS_OF,
  activitiesOf,
  activityRows,
  dueAfterMinutes,
  inProfile,
  type Lead,
  leadRows,
  leads,
  leadsOf,
  minuteOf,
  open,
  type Row,
  SECOND,
  size,
  touchesOf,
  unique,
} from './acme-oracle.ts';
import { askedOf, filledIn, isCrowded, tenthsOf } from './asked.ts';
import { root } from './sla.ts';

const DAY = 24 * 60;

describe('what the data of acme give to ask', () => {
  it('is one thing: refused as unreachable on fewer days of trying than promised, as a loop over the rows counts them', async () => {
    const given = leads.flatMap((lead) => {
      const decided = minuteOf(lead.row['Décidé le'] ?? '') ?? null;
      const { qualified } = lead;
      if (lead.row.Motif !== 'Injoignable' || lead.answered === null) return [];
      if (decided === null || qualified === null || decided < qualified) return [];
      const touches = touchesOf(lead, ['Appel', 'Courriel', 'Réunion']);
      const before = touches.filter((at) => at >= qualified && at <= decided);
      return [new Set(before.map((at) => Math.floor(at / DAY))).size];
    });
    const early = given.filter((days) => days < 3);
    expect([early.length, given.length]).toEqual([54, 70]);
    const here = folderWith({});
    const { out, status } = await here.sla(
      'doctor',
      join(root, 'examples/acme'),
      '--data',
      '--format',
      'json',
    );
    here.remove();
    const document = JSON.parse(out);
    const validate = strictSchema('doctor');
    expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
    const asked = document.findings.filter(({ severity }: { severity: string }) => severity === 'info');
    expect(asked.map(({ rule }: { rule: string }) => rule)).toEqual(['given-up-early']);
    expect(asked[0].message).toContain(`${early.length} of ${given.length}: "ACM-`);
    expect(status).toBe(0);
  });
});

const KINDS = ['Appel', 'Courriel', 'Réunion'];
const HUMAN = (row: Row): boolean => row.Par !== 'Automate' && KINDS.includes(row.Type ?? '');

/** The number in the name of a lead: rows that are the same stay the same. */
const nth = (row: Row): number => Number((row.Identifiant ?? '').slice(4));

/** What a loop over the rows counts for each question. */
function counted(leadRows: readonly Row[], activityRows: readonly Row[]) {
  const leads = leadsOf(leadRows);
  const activities = activitiesOf(unique(activityRows));
  const touches = activities.filter(({ row }) => HUMAN(row));
  const times = new Map<string, number[]>();
  for (const { row, at } of activities)
    times.set(row.Prospect ?? '', [...(times.get(row.Prospect ?? '') ?? []), at]);
  const contacted = leads.flatMap(({ row, contacted: at }) =>
    at === null || at > AS_OF ? [] : [{ near: times.get(row.Identifiant ?? '') ?? [], at, row }],
  );
  const apart = contacted.filter(({ near, at }) => !near.some((one) => Math.abs(one - at) <= 60));
  const together = new Map<string, number>();
  for (const { row, at } of touches) {
    const key = `${row.Par} ${at}`;
    together.set(key, (together.get(key) ?? 0) + 1);
  }
  const answers = new Map<number, number>();
  for (const { replied: at } of leads)
    if (at !== null && at <= AS_OF)
      answers.set(Math.floor(at / DAY), (answers.get(Math.floor(at / DAY)) ?? 0) + 1);
  const perDay = [...answers.values()].sort((a, b) => a - b);
  const assigned = contacted.flatMap(({ row, at }) => {
    const mid = minuteOf(row['Attribué le'] ?? '');
    return mid == null ? [] : [at < mid];
  });
  return {
    touches: touches.length,
    withoutTouch: [apart.length, contacted.length] as const,
    atOnce: touches.filter(({ row, at }) => (together.get(`${row.Par} ${at}`) ?? 0) >= 4).length,
    atNight: touches.filter(({ at }) => at % DAY < 5 * 60).length,
    onTheHour: touches.filter(({ at }) => at % 60 === 0).length,
    usualDay: perDay[Math.floor(perDay.length / 2)] ?? 0,
    busiestDay: perDay.at(-1) ?? 0,
    beforeHandOver: [assigned.filter(Boolean).length, assigned.length] as const,
    tenths: tenthsOf(leads.flatMap(clockOf)),
    origin: filledIn(
      leads.filter(({ qualified }) => qualified !== null && qualified <= AS_OF),
      ({ qualified }) => qualified ?? 0,
      ({ row }) => row.Identifiant ?? '',
      ({ row }) => row.Origine ?? '',
    ),
  };
}

/** Office minutes to the first contact, of a lead in profile of the second version. */
function clockOf(lead: Lead) {
  const { qualified, contacted } = lead;
  if (qualified === null || contacted === null || qualified < SECOND || !inProfile(lead)) return [];
  let elapsed = 0;
  for (let at = qualified; at < contacted; at++) if (open(at, qualified)) elapsed++;
  return [{ elapsed, limit: size(lead) >= 500 ? 60 : 180 }];
}

describe('the other questions to the data of acme', () => {
  const here = folderWith({});
  cpSync(join(root, 'examples/acme'), here.cwd, { recursive: true });
  afterAll(() => here.remove());

  const write = (name: string, rows: readonly Row[]) => {
    const text = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))]
      .map((cells) =>
        cells.map((cell) => (/[;"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(';'),
      )
      .join('\n');
    writeFileSync(join(here.cwd, `exports/${name}.csv`), Buffer.from(`${text}\n`, 'latin1'));
  };

  /** What the program asks, but for the one question that it asks of acme as it is. */
  async function asked(ofLeads: readonly Row[], ofActivities: readonly Row[]) {
    write('leads', ofLeads);
    write('activities', ofActivities);
    const { out } = await here.sla('doctor', '--data', '--format', 'json');
    const { 'given-up-early': _, ...others } = askedOf(JSON.parse(out).findings);
    return others;
  }

  const percent = (n: number, of: number) => Math.round((100 * n) / of);

  it('are not asked, for what a loop counts is what chance makes', async () => {
    const is = counted(leadRows, activityRows);
    expect(is.withoutTouch[1]).toBeGreaterThan(1000);
    expect(is.withoutTouch[0]).toBeLessThan(0.05 * is.withoutTouch[1]);
    // Too few to ask about: two touches at night, and nine contacts before the lead was handed over.
    expect([is.atOnce, is.atNight, is.beforeHandOver[0]]).toEqual([0, 2, 9]);
    expect(is.beforeHandOver[0]).toBeLessThan(0.03 * is.beforeHandOver[1]);
    expect(is.onTheHour).toBeLessThan(0.06 * is.touches);
    expect(is.busiestDay).toBeLessThanOrEqual(3 * is.usualDay);
    expect(isCrowded(is.tenths)).toBe(false);
    expect(is.origin.newest).toBeGreaterThan(0.9 * is.origin.older);
    expect(await asked(leadRows, activityRows)).toEqual({});
  });

  it('are asked of contacts without a touch, dates on one day, a late hand-over and a column that fell silent', async () => {
    const isReplied = new Set(
      leads.flatMap(({ row, replied }) => (replied === null ? [] : [row.Identifiant])),
    );
    const without = new Set(
      leadRows.filter((row) => nth(row) % 10 === 0).map(({ Identifiant }) => Identifiant),
    );
    const newest = [...leads].sort((a, b) => (b.qualified ?? 0) - (a.qualified ?? 0)).slice(0, 180);
    const silent = new Set(newest.map(({ row }) => row.Identifiant));
    const ofActivities = activityRows.filter(({ Prospect }) => !without.has(Prospect));
    const ofLeads = leadRows.map((row) => {
      const contact = minuteOf(row['Premier contact le'] ?? '');
      const isLate = nth(row) % 9 === 0 && contact != null;
      const isTogether =
        nth(row) % 11 === 0 &&
        isReplied.has(row.Identifiant) &&
        /0[1-4]\/2026/.test(row['Qualifié le'] ?? '');
      return {
        ...row,
        ...(silent.has(row.Identifiant) ? { Origine: '' } : {}),
        ...(isTogether ? { 'Décidé le': '19/05/2026 16:00' } : {}),
        ...(isLate ? { 'Attribué le': frenchDateTime(contact + 3) } : {}),
      };
    });
    const is = counted(ofLeads, ofActivities);
    expect(await asked(ofLeads, ofActivities)).toEqual({
      'stop-without-touch': [[...is.withoutTouch, is.withoutTouch[0] - 3]],
      'answers-in-bulk': [[2026, 5, 19, is.busiestDay, is.usualDay]],
      'stop-before-hand-over': [[...is.beforeHandOver, is.beforeHandOver[0] - 3]],
      'silent-column': [[Math.round(is.origin.older), Math.round(is.origin.newest)]],
    });
    // With the touches of one lead back in their place, one contact less is asked about.
    const kept = activityRows.filter(({ Prospect }) => Prospect === 'ACM-00010' || !without.has(Prospect));
    const one = counted(ofLeads, kept);
    expect(one.withoutTouch[0]).toBe(is.withoutTouch[0] - 1);
    expect((await asked(ofLeads, kept))['stop-without-touch']).toEqual([
      [...one.withoutTouch, one.withoutTouch[0] - 3],
    ]);
  });

  it('are asked of touches at the full hour and of contacts just before they are due', async () => {
    const ofActivities = activityRows.map((row, i) =>
      i % 8 === 0 ? { ...row, Date: (row.Date ?? '').replace(/:\d\d$/, ':00') } : row,
    );
    const ofLeads = leadRows.map((row) => {
      const [lead] = leadsOf([row]);
      if (nth(row) % 12 !== 0 || !lead || lead.qualified === null || lead.contacted === null) return row;
      const at = dueAfterMinutes(lead.qualified, (size(lead) >= 500 ? 60 : 180) - (nth(row) % 5));
      return at > AS_OF ? row : { ...row, 'Premier contact le': frenchDateTime(at) };
    });
    const is = counted(ofLeads, ofActivities);
    const { 'stop-without-touch': _, ...told } = await asked(ofLeads, ofActivities);
    expect(told).toEqual({
      'touches-on-the-hour': [[percent(is.onTheHour, is.touches)]],
      'stops-at-due': [[is.tenths[9], is.tenths[8]]],
    });
  });

  it('are asked of touches at night and of many in one minute', async () => {
    const ofActivities = activityRows.map((row, i) => {
      const day = (row.Date ?? '').slice(0, 10);
      if (i % 9 === 0 && day.length === 10)
        return { ...row, Date: `${day} 0${1 + (i % 4)}:${10 + (i % 50)}` };
      return i % 40 < 8 && Math.floor(i / 40) % 2 === 0 && day.length === 10
        ? { ...row, Par: 'Anaïs Fauvet', Date: activityRows[i - (i % 40)]?.Date ?? '' }
        : row;
    });
    const is = counted(leadRows, ofActivities);
    const { 'stop-without-touch': _, ...told } = await asked(leadRows, ofActivities);
    expect(told).toEqual({
      'touches-at-once': [[is.atOnce, is.touches, 3]],
      'touches-at-night': [[percent(is.atNight, is.touches)]],
    });
  });
});

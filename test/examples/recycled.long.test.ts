import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { afterOfficeTime } from '../../examples/generator/office.ts';
import { recycledFiles } from '../../examples/generator/recycled.ts';
import { readRows, root, sla } from './sla.ts';

const FOLDER = 'examples/recycled';
const rowsOf = (file: string) => readRows(join(root, FOLDER, 'exports', file));

/** Local minutes of `2026-03-02 09:14`. */
const minutes = (cell = ''): number | null =>
  cell === '' ? null : Date.parse(`${cell.replace(' ', 'T')}:00Z`) / 60_000;

interface Told {
  readonly id: string;
  readonly by: Readonly<Record<string, string>> | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly value: number | null;
  readonly recycled: { readonly counts: Readonly<Record<string, number>>; readonly value: number | null };
}

async function resultsOf(...flags: readonly string[]): Promise<readonly Told[]> {
  const { status, stdout } = await sla('report', FOLDER, '--format', 'json', ...flags);
  expect(status).toBe(0);
  return (JSON.parse(stdout) as { readonly results: readonly Told[] }).results;
}

const sum = (all: readonly (number | null | undefined)[]): number =>
  all.reduce<number>((a, b) => a + (b ?? 0), 0);

/** The hand-overs of the export in the order of their dates, each with the deal that is told of it. */
function handOvers() {
  const deals = new Map(rowsOf('deals.csv').map((deal) => [deal.Lead, deal]));
  const all = rowsOf('leads.csv').sort((a, b) =>
    (a['Handed over'] ?? '') < (b['Handed over'] ?? '') ? -1 : 1,
  );
  return all.map((row) => {
    const same = all.filter(({ Lead }) => Lead === row.Lead);
    const deal = deals.get(row.Lead ?? '');
    const followed = same.filter((other) => (other['Handed over'] ?? '') <= (deal?.Won ?? ''));
    const owner = followed.at(-1) ?? same[0];
    return { row, recycled: same.indexOf(row) > 0, deal: owner === row ? (deal ?? null) : null };
  });
}

describe('the example of leads that come back', () => {
  it('ships the exports that the generator writes, and an agreement without a finding', async () => {
    for (const [file, text] of Object.entries(recycledFiles()))
      expect(readFileSync(join(root, FOLDER, 'exports', file), 'utf8') === text, file).toBe(true);
    const { stdout } = await sla('validate', FOLDER, '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({ findings: [] });
  });

  it('counts hand-overs, creations and deals as a plain loop over the rows does', async () => {
    const results = await resultsOf();
    const of = (id: string) => results.filter((one) => one.id === id);
    const all = handOvers();
    const back = all.filter(({ recycled }) => recycled);
    expect(sum(of('handed-over').map(({ value }) => value))).toBe(all.length);
    expect(sum(of('handed-over').map(({ recycled }) => recycled.value))).toBe(back.length);
    expect(sum(of('new-leads').map(({ value }) => value))).toBe(new Set(all.map(({ row }) => row.Lead)).size);
    const cents = (some: typeof all) =>
      sum(some.map(({ deal }) => Math.round(Number(deal?.Amount ?? 0) * 100)));
    expect(Math.round(sum(of('new-business').map(({ value }) => value)) * 100)).toBe(cents(all));
    expect(Math.round(sum(of('new-business').map(({ recycled }) => recycled.value)) * 100)).toBe(cents(back));
    expect(sum(of('customers').map(({ counts }) => counts.met))).toBe(all.filter(({ deal }) => deal).length);
    expect(sum(of('customers').map(({ recycled }) => recycled.counts.met))).toBe(
      back.filter(({ deal }) => deal).length,
    );
  });

  it('judges each first contact within 4 office hours, those of leads that came back apart', async () => {
    const results = (await resultsOf('--by', 'recycled')).filter(({ id }) => id === 'first-contact');
    const met = handOvers().filter(({ row }) => {
      const [start, stop] = [minutes(row['Handed over']), minutes(row['First contact'])];
      return start !== null && stop !== null && stop <= afterOfficeTime(start, 240);
    });
    const told = (part: string) =>
      sum(results.filter(({ by }) => by?.recycled === part).map(({ counts }) => counts.met));
    expect(told('yes')).toBe(met.filter(({ recycled }) => recycled).length);
    expect(told('no')).toBe(met.filter(({ recycled }) => !recycled).length);
  });

  it('lists with --recycled the leads that the report says came back, and no other', async () => {
    const { stdout } = await sla('cases', FOLDER, '--recycled', '--format', 'csv');
    const listed = parse(stdout, { columns: true }) as Record<string, string>[];
    const counted = new Map<string, number>();
    for (const { id, recycled } of await resultsOf())
      counted.set(id, (counted.get(id) ?? 0) + sum(Object.values(recycled.counts)));
    for (const [id, n] of counted)
      expect([id, listed.filter(({ commitment }) => commitment === id).length]).toEqual([id, n]);
    const back = handOvers().filter(({ recycled }) => recycled);
    const inList = listed.filter(({ commitment }) => commitment === 'handed-over');
    expect(inList.map(({ lead }) => lead).sort()).toEqual(back.map(({ row }) => row.Lead).sort());
    expect(new Set(listed.map(({ recycled }) => recycled))).toEqual(new Set(['true']));
  });

  it('says of each case whether its lead had been handed over before', async () => {
    const { stdout } = await sla('cases', FOLDER, '--commitment', 'handed-over', '--format', 'json');
    const { results } = JSON.parse(stdout) as {
      readonly results: readonly { readonly handOver: number; readonly recycled: boolean }[];
    };
    expect(results.filter(({ recycled }) => recycled).length).toBe(
      handOvers().filter(({ recycled }) => recycled).length,
    );
    expect(results.every(({ handOver, recycled }) => recycled === handOver > 1)).toBe(true);
  });

  it('has a receipt for each hand-over of a lead', async () => {
    const { stdout } = await sla('explain', 'L-0066', FOLDER);
    expect(stdout).toContain('hand-over 1 of 2: Handed over Friday 3 April 2026, 3:15');
    expect(stdout).toContain('hand-over 2 of 2: Handed over Thursday 16 April 2026, 17:25');
    expect(stdout).toContain('the date of "won" is told of another hand-over');
  });
});

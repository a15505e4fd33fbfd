import { beforeAll, describe, expect, it } from 'vitest';
import { report as judge } from '../../src/app/report.ts';
import { realFiles } from '../../src/files/disk.ts';
import type { Behind, ComplianceShown } from '../../src/model/behind.ts';
import type { Case } from '../../src/model/compliance.ts';
import type { Io } from '../../src/model/io.ts';
import { UNASKED } from '../../src/model/requests.ts';
import { root, sla } from '../examples/sla.ts';

const quiet = { isTTY: false, columns: null, write: () => true };
const io: Io = {
  ...{ stdout: quiet, stderr: quiet, stdin: { isTTY: false, read: async () => '' } },
  ...{ env: {}, cwd: root, files: realFiles(), signal: new AbortController().signal },
};

/** A case as the JSON of `sla cases` has it. */
type ListedCase = Omit<Case, 'start'> & { readonly start: string };

let compliance: ComplianceShown;
let behind: Behind;
let cases: readonly ListedCase[];

beforeAll(async () => {
  const request = { ...UNASKED, paths: ['examples/acme'], behind: true };
  const { compliances } = await judge(request, io);
  const [first] = compliances;
  if (!first?.behind) throw new Error('acme is judged, and what is behind it was asked for');
  compliance = first;
  behind = first.behind;
  const { stdout } = await sla('cases', 'examples/acme', '--format', 'json');
  cases = (JSON.parse(stdout) as { readonly results: readonly ListedCase[] }).results;
});

const results = (id: string) => compliance.results.filter((each) => each.id === id);
const casesIn = (id: string, period: string) =>
  cases.filter((each) => each.commitment === id && each.period === period);

describe('what lies behind the results', () => {
  it('counts the waits of a response as the times of its cases do', () => {
    for (const wait of behind.promises['first-contact']?.waits ?? []) {
      const own = casesIn('first-contact', wait.period).filter(
        ({ state, version }) => (state === 'met' || state === 'breached') && version === wait.version,
      );
      const took = own.flatMap(({ stop, elapsedSeconds }) => (stop === null ? [] : [elapsedSeconds ?? 0]));
      const expected = [...wait.edges, Number.POSITIVE_INFINITY].map(
        (edge, i) => took.filter((seconds) => seconds <= edge && seconds > (wait.edges[i - 1] ?? -1)).length,
      );
      expect(
        wait.bands.map((band) => band.cases),
        wait.period,
      ).toEqual(expected);
      expect(wait.never.cases, wait.period).toBe(own.length - took.length);
      const late = [...wait.bands, wait.never].reduce((sum, band) => sum + band.late, 0);
      expect(late, wait.period).toBe(own.filter(({ state }) => state === 'breached').length);
    }
    expect(behind.promises['first-contact']?.waits.length).toBeGreaterThan(6);
  });

  it('adds up the waits of every response, in days too, to the cases that are decided', () => {
    let compared = 0;
    for (const [id, { waits }] of Object.entries(behind.promises)) {
      for (const { period, counts } of results(id)) {
        const own = waits.filter((each) => each.period === period.label);
        if (own.length === 0) continue;
        const all = own.flatMap(({ bands, never }) => [...bands, never]);
        const sum = (of: 'cases' | 'late') => all.reduce((total, band) => total + band[of], 0);
        expect([sum('cases'), sum('late')], `${id} ${period.label}`).toEqual([
          counts.met + counts.breached,
          counts.breached,
        ]);
        compared++;
      }
    }
    expect(compared).toBe(18);
  });

  it('holds late cases beyond the limit alone where there are no segments', () => {
    const waits = behind.promises.feedback?.waits ?? [];
    expect(waits.length).toBeGreaterThan(5);
    for (const { bands, within } of waits) {
      expect(bands.slice(0, within).every(({ late }) => late === 0)).toBe(true);
      expect(bands.slice(within).every(({ cases: all, late }) => all === late)).toBe(true);
    }
  });

  it('ends the growth of a running number at the number', () => {
    const running = results('qualified-volume').at(-1);
    const { values = [], period } = behind.promises['qualified-volume']?.growth ?? {};
    expect(period).toBe(running?.period.label);
    expect(values.length).toBe(running?.pace?.openDaysPassed);
    expect(values.at(-1)).toBe(running?.value);
    expect(values.every((value, i) => value >= (values[i - 1] ?? 0))).toBe(true);
    const day = 3;
    const end = '2026-06-03T22:00:00Z';
    const before = casesIn('qualified-volume', '2026-06').filter(
      ({ state, start }) => state === 'met' && start < end,
    );
    expect(values[day - 1]).toBe(before.length);
  });

  it('lists every case that is late, open or unknown, each once', () => {
    for (const [id, { cases: lists }] of Object.entries(behind.promises)) {
      const [first] = results(id);
      if (first?.target.of !== 'rate') continue;
      for (const { period } of results(id)) {
        const listed = lists.filter((each) => each.period === period.label).flatMap((each) => each.cases);
        const expected = casesIn(id, period.label).filter(({ state }) =>
          ['breached', 'pending', 'unknown'].includes(state),
        );
        expect(listed.map(({ lead }) => lead).sort(), `${id} ${period.label}`).toEqual(
          expected.map(({ lead }) => lead).sort(),
        );
      }
    }
  });

  it('tells what each version changed in the terms', () => {
    const [version, other] = behind.versions;
    expect(other).toBeUndefined();
    expect(version?.from).toBe('2026-04-15');
    expect(version?.changes.map(({ promises, rule, from, to }) => [promises, rule, from, to])).toContainEqual(
      [['first-contact'], 'within', '4 business hours', '3 business hours'],
    );
    // One calendar under four promises is told once, with what is behind its digests.
    const office = version?.changes.filter(({ rule }) => rule === 'calendars.office');
    expect(office?.map(({ promises }) => promises.length)).toEqual([4]);
    expect(office?.[0]?.details).toContain('week.mon: 09:00-12:30, 14:00-18:00 -> 09:00-12:30, 13:30-18:00');
  });

  it('is not looked for where nobody asks', async () => {
    const { compliances } = await judge({ ...UNASKED, paths: ['examples/odoo'] }, io);
    expect(compliances[0]?.behind).toBeUndefined();
  });
});

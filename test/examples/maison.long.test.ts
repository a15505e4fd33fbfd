import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { maisonFiles } from '../../examples/generator/maison.ts';
import { afterOfficeTime } from '../../examples/generator/office.ts';
import { report as judge } from '../../src/app/report.ts';
import { realFiles } from '../../src/files/disk.ts';
import { UNASKED } from '../../src/model/requests.ts';
import { FOLDER, inProfile, isInTime, minutes, monthOf, type Row, rowsOf } from './maison-oracle.ts';
import { root, sla } from './sla.ts';

const quiet = { isTTY: false, columns: null, write: () => true };
const quietIo = {
  ...{ stdout: quiet, stderr: quiet, stdin: { isTTY: false, read: async () => '' } },
  ...{ env: {}, cwd: root, files: realFiles(), signal: new AbortController().signal },
};

/** Seconds within which a lead is to be called. */
const LIMIT = 4 * 3600;

/** How many rows of each month, of those that pass. */
function byMonth(rows: readonly Row[], column: string, passes: (row: Row) => boolean): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows.filter(passes)) {
    const month = monthOf(row[column]);
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  return counts;
}

interface Told {
  readonly id: string;
  readonly period: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly value: number | null;
}

describe('the example of a firm in which all promise', () => {
  const told = async (): Promise<readonly Told[]> => {
    const { status, stdout } = await sla('report', 'examples/maison', '--format', 'json');
    expect(status).toBe(0);
    return (JSON.parse(stdout) as { readonly results: readonly Told[] }).results;
  };

  it('ships the files that the generator writes, and an agreement whose one finding is a meeting without minutes', async () => {
    for (const [path, bytes] of Object.entries(maisonFiles()))
      expect(readFileSync(join(FOLDER, path)).equals(bytes), path).toBe(true);
    const { stdout } = await sla('validate', 'examples/maison', '--format', 'json');
    expect(JSON.parse(stdout).findings).toMatchObject([{ rule: 'missing-evidence', start: { line: 8 } }]);
  });

  it('says of each month what a plain loop over the rows says', async () => {
    const results = await told();
    const of = (id: string, pick: (one: Told) => number | null | undefined) =>
      Object.fromEntries(
        results
          .filter((one) => one.id === id)
          .flatMap((one) => {
            const value = pick(one);
            return value === 0 || value === null || value === undefined ? [] : [[one.period, value]];
          }),
      );
    const contacts = rowsOf('exports/contacts.csv');
    expect(of('contacts-dans-le-profil', ({ value }) => value)).toEqual(
      Object.fromEntries(byMonth(contacts, 'Reçu le', inProfile)),
    );
    const tickets = rowsOf('exports/billets.csv');
    expect(of('reponse-au-client', ({ counts }) => counts.met)).toEqual(
      Object.fromEntries(
        byMonth(tickets, 'Ouvert le', (row) => isInTime(row, 'Ouvert le', 'Répondu le', 8 * 60)),
      ),
    );
    const waived = (row: Row) => /^1[23]\/03\/2026/.test(row['Reçu le'] ?? '');
    const called = (row: Row) => inProfile(row) && isInTime(row, 'Reçu le', 'Appelé le', 4 * 60);
    const met = byMonth(contacts, 'Reçu le', called);
    // What is kept is not excused: a waiver takes only what was late.
    expect(of('premier-appel', ({ counts }) => counts.met)).toEqual(Object.fromEntries(met));
    expect(contacts.some((row) => inProfile(row) && waived(row) && !called(row))).toBe(true);
    const marks = byMonth(tickets, 'Résolu le', ({ Note = '' }) => Number(Note) >= 4);
    expect(of('satisfaction', ({ counts }) => counts.met)).toEqual(Object.fromEntries(marks));
    const actions = rowsOf('registres/decisions.csv');
    for (const team of ['marketing', 'ventes']) {
      const done = (row: Row) => {
        const [due, at] = [minutes(row['pour le']), minutes(row['fait le'])];
        return row.équipe === team && at !== null && due !== null && at <= due;
      };
      const id = team === 'marketing' ? 'actions-du-marketing' : 'actions-des-ventes';
      expect(of(id, ({ counts }) => counts.met)).toEqual(
        Object.fromEntries(byMonth(actions, 'décidé le', done)),
      );
    }
  });

  it('tells how long leads waited for their call in the bands of a plain loop', async () => {
    const [judged] = (await judge({ ...UNASKED, paths: ['examples/maison'], behind: true }, quietIo))
      .compliances;
    const waits = judged?.behind?.promises['premier-appel']?.waits ?? [];
    const contacts = rowsOf('exports/contacts.csv').filter(inProfile);
    const within = (row: Row, seconds: number) => isInTime(row, 'Reçu le', 'Appelé le', seconds / 60);
    // What is late is excused where the whole team stood at the fair, or where a dispute about it was upheld.
    const isExcused = (row: Row) => /^1[23]\/03\/2026/.test(row['Reçu le'] ?? '') || row['N°'] === 'C-0155';
    const isCounted = (row: Row) => within(row, LIMIT) || !isExcused(row);
    const now = minutes('11/06/2026 17:52') ?? 0;
    const isOver = (row: Row) => afterOfficeTime(minutes(row['Reçu le']) ?? 0, LIMIT / 60) < now;
    for (const { period, edges, bands, never } of waits) {
      const own = contacts.filter(
        (row) => monthOf(row['Reçu le']) === period && row['Appelé le'] !== '' && isCounted(row),
      );
      const expected = [...edges, Number.POSITIVE_INFINITY].map((edge, i) => {
        const [from] = i === 0 ? [-1] : edges.slice(i - 1);
        const isIn = (row: Row) => (edge === Number.POSITIVE_INFINITY ? true : within(row, edge));
        return own.filter((row) => isIn(row) && (i === 0 || !within(row, from ?? -1))).length;
      });
      expect([period, bands.map((band) => band.cases)]).toEqual([period, expected]);
      const unanswered = contacts.filter(
        (row) =>
          monthOf(row['Reçu le']) === period && row['Appelé le'] === '' && isCounted(row) && isOver(row),
      );
      expect([period, never.cases]).toEqual([period, unanswered.length]);
    }
    expect(waits.length).toBeGreaterThan(4);
  });

  it('says what its disputes make of a month, as a plain loop does', async () => {
    const { stdout } = await sla('disputes', 'examples/maison', '--format', 'json');
    const [{ disputes, ifUpheld }] = JSON.parse(stdout).results;
    expect(disputes.map(({ lead, is }: { lead: string; is: string }) => [lead, is])).toEqual([
      ...[
        ['C-0155', 'upheld'],
        ['C-0198', 'rejected'],
        ['C-0215', 'overdue'],
      ],
      ...[
        ['C-0246', 'open'],
        ['C-0249', 'open'],
      ],
    ]);
    const open = ['C-0215', 'C-0246', 'C-0249'];
    const may = rowsOf('exports/contacts.csv').filter(
      (row) => Number(row.Budget) >= 8000 && monthOf(row['Reçu le']) === '2026-05',
    );
    const isMet = (row: Row) => {
      const [start, stop] = [minutes(row['Reçu le']), minutes(row['Appelé le'])];
      return start !== null && stop !== null && stop <= afterOfficeTime(start, 4 * 60);
    };
    const shareOf = (rows: readonly Row[]) => rows.filter(isMet).length / rows.length;
    expect(ifUpheld).toMatchObject([{ id: 'premier-appel', period: '2026-05', open: 3 }]);
    expect(ifUpheld[0].now).toMatchObject({ attainment: shareOf(may), verdict: 'missed' });
    const others = may.filter((row) => !open.includes(row['N°'] ?? ''));
    expect(others).toHaveLength(may.length - 3);
    expect(ifUpheld[0].upheld).toMatchObject({ attainment: shareOf(others), verdict: 'met' });
  });

  it('takes the time in which a ticket waits for its customer off the clock, as a walk over minutes does', async () => {
    const waits = rowsOf('exports/etats.csv').filter((row) => row.État === 'En attente du client');
    const isOpen = (minute: number) => afterOfficeTime(minute, 1) === minute + 1;
    /** Open minutes from the start to the stop, and those of them that count where 24 hours at most are on hold. */
    const taken = (row: Row) => {
      const [start, stop] = [minutes(row['Ouvert le']), minutes(row['Résolu le'])];
      if (start === null || stop === null) return null;
      const held = waits
        .filter(({ Billet }) => Billet === row.Billet)
        .map((wait) => [minutes(wait['Entré le']) ?? 0, minutes(wait['Sorti le']) ?? Infinity] as const);
      let [open, hold] = [0, 0];
      for (let at = start; at < stop; at++) {
        if (!isOpen(at)) continue;
        open++;
        if (held.some(([from, to]) => at >= from && at < to)) hold++;
      }
      return { open, counted: open - Math.min(hold, 24 * 60) };
    };
    const tickets = rowsOf('exports/billets.csv');
    const met = (of: 'open' | 'counted') =>
      Object.fromEntries(byMonth(tickets, 'Ouvert le', (row) => (taken(row)?.[of] ?? Infinity) <= 32 * 60));
    const results = (await told()).filter(({ id, counts }) => id === 'billet-resolu' && counts.met !== 0);
    const counted = Object.fromEntries(results.map(({ period, counts }) => [period, counts.met]));
    expect(counted).toEqual(met('counted'));
    expect(counted).not.toEqual(met('open'));
  });

  it('counts the steps of an objective that is no number', async () => {
    const steps = readFileSync(join(FOLDER, 'registres/jalons.yaml'), 'utf8').match(/^- .*$/gm) ?? [];
    const dates = steps.map((line) => ({
      due: /pour_le: ([\d-]+)/.exec(line)?.[1] ?? '',
      isDone: line.includes('fait_le:'),
    }));
    const results = (await told()).filter(({ id }) => id === 'nouvel-espace');
    const sum = (state: string) => results.reduce((all, { counts }) => all + (counts[state] ?? 0), 0);
    expect(sum('met')).toBe(dates.filter(({ isDone }) => isDone).length);
    expect(sum('breached')).toBe(dates.filter(({ due, isDone }) => !isDone && due < '2026-06-12').length);
  });

  it('counts a meeting only where its minutes lie in the repository', async () => {
    const meetings = rowsOf('registres/rencontres.csv', ',');
    const held = meetings.filter(
      ({ quoi, compte_rendu = '' }) => quoi === 'réunion' && existsSync(join(FOLDER, compte_rendu)),
    );
    const results = (await told()).filter(({ id, value }) => id === 'reunion-mensuelle' && value !== 0);
    expect(results.map(({ period }) => period)).toEqual(held.map(({ date = '' }) => date.slice(0, 7)));
    expect(held.length).toBe(meetings.filter(({ quoi }) => quoi === 'réunion').length - 1);
  });
});

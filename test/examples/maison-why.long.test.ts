import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { afterOfficeTime, frenchDateTime } from '../../examples/generator/office.ts';
import { folderWith } from '../app/folder.ts';
import { strictSchema } from '../app/strict-schema.ts';
import { FOLDER, inProfile, minutes, monthOf, type Row, rowsOf, writeExport } from './maison-oracle.ts';

type Writable = Record<string, string>;

const here = folderWith({});
cpSync(FOLDER, here.cwd, { recursive: true });
afterAll(() => here.remove());

const AGREEMENT = readFileSync(join(FOLDER, 'maison.sla.yaml'), 'utf8');
const SHIPPED = rowsOf('exports/contacts.csv');
const copy = (): Writable[] => SHIPPED.map((row) => ({ ...row }));

/** The latest instant that an export holds. */
const AS_OF = Math.max(
  ...['contacts', 'billets', 'etats'].flatMap((name) =>
    rowsOf(`exports/${name}.csv`).flatMap((row) => Object.values(row).map((cell) => minutes(cell) ?? 0)),
  ),
);

const write = (name: string, rows: readonly Row[]) => writeExport(here.cwd, name, rows);

async function json(command: string, ...argv: string[]) {
  const { out, err } = await here.sla(command, ...argv, '--format', 'json');
  const document = JSON.parse(out);
  const validate = strictSchema(command);
  expect(validate(document), err + JSON.stringify(validate.errors)).toBe(true);
  return document;
}

const at = (row: Row, column: string): number => minutes(row[column]) ?? Number.POSITIVE_INFINITY;
const isThere = (row: Row, column: string): boolean => at(row, column) <= AS_OF;

/** Upheld by the direction. */
const UPHELD = ['C-0155'];

/** The state of a first call, of one that was made in the end. */
function stateOfCall(row: Row): 'met' | 'breached' | 'excluded' {
  if (at(row, 'Appelé le') <= afterOfficeTime(at(row, 'Reçu le'), 240)) return 'met';
  const isWaived = /^1[23]\/03\/2026/.test(row['Reçu le'] ?? '');
  return isWaived || UPHELD.includes(row['N°'] ?? '') ? 'excluded' : 'breached';
}

const SPRING = (minutes('29/03/2026 03:00') ?? 0) as number;
/** Minutes between two local times, the hour that is skipped in spring left out. */
const apart = (from: number, to: number): number => to - from - (from < SPRING && to >= SPRING ? 60 : 0);

interface Stage {
  readonly id: string;
  readonly column: string;
  readonly holds: (row: Row) => boolean;
}

const always = () => true;
const PLAIN: readonly Stage[] = [
  { id: 'recu', column: 'Reçu le', holds: always },
  { id: 'profile', column: 'Reçu le', holds: inProfile },
  { id: 'appele', column: 'Appelé le', holds: always },
  { id: 'vendu', column: 'Vendu le', holds: always },
];

/** The cohorts of a funnel, whole and by origin, counted by a loop over the rows. */
function cohortsOf(rows: readonly Row[], stages: readonly Stage[]) {
  const isAt = (row: Row, step: number) =>
    stages.slice(0, step + 1).every(({ column, holds }) => isThere(row, column) && holds(row));
  const ninth = stages.map(({ column }, step) => {
    const took = rows
      .filter((row) => isAt(row, step))
      .map((row) => Math.max(0, apart(at(row, 'Reçu le'), at(row, column))))
      .sort((a, b) => a - b);
    return took[Math.ceil(took.length * 0.9) - 1] ?? 0;
  });
  const stepsOf = (own: readonly Row[], month: string, isWhole: boolean) =>
    stages.map(({ id, column, holds }, step) => {
      const there = own.filter((row) => isAt(row, step));
      const [y = 0, m = 0] = month.split('-').map(Number);
      const end = Date.UTC(y, m, 1) / 60_000;
      const count = (state: string) =>
        there.filter((row) => stateOfCall(row) === state && inProfile(row)).length;
      const called = { met: count('met'), breached: count('breached'), excluded: count('excluded') };
      const beside = (row: Row) =>
        inProfile(row) && isThere(row, column) && holds(row) && !isAt(row, step - 1);
      return {
        id,
        leads: there.length,
        beside: step < 2 ? 0 : own.filter(beside).length,
        young:
          end + (ninth[step] ?? 0) + (end < SPRING && end + (ninth[step] ?? 0) >= SPRING ? 60 : 0) > AS_OF,
        promised: id === 'profile' && isWhole ? (month === '2026-05' ? 30 : 40) : null,
        promises: id === 'appele' ? [{ id: 'premier-appel', ...called, pending: 0, unknown: 0 }] : [],
      };
    });
  const months = [...new Set(rows.map((row) => monthOf(row['Reçu le'])))].sort();
  const cohorts = months.flatMap((period) => {
    const own = rows.filter((row) => monthOf(row['Reçu le']) === period);
    const parts = [...new Set(own.map((row) => row.Origine ?? ''))].sort().map((origine) => ({
      ...{ period, by: { origine } },
      steps: stepsOf(
        own.filter((row) => row.Origine === origine),
        period,
        false,
      ),
    }));
    return [{ period, by: null, steps: stepsOf(own, period, true) }, ...parts];
  });
  return { cohorts, ninth: ninth.map((each) => each * 60) };
}

type Cohorts = ReturnType<typeof cohortsOf>['cohorts'];

interface Told {
  readonly steps: readonly {
    readonly id: string;
    readonly owners: readonly string[];
    readonly mostWithinSeconds: number;
  }[];
  readonly cohorts: Cohorts;
  readonly words: readonly {
    readonly id: string;
    readonly fields: readonly string[];
    readonly rows: readonly {
      readonly period: string;
      readonly by: { readonly origine: string } | null;
      readonly words: readonly (string | null)[];
      readonly leads: number;
      readonly inProfile: number;
    }[];
  }[];
  readonly profileAnswers: readonly { readonly says: string; readonly periods: readonly Month[] }[];
}

/** What the program says of its funnel, without the instants at which a month begins and ends. */
async function funnelOf(...argv: string[]): Promise<Told> {
  const [funnel] = (await json('funnel', ...argv)).results;
  const cohorts = funnel.cohorts.map(({ periodStart, periodEnd, ...cohort }: Writable) => cohort);
  return { ...funnel, cohorts };
}

describe('the funnel of the house', () => {
  it('is that of a loop over the rows, month by month and origin by origin, to the last number', async () => {
    const { cohorts, ninth } = cohortsOf(SHIPPED, PLAIN);
    const parted = await funnelOf('--by', 'origine');
    expect(parted.cohorts).toEqual(cohorts);
    expect(parted.steps.map(({ mostWithinSeconds }) => mostWithinSeconds)).toEqual(ninth);
    expect(parted.steps.map(({ id, owners }) => [id, ...owners])).toEqual([
      ['recu', 'marketing'],
      ['profile', 'marketing'],
      ['appele', 'ventes'],
      ['vendu', 'marketing', 'ventes'],
    ]);
    const whole = await funnelOf();
    expect(whole.cohorts).toEqual(cohorts.filter(({ by }) => by === null));
    // Nobody writes down an answer here, so there is none to hold against the profile.
    expect([whole.words, whole.profileAnswers]).toEqual([[], []]);
    for (const { steps } of cohorts)
      for (const [i, { leads }] of steps.entries())
        expect(leads).toBeLessThanOrEqual(steps[i - 1]?.leads ?? leads);
  });

  it.each([
    ['a budget that is too small', { Budget: '7999' }, [0, -1, -1, -1]],
    ['a call that nobody made', { 'Appelé le': '' }, [0, 0, -1, -1]],
    ['a kitchen that was not sold', { 'Vendu le': '', Montant: '' }, [0, 0, 0, -1]],
    [
      'a contact that came a month later',
      { 'Reçu le': '02/02/2026 09:00', 'Appelé le': '02/02/2026 10:00', 'Vendu le': '02/03/2026' },
      [-1, -1, -1, -1],
    ],
  ] as const)('moves by one with %s', async (_, change, moved) => {
    const rows = copy();
    const sold = rows.findIndex((row) => row['N°'] === 'C-0003');
    rows[sold] = { ...rows[sold], ...change };
    write('contacts', rows);
    const before = cohortsOf(SHIPPED, PLAIN).cohorts[0]?.steps ?? [];
    const { cohorts } = await funnelOf('--by', 'origine');
    write('contacts', SHIPPED);
    expect(cohorts).toEqual(cohortsOf(rows, PLAIN).cohorts);
    expect(cohorts[0]?.steps.map(({ leads }, i) => leads - (before[i]?.leads ?? 0))).toEqual(moved);
  });
});

/** A cell of an instant, blank where it is still ahead: nothing that is added moves the present. */
const told = (time: number): string => (time <= AS_OF ? frenchDateTime(time) : '');

/** Marketing hands contacts over, and the sellers answer them: columns that the house does not have. */
const answeredRows = (): Writable[] =>
  copy().map((row, i) => {
    const [start, called] = [at(row, 'Reçu le'), at(row, 'Appelé le')];
    const answer = called + (1 + (i % 4)) * 1440;
    const isAnswered = answer <= AS_OF && i % 11 !== 0;
    const isRefused = i % 3 === 0;
    return {
      ...row,
      'Transmis le': told(start + ([5, 20, 90, 400][i % 4] ?? 0)),
      'Complet le': told(start + (i % 5 === 0 ? 3 * 1440 : 10)),
      Réponse: isAnswered ? (isRefused ? 'Refusé' : 'Retenu') : '',
      Motif: isAnswered && isRefused ? (['Hors cible', 'Trop cher', '', 'Hors cible'][i % 4] ?? '') : '',
      'Répondu le': isAnswered ? frenchDateTime(answer) : '',
    };
  });

const ANSWERED = AGREEMENT.replace(
  '      vendu_le:',
  `      transmis_le: { column: Transmis le, type: datetime, format: dd/MM/yyyy HH:mm }
      complet_le: { column: Complet le, type: datetime, format: dd/MM/yyyy HH:mm }
      reponse: Réponse
      motif: Motif
      reponse_le: { column: Répondu le, type: datetime, format: dd/MM/yyyy HH:mm }
      vendu_le:`,
)
  .replace(
    '\nstages:',
    `
stages:
  transmis: { at: transmis_le }
  complet: { at: complet_le }
  juge: { at: reponse_le, when: { any: [{ reponse: Retenu }, { reponse: Refusé, motif: present }] } }
  retenu: { at: reponse_le, when: { reponse: Retenu } }
#`,
  )
  .replace('funnel: [recu, appele, vendu]', 'funnel: [recu, appele, juge, retenu, vendu]')
  .replace(
    'must: { budget: ">= 8000" }',
    'must: { budget: ">= 8000" }\n  answers: { outside: { motif: Hors cible }, inside: { reponse: Retenu } }',
  )
  .replace(
    '\ncommitments:',
    `
commitments:
  - id: transmission
    owed_by: marketing
    owed_to: ventes
    response: { from: recu, to: transmis, within: 1 business hour, calendar: bureau }
    target: ">= 50%"

  - id: fiche-complete
    owed_by: marketing
    owed_to: ventes
    response: { from: recu, to: complet, within: 6 business hours, calendar: bureau }
    target: ">= 50%"
`,
  );

const JUDGED: readonly Stage[] = [
  ...PLAIN.slice(0, 3),
  {
    id: 'juge',
    column: 'Répondu le',
    holds: ({ Réponse, Motif }) => Réponse === 'Retenu' || (Réponse === 'Refusé' && Motif !== ''),
  },
  { id: 'retenu', column: 'Répondu le', holds: ({ Réponse }) => Réponse === 'Retenu' },
  ...PLAIN.slice(3),
];

interface Month {
  readonly period: string;
  readonly leads: number;
  readonly inProfile: number;
}

/** `leads` and `inProfile` of some rows, by month. */
const byMonth = (rows: readonly Row[]): readonly Month[] =>
  [...new Set(rows.map((row) => monthOf(row['Reçu le'])))].sort().map((period) => {
    const own = rows.filter((row) => monthOf(row['Reçu le']) === period);
    return { period, leads: own.length, inProfile: own.filter(inProfile).length };
  });

/** Whether what was due has come too late, or has not come though its time is over. */
const isLateAt = (row: Row, column: string, due: number): boolean => Math.min(at(row, column), AS_OF) > due;

/** Broken first calls by month, and how many of them marketing had handed over too late by then. */
function causesIn(rows: readonly Row[]) {
  const months = new Map<string, { broken: number; late: number; all: number }>();
  for (const row of rows.filter(inProfile)) {
    const start = at(row, 'Reçu le');
    const due = afterOfficeTime(start, 240);
    const isBroken = isLateAt(row, 'Appelé le', due);
    if (!isBroken || stateOfCall(row) === 'excluded') continue;
    const month = months.get(monthOf(row['Reçu le'])) ?? { broken: 0, late: 0, all: 0 };
    const isLate = (column: string, limit: number) => isLateAt(row, column, afterOfficeTime(start, limit));
    const isCause = isLate('Transmis le', 60) && afterOfficeTime(start, 60) <= due;
    months.set(monthOf(row['Reçu le']), {
      broken: month.broken + 1,
      late: month.late + Number(isCause),
      // Broken in the end, not by the time at which the call was due.
      all: month.all + Number(isCause || isLate('Complet le', 360)),
    });
  }
  return months;
}

describe('what the house says of its contacts, where sellers answer and marketing hands over', () => {
  const rows = answeredRows();

  beforeAll(() => {
    write('contacts', rows);
    writeFileSync(join(here.cwd, 'maison.sla.yaml'), ANSWERED);
  });
  afterAll(() => {
    write('contacts', SHIPPED);
    writeFileSync(join(here.cwd, 'maison.sla.yaml'), AGREEMENT);
  });

  it('counts who was answered and accepted as a loop does, origin by origin', async () => {
    const { cohorts } = await funnelOf('--by', 'origine');
    expect(cohorts).toEqual(cohortsOf(rows, JUDGED).cohorts);
    const counts = cohorts.find(({ period }) => period === '2026-03')?.steps.map(({ leads }) => leads) ?? [];
    expect(new Set(counts).size).toBe(6);
  });

  const profileAnswers = (of: readonly Row[]) => [
    { says: 'outside', periods: byMonth(of.filter(({ Motif }) => Motif === 'Hors cible')) },
    { says: 'inside', periods: byMonth(of.filter(({ Réponse }) => Réponse === 'Retenu')) },
  ];

  it('holds the reasons against the profile, and tallies each word', async () => {
    const { words, profileAnswers: told } = await funnelOf('--by', 'origine');
    expect(told).toEqual(profileAnswers(rows));
    const [outside, inside] = profileAnswers(rows).map(({ periods }) =>
      periods.reduce((sum, one) => sum + one.leads - one.inProfile, 0),
    );
    expect(Math.min(outside ?? 0, inside ?? 0)).toBeGreaterThan(0);
    const juge = JUDGED[3] as Stage;
    const there = rows.filter((row) => isThere(row, juge.column) && juge.holds(row));
    expect(words.map(({ id, fields }) => [id, ...fields])).toEqual([['juge', 'reponse', 'motif']]);
    const all = words[0]?.rows ?? [];
    for (const { period, by, words: said, leads, inProfile: inside } of all) {
      const own = there.filter(
        (row) =>
          monthOf(row['Reçu le']) === period &&
          (by === null || row.Origine === by.origine) &&
          row.Réponse === said[0] &&
          (row.Motif || null) === said[1],
      );
      expect([period, by, said, leads, inside]).toEqual([
        period,
        by,
        said,
        own.length,
        own.filter(inProfile).length,
      ]);
    }
    for (const isWhole of [true, false])
      expect(
        all.filter(({ by }) => (by === null) === isWhole).reduce((sum, { leads }) => sum + leads, 0),
      ).toBe(there.length);
  });

  it('moves with one refusal', async () => {
    const changed = rows.map((row) => ({ ...row }));
    const one = changed.find((row) => inProfile(row) && row.Réponse === 'Retenu') as Writable;
    Object.assign(one, { Réponse: 'Refusé', Motif: 'Hors cible' });
    write('contacts', changed);
    const { profileAnswers: told } = await funnelOf();
    write('contacts', rows);
    expect(told).toEqual(profileAnswers(changed));
    expect(told).not.toEqual(profileAnswers(rows));
  });

  it('tells how many late calls marketing had handed over late by then, and of no promise that breaks after', async () => {
    const told = async () =>
      (await json('report')).causes.filter(({ id }: { id: string }) => id === 'premier-appel');
    const expected = (of: readonly Row[]) =>
      [...causesIn(of)].sort().flatMap(([period, { broken, late }]) =>
        late === 0
          ? []
          : [
              {
                ...{ agreement: 'maison', id: 'premier-appel', period, versions: ['2026.1'] },
                breached: broken,
                causes: [{ id: 'transmission', owedBy: 'marketing', cases: late, excuses: false }],
              },
            ],
      );
    expect(await told()).toEqual(expected(rows));
    const sums = [...causesIn(rows).values()];
    expect(sums.some(({ late, broken }) => late > 0 && late < broken)).toBe(true);
    expect(sums.some(({ late, all }) => late < all)).toBe(true);
    // One that was handed over in time after all is a cause no more.
    const changed = rows.map((row) => ({ ...row }));
    const cause = changed.find(
      (row) =>
        inProfile(row) &&
        stateOfCall(row) === 'breached' &&
        at(row, 'Transmis le') > afterOfficeTime(at(row, 'Reçu le'), 60),
    ) as Writable;
    cause['Transmis le'] = cause['Reçu le'] ?? '';
    write('contacts', changed);
    const after = await told();
    write('contacts', rows);
    expect(after).toEqual(expected(changed));
    expect(after).not.toEqual(expected(rows));
  });

  it('takes them off where the agreement lets them excuse, and says so', async () => {
    const excusing = ANSWERED.replace(
      '  - id: premier-appel\n',
      '  - id: premier-appel\n    excused_by: [transmission]\n',
    );
    expect(excusing).not.toBe(ANSWERED);
    writeFileSync(join(here.cwd, 'maison.sla.yaml'), excusing);
    const { results, causes } = await json('report');
    writeFileSync(join(here.cwd, 'maison.sla.yaml'), ANSWERED);
    for (const [month, { broken, late }] of causesIn(rows)) {
      const of = ({ id, period }: { id: string; period: string }) =>
        id === 'premier-appel' && period === month;
      expect(results.find(of).counts.breached, month).toBe(broken - late);
      if (late > 0) expect(causes.find(of).causes).toMatchObject([{ cases: late, excuses: true }]);
    }
  });
});

describe('causes in the house as it is', () => {
  it('are none: marketing owes nothing about the contact that is called late', async () => {
    expect((await json('report')).causes).toEqual([]);
  });
});

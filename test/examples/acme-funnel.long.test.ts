import { beforeAll, describe, expect, it } from 'vitest';
import { strictSchema } from '../app/strict-schema.ts';
import { AS_OF, deals, inProfile, type Lead, leads, monthOf } from './acme-oracle.ts';
import { sla } from './sla.ts';

interface Step {
  readonly id: string;
  readonly leads: number;
  readonly beside: number;
  readonly young: boolean;
  readonly promised: number | null;
  readonly promises: readonly { readonly id: string; readonly met: number; readonly breached: number }[];
}

interface Cohort {
  readonly period: string;
  readonly by: Readonly<Record<string, string | null>> | null;
  readonly steps: readonly Step[];
}

interface Funnel {
  readonly steps: readonly {
    readonly id: string;
    readonly owners: readonly string[];
    readonly mostWithinSeconds: number | null;
  }[];
  readonly cohorts: readonly Cohort[];
  readonly profileAnswers: readonly {
    readonly says: 'outside' | 'inside';
    readonly periods: readonly {
      readonly period: string;
      readonly leads: number;
      readonly inProfile: number;
    }[];
  }[];
  readonly words: readonly {
    readonly id: string;
    readonly fields: readonly string[];
    readonly rows: readonly WordsRow[];
  }[];
}

interface WordsRow {
  readonly period: string;
  readonly by: Readonly<Record<string, string | null>> | null;
  readonly words: readonly (string | null)[] | null;
  readonly leads: number;
  readonly inProfile: number | null;
}

/** Local minutes of the midnight at which a deal was won, by lead. */
const won = new Map(
  deals
    .filter((row) => row.Étape === 'Gagnée' && /^\d\d\/\d\d\/\d{4}$/.test(row['Gagnée le'] ?? ''))
    .map((row) => {
      const [d, m, y] = (row['Gagnée le'] ?? '').split('/').map(Number);
      return [row.Prospect ?? '', Date.UTC(y ?? 0, (m ?? 0) - 1, d) / 60_000];
    }),
);

/** When a lead came to each step, in local minutes; null where it did not. */
const whenOf = (lead: Lead): readonly (number | null)[] => [
  lead.qualified,
  inProfile(lead) ? lead.qualified : null,
  lead.contacted,
  lead.answered,
  lead.row.Décision === 'Accepté' ? lead.answered : null,
  won.get(lead.row.Identifiant ?? '') ?? null,
];

const isAt = (lead: Lead, step: number): boolean =>
  whenOf(lead)
    .slice(0, step + 1)
    .every((at) => at !== null && at <= AS_OF);

let funnel: Funnel;
let bySource: Funnel;
let cases: readonly { readonly lead: string; readonly commitment: string; readonly state: string }[];

beforeAll(async () => {
  const asked = async (...argv: string[]) => {
    const { status, stdout } = await sla('funnel', 'examples/acme', '--format', 'json', ...argv);
    expect(status).toBe(0);
    return JSON.parse(stdout);
  };
  const document = await asked();
  const validate = strictSchema('funnel');
  expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
  funnel = document.results[0];
  bySource = (await asked('--by', 'source')).results[0];
  const { stdout } = await sla('cases', 'examples/acme', '--format', 'json', '--commitment', 'first-contact');
  cases = JSON.parse(stdout).results;
});

const cohortsOf = ({ cohorts }: Funnel) => cohorts.filter(({ by }) => by === null);
const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'];
const inMonth = (month: string) =>
  leads.filter(({ qualified }) => qualified !== null && qualified <= AS_OF && monthOf(qualified) === month);

describe('the funnel of acme', () => {
  it('counts what a loop over the rows of the exports counts', () => {
    expect(cohortsOf(funnel).map(({ period }) => period)).toEqual(months);
    for (const { period, steps } of cohortsOf(funnel)) {
      const own = inMonth(period);
      expect(
        steps.map((step) => step.leads),
        period,
      ).toEqual(steps.map((_, i) => own.filter((lead) => isAt(lead, i)).length));
    }
    // Of the leads in profile of May: what the meeting reads.
    expect(cohortsOf(funnel)[4]?.steps.map((step) => step.leads)).toEqual([155, 103, 98, 89, 59, 2]);
  });

  it('names who promises each step, and what was promised', () => {
    expect(funnel.steps.map(({ id, owners }) => [id, ...owners])).toEqual([
      ['qualified', 'marketing'],
      ['profile', 'marketing'],
      ['contacted', 'sales'],
      ['answered', 'sales'],
      ['accepted'],
      ['won', 'marketing', 'sales'],
    ]);
    for (const { steps } of cohortsOf(funnel))
      expect(steps.map((step) => step.promised)).toEqual([null, 120, null, null, null, null]);
  });

  it('marks a cohort that is younger than nine of ten of those that came to the step', () => {
    const ninth = funnel.steps.map((_, i) => {
      const took = leads
        .filter((lead) => lead.qualified !== null && isAt(lead, i))
        .map((lead) => Math.max(0, (whenOf(lead)[i] ?? 0) - (lead.qualified ?? 0)))
        .sort((a, b) => a - b);
      return (took[Math.ceil(took.length * 0.9) - 1] ?? 0) * 60;
    });
    // The last is of days on both sides of the change of clocks: an hour more or less.
    for (const [i, seconds] of ninth.entries())
      expect(Math.abs((funnel.steps[i]?.mostWithinSeconds ?? 0) - seconds), String(i)).toBeLessThanOrEqual(
        3600,
      );
    for (const { period, steps } of cohortsOf(funnel)) {
      const [y, m] = period.split('-').map(Number);
      const end = Date.UTC(y ?? 0, m ?? 0, 1) / 60_000;
      expect(
        steps.map(({ young }) => young),
        period,
      ).toEqual(ninth.map((seconds) => end + seconds / 60 > AS_OF));
    }
    expect(cohortsOf(funnel).flatMap(({ period, steps }) => (steps[5]?.young ? [period] : []))).toEqual([
      '2026-04',
      '2026-05',
      '2026-06',
    ]);
  });

  it('tells of the leads that were contacted how many were in time', () => {
    const states = new Map(cases.map(({ lead, state }) => [lead, state]));
    for (const { period, steps } of cohortsOf(funnel)) {
      const there = inMonth(period).filter((lead) => isAt(lead, 2));
      const count = (state: string) =>
        there.filter(({ row }) => states.get(row.Identifiant ?? '') === state).length;
      expect(
        steps[2]?.promises.find(({ id }) => id === 'first-contact'),
        period,
      ).toMatchObject({
        met: count('met'),
        breached: count('breached'),
      });
    }
  });

  it('tells what came to a stage and not to one before it', () => {
    for (const { period, steps } of cohortsOf(funnel)) {
      const own = inMonth(period).filter(inProfile);
      const beside = [2, 3, 4, 5].map(
        (step) =>
          own.filter((lead) => {
            const at = whenOf(lead)[step] ?? null;
            return at !== null && at <= AS_OF && !isAt(lead, step - 1);
          }).length,
      );
      expect(
        steps.map((step) => step.beside),
        period,
      ).toEqual([0, 0, ...beside]);
    }
  });

  it('never rises from step to step, and its parts by source add up', () => {
    for (const whole of cohortsOf(bySource)) {
      const parts = bySource.cohorts.filter(({ period, by }) => by !== null && period === whole.period);
      expect(parts.length).toBeGreaterThan(3);
      for (const [i, { leads: n }] of whole.steps.entries())
        expect(parts.reduce((sum, { steps }) => sum + (steps[i]?.leads ?? 0), 0)).toBe(n);
      for (const { steps } of [whole, ...parts])
        for (const [i, step] of steps.entries()) {
          if (i > 0) expect(step.leads).toBeLessThanOrEqual(steps[i - 1]?.leads ?? 0);
          for (const { met, breached } of step.promises)
            expect(met + breached).toBeLessThanOrEqual(step.leads);
        }
    }
    expect(cohortsOf(bySource)).toEqual(cohortsOf(funnel));
  });

  it('tells by reason and source who was accepted and refused, and who of them is in profile', () => {
    const [answered, ...others] = funnel.words;
    expect([answered?.id, answered?.fields, others]).toEqual(['answered', ['decision', 'reason'], []]);
    const there = leads.filter(
      ({ qualified, answered: at }) =>
        qualified !== null &&
        qualified <= AS_OF &&
        at !== null &&
        at <= AS_OF &&
        monthOf(qualified) >= '2026',
    );
    const wordsOf = ({ row }: Lead) => [row.Décision || null, row.Motif || null];
    const same = (lead: Lead, { period, by, words }: WordsRow) =>
      monthOf(lead.qualified ?? 0) === period &&
      (by === null || (lead.row.Origine || null) === by.source) &&
      JSON.stringify(wordsOf(lead)) === JSON.stringify(words);
    for (const { words } of [funnel, bySource])
      for (const row of words[0]?.rows ?? []) {
        const own = there.filter((lead) => same(lead, row));
        expect([row.leads, row.inProfile], JSON.stringify(row)).toEqual([
          own.length,
          own.filter(inProfile).length,
        ]);
      }
    const wholes = (bySource.words[0]?.rows ?? []).filter(({ by }) => by === null);
    expect(wholes).toEqual(answered?.rows);
    expect(wholes.reduce((sum, row) => sum + row.leads, 0)).toBe(there.length);
    const total = (word: string) => {
      const own = wholes.filter(({ words }) => words?.includes(word));
      return [own.reduce((n, row) => n + row.leads, 0), own.reduce((n, row) => n + (row.inProfile ?? 0), 0)];
    };
    // Is the profile wrong? Most that are refused as outside of it are in it, and a third of those accepted are not.
    expect([total('Hors cible'), total('Accepté')]).toEqual([
      [62, 46],
      [611, 415],
    ]);
  });

  it('holds what was answered against the profile, month by month', () => {
    const answered = {
      outside: ({ row }: Lead) => row.Motif === 'Hors cible',
      inside: ({ row }: Lead) => row.Décision === 'Accepté',
    };
    expect(funnel.profileAnswers.map(({ says }) => says)).toEqual(['outside', 'inside']);
    for (const { says, periods } of funnel.profileAnswers) {
      expect(periods.length).toBeGreaterThan(4);
      for (const { period, leads: n, inProfile: inside } of periods) {
        const own = leads.filter(
          (lead) => lead.qualified !== null && monthOf(lead.qualified) === period && answered[says](lead),
        );
        expect([says, period, n, inside]).toEqual([says, period, own.length, own.filter(inProfile).length]);
      }
    }
  });

  it('reads in French, as Markdown and as a page', async () => {
    const french = await sla(
      'funnel',
      'examples/acme',
      '--lang',
      'fr',
      '--format',
      'markdown',
      '--from',
      '2026-05',
    );
    expect(french.stdout).toMatch(/^\| leads parvenus à \| mai\s2026 \| juin\s2026\\\* \|/mu);
    expect(french.stdout).toMatch(/^\| dans le profil<br>promis par Marketing \| 103<br>86\s% \|/mu);
    const page = await sla('funnel', 'examples/acme', '--format', 'html');
    expect(page.stdout).toContain('<h1>How far the leads came</h1>');
    expect(page.stdout).not.toContain('<script');
  });

  it('stands on the page of a report with the same numbers', async () => {
    const { stdout } = await sla('report', 'examples/acme', '--format', 'html');
    const [, section = ''] = /<section class="section" id="funnel">([\s\S]*?)<\/section>/.exec(stdout) ?? [];
    const [, table = ''] = /<tbody>([\s\S]*?)<\/tbody>/.exec(section) ?? [];
    const shown = [...table.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
      [...row.matchAll(/<td[^>]*>(\d+)/g)].map(([, n]) => Number(n)),
    );
    for (const [i] of funnel.steps.entries())
      expect(shown).toContainEqual(cohortsOf(funnel).map(({ steps }) => steps[i]?.leads));
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { afterOfficeTime, DAY, dayOf } from '../../examples/generator/office.ts';
import { strictSchema } from '../app/strict-schema.ts';
import { deals, inProfile, type Lead, leads, size } from './acme-oracle.ts';
import { readRows, root, sla } from './sla.ts';

interface Told {
  readonly id: string;
  readonly leads: number;
  readonly won: number;
  readonly revenue: { readonly value: number; readonly unit: string };
  readonly kpis: readonly { readonly id: string; readonly counts: Counts; readonly value: number | null }[];
  readonly version: string;
  readonly due: string;
  readonly lessonIs: string;
}
interface Counts {
  readonly met: number;
  readonly breached: number;
}
interface Register {
  readonly envelopes: readonly { readonly period: string; readonly bound: number; readonly spent: number }[];
  readonly experiments: readonly Told[];
}

async function registerOf(agreement: string): Promise<Register> {
  const { status, stdout } = await sla('experiments', agreement, '--format', 'json');
  expect(status).toBe(0);
  const document = JSON.parse(stdout);
  const validate = strictSchema('experiments');
  expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
  return document.results[0];
}

const told = ({ experiments }: Register, id: string) => experiments.find((one) => one.id === id) as Told;
const counts = ({ kpis }: Told, id: string) => {
  const found = kpis.find((kpi) => kpi.id === id);
  return found && { met: found.counts.met, breached: found.counts.breached };
};
const split = <T>(all: readonly T[], holds: (one: T) => boolean) => ({
  met: all.filter(holds).length,
  breached: all.filter((one) => !holds(one)).length,
});

describe('the register of acme, against plain loops over its exports', () => {
  let acme: Register;
  beforeAll(async () => {
    acme = await registerOf('examples/acme');
  });

  const within = (lead: Lead, from: string, to: string): boolean =>
    lead.qualified !== null && lead.qualified >= dayOf(from) * DAY && lead.qualified < (dayOf(to) + 1) * DAY;
  /** Won deals that have a date, by lead. */
  const won = new Map(
    deals
      .filter((row) => row.Étape === 'Gagnée' && /^\d\d\/\d\d\/\d{4}$/.test(row['Gagnée le'] ?? ''))
      .map((row) => [
        row.Prospect,
        Number((row['Montant (€)'] ?? '').replaceAll(/\s/g, '').replace(',', '.')),
      ]),
  );

  it('counts the leads of the webinar, those in profile, those accepted and what they brought', () => {
    const own = leads.filter(
      (lead) =>
        within(lead, '2026-02-02', '2026-03-31') &&
        lead.row.Origine === 'Webinaire' &&
        ['BE', 'CH'].includes(lead.row.Pays ?? ''),
    );
    const webinar = told(acme, 'webinar-belgium');
    expect(own.length).toBeGreaterThan(5);
    expect(webinar.leads).toBe(own.length);
    expect(counts(webinar, 'in-profile')).toEqual(split(own, inProfile));
    expect(counts(webinar, 'accepted')).toEqual(split(own, ({ row }) => row.Décision === 'Accepté'));
    expect(webinar.kpis.find(({ id }) => id === 'volume')?.value).toBe(own.length);
    const customers = own.filter(({ row }) => won.has(row.Identifiant));
    expect(webinar.won).toBe(customers.length);
    const brought = customers.reduce((sum, { row }) => sum + (won.get(row.Identifiant) ?? 0), 0);
    expect(webinar.revenue).toEqual({ value: expect.closeTo(brought, 6), unit: 'EUR' });
  });

  it('counts those of the fair, and the ones that were contacted within an hour', () => {
    const own = leads.filter(
      (lead) => within(lead, '2026-04-20', '2026-06-12') && lead.row.Origine === 'Salon' && size(lead) >= 200,
    );
    const fair = told(acme, 'fair-large-firms');
    expect(fair.leads).toBe(own.length);
    expect(counts(fair, 'in-profile')).toEqual(split(own, inProfile));
    // Whom somebody called before the hour was over and before the lunch break began is in time in any case.
    const quick = own.filter(({ qualified, contacted }) => {
      const [start, stop] = [qualified ?? 0, contacted ?? Number.POSITIVE_INFINITY];
      return stop - start <= 60;
    });
    const first = counts(fair, 'first-contact');
    expect((first?.met ?? 0) + (first?.breached ?? 0)).toBe(own.length);
    expect(first?.met).toBeGreaterThanOrEqual(quick.length);
  });

  it('measures each under the version of its first day, adds up what they take, and says when the lesson is due', () => {
    expect(acme.experiments.map(({ id, version }) => [id, version])).toEqual([
      ['webinar-belgium', '2026.1'],
      ['fair-large-firms', '2026.2'],
    ]);
    // The one that is over takes what it cost, the one that runs what it may cost.
    expect(acme.envelopes.map(({ period, bound, spent }) => [period, bound, spent])).toEqual([
      ['2026-Q1', 3650, 3650],
      ['2026-Q2', 6000, 5200],
    ]);
    // Ten open days after Friday 12 June; after Tuesday 31 March, with Easter Monday in between.
    expect(acme.experiments.map(({ due, lessonIs }) => [due, lessonIs])).toEqual([
      ['2026-04-15', 'written'],
      ['2026-06-26', 'not due'],
    ]);
  });
});

it('the register of the house, against plain loops over its contacts', async () => {
  const fair = told(await registerOf('examples/maison'), 'salon-habitat');
  const minutes = (cell = ''): number | null => {
    const [, d, m, y, hour = '00', minute = '00'] =
      /^(\d\d)\/(\d\d)\/(\d{4})(?: (\d\d):(\d\d))?$/.exec(cell) ?? [];
    return y === undefined ? null : dayOf(`${y}-${m}-${d}`) * DAY + Number(hour) * 60 + Number(minute);
  };
  const rows = readRows(`${root}/examples/maison/exports/contacts.csv`, {
    ...{ delimiter: ';', encoding: 'windows-1252' },
  });
  const own = rows.filter((row) => {
    const at = minutes(row['Reçu le']);
    return (
      row.Origine === 'Salon' &&
      at !== null &&
      at >= dayOf('2026-03-02') * DAY &&
      at < dayOf('2026-05-01') * DAY
    );
  });
  expect(fair.leads).toBe(own.length);
  expect(counts(fair, 'dans-le-profil')).toEqual(split(own, ({ Budget }) => Number(Budget) >= 8000));
  expect(counts(fair, 'grands-projets')).toEqual(split(own, ({ Budget }) => Number(Budget) >= 20_000));
  const called = split(own, (row) => {
    const [start, stop] = [minutes(row['Reçu le']), minutes(row['Appelé le'])];
    return start !== null && stop !== null && stop <= afterOfficeTime(start, 4 * 60);
  });
  expect(counts(fair, 'appel')).toEqual(called);
  const sold = own.filter((row) => row['Vendu le'] !== '');
  expect(fair.won).toBe(sold.length);
  const amount = (row: Readonly<Record<string, string>>) => Number((row.Montant ?? '').replace(',', '.'));
  expect(fair.revenue).toEqual({ value: sold.reduce((sum, row) => sum + amount(row), 0), unit: 'EUR' });
});

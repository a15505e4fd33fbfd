import { expect, it } from 'vitest';
import { inProfile, isInTime, monthOf, rowsOf } from './maison-oracle.ts';
import { sla } from './sla.ts';

const contacts = rowsOf('exports/contacts.csv');
const tickets = rowsOf('exports/billets.csv');

interface Promised {
  readonly id: string;
  readonly periods: readonly { readonly period: string; readonly reached: number; readonly used: boolean }[];
  readonly targets: readonly { readonly basis: string; readonly value: number }[];
  readonly parts: readonly {
    readonly rows: readonly {
      readonly text: string;
      readonly keptMore: number;
      readonly now: boolean;
      readonly periods: readonly { readonly period: string; readonly counts: { readonly met: number } }[];
    }[];
  }[];
}

it('calibrates a promise about leads, one about tickets and one of a number as plain loops do', async () => {
  const { status, stdout } = await sla('calibrate', 'examples/maison', '--format', 'json');
  expect(status).toBe(0);
  const promises: readonly Promised[] = JSON.parse(stdout).results[0].promises;
  const of = (id: string) => promises.find((each) => each.id === id) as Promised;
  const counted = [
    ['premier-appel', contacts.filter(inProfile), 'Reçu le', 'Appelé le'],
    ['reponse-au-client', tickets, 'Ouvert le', 'Répondu le'],
  ] as const;
  for (const [id, rows, from, to] of counted) {
    const used = of(id).periods.flatMap(({ period, used: isUsed }) => (isUsed ? [period] : []));
    expect(used).toEqual(['2026-02', '2026-03', '2026-04', '2026-05']);
    const keptIn = (month: string, limit: number): number =>
      rows.filter((row) => monthOf(row[from]) === month && isInTime(row, from, to, limit)).length;
    const limits = of(id).parts[0]?.rows ?? [];
    const minutesOf = (text: string): number => Number(text.split(' ')[0]) * (text.includes('hour') ? 60 : 1);
    const today = minutesOf(limits.find(({ now }) => now)?.text ?? '');
    for (const { text, periods, keptMore } of limits) {
      const limit = minutesOf(text);
      for (const { period, counts } of periods)
        expect(counts.met, `${id} ${text} ${period}`).toBe(keptIn(period, limit));
      const more = used.reduce((sum, month) => sum + keptIn(month, limit) - keptIn(month, today), 0);
      expect(keptMore, `${id} ${text}`).toBe(more);
    }
  }
  // May has a target of its own, and teaches nothing of that of every month; the rest are three.
  const volume = of('contacts-dans-le-profil');
  const inMonth = (month: string): number =>
    contacts.filter((row) => inProfile(row) && monthOf(row['Reçu le']) === month).length;
  const least = Math.min(...['2026-02', '2026-03', '2026-04'].map(inMonth));
  expect(volume.targets.find(({ basis }) => basis === 'every-period')?.value).toBe(
    least < 20 ? least : Math.floor(least / 5) * 5,
  );
});

it('plans back from the kitchens that are sold as a plain loop counts them', async () => {
  const { status, stdout } = await sla('plan', 'examples/maison', '--format', 'json');
  expect(status).toBe(0);
  const [{ cohorts, steps, average, objective }] = JSON.parse(stdout).results;
  const own = contacts.filter((row) => cohorts.includes(monthOf(row['Reçu le'])));
  const called = own.filter((row) => inProfile(row) && row['Appelé le'] !== '');
  const counts = [own, own.filter(inProfile), called, called.filter((row) => row['Vendu le'] !== '')];
  expect(steps.map(({ leads }: { leads: number }) => leads)).toEqual(counts.map(({ length }) => length));
  const amounts = contacts
    .filter((row) => row['Vendu le'] !== '')
    .map((row) => Number((row.Montant ?? '').replaceAll(/\s/g, '').replace(',', '.')));
  expect(average.of).toBe(amounts.length);
  const mean = amounts.reduce((a, b) => a + b, 0) / amounts.length;
  expect(average.measured).toBeCloseTo(mean, 6);
  expect(objective).toMatchObject({ target: 300_000, months: 3 });
  expect(steps[0].needed).toBeCloseTo((300_000 / mean / (counts[3]?.length ?? 0)) * own.length, 6);
});

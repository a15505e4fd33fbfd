import { expect, it } from 'vitest';
import {
  AS_OF,
  days,
  deals,
  dueAfterDays,
  dueAfterMinutes,
  inProfile,
  isoDay,
  type Lead,
  leads,
  meetings,
  monthOf,
  SECOND,
  size,
  touchesOf,
} from './acme-oracle.ts';
import { byPeriod, type Report, report } from './sla.ts';

type Counts = Record<'met' | 'breached' | 'pending' | 'unknown', number>;
type State = keyof Counts | 'waived';

const CALLS = ['Appel'];
const TOUCHES = ['Appel', 'Courriel', 'Réunion'];

it('counts qualified leads in profile as a plain loop does', async () => {
  const expected = months((lead) => (inProfile(lead) ? 'met' : null));
  const answer = await report('examples/acme');
  expect(byPeriod(answer, 'qualified-volume', (result) => result.value)).toEqual(
    Object.fromEntries(Object.entries(expected).map(([month, counts]) => [month, counts.met])),
  );
});

it('holds the leads of April against the target of their day, in two parts', async () => {
  const complete = ({ row }: Lead): State =>
    row.Téléphone && row.Société && row.Origine ? 'met' : 'breached';
  const answer = await report('examples/acme');
  const part = (version: string): Report => ({
    ...answer,
    results: answer.results.filter((result) => result.target.value === (version === '2026.1' ? 0.97 : 0.98)),
  });
  expect(withCases(byPeriod(part('2026.1'), 'complete-records', decided))).toEqual(
    months((lead, start) => (start < SECOND ? complete(lead) : null)),
  );
  expect(withCases(byPeriod(part('2026.2'), 'complete-records', decided))).toEqual(
    months((lead, start) => (start >= SECOND ? complete(lead) : null)),
  );
});

it('judges first contacts by the hours and the limit of their day as a walk over the minutes does', async () => {
  const expected = months((lead, start) => {
    if (!inProfile(lead)) return null;
    const limit = size(lead) >= 500 ? 60 : start < SECOND ? 240 : 180;
    const found = state(start, lead.contacted, dueAfterMinutes(start, limit));
    // There is nothing to excuse in a promise that was kept.
    if (found === 'met') return found;
    if (start < SECOND && ['ACM-00704', 'ACM-00761'].includes(lead.row.Identifiant ?? '')) return 'waived';
    return days('2026-05-21', '2026-05-22', start) ? 'waived' : found;
  });
  expect(byPeriod(await report('examples/acme'), 'first-contact', decided)).toEqual(expected);
});

it('finds the first call of large firms among the activities as a plain loop does', async () => {
  const expected = months((lead, start) => {
    if (!(size(lead) >= 500)) return null;
    const call = touchesOf(lead, CALLS).find((at) => at >= start);
    return state(start, call ?? null, dueAfterDays(start, 2));
  });
  expect(byPeriod(await report('examples/acme'), 'first-call', decided)).toEqual(expected);
});

it('counts the days on which a lead was tried, until it replies, as a plain loop does: giving up is not trying', async () => {
  const expected = months((lead, start) => {
    const due = dueAfterDays(start, 5);
    const inside = touchesOf(lead, TOUCHES).filter((at) => at >= start && at <= due);
    if (new Set(inside.map(isoDay)).size >= 3) return 'met';
    if (lead.replied !== null && lead.replied < start) return 'unknown';
    if (lead.replied !== null && lead.replied <= due) return 'met';
    return AS_OF > due ? 'breached' : 'pending';
  });
  const answer = await report('examples/acme');
  expect(byPeriod(answer, 'follow-up', decided)).toEqual(expected);
  const verdicts = byPeriod(answer, 'follow-up', (result) => result.verdict);
  expect(verdicts).toMatchObject({ '2026-04': 'met', '2026-05': 'missed' });
  const ends: Record<string, Record<string, number>> = {};
  for (const lead of leads) {
    if (lead.qualified === null || lead.replied === null) continue;
    const [start, due] = [lead.qualified, dueAfterDays(lead.qualified, 5)];
    const inside = touchesOf(lead, TOUCHES).filter((at) => at >= start && at <= due);
    if (lead.replied < start || lead.replied > due || new Set(inside.map(isoDay)).size >= 3) continue;
    const words = [lead.row.Décision, lead.row.Motif].filter((word) => word !== '').join(' ');
    ends[monthOf(start)] ??= {};
    const month = ends[monthOf(start)] ?? {};
    month[words] = (month[words] ?? 0) + 1;
  }
  const divided = byPeriod(answer, 'follow-up', ({ endedEarly }) =>
    Object.fromEntries(
      endedEarly.map(({ words, cases }) => [Object.values(words).filter(Boolean).join(' '), cases]),
    ),
  );
  expect(divided).toEqual(ends);
});

it('judges feedback as a walk over the days does', async () => {
  const expected = months((lead, start) => state(start, lead.answered, dueAfterDays(start, 5)));
  expect(byPeriod(await report('examples/acme'), 'feedback', decided)).toEqual(expected);
});

it('counts the meetings that have minutes', async () => {
  const expected: Record<string, number> = {};
  for (const { date = '', kind, minutes } of meetings) {
    const month = date.slice(0, 7);
    expected[month] ??= 0;
    if (kind === 'alignment' && minutes !== '') expected[month]++;
  }
  expect(expected['2026-03']).toBe(1);
  expect(byPeriod(await report('examples/acme'), 'alignment-meeting', (result) => result.value)).toEqual(
    expected,
  );
});

it('counts the campaigns in which a salesperson takes part', async () => {
  const answer = await report('examples/acme');
  expect(byPeriod(answer, 'joint-campaigns', ({ value }) => value)).toEqual({ '2026-Q1': 2, '2026-Q2': 1 });
});

it('adds up revenue by quarter to the cent, from the deals of the leads', async () => {
  const known = new Set(leads.map(({ row }) => row.Identifiant));
  const cents: Record<string, number> = {};
  for (const deal of deals) {
    if (deal.Étape !== 'Gagnée' || !known.has(deal.Prospect)) continue;
    const quarter = `2026-Q${Math.ceil(Number(deal['Gagnée le']?.slice(3, 5)) / 3)}`;
    cents[quarter] = (cents[quarter] ?? 0) + Number(deal['Montant (€)']?.replace(/[\u00a0,]/g, ''));
  }
  const answer = await report('examples/acme', '--period', 'quarter');
  expect(byPeriod(answer, 'new-revenue', (result) => Math.round((result.value ?? 0) * 100))).toEqual(cents);
});

/** By the month of the qualification; null is no case, and waived cases are none of the four states. */
function months(judge: (lead: Lead, start: number) => State | null): Record<string, Counts> {
  const result: Record<string, Counts> = {};
  for (const lead of leads) {
    if (lead.qualified === null) continue;
    const found = judge(lead, lead.qualified);
    if (found === null) continue;
    const month = monthOf(lead.qualified);
    result[month] ??= { met: 0, breached: 0, pending: 0, unknown: 0 };
    if (found !== 'waived') result[month][found]++;
  }
  return result;
}

function decided({ counts: { met, breached, pending, unknown } }: { counts: Counts }): Counts {
  return { met, breached, pending, unknown };
}

const withCases = (results: Record<string, Counts>): Record<string, Counts> =>
  Object.fromEntries(
    Object.entries(results).filter(([, counts]) => Object.values(counts).some((n) => n > 0)),
  );

function state(start: number, stop: number | null, due: number): State {
  if (stop === null) return due < AS_OF ? 'breached' : 'pending';
  return stop < start ? 'unknown' : stop <= due ? 'met' : 'breached';
}

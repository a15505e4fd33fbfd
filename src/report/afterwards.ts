import type { Compliance, Ledger, Reason, Result, WaiverUse } from '../model/compliance.ts';
import { amount, bounds, tenths, whole } from './number.ts';
import type { Block } from './table.ts';
import { timeLine } from './time-taken.ts';

/** Under every table: what is open, what was set aside, and what the numbers rest on. */
export function afterwards(compliance: Compliance, view: 'scoreboard' | 'timetable'): readonly Block[] {
  const { ledgers, notes, findings } = compliance;
  // The parts of a whole would say the same again.
  const results = compliance.results.filter((each) => each.by === null);
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['Still open', results.flatMap(openLines)],
    ['Pace', results.flatMap(paceLines)],
    ['Time taken', view === 'scoreboard' ? results.flatMap(timeLine) : []],
    ['Set aside', asideLines(results)],
    ['Waivers', [...compliance.waivers.map(waiverLine), ...results.flatMap(withoutWaivers)]],
    ['Rows', Object.entries(ledgers).map(([source, ledger]) => ledgerText(source, ledger))],
    ['Notes', notes],
  ];
  return [
    ...lists
      .filter(([, items]) => items.length > 0)
      .map(([title, items]) => ({ kind: 'list', title, items }) as const),
    ...(findings.length > 0 ? [{ kind: 'findings', title: 'Problems in the data', findings } as const] : []),
  ];
}

/** Every other reason makes a case unknown. */
const EXCLUDING: ReadonlySet<string> = new Set<Reason>(['out-of-scope', 'waived', 'no-version']);

/** What a waiver excused, and who agreed to it. */
function waiverLine({
  commitment,
  leads,
  from,
  to,
  reason,
  approvedBy,
  expires,
  expired,
  cases,
}: WaiverUse): string {
  const what = leads === null ? `${from} to ${to}` : `${whole(leads)} ${leads === 1 ? 'lead' : 'leads'}`;
  const by = approvedBy.length === 0 ? 'approved by nobody' : `approved by ${approvedBy.join(' and ')}`;
  const until = expires === null ? '' : expired ? `, expired on ${expires}` : `, until ${expires}`;
  return `${commitment ?? 'every commitment'}, ${what}: ${reason} (${by}${until}): ${whole(cases)} ${cases === 1 ? 'case' : 'cases'} excused`;
}

function withoutWaivers(result: Result): readonly string[] {
  const { attainmentBeforeWaivers: before } = result.extras;
  if (before === undefined) return [];
  return [`${nameOf(result)}: ${share(result.attainment)} with waivers, ${share(before)} without`];
}

const share = (rate: number | null): string => (rate === null ? 'n/a' : `${(rate * 100).toFixed(1)}%`);

/** A row of the table as a list names it. */
function nameOf(result: Result): string {
  return `${result.id} ${result.period.label}`;
}

function openLines(result: Result): readonly string[] {
  if (result.counts.pending === 0) return [];
  const risk = result.atRisk > 0 ? `, ${whole(result.atRisk)} of them at risk` : '';
  const range = bounds(result);
  const between = range === '' ? '' : `; they decide between ${range.replace(' to ', ' and ')}`;
  return [`${nameOf(result)}: ${whole(result.counts.pending)} pending${risk}${between}`];
}

function paceLines(result: Result): readonly string[] {
  const { pace, value, target } = result;
  if (pace === null || value === null) return [];
  // A handful needs its tenths: a steady pace of 0.9 is not 1.
  const number = (exact: number) => (target.value < 20 ? tenths(exact) : whole(Math.round(exact)));
  return [
    `${nameOf(result)}: ${amount(value)} after ${pace.openDaysPassed} of ${pace.openDaysTotal} open days, where a steady pace ` +
      `has ${number(pace.expected)}; at this pace ${number(pace.projected)} by the end`,
  ];
}

/** One line a promise, its periods added up. */
function asideLines(results: readonly Result[]): readonly string[] {
  const totals = new Map<string, Map<string, number>>();
  for (const result of results) {
    const own = totals.get(result.id) ?? new Map<string, number>();
    for (const [reason, count] of Object.entries(result.reasons)) {
      own.set(reason, (own.get(reason) ?? 0) + count);
    }
    totals.set(result.id, own);
  }
  return [...totals].flatMap(([id, reasons]) => reasonLines(id, [...reasons]));
}

function reasonLines(id: string, reasons: readonly (readonly [string, number])[]): readonly string[] {
  const said = reasons.filter(([, count]) => count > 0);
  const parts = (['excluded', 'unknown'] as const).flatMap((state) => {
    const own = said.filter(([reason]) => EXCLUDING.has(reason) === (state === 'excluded'));
    const list = own.map(([reason, count]) => `${reason.replaceAll('-', ' ')} ${whole(count)}`).join(', ');
    return own.length === 0 ? [] : [`${state}: ${list}`];
  });
  return parts.length === 0 ? [] : [`${id}: ${parts.join('; ')}`];
}

/** `leads: 2,013 rows read = 1,987 judged + 14 excluded (identical duplicate 14) + 12 rejected (not a date 12)` */
export function ledgerText(source: string, ledger: Ledger): string {
  const excluded = sum(ledger.excluded);
  const rejected = sum(ledger.rejected);
  const adds = ledger.read === ledger.judged + excluded + rejected;
  return (
    `${source}: ${whole(ledger.read)} rows read = ${whole(ledger.judged)} judged + ` +
    `${whole(excluded)} excluded${why(ledger.excluded)} + ${whole(rejected)} rejected${why(ledger.rejected)}` +
    (adds ? '' : ' (this does not add up: please report it as a bug)')
  );
}

function sum(parts: Readonly<Record<string, number>>): number {
  return Object.values(parts).reduce((total, each) => total + each, 0);
}

function why(parts: Readonly<Record<string, number>>): string {
  const said = Object.entries(parts)
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => `${reason.replaceAll('-', ' ')} ${whole(count)}`);
  return said.length === 0 ? '' : ` (${said.join(', ')})`;
}

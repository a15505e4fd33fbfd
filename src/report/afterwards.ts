import { plural, t } from '../messages/index.ts';
import { allOf } from '../messages/list.ts';
import { whole } from '../messages/numbers.ts';
import type { ComplianceShown } from '../model/behind.ts';
import type { Compliance, Ledger, Reason, Result, WaiverUse } from '../model/compliance.ts';
import { causeLines } from './causes.ts';
import { upheldLines } from './disputes.ts';
import { endsText, endsTogether } from './ended-early.ts';
import { civil } from './instant.ts';
import { promiseTitle, rowAndPeriod } from './names.ts';
import { noPeriodText } from './no-period.ts';
import { amount, rangeOf, tenthPercent, tenths } from './number.ts';
import { teamTitle } from './parties.ts';
import { stepLines } from './steps.ts';
import type { Block } from './table.ts';
import { timeLine } from './time-taken.ts';
import { waivedLeads } from './waived.ts';
import { wordFor } from './words.ts';

/** Under every table: what is open, what was set aside, and what the numbers rest on. */
export function afterwards(compliance: ComplianceShown, view: 'scoreboard' | 'timetable'): readonly Block[] {
  const { ledgers, notes, findings } = compliance;
  // The parts of a whole would say the same again.
  const results = compliance.results.filter((each) => each.by === null);
  const ofEach = (lines: (result: Result, name: string) => readonly string[]): readonly string[] =>
    results.flatMap((each) => lines(each, rowAndPeriod(each, results)));
  const lists: readonly (readonly [string, readonly string[]])[] = [
    [t`Steps`, stepLines(compliance)],
    [t`Still open`, ofEach(openLines)],
    [t`Pace`, ofEach(paceLines)],
    [t`Time taken`, view === 'scoreboard' ? results.flatMap((each) => timeLine(each, results)) : []],
    [t`Ended early`, view === 'timetable' ? endedLines(results) : []],
    [t`Broken by the other side before`, causeLines(compliance)],
    [t`Set aside`, asideLines(compliance, results)],
    [t`On hold`, ofEach(withoutPauses)],
    [t`Excused by the other side`, ofEach(withoutExcuses)],
    [
      t`Waivers`,
      [...compliance.waivers.map((each) => waiverLine(each, compliance)), ...ofEach(withoutWaivers)],
    ],
    [t`Disputed`, compliance.disputes ? upheldLines(compliance.disputes) : []],
    [t`Rows`, Object.entries(ledgers).map(([source, ledger]) => ledgerText(source, ledger))],
    [t`Notes`, notes],
  ];
  return [
    ...lists
      .filter(([, items]) => items.length > 0)
      .map(([title, items]) => ({ kind: 'list', title, items }) as const),
    ...(findings.length > 0 ? [{ kind: 'findings', title: t`Problems in the data`, findings } as const] : []),
  ];
}

/** Every other reason makes a case unknown. */
const EXCLUDING: ReadonlySet<string> = new Set<Reason>(['out-of-scope', 'waived', 'excused', 'no-version']);

/** What a waiver excused, and who agreed to it. */
function waiverLine(waiver: WaiverUse, compliance: Compliance): string {
  const { from, to, leads, where, reason } = waiver;
  const name = waiver.commitment === null ? t`every commitment` : promiseTitle(waiver.commitment, compliance);
  const terms = [approvedText(waiver, compliance), expiryText(waiver)]
    .filter((text) => text !== '')
    .join(', ');
  const line =
    leads === null && where === undefined
      ? t`${name}, ${civil(from ?? '')} to ${civil(to ?? '')}: ${reason} (${terms})`
      : t`${name}, ${waivedLeads(waiver)}: ${reason} (${terms})`;
  const { cases } = waiver;
  return plural(cases, t`${line}: ${whole(cases)} case excused`, t`${line}: ${whole(cases)} cases excused`);
}

function approvedText({ approvedBy }: WaiverUse, compliance: Compliance): string {
  const teams = approvedBy.map((team) => teamTitle(team, compliance));
  return teams.length === 0 ? t`approved by nobody` : t`approved by ${allOf(teams)}`;
}

function expiryText({ expires, expired }: WaiverUse): string {
  if (expires === null) return '';
  return expired ? t`expired on ${civil(expires)}` : t`until ${civil(expires)}`;
}

function withoutWaivers(result: Result, name: string): readonly string[] {
  const { attainmentBeforeWaivers: before } = result.extras;
  if (before === undefined) return [];
  return [t`${name}: ${share(result.attainment)} with waivers, ${share(before)} without`];
}

/** Both numbers, always: what counts with the excuses, and what it would be without. */
function withoutExcuses(result: Result, name: string): readonly string[] {
  const { attainmentBeforeExcuses: before } = result.extras;
  if (before === undefined) return [];
  const n = result.reasons.excused ?? 0;
  const [counts, all] = [share(result.attainment), share(before)];
  return [
    plural(
      n,
      t`${name}: ${whole(n)} case excused; ${counts} with the excuse, which counts, ${all} without`,
      t`${name}: ${whole(n)} cases excused; ${counts} with the excuses, which counts, ${all} without`,
    ),
  ];
}

/** What the pauses of a promise make of its number. */
function withoutPauses(result: Result, name: string): readonly string[] {
  const { attainmentWithoutPauses: without } = result.extras;
  if (without === undefined) return [];
  return [t`${name}: ${share(result.attainment)} with pauses, ${share(without)} without`];
}

const share = (rate: number | null): string => (rate === null ? t`n/a` : tenthPercent(rate));

function openLines(result: Result, name: string): readonly string[] {
  const { counts, atRisk } = result;
  if (counts.pending === 0) return [];
  const [pending, risk] = [whole(counts.pending), whole(atRisk)];
  const some = plural(
    atRisk,
    t`${name}: ${pending} pending, one of them at risk`,
    t`${name}: ${pending} pending, ${risk} of them at risk`,
  );
  const all = counts.pending === 1 ? t`${name}: ${pending} pending, at risk` : some;
  const text = atRisk > 0 ? all : t`${name}: ${pending} pending`;
  const range = rangeOf(result);
  return [range === null ? text : t`${text}; they decide between ${range.worst} and ${range.best}`];
}

function paceLines(result: Result, name: string): readonly string[] {
  const { pace, value, target } = result;
  if (pace === null || value === null) return [];
  // A handful needs its tenths: a steady pace of 0.9 is not 1.
  const number = (exact: number) => (target.value < 20 ? tenths(exact) : whole(Math.round(exact)));
  const reached = amount(value);
  const { openDaysPassed: passed, openDaysTotal: total } = pace;
  const [expected, projected] = [number(pace.expected), number(pace.projected)];
  return [
    t`${name}: ${reached} after ${passed} of ${total} open days, where a steady pace has ${expected}; at this pace ${projected} by the end`,
  ];
}

/** One line a promise, its periods added up: how the cases divide that ended before they were tried enough. */
function endedLines(results: readonly Result[]): readonly string[] {
  return [...new Set(results.map(({ id }) => id))].flatMap((id) => {
    const ends = endsTogether(results.filter((result) => result.id === id));
    const all = ends.reduce((total, { cases }) => total + cases, 0);
    if (all === 0) return [];
    const [number, text] = [whole(all), endsText(ends)];
    const name = promiseTitle(id, { results });
    return [plural(all, t`${name}, ${number} case: ${text}`, t`${name}, ${number} cases: ${text}`)];
  });
}

/** One line a promise, its periods added up, and one of what belongs to none. */
function asideLines(compliance: Compliance, results: readonly Result[]): readonly string[] {
  const totals = new Map<string, Map<string, number>>();
  for (const result of results) {
    const own = totals.get(result.id) ?? new Map<string, number>();
    for (const [reason, count] of Object.entries(result.reasons)) {
      own.set(reason, (own.get(reason) ?? 0) + count);
    }
    totals.set(result.id, own);
  }
  return [...totals].flatMap(([id, reasons]) => {
    const name = promiseTitle(id, compliance);
    return [
      ...reasonLines(name, [...reasons]),
      ...compliance.undated.filter((each) => each.id === id).map((each) => t`${name}: ${noPeriodText(each)}`),
    ];
  });
}

function reasonLines(name: string, reasons: readonly (readonly [string, number])[]): readonly string[] {
  const excluded = counted(reasons.filter(([reason]) => EXCLUDING.has(reason)));
  const unknown = counted(reasons.filter(([reason]) => !EXCLUDING.has(reason)));
  if (excluded === '' && unknown === '') return [];
  if (unknown === '') return [t`${name}: excluded: ${excluded}`];
  if (excluded === '') return [t`${name}: unknown: ${unknown}`];
  return [t`${name}: excluded: ${excluded}; unknown: ${unknown}`];
}

/** `identical duplicate 14, blank row 2`, nothing that is nought. */
function counted(parts: readonly (readonly [string, number])[]): string {
  return parts
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => `${wordFor(reason)} ${whole(count)}`)
    .join(', ');
}

/**
 * `leads: 2,013 rows read = 1,987 judged + 14 excluded (identical duplicate 14) + 12 rejected (not a date 12)`
 */
export function ledgerText(source: string, ledger: Ledger): string {
  const excluded = sum(ledger.excluded);
  const rejected = sum(ledger.rejected);
  const [read, judged] = [whole(ledger.read), whole(ledger.judged)];
  const [out, refused] = [whole(excluded), whole(rejected)];
  const [whyOut, whyRefused] = [why(ledger.excluded), why(ledger.rejected)];
  const text = plural(
    ledger.read,
    t`${source}: ${read} row read = ${judged} judged + ${out} excluded${whyOut} + ${refused} rejected${whyRefused}`,
    t`${source}: ${read} rows read = ${judged} judged + ${out} excluded${whyOut} + ${refused} rejected${whyRefused}`,
  );
  const adds = ledger.read === ledger.judged + excluded + rejected;
  return adds ? text : t`${text} (this does not add up: please report it as a bug)`;
}

function sum(parts: Readonly<Record<string, number>>): number {
  return Object.values(parts).reduce((total, each) => total + each, 0);
}

function why(parts: Readonly<Record<string, number>>): string {
  const said = counted(Object.entries(parts));
  return said === '' ? '' : ` (${said})`;
}

import { join } from 'node:path';
import { readRows, root } from './sla.ts';

/**
 * The oracle of the acme example: local minutes, one by one, from the text of the cells. It shares nothing with src/ and
 * nothing with the generator. No office hour touches the change of clocks, so local time is enough.
 */

export type Row = Record<string, string>;

export interface Lead {
  readonly row: Row;
  readonly qualified: number | null;
  readonly contacted: number | null;
  /** Accepted, or refused with a reason. */
  readonly answered: number | null;
  /** Answered, and not because sales gave it up as unreachable. */
  readonly replied: number | null;
}

export interface Activity {
  readonly row: Row;
  readonly at: number;
}

const folder = join(root, 'examples/acme');
const excel = (name: string): Row[] =>
  readRows(join(folder, 'exports', `${name}.csv`), { delimiter: ';', encoding: 'windows-1252' });

export const leadRows = excel('leads');
export const dealRows = excel('deals');
export const activityRows = excel('activities');
export const meetings = readRows(join(folder, 'records/meetings.csv'));

/** Rows that can be read, identical ones once. */
export const leadsOf = (rows: readonly Row[]): readonly Lead[] =>
  unique(rows).flatMap((row) => {
    const columns = ['Qualifié le', 'Attribué le', 'Premier contact le', 'Décidé le'];
    const times = columns.map((column) => minuteOf(row[column] ?? ''));
    if (row.Identifiant === '' || times.includes(undefined)) return [];
    const [qualified, , contacted, decided] = times as (number | null)[];
    const answered = row.Décision === 'Accepté' || (row.Décision === 'Refusé' && row.Motif !== '');
    return [
      {
        row,
        qualified: qualified ?? null,
        contacted: contacted ?? null,
        answered: answered ? (decided ?? null) : null,
        replied: answered && row.Motif !== 'Injoignable' ? (decided ?? null) : null,
      },
    ];
  });

export const leads = leadsOf(leadRows);

export const deals: readonly Row[] = unique(dealRows);

export const activitiesOf = (rows: readonly Row[]): readonly Activity[] =>
  rows.flatMap((row) => {
    const at = minuteOf(row.Date ?? '');
    return row.Prospect === '' || at === undefined || at === null ? [] : [{ row, at }];
  });

export const activities = activitiesOf(activityRows);

/** By lead: what a person did, not a machine, and not a note to oneself. */
export function touchesOf(lead: Lead, kinds: readonly string[]): readonly number[] {
  return activities
    .filter(
      ({ row }) =>
        row.Prospect === lead.row.Identifiant && row.Par !== 'Automate' && kinds.includes(row.Type ?? ''),
    )
    .map(({ at }) => at)
    .sort((a, b) => a - b);
}

export function unique(rows: readonly Row[]): readonly Row[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const text = JSON.stringify(row);
    return !seen.has(text) && seen.add(text);
  });
}

/** Local minutes; null for a blank cell, undefined for one that is not a date. */
export function minuteOf(text: string): number | null | undefined {
  if (text === '') return null;
  const [, d, M, y, h, m] = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d):(\d\d)$/.exec(text) ?? [];
  const time = Date.UTC(Number(y), Number(M) - 1, Number(d), Number(h), Number(m));
  if (Number.isNaN(time) || new Date(time).getUTCDate() !== Number(d)) return undefined;
  // The hour that the clocks skip in spring: its first valid instant.
  if (text.startsWith('29/03/2026 02')) return Date.UTC(2026, 2, 29, 3, 0) / 60_000;
  return time / 60_000;
}

export const size = ({ row }: Lead): number => (row.Effectif === '' ? Number.NaN : Number(row.Effectif));

export function inProfile(lead: Lead): boolean {
  const { Pays = '', Fonction = '', Courriel = '' } = lead.row;
  return (
    ['FR', 'BE', 'CH', 'LU'].includes(Pays) &&
    size(lead) >= 20 &&
    size(lead) <= 2000 &&
    !['Étudiant', 'Stagiaire'].includes(Fonction) &&
    !/@(gmail|yahoo|hotmail)\./i.test(Courriel)
  );
}

/** Of everything that the exports and the records hold. */
export const AS_OF = Math.max(
  ...leads.flatMap(({ row, qualified, contacted, answered }) => [
    qualified ?? 0,
    contacted ?? 0,
    answered ?? 0,
    minuteOf(row['Décidé le'] ?? '') ?? 0,
    minuteOf(row['Attribué le'] ?? '') ?? 0,
  ]),
  ...activities.map(({ at }) => at),
);

const at = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 60_000;

/** The second version judges the leads that qualify from this minute on. */
export const SECOND = at('2026-04-15');

export const days = (from: string, to: string, time: number): boolean =>
  time >= at(from) && time < at(to) + 1440;

export const isoDay = (time: number): string => new Date(time * 60_000).toISOString().slice(0, 10);
export const monthOf = (time: number): string => isoDay(time).slice(0, 7);

const CLOSED = ['01-01', '04-06', '05-01', '05-08', '05-14', '05-15', '05-25'];

/** Whether the minute that begins at `time` is office time, by the calendar of the version that judges `start`. */
export function open(time: number, start: number): boolean {
  const date = new Date(time * 60_000);
  const weekday = date.getUTCDay();
  if (weekday === 0 || weekday === 6 || CLOSED.includes(isoDay(time).slice(5))) return false;
  const m = date.getUTCHours() * 60 + date.getUTCMinutes();
  const back = start < SECOND ? 14 * 60 : 13 * 60 + 30;
  return (m >= 540 && m < 750) || (m >= back && m < (weekday === 5 ? 1020 : 1080));
}

/** `by` is a start that the version judges by whose office hours are counted. */
export function dueAfterMinutes(start: number, minutes: number, by: number = start): number {
  let time = start;
  for (let left = minutes; left > 0; time++) if (open(time, by)) left--;
  return time;
}

export function dueAfterDays(start: number, count: number, by: number = start): number {
  let day = Math.floor(start / 1440);
  for (let left = count; left > 0; ) if (open(++day * 1440 + 600, by)) left--;
  let time = (day + 1) * 1440;
  while (!open(time - 1, by)) time--;
  return time;
}

import type { CourseTerm, CourseYear, LogEntry, LoggedChange } from '../../model/log.ts';
import { byText } from '../findings/order.ts';
import { onCourse } from './zigzag.ts';

/** What a director reads: each agreement year by year, the newest year first. Entries are oldest first. */
export function courseOf(entries: readonly LogEntry[]): readonly CourseYear[] {
  const years = new Map<string, LogEntry[]>();
  for (const entry of entries) {
    if (entry.problem !== null) continue;
    const key = JSON.stringify([entry.date.slice(0, 4), entry.agreement]);
    years.set(key, [...(years.get(key) ?? []), entry]);
  }
  return [...years.values()]
    .map(yearOf)
    .sort((a, b) => byText(b.year, a.year) || byText(a.agreement, b.agreement));
}

function yearOf(entries: readonly LogEntry[]): CourseYear {
  const last = entries.at(-1) as LogEntry;
  // What a first version promises is no change of course.
  const changes = entries
    .filter(({ previous }) => previous !== null)
    .flatMap((entry) => entry.changes)
    .filter(onCourse);
  const days = changes.flatMap((change) => change.days ?? []);
  const made = entries.filter(({ version, previous }) => version !== null && version !== previous);
  return {
    agreement: last.agreement,
    title: last.title,
    names: {
      teams: Object.assign({}, ...entries.map(({ names }) => names.teams)),
      promises: Object.assign({}, ...entries.map(({ names }) => names.promises)),
    },
    year: last.date.slice(0, 4),
    versions: [...new Set(made.flatMap(({ version }) => version ?? []))],
    terms: termsOf(changes),
    reversals: changes.filter(({ reverses }) => reverses !== null).length,
    meanDays: days.length === 0 ? null : days.reduce((sum, each) => sum + each, 0) / days.length,
    decided: decidedIn(entries, changes),
  };
}

function termsOf(changes: readonly LoggedChange[]): readonly CourseTerm[] {
  const terms = new Map<string, LoggedChange[]>();
  for (const change of changes) terms.set(change.key, [...(terms.get(change.key) ?? []), change]);
  return [...terms.values()].map((own): CourseTerm => {
    const [first, last] = [own[0] as LoggedChange, own.at(-1) as LoggedChange];
    return {
      promise: first.promise,
      rule: first.rule,
      changes: own.length,
      from: first.from,
      to: last.to,
      reversals: own.filter(({ reverses }) => reverses !== null).length,
    };
  });
}

function decidedIn(entries: readonly LogEntry[], changes: readonly LoggedChange[]): CourseYear['decided'] {
  // One version may stand in several steps, and is decided once.
  const versions = new Map(entries.map(({ version, decidedBy }) => [version, decidedBy]));
  const named = [...versions.values()].flatMap((teams) => [...new Set(teams)]);
  const accepted = changes.flatMap((change) => change.accepted.map(({ by }) => by));
  return [...new Set([...named, ...accepted])].sort().map((by) => ({
    by,
    versions: named.filter((team) => team === by).length,
    accepted: accepted.filter((team) => team === by).length,
  }));
}

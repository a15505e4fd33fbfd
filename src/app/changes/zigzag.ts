import { t } from '../../messages/index.ts';
import { quoted } from '../../messages/quoted.ts';
import type { ChangeClass } from '../../model/change.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { LogEntry, LoggedChange } from '../../model/log.ts';
import { MS_PER_DAY } from '../../model/time.ts';
import { spokenEntry } from '../../report/changes/spoken.ts';
import { valueText } from '../../report/changes/value.ts';
import { civil } from '../../report/instant.ts';

/** A change with the step that made it. */
interface Turn {
  readonly change: LoggedChange;
  readonly commit: string;
  readonly date: string;
}

/** A term that went one way and back within so many days is on no course. */
const YEAR = 365;

const OPPOSITE: Readonly<Partial<Record<ChangeClass, ChangeClass>>> = {
  weakened: 'tightened',
  tightened: 'weakened',
  added: 'removed',
  removed: 'added',
};

/** Whether a change says something of the course: no words, no other name, and not that past days are judged anew. */
export const onCourse = ({ class: found, rule }: LoggedChange): boolean =>
  found !== 'editorial' && found !== 'renamed' && rule !== 'past';

/** Entries, oldest first, in which each change names the latest earlier one, within a year, on which it goes back. */
export function withReversals(entries: readonly LogEntry[]): readonly LogEntry[] {
  const earlier = new Map<string, Turn[]>();
  return entries.map((entry) => {
    const changes = entry.changes.map((change): LoggedChange => {
      if (!onCourse(change)) return change;
      const turns = earlier.get(change.key) ?? [];
      const own = { change, commit: entry.commit, date: entry.date };
      // Versions that hold on different days may differ alike in one step.
      const past = turns.filter(
        ({ commit, date }) => commit !== own.commit && daysBetween(date, own.date) <= YEAR,
      );
      const on = past.findLast((one) => goesBack(change, one.change));
      earlier.set(change.key, [...turns, own]);
      return on ? { ...change, reverses: { commit: on.commit, date: on.date } } : change;
    });
    return { ...entry, changes };
  });
}

/** The other way, or to the value that the earlier change had left. */
const goesBack = (now: LoggedChange, then: LoggedChange): boolean =>
  OPPOSITE[now.class] === then.class || (now.to !== null && now.to === then.from);

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / MS_PER_DAY;

/** One remark a term that went back: its values in the year that ends with the last time it did. */
export function zigzags(entries: readonly LogEntry[]): readonly Diagnostic[] {
  const turns = new Map<string, Turn[]>();
  for (const { changes, commit, date } of entries.map(spokenEntry))
    for (const change of changes.filter(onCourse))
      turns.set(change.key, [...(turns.get(change.key) ?? []), { change, commit, date }]);
  return [...turns.values()].flatMap((own) => {
    const last = own.findLast(({ change }) => change.reverses !== null);
    return last ? [remark(own.slice(0, own.indexOf(last) + 1), last)] : [];
  });
}

function remark(turns: readonly Turn[], last: Turn): Diagnostic {
  const year = turns.filter(({ date }) => daysBetween(date, last.date) <= YEAR);
  const { agreement, promise, rule } = last.change;
  const values = year.flatMap(({ change: { from, to } }, i) => [...(i === 0 ? [from] : []), to]);
  // What came and went whole has no values.
  const chain = values.every((value) => value === null)
    ? []
    : values.map(valueText).filter((text, i, all) => text !== all[i - 1]);
  const what = promise === null ? rule : `${quoted(promise)} (${rule})`;
  const [since, until] = [civil(year[0]?.date ?? last.date), civil(last.date)];
  return {
    rule: 'zigzag',
    severity: 'info',
    message:
      chain.length === 0
        ? t`"${agreement}" came back on ${what} within a year, from ${since} to ${until}`
        : t`"${agreement}" came back on ${what} within a year, from ${since} to ${until}: ${chain.join(' → ')}`,
    help: t`say in "why:" of the version what was learnt in between`,
  };
}

import { t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import type { AgreementDiff, ChangeNames, ChangeValue, Diff, ReviewedChange } from '../../model/change.ts';
import type { CourseYear, LogDocument, LogEntry } from '../../model/log.ts';
import { nameOf } from '../names.ts';

/** How people call the teams and promises that a change names by their ids. */
interface Spoken {
  readonly team: (id: string) => string;
  readonly promise: (id: string) => string;
}

function spokenBy({ teams, promises }: ChangeNames): Spoken {
  return {
    team: (id) => teams[id] ?? (id === 'sponsor' ? t`the sponsor` : id),
    promise: (id) => nameOf({ id, title: promises[id] ?? id }),
  };
}

/** The names in one agreement of a diff; of an agreement that is not in it ids stand for themselves. */
export const namedIn = (each: AgreementDiff | undefined): Spoken =>
  spokenBy(each?.names ?? { teams: {}, promises: {} });

/** A diff for who reads it; what is typed keeps its ids, and so do terms. */
export const spokenDiff = (diff: Diff): Diff => ({
  ...diff,
  agreements: diff.agreements.map(spokenAgreement),
});

function spokenAgreement(each: AgreementDiff): AgreementDiff {
  const { team, promise } = spokenBy(each.names);
  const { backTest } = each;
  const promises = backTest?.promises.map((one) => ({
    ...one,
    promise: promise(one.promise),
    owedBy: one.owedBy.map(team),
    protects: one.protects.map(team),
  }));
  return {
    ...each,
    changes: each.changes.map((change) => spokenChange(change, { team, promise })),
    backTest: backTest && { ...backTest, promises: promises ?? [] },
    leaving: each.leaving.map((one) => ({ ...one, promise: promise(one.promise) })),
  };
}

const spokenChange = <T extends ReviewedChange>(change: T, { team, promise }: Spoken): T => ({
  ...change,
  promise: change.promise === null ? null : promise(change.promise),
  ...(NAMING_PROMISES.has(change.rule)
    ? { from: inWords(change.from, promise), to: inWords(change.to, promise) }
    : {}),
  owedBy: change.owedBy.map(team),
  protects: change.protects.map(team),
  accepted: change.accepted.map(({ by, reason }) => ({ by: team(by), reason })),
  missing: change.missing.map(team),
});

/** Terms whose values are promises by their ids. */
const NAMING_PROMISES: ReadonlySet<string> = new Set(['excused_by', 'part_of']);

const inWords = (value: ChangeValue, name: Spoken['promise']): ChangeValue =>
  typeof value === 'string' ? allOf(value.split(', ').map(name)) : value;

/** A history for who reads it. */
export const spokenLog = (log: LogDocument): LogDocument => ({
  ...log,
  entries: log.entries.map(spokenEntry),
  summary: log.summary?.map(spokenYear) ?? null,
});

/** One step of a history for who reads it. */
export function spokenEntry(entry: LogEntry): LogEntry {
  const names = spokenBy(entry.names);
  return {
    ...entry,
    decidedBy: entry.decidedBy.map(names.team),
    changes: entry.changes.map((change) => spokenChange(change, names)),
  };
}

function spokenYear(year: CourseYear): CourseYear {
  const { team, promise } = spokenBy(year.names);
  return {
    ...year,
    terms: year.terms.map((term) => ({ ...term, promise: term.promise && promise(term.promise) })),
    decided: year.decided.map((one) => ({ ...one, by: team(one.by) })),
  };
}

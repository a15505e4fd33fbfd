import type { CourseYear, LogDocument, LoggedChange } from '../../model/log.ts';
import type { RenderOptions } from '../../model/render.ts';
import { json } from '../escape.ts';
import { findingOf } from './json.ts';
import { changeOf } from './json-diff.ts';

/** Names and order of keys change only by addition. Described by schemas/log.schema.json. */
export function log({ entries, summary, findings }: LogDocument, options: RenderOptions): string {
  return json({
    schema: 'log/1',
    tool: { name: options.tool.name, version: options.tool.version },
    results: entries.map((entry) => ({
      agreement: entry.agreement,
      title: entry.title,
      commit: entry.commit,
      date: entry.date,
      subject: entry.subject,
      version: entry.version,
      previous: entry.previous,
      why: entry.why,
      decidedBy: entry.decidedBy,
      problem: entry.problem,
      changes: entry.changes.map(loggedOf),
    })),
    summary: summary?.map(yearOf) ?? null,
    findings: findings.map(findingOf),
  });
}

function loggedOf(change: LoggedChange) {
  const { why, proposed, agreed, days, reverses } = change;
  const back = reverses && { commit: reverses.commit, date: reverses.date };
  return { ...changeOf(change), why, proposed, agreed, days, reverses: back };
}

function yearOf({ terms, decided, ...year }: CourseYear) {
  return {
    agreement: year.agreement,
    title: year.title,
    year: year.year,
    versions: year.versions,
    terms: terms.map(({ promise, rule, changes, from, to, reversals }) => ({
      id: promise,
      rule,
      changes,
      from,
      to,
      reversals,
    })),
    reversals: year.reversals,
    meanDays: year.meanDays,
    decided: decided.map(({ by, versions, accepted }) => ({ by, versions, accepted })),
  };
}

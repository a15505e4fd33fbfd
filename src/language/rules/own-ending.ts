import { mark, t } from '../../messages/index.ts';
import { promisesOf } from '../../model/promises.ts';
import { timingOf } from '../logic/uses.ts';
import type { Rule } from './rule.ts';

/**
 * A team that owes a stage in time brings that stage about itself. Where the same stage ends its tries, a
 * lead that it gives up counts as one that it tried to reach.
 */
export const ownEnding: Rule = {
  id: 'own-ending',
  severity: 'info',
  law: mark`What ends the tries of a team early is brought about by the lead, not by the team.`,
  good: `
commitments:
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: qualified, where: profile }, target: ">= 120 per month" }
  - id: follow-up
    owed_by: sales
    owed_to: marketing
    attempts: { from: qualified, at_least: 5, within: 5 business days, calendar: office, until: replied, source: calls }
    target: ">= 90%"
  - id: feedback
    owed_by: sales
    owed_to: marketing
    response: { from: qualified, to: decided, within: 5 business days, calendar: office }
    target: ">= 90%"
stages:
  qualified: { at: qualified_at }
  decided: { at: decided_at }
  replied: { at: replied_at }
sources:
  leads:
    files: exports/leads.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: Lead ID
      country: Country
      size: { column: Employees, type: integer }
      qualified_at: { column: Qualified at, type: datetime, format: iso }
      decided_at: { column: Decided at, type: datetime, format: iso }
      replied_at: { column: Replied at, type: datetime, format: iso }
  calls: { files: exports/calls.csv, lead: lead_id, fields: { at: { column: At, type: datetime, format: iso } } }
`,
  bad: `
commitments:
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: qualified, where: profile }, target: ">= 120 per month" }
  - id: follow-up
    owed_by: sales
    owed_to: marketing
    attempts: { from: qualified, at_least: 5, within: 5 business days, calendar: office, until: decided, source: calls }
    target: ">= 90%"
  - id: feedback
    owed_by: sales
    owed_to: marketing
    response: { from: qualified, to: decided, within: 5 business days, calendar: office }
    target: ">= 90%"
stages:
  qualified: { at: qualified_at }
  decided: { at: decided_at }
sources:
  leads:
    files: exports/leads.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: Lead ID
      country: Country
      size: { column: Employees, type: integer }
      qualified_at: { column: Qualified at, type: datetime, format: iso }
      decided_at: { column: Decided at, type: datetime, format: iso }
  calls: { files: exports/calls.csv, lead: lead_id, fields: { at: { column: At, type: datetime, format: iso } } }
`,
  check(agreement) {
    const promises = promisesOf(agreement);
    return promises.flatMap((promise) => {
      const { id, owedBy, measure, path } = promise;
      const until = timingOf(promise)?.until ?? null;
      if (until === null || owedBy === null) return [];
      const own = promises.find((other) => other.owedBy === owedBy && timingOf(other)?.to === until);
      if (!own) return [];
      return [
        {
          message: t`"${id}" ends early at "${until}", which "${owedBy}" itself owes in "${own.id}": giving up would count as trying`,
          help:
            promise.population === undefined
              ? t`name a stage that the lead brings about, such as a reply or a meeting`
              : t`name a stage that the other side brings about, such as a reply`,
          path: [...path, measure.kind, 'until'],
        },
      ];
    });
  },
};

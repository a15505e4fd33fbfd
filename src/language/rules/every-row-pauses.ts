import { kindOf } from '../../kinds/index.ts';
import { mark, t } from '../../messages/index.ts';
import type { PromiseDef } from '../../model/agreement.ts';
import { promisesOf } from '../../model/promises.ts';
import { timingOf } from '../logic/uses.ts';
import type { Rule } from './rule.ts';

const sources = `
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
      contacted_at: { column: First contact at, type: datetime, format: iso }
  activities:
    files: exports/activities.csv
    lead: lead_id
    fields:
      kind: Kind
      at: { column: From, type: datetime, format: iso }
      until: { column: To, type: datetime, format: iso }
`;

/** Rows that another measure takes for calls are not all of them holds. */
export const everyRowPauses: Rule = {
  id: 'every-row-pauses',
  severity: 'warning',
  law: mark`A pause that is read from rows of several kinds says which of them hold the clock.`,
  good: `
commitments:
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: qualified, where: profile }, target: ">= 120 per month" }
  - id: first-call
    owed_by: sales
    owed_to: marketing
    response:
      from: qualified
      to: { earliest: activities, where: { kind: call } }
      within: 4 business hours
      calendar: office
      pause: { source: activities, from: at, to: until, where: { kind: waiting }, at_most: 40 business hours }
    target: ">= 95%"
  - { id: reached, owed_by: sales, owed_to: marketing, share: { of: { stage: qualified }, reaches: contacted }, target: ">= 80%" }
${sources.trim()}
`,
  bad: `
commitments:
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: qualified, where: profile }, target: ">= 120 per month" }
  - id: first-call
    owed_by: sales
    owed_to: marketing
    response:
      from: qualified
      to: { earliest: activities, where: { kind: call } }
      within: 4 business hours
      calendar: office
      pause: { source: activities, from: at, to: until, at_most: 40 business hours }
    target: ">= 95%"
  - { id: reached, owed_by: sales, owed_to: marketing, share: { of: { stage: qualified }, reaches: contacted }, target: ">= 80%" }
${sources.trim()}
`,
  check(agreement) {
    const promises = promisesOf(agreement);
    return promises.flatMap((promise) => {
      const pause = timingOf(promise)?.pause;
      if (!pause || pause.source === null || pause.where !== null) return [];
      const { source } = pause;
      if (!promises.some((other) => tellsApart(other, source))) return [];
      return [
        {
          message: t`Every row of "${source}" holds the clock of "${promise.id}", and other measures tell its rows apart`,
          help: t`say which rows are pauses: where: { status: waiting }`,
          path: [...promise.path, promise.measure.kind, 'pause'],
          on: 'key' as const,
        },
      ];
    });
  },
};

/** Whether a measure takes some rows of a source for something of their own. */
function tellsApart(promise: PromiseDef, source: string): boolean {
  const isPaused = timingOf(promise)?.pause?.where != null;
  return kindOf(promise.measure.kind)
    .references(promise.measure)
    .some(({ to, name, path }) => to === 'source' && name === source && (path[0] !== 'pause' || isPaused));
}

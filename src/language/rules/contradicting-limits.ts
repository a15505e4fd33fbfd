import type { Timing } from '../../kinds/kind.ts';
import { mark, t } from '../../messages/index.ts';
import type { Agreement, PromiseDef } from '../../model/agreement.ts';
import { promisesOf } from '../../model/promises.ts';
import { type Prover, prover } from '../logic/contradiction.ts';
import { type Limit, surelyLonger } from '../logic/limits.ts';
import { timingOf } from '../logic/uses.ts';
import type { Found, Rule } from './rule.ts';

/**
 * Two promises about one lead that end one wait at two times: whoever uses the longer one breaks the
 * shorter.
 */
export const contradictingLimits: Rule = {
  id: 'contradicting-limits',
  severity: 'warning',
  law: mark`What must come first is not given longer than what must come after it.`,
  good: `
commitments:
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: qualified, where: profile }, target: ">= 120 per month" }
  - id: follow-up
    owed_by: sales
    owed_to: marketing
    attempts: { from: qualified, at_least: 5, within: 5 business days, calendar: office, until: contacted, source: calls }
    target: ">= 90%"
  - id: welcome
    owed_by: marketing
    owed_to: sales
    response: { from: qualified, to: contacted, within: 5 business days, calendar: office }
    target: ">= 90%"
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
  calls: { files: exports/calls.csv, lead: lead_id, fields: { at: { column: At, type: datetime, format: iso } } }
`,
  bad: `
commitments:
  - { id: volume, owed_by: marketing, owed_to: sales, count: { stage: qualified, where: profile }, target: ">= 120 per month" }
  - id: follow-up
    owed_by: sales
    owed_to: marketing
    attempts: { from: qualified, at_least: 5, within: 10 business days, calendar: office, until: contacted, source: calls }
    target: ">= 90%"
  - id: welcome
    owed_by: marketing
    owed_to: sales
    response: { from: qualified, to: contacted, within: 5 business days, calendar: office }
    target: ">= 90%"
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
  calls: { files: exports/calls.csv, lead: lead_id, fields: { at: { column: At, type: datetime, format: iso } } }
`,
  check(agreement) {
    const timed = promisesOf(agreement).flatMap((promise): Timed[] => {
      const timing = timingOf(promise);
      return timing === null ? [] : [{ promise, timing }];
    });
    const never = prover(agreement);
    return timed.flatMap((first) =>
      timed.flatMap((second) => (first === second ? [] : (conflict(first, second, agreement, never) ?? []))),
    );
  },
};

interface Timed {
  readonly promise: PromiseDef;
  readonly timing: Timing;
}

/** `first` ends no later than `second` by its nature, and is given longer. */
function conflict(
  { promise: first, timing: sooner }: Timed,
  { promise: second, timing: later }: Timed,
  agreement: Agreement,
  never: Prover,
): Found | null {
  if (sooner.from !== later.from) return null;
  if (!endsWith(sooner, later) && !isOnTheWay(sooner, later)) return null;
  if (never([first.where, second.where])) return null;
  const limit = ({ within, calendar }: Timing): Limit => ({
    within,
    calendar: calendar === null ? null : (agreement.calendars[calendar] ?? null),
  });
  // A clock that may stand still has more time than its limit says.
  if (later.pause !== undefined || !surelyLonger(limit(sooner), limit(later))) return null;
  return {
    message: t`"${first.id}" is given ${sooner.within.text}, and "${second.id}" ends after ${later.within.text} from the same start`,
    help: t`write within: ${later.within.text} or less here, or give "${second.id}" longer`,
    path: [...first.path, first.measure.kind, 'within'],
  };
}

/** A duty ends early when the lead reaches a stage, and that stage has a deadline of its own. */
function endsWith({ until }: Timing, deadline: Timing): boolean {
  return until !== null && until === deadline.to;
}

/** A step is at the stage that splits a longer wait. */
function isOnTheWay(step: Timing, whole: Timing): boolean {
  return step.to !== null && step.to === whole.splitAt;
}

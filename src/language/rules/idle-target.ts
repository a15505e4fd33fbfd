import { periodDaysOfLabel } from '../../calendar/period-days.ts';
import { mark, t } from '../../messages/index.ts';
import { promisesOf } from '../../model/promises.ts';
import type { Found, Rule } from './rule.ts';

/** A month of last year, kept when the agreement was copied, is most often this year's that is missing. */
export const idleTarget: Rule = {
  id: 'idle-target',
  severity: 'warning',
  law: mark`A period with a target of its own lies in force, at least in part, and owes something else than every period.`,
  good: `
effective: { from: 2026-01-01, to: 2026-12-31 }
commitments:
  - id: volume
    owed_by: marketing
    owed_to: sales
    count: { stage: qualified, where: profile }
    target: { every: ">= 120 per month", 2026-08: ">= 40" }
  - id: first-contact
    owed_by: sales
    owed_to: marketing
    response: { from: qualified, to: contacted, within: 4 business hours, calendar: office }
    target: ">= 95%"
`,
  bad: `
effective: { from: 2026-01-01, to: 2026-12-31 }
commitments:
  - id: volume
    owed_by: marketing
    owed_to: sales
    count: { stage: qualified, where: profile }
    target: { every: ">= 120 per month", 2025-08: ">= 40" }
  - id: first-contact
    owed_by: sales
    owed_to: marketing
    response: { from: qualified, to: contacted, within: 4 business hours, calendar: office }
    target: ">= 95%"
`,
  check(agreement) {
    const { effective, yearStarts } = agreement;
    const [from, to] = [effective.from, effective.to];
    return promisesOf(agreement).flatMap(({ id, target, path }) =>
      Object.entries(target.periods ?? {}).flatMap(([label, value]): readonly Found[] => {
        const period = periodDaysOfLabel(label, yearStarts);
        const at = { path: [...path, 'target', label], on: 'key' as const };
        if (period !== null && (period.to <= (from ?? period.from) || period.from > (to ?? period.from))) {
          const message = t`No day of ${label} is in force, and "${id}" has a target for it`;
          return [{ message, help: t`name a period of this version, or remove it`, ...at }];
        }
        if (value !== target.value) return [];
        const message = t`"${id}" owes in ${label} what it owes in every period`;
        return [{ message, help: t`write another number, or remove it`, ...at }];
      }),
    );
  },
};

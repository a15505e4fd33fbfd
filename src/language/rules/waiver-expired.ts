import { formatDay } from '../../calendar/day.ts';
import { mark, t } from '../../messages/index.ts';
import type { Agreement, Waiver } from '../../model/agreement.ts';
import type { Day } from '../../model/time.ts';
import type { Rule } from './rule.ts';

/** No wall clock is read: what is found is a waiver that can never have held. */
export const waiverExpired: Rule = {
  id: 'waiver-expired',
  severity: 'warning',
  law: mark`A waiver holds on days on which the agreement is in force.`,
  good: `
effective: { from: 2026-01-01 }
waivers:
  - { leads: [L-1042], commitment: first-contact, reason: Telephone outage, approved_by: [marketing, sales], expires: 2026-06-30 }
`,
  bad: `
effective: { from: 2026-01-01 }
waivers:
  - { leads: [L-1042], commitment: first-contact, reason: Telephone outage, approved_by: [marketing, sales], expires: 2025-06-30 }
`,
  check(agreement) {
    return agreement.waivers.flatMap((waiver) => {
      const problem = problemOf(waiver, agreement);
      return problem === null ? [] : [{ help: t`remove it, or correct its dates`, ...problem }];
    });
  },
};

function problemOf(
  { expires, between, path }: Waiver,
  { effective: { from, to } }: Agreement,
): { readonly message: string; readonly path: Waiver['path'] } | null {
  if (expires !== null && from !== null && expires < from)
    return {
      message: t`The waiver expired on ${formatDay(expires)}, and the agreement is in force from ${formatDay(from)}`,
      path: [...path, 'expires'],
    };
  if (expires !== null && between !== null && expires < between.from)
    return {
      message: t`The waiver expires on ${formatDay(expires)}, before its dates begin`,
      path: [...path, 'expires'],
    };
  if (between === null) return null;
  const outside = (from !== null && between.to < from) || (to !== null && between.from > to);
  if (!outside) return null;
  return { message: notInForce(from, to), path: [...path, 'between'] };
}

function notInForce(from: Day | null, to: Day | null): string {
  const [first, last] = [from === null ? '' : formatDay(from), to === null ? '' : formatDay(to)];
  if (from === null)
    return t`The waiver's dates are not among those of the agreement, which is in force to ${last}`;
  return to === null
    ? t`The waiver's dates are not among those of the agreement, which is in force from ${first}`
    : t`The waiver's dates are not among those of the agreement, which is in force from ${first} to ${last}`;
}

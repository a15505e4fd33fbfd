import { mark, t } from '../../messages/index.ts';
import type { Waiver } from '../../model/agreement.ts';
import type { Found, Rule } from './rule.ts';

/** More days than this in one waiver are no incident any more. */
const MOST_DAYS = 31;

/** A waiver that names no leads excuses whoever comes: it should say from what, and end soon. */
export const broadWaiver: Rule = {
  id: 'broad-waiver',
  severity: 'warning',
  law: mark`A waiver by dates or by a condition names one commitment, and one by dates alone covers at most 31 days.`,
  good: `
waivers:
  - { between: 2026-08-10..2026-08-14, commitment: first-contact, reason: Summer closing, approved_by: [marketing, sales] }
`,
  bad: `
waivers:
  - { between: 2026-06-01..2026-08-31, commitment: first-contact, reason: Summer, approved_by: [marketing, sales] }
`,
  check({ waivers }) {
    return waivers.flatMap((waiver) => broad(waiver) ?? []);
  },
};

function broad({ between, where, commitment, path }: Waiver): Found | null {
  if (where !== undefined && commitment === null)
    return {
      message: t`The waiver excuses every lead of its condition from every commitment`,
      help: t`add commitment: and the id of the one that it is about`,
      path,
      on: 'key',
    };
  if (between === null || where !== undefined) return null;
  const days = between.to - between.from + 1;
  if (days > MOST_DAYS) {
    return {
      message: t`The waiver excuses every lead of ${days} days`,
      help: t`name the leads, or write at most 31 days; different terms for a season are a version of their own`,
      path: [...path, 'between'],
    };
  }
  if (commitment !== null) return null;
  return {
    message: t`The waiver excuses every lead of its dates from every commitment`,
    help: t`add commitment: and the id of the one that it is about`,
    path,
    on: 'key',
  };
}

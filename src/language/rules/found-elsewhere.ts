import { mark } from '../../messages/index.ts';
import { disputeRules } from './disputes.ts';
import { experimentRules } from './experiments.ts';
import { questions } from './questions.ts';
import type { RuleFoundElsewhere } from './rule.ts';

const versionsInOrder = `
# acme-2026.sla.yaml
version: "2026.1"
effective: { from: 2026-01-01, to: 2026-12-31 }
---
# acme-2027.sla.yaml
version: "2027.1"
effective: { from: 2027-01-01 }
`;

export const foundElsewhere: readonly RuleFoundElsewhere[] = [
  {
    id: 'version-gap',
    severity: 'warning',
    law: mark`Each version of an agreement begins on the day after the one before it ends.`,
    good: versionsInOrder,
    bad: versionsInOrder.replace('from: 2027-01-01', 'from: 2027-02-01'),
  },
  {
    id: 'version-not-raised',
    severity: 'warning',
    law: mark`A later version of an agreement has a higher version.`,
    good: versionsInOrder,
    bad: versionsInOrder.replace('version: "2027.1"', 'version: "2026.1"'),
  },
  {
    id: 'version-without-why',
    severity: 'info',
    law: mark`A later version of an agreement says why it replaces the one before it.`,
    good: versionsInOrder.replace('"2027.1"', '"2027.1"\nwhy: Two people more in sales'),
    bad: versionsInOrder,
  },
  {
    id: 'word-outside',
    severity: 'warning',
    law: mark`The cells of a field with agreed words hold no other words.`,
    good: `
# every cell of "Reason" is blank, "No budget" or "Not our market"
reason: { column: Reason, values: [No budget, Not our market] }
`,
    bad: `
# 12 cells of "Reason" are "no Budget"
reason: { column: Reason, values: [No budget, Not our market] }
`,
  },
  {
    id: 'missing-evidence',
    severity: 'warning',
    law: mark`What a record names as its evidence is there.`,
    good: `
# minutes/2026-03-10.md is in the repository, from the folder of the agreement
occurrence: { records: records/meetings.csv, at: date, with: { minutes: { exists: true } } }
`,
    bad: `
# minutes/2026-03-10.md was never written: the meeting does not count
occurrence: { records: records/meetings.csv, at: date, with: { minutes: { exists: true } } }
`,
  },
  {
    id: 'undated-step',
    severity: 'warning',
    law: mark`Each step of an objective has a date by which it is to be done.`,
    good: `
# records/milestones.yaml: - { id: page-in-german, of: swiss-campaign, due: 2026-07-10, done: }
steps: { source: milestones, where: { of: swiss-campaign }, by: due_on, done: done_on }
`,
    bad: `
# records/milestones.yaml: - { id: page-in-german, of: swiss-campaign, due: , done: }
steps: { source: milestones, where: { of: swiss-campaign }, by: due_on, done: done_on }
`,
  },
  {
    id: 'closed-month',
    severity: 'warning',
    law: mark`The exports of today tell of a closed month what it was closed at.`,
    good: `
# .sla/closed/2026-05.json holds 87% for first-contact, and so do the exports of today
- id: first-contact
  target: ">= 90%"
`,
    bad: `
# .sla/closed/2026-05.json holds 87%, and by the exports of today it is 91%: a date of May was edited since
- id: first-contact
  target: ">= 90%"
`,
  },
  {
    id: 'decoration',
    severity: 'info',
    law: mark`A promise is kept in one of the last six final periods at least.`,
    good: `
# "sla report": met in 2026-03, missed in the five other final months
- id: first-contact
  target: ">= 90%"
`,
    bad: `
# "sla report": missed in each of the last six final months; "sla calibrate" says what they kept
- id: first-contact
  target: ">= 90%"
`,
  },
  {
    id: 'trivial',
    severity: 'info',
    law: mark`A promise asks for more than what each of the last six final periods left far behind.`,
    good: `
# "sla report": 95% in one of the last six final months, 97% and more in the others
- id: first-contact
  target: ">= 92%"
`,
    bad: `
# "sla report": 97% and more in each of the last six final months, not half of the 8% that may be late
- id: first-contact
  target: ">= 92%"
`,
  },
  {
    id: 'ignore-without-reason',
    severity: 'warning',
    law: mark`A comment that ignores a rule says why.`,
    good: `
teams:
  marketing: { title: Marketing }
  sales: { title: Sales }
  # sla-ignore unused-team: they join in spring, and are told of the promises now
  partners: { title: Partner sales }
`,
    bad: `
teams:
  marketing: { title: Marketing }
  sales: { title: Sales } # sla-ignore unused-team
`,
  },
  {
    id: 'unused-ignore',
    severity: 'warning',
    law: mark`A comment that ignores a rule stands where the rule finds something.`,
    good: `
stages:
  qualified: { at: qualified_at }
  contacted: { at: contacted_at }
  called: { at: contacted_at } # sla-ignore unused-stage: the call centre's own word for it
`,
    bad: `
stages:
  qualified: { at: qualified_at }
  contacted: { at: contacted_at } # sla-ignore unused-stage: the call centre's own word for it
`,
  },
  ...questions,
  ...experimentRules,
  ...disputeRules,
];

/** Rules whose findings may come only once other files, or the data, are read. */
export const foundLater: ReadonlySet<string> = new Set([
  'version-gap',
  'version-not-raised',
  'version-without-why',
  'review-overdue',
  'waiver-expired',
  'word-outside',
  'missing-evidence',
  'undated-step',
  'closed-month',
  'decoration',
  'trivial',
  ...questions.map(({ id }) => id),
  ...experimentRules.map(({ id }) => id),
  ...disputeRules.map(({ id }) => id),
]);

import { mark } from '../../messages/index.ts';
import type { RuleFoundElsewhere } from './rule.ts';

const open = `
# disputes/2026-06.yaml
- lead: L-1042
  promise: first-contact
  by: sales
  on: 2026-06-03
  says: The number in the form was out of service
`;

const upheld = `${open}  settled: { outcome: upheld, by: [marketing, sales], on: 2026-06-10 }
`;

/** What is asked of disputes. That there is one is no finding. */
export const disputeRules: readonly RuleFoundElsewhere[] = [
  {
    id: 'dispute-unread',
    severity: 'error',
    law: mark`A dispute names a lead, a promise that is a share, a team and a day, and is settled after it was raised; until it can be read it changes nothing.`,
    good: open,
    bad: open.replace('promise: first-contact', 'promise: volume'),
  },
  {
    id: 'dispute-twice',
    severity: 'warning',
    law: mark`A lead is disputed once under one promise.`,
    good: open,
    bad: `${open}- { lead: L-1042, promise: first-contact, by: sales, on: 2026-06-05, says: Nobody answered }
`,
  },
  {
    id: 'dispute-settled-by',
    severity: 'error',
    law: mark`A dispute is settled by all whom the agreement names, and by no side of its promise alone; until then it is open.`,
    good: upheld,
    bad: upheld.replace('by: [marketing, sales]', 'by: sales'),
  },
  {
    id: 'dispute-overdue',
    severity: 'warning',
    law: mark`A dispute is settled in the time that the agreement gives.`,
    good: upheld,
    bad: `
# as of 2026-07-01, with "within: 10 business days" in the agreement${open}`,
  },
  {
    id: 'dispute-without-case',
    severity: 'warning',
    law: mark`The lead of a dispute is a case of its promise.`,
    good: open,
    bad: open.replace('L-1042', 'L-1024 # no row of the exports has it'),
  },
  {
    id: 'dispute-of-met',
    severity: 'info',
    law: mark`What is disputed is a case that is not met: nothing is to be excused of any other.`,
    good: open,
    bad: open.replace('L-1042', 'L-1043 # it was contacted in time'),
  },
];

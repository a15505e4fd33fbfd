import { mark } from '../../messages/index.ts';
import type { RuleFoundElsewhere } from './rule.ts';

/**
 * What `sla doctor --data` asks of the data. A question is no accusation: the pattern may have a good reason, and
 * whoever knows it says so beside the promise.
 */
export const questions: readonly RuleFoundElsewhere[] = [
  {
    id: 'given-up-early',
    severity: 'info',
    law: mark`A lead that is closed without having taken part was tried as often as promised before.`,
    good: `
# of 70 leads closed as "unreachable", 68 had three calls before
attempts: { from: qualified, at_least: 3, within: 5 business days, calendar: office, until: replied }
`,
    bad: `
# of 70 leads closed as "unreachable", 54 had fewer than three calls before
attempts: { from: qualified, at_least: 3, within: 5 business days, calendar: office, until: replied }
`,
  },
  {
    id: 'stop-without-touch',
    severity: 'info',
    law: mark`A first contact has an activity within an hour of its date, where nearly all have one.`,
    good: `
# 995 of 1,000 first contacts have a call or a mail within the hour
response: { from: qualified, to: contacted, within: 4 business hours, calendar: office }
`,
    bad: `
# 100 of 1,000 first contacts have none
response: { from: qualified, to: contacted, within: 4 business hours, calendar: office }
`,
  },
  {
    id: 'touches-at-once',
    severity: 'info',
    law: mark`Touches are written down as they happen, not several by one person in one minute.`,
    good: `
# every minute has one or two calls of a person
touches: { kind: [Call, Mail] }
`,
    bad: `
# 400 of 4,000 calls stand in groups of four and more in one minute of one person
touches: { kind: [Call, Mail] }
`,
  },
  {
    id: 'touches-on-the-hour',
    severity: 'info',
    law: mark`Touches have the minute at which they happened, not the full hour.`,
    good: `
# 70 of 4,000 calls are at the full hour
touches: { kind: [Call, Mail] }
`,
    bad: `
# 480 of 4,000 calls are at the full hour
touches: { kind: [Call, Mail] }
`,
  },
  {
    id: 'touches-at-night',
    severity: 'info',
    law: mark`Touches are made by day: many at night are times of another time zone.`,
    good: `
# the export writes local times, and so says its source
timezone: Europe/Paris
`,
    bad: `
# the export writes the times of the head office in New York
timezone: Europe/Paris
`,
  },
  {
    id: 'stops-at-due',
    severity: 'info',
    law: mark`Clocks stop when something happens, not above all just before they are due.`,
    good: `
# in the last tenth of the limit 9 clocks stopped, in the tenth before it 11
response: { from: qualified, to: contacted, within: 4 business hours, calendar: office }
`,
    bad: `
# in the last tenth of the limit 60 clocks stopped, in the tenth before it 9
response: { from: qualified, to: contacted, within: 4 business hours, calendar: office }
`,
  },
  {
    id: 'pauses-at-due',
    severity: 'info',
    law: mark`Clocks are put on hold when something happens, not above all just before they are due.`,
    good: `
# in the last tenth of the limit 4 leads were put on hold, in the tenth before it 5
response:
  { from: qualified, to: answered, within: 40 business hours, calendar: office, pause: { source: history, from: held_from, to: held_to, at_most: 20 business hours } }
`,
    bad: `
# in the last tenth of the limit 30 leads were put on hold, in the tenth before it 5
response:
  { from: qualified, to: answered, within: 40 business hours, calendar: office, pause: { source: history, from: held_from, to: held_to, at_most: 20 business hours } }
`,
  },
  {
    id: 'answers-in-bulk',
    severity: 'info',
    law: mark`Leads are answered one by one, not three times as many as usual on one day.`,
    good: `
# eight answers on a usual day, fourteen on the busiest
answered: { at: decided_at, when: { decision: [Accepted, Refused] } }
`,
    bad: `
# eight answers on a usual day, and sixty on 29 May
answered: { at: decided_at, when: { decision: [Accepted, Refused] } }
`,
  },
  {
    id: 'stop-before-hand-over',
    severity: 'info',
    law: mark`Nobody contacts a lead before it is assigned.`,
    good: `
# every first contact comes after its assignment
response: { from: qualified, to: contacted, within: 4 business hours, calendar: office, split_at: assigned }
`,
    bad: `
# 80 of 800 first contacts come before their assignment: which of the two dates is written later?
response: { from: qualified, to: contacted, within: 4 business hours, calendar: office, split_at: assigned }
`,
  },
  {
    id: 'silent-column',
    severity: 'info',
    law: mark`A column that most leads filled does not fall silent for the newest ones.`,
    good: `
# the origin is there for 97% of the leads, and for 95% of the newest tenth
source: Origin
`,
    bad: `
# the origin is there for 97% of the leads, and for none of the newest tenth: a form or an import has changed
source: Origin
`,
  },
];

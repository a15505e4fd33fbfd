import { mark } from '../../messages/index.ts';
import type { RuleFoundElsewhere } from './rule.ts';

const failed = `
# experiments/webinar.yaml
id: webinar
asks: Does a webinar bring Swiss firms?
by: marketing
channel: webinar
persona: { country: FR, size: 50..500 }
leads: { country: FR }
serves: new-revenue
kpis: [{ id: in-profile, share: { of: { stage: qualified }, with: profile }, target: ">= 60%" }]
from: 2026-06-02
to: 2026-06-30
outcome: failed
lesson: They want the price before the talk
`;

const again = `${failed}---
# experiments/webinar-autumn.yaml
id: webinar-autumn
asks: Does a webinar bring Swiss firms in autumn?
by: marketing
channel: webinar
persona: { country: FR, size: 50..500 }
leads: { country: FR }
serves: new-revenue
kpis: [{ id: in-profile, share: { of: { stage: qualified }, with: profile }, target: ">= 60%" }]
from: 2026-09-01
to: 2026-09-30
changed: The price page is sent before
`;

/** What is asked of experiments. That one failed is no finding. */
export const experimentRules: readonly RuleFoundElsewhere[] = [
  {
    id: 'experiment-unread',
    severity: 'error',
    law: mark`A file of an experiment has the keys, the dates and the names that it needs; no verdict on a promise rests on it.`,
    good: failed,
    bad: failed.replace('from: 2026-06-02\n', ''),
  },
  {
    id: 'experiment-twice',
    severity: 'error',
    law: mark`Each experiment has an id of its own.`,
    good: again,
    bad: again.replace('id: webinar-autumn', 'id: webinar'),
  },
  {
    id: 'experiment-without-kpi',
    severity: 'warning',
    law: mark`An experiment says by which number it is told whether it worked.`,
    good: failed,
    bad: failed.replace(/kpis: .*\n/, ''),
  },
  {
    id: 'experiment-without-objective',
    severity: 'info',
    law: mark`An experiment serves an objective that both teams share.`,
    good: failed,
    bad: failed.replace('serves: new-revenue\n', ''),
  },
  {
    id: 'outside-profile',
    severity: 'warning',
    law: mark`Those whom an experiment is meant for can be in the profile.`,
    good: failed,
    bad: failed.replace('size: 50..500', 'size: 1..20'),
  },
  {
    id: 'over-envelope',
    severity: 'warning',
    law: mark`The experiments of one period cost no more together than the agreement allows, and planned ones leave the reserve free.`,
    good: `
experiments: { files: experiments/*.yaml, budget: { limit: 12000 EUR per quarter, reserve: 15% } }
# the experiments of the quarter are bound to 9,400 EUR
`,
    bad: `
experiments: { files: experiments/*.yaml, budget: { limit: 12000 EUR per quarter, reserve: 15% } }
# the experiments of the quarter are bound to 12,400 EUR
`,
  },
  {
    id: 'failure-without-lesson',
    severity: 'warning',
    law: mark`An experiment that failed says what was learned: the failure itself is never held against anybody.`,
    good: failed,
    bad: failed.replace(/lesson: .*\n/, ''),
  },
  {
    id: 'same-failure',
    severity: 'warning',
    law: mark`What failed with one channel and one persona is tried again only with something changed.`,
    good: again,
    bad: again.replace(/changed: .*\n/, ''),
  },
  {
    id: 'unknown-experiment',
    severity: 'warning',
    law: mark`An experiment that another repeats is there, and began before it.`,
    good: again.replace('changed:', 'repeats: webinar\nchanged:'),
    bad: again.replace('changed:', 'repeats: webinars\nchanged:'),
  },
  {
    id: 'lesson-overdue',
    severity: 'warning',
    law: mark`An experiment that is over has its outcome and its lesson in the time that the agreement gives.`,
    good: failed,
    bad: failed.replace('outcome: failed', 'outcome: running').replace(/lesson: .*\n/, ''),
  },
  {
    id: 'feedback-overdue',
    severity: 'warning',
    law: mark`A team that is asked what it saw of an experiment says so in the time that the agreement gives.`,
    good: `${failed}feedback_from: [sales]\nfeedback: { sales: { on: 2026-07-06 } }\n`,
    bad: `${failed}feedback_from: [sales]\n`,
  },
];

import { kindOf } from '../../kinds/index.ts';
import { mark, t } from '../../messages/index.ts';
import type { PromiseDef } from '../../model/agreement.ts';
import { isWhole } from '../../model/promises.ts';
import type { Rule } from './rule.ts';

/** What both teams are there for gives way to nothing else that they aim at. */
export const revenueBelow: Rule = {
  id: 'revenue-below',
  severity: 'info',
  law: mark`Where the objectives have an order, none goes before the revenue.`,
  good: `
objectives:
  - { id: pipeline, shared_by: [marketing, sales], count: { stage: contacted }, target: ">= 80 per month" }
  - { id: revenue, shared_by: [marketing, sales], sum: { field: size, stage: contacted }, target: ">= 250000 EUR per quarter" }
priorities: [revenue, pipeline]
`,
  bad: `
objectives:
  - { id: pipeline, shared_by: [marketing, sales], count: { stage: contacted }, target: ">= 80 per month" }
  - { id: revenue, shared_by: [marketing, sales], sum: { field: size, stage: contacted }, target: ">= 250000 EUR per quarter" }
priorities: [pipeline, revenue]
`,
  check({ objectives, priorities = [] }) {
    if (priorities.length === 0) return [];
    const wholes = objectives.filter(isWhole);
    const first = wholes.findIndex((one) => !isInMoney(one));
    const revenue = first < 0 ? undefined : wholes.slice(first).find(isInMoney);
    if (revenue === undefined || wholes[first] === undefined) return [];
    const place = priorities.indexOf(wholes[first].id);
    return [
      {
        message: t`The objective "${wholes[first].id}" goes before the revenue of "${revenue.id}"`,
        help: t`write "${revenue.id}" before it, if the revenue is above all`,
        path: ['priorities', Math.max(place, 0)],
      },
    ];
  },
};

/** Units that are money for sure: any other word may be anything. */
const MONEY = /^(?:[€$£]|EUR|USD|GBP|CHF|CAD|AUD|SEK|NOK|DKK|PLN|CZK|RON|MAD|TND|XOF|XAF|JPY)$/;

function isInMoney({ measure, target }: PromiseDef): boolean {
  const unit = kindOf(measure.kind).adds(measure)?.unit ?? target.unit;
  return unit !== null && MONEY.test(unit);
}

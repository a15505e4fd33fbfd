import { kindOf } from '../../kinds/index.ts';
import { mark, t } from '../../messages/index.ts';
import type { Agreement, PromiseDef } from '../../model/agreement.ts';
import { promisesOf } from '../../model/promises.ts';
import type { Rule } from './rule.ts';

/** Where two are said, none can be held against the cells: euros and dollars would be one sum. */
export const twoUnits: Rule = {
  id: 'two-units',
  severity: 'warning',
  law: mark`The promises that add up one field say one unit for it.`,
  good: `
objectives:
  - id: revenue
    title: Revenue
    shared_by: [marketing, sales]
    sum: { field: size, stage: contacted }
    target: ">= 250000 EUR per quarter"
  - id: sourced
    title: The part of marketing
    shared_by: [marketing, sales]
    share: { of: { stage: contacted }, with: { country: FR }, weigh: { field: size, unit: EUR } }
    target: ">= 40%"
`,
  bad: `
objectives:
  - id: revenue
    title: Revenue
    shared_by: [marketing, sales]
    sum: { field: size, stage: contacted }
    target: ">= 250000 EUR per quarter"
  - id: sourced
    title: The part of marketing
    shared_by: [marketing, sales]
    share: { of: { stage: contacted }, with: { country: FR }, weigh: { field: size, unit: USD } }
    target: ">= 40%"
`,
  check(agreement) {
    const said = addedIn(agreement);
    return said.flatMap(({ field, unit, path }, i) => {
      const first = said.find((other) => other.field === field);
      if (first === undefined || first.unit === unit || said.indexOf(first) >= i) return [];
      return [
        {
          message: t`"${field}" is in ${unit} here, and in ${first.unit} for "${first.id}"`,
          help: t`write one unit: with two, no cell is held against either, and amounts of both are added up`,
          path,
        },
      ];
    });
  },
};

/** The units that promises say, and where. */
function addedIn(agreement: Agreement) {
  return promisesOf(agreement).flatMap(({ id, measure, target, path }: PromiseDef) => {
    const added = kindOf(measure.kind).adds(measure);
    const unit = added?.unit ?? target.unit;
    if (added === null || unit === null) return [];
    const at = added.unit === null ? [...path, 'target'] : [...path, measure.kind, 'weigh', 'unit'];
    return [{ id, field: added.field, unit, path: at }];
  });
}

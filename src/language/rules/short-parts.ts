import { mark, t } from '../../messages/index.ts';
import type { PromiseDef } from '../../model/agreement.ts';
import { isWhole, partsIn } from '../../model/promises.ts';
import { targetText } from '../../model/target.ts';
import type { Rule } from './rule.ts';

/** Where every team keeps its part and the whole is missed, somebody has promised too little. */
export const shortParts: Rule = {
  id: 'short-parts',
  severity: 'warning',
  law: mark`The parts of an objective come to the whole when each of them is reached.`,
  good: `
objectives:
  - id: pipeline
    shared_by: [marketing, sales]
    count: { stage: contacted }
    target: ">= 80 per month"
    parts:
      - { id: french, owed_by: marketing, where: { country: FR }, target: ">= 50 per month" }
      - { id: others, owed_by: sales, target: ">= 30 per month" }
`,
  bad: `
objectives:
  - id: pipeline
    shared_by: [marketing, sales]
    count: { stage: contacted }
    target: ">= 80 per month"
    parts:
      - { id: french, owed_by: marketing, where: { country: FR }, target: ">= 50 per month" }
      - { id: others, owed_by: sales, target: ">= 20 per month" }
`,
  check(agreement) {
    return agreement.objectives.filter(isWhole).flatMap((whole) => {
      const parts = partsIn(agreement, whole.id);
      const [period] = parts.length === 0 ? [] : periodsOf([whole, ...parts]).filter(fails(whole, parts));
      if (period === undefined) return [];
      const { cmp, unit } = whole.target;
      const say = (value: number) => targetText({ ...whole.target, value }, String, String);
      const [together, all] = [say(sumIn(parts, period)), say(valueIn(whole, period))];
      return [
        {
          message:
            period === EVERY
              ? t`The parts of "${whole.id}" come to ${together}, and the whole is ${all}`
              : t`The parts of "${whole.id}" come to ${together} in ${period}, and the whole is ${all}`,
          help: t`share out the rest: the targets come to ${cmp} ${valueIn(whole, period)}${unit === null ? '' : ` ${unit}`} together`,
          path: [...whole.path, 'parts'],
        },
      ];
    });
  },
};

/** All periods that have no target of their own. */
const EVERY = '';

const periodsOf = (promises: readonly PromiseDef[]): readonly string[] => [
  ...new Set([EVERY, ...promises.flatMap(({ target }) => Object.keys(target.periods ?? {})).sort()]),
];

const valueIn = ({ target }: PromiseDef, period: string): number => target.periods?.[period] ?? target.value;

/** Decimals are added up as they are written: 0.1 and 0.2 are 0.3. */
const sumIn = (parts: readonly PromiseDef[], period: string): number =>
  Number(parts.reduce((sum, part) => sum + valueIn(part, period), 0).toPrecision(12));

const fails =
  (whole: PromiseDef, parts: readonly PromiseDef[]) =>
  (period: string): boolean => {
    const [together, all] = [sumIn(parts, period), valueIn(whole, period)];
    return whole.target.cmp === '>=' ? together < all : together > all;
  };

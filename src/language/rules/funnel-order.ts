import { kindOf } from '../../kinds/index.ts';
import { mark, t } from '../../messages/index.ts';
import type { Agreement, PromiseDef } from '../../model/agreement.ts';
import { promisesOf } from '../../model/promises.ts';
import { prover } from '../logic/contradiction.ts';
import { timingOf } from '../logic/uses.ts';
import type { Found, Rule } from './rule.ts';

/** What stands in the wrong place makes every step of the funnel look like a loss. */
export const funnelOrder: Rule = {
  id: 'funnel-order',
  severity: 'warning',
  law: mark`One lead can reach all stages of the funnel, and no promise runs against their order.`,
  good: `
funnel: [qualified, contacted]
`,
  bad: `
funnel: [contacted, qualified]
`,
  check(agreement) {
    if (agreement.funnel.length === 0) return [];
    return [...unreachable(agreement), ...promisesOf(agreement).flatMap((one) => backwards(one, agreement))];
  },
};

/** Stages of which the conditions contradict that of an earlier one. */
function unreachable(agreement: Agreement): readonly Found[] {
  const { funnel, stages } = agreement;
  const never = prover(agreement);
  const when = (id: string) => stages[id]?.when ?? null;
  return funnel.flatMap((later, i): readonly Found[] => {
    const earlier = funnel.slice(0, i).find((one) => !never([when(one)]) && never([when(one), when(later)]));
    if (earlier === undefined || never([when(later)])) return [];
    const message = t`No lead that reached "${earlier}" can reach "${later}": their conditions contradict each other`;
    return [{ message, help: t`name stages that follow one another in one life`, path: ['funnel', i] }];
  });
}

/** A clock that runs, or a part that is reached, from a later stage to an earlier one. */
function backwards(promise: PromiseDef, { funnel }: Agreement): readonly Found[] {
  const { id, measure } = promise;
  const timing = timingOf(promise);
  const { scope, part } = kindOf(measure.kind);
  const from = timing?.from ?? scope(measure)?.stage ?? null;
  const to = timing === null ? (part(measure)?.reaches ?? null) : timing.to;
  if (from === null || typeof to !== 'string') return [];
  const [first, second] = [funnel.indexOf(from), funnel.indexOf(to)];
  if (first < 0 || second < 0 || second > first) return [];
  const message = t`"${id}" goes from "${from}" to "${to}", and the funnel has them the other way round`;
  return [
    {
      message,
      help: t`write the stages in the order in which a lead reaches them`,
      path: ['funnel', second],
    },
  ];
}

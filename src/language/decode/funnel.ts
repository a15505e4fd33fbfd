import { t } from '../../messages/index.ts';
import { oneOf } from './people.ts';
import type { PromiseContext } from './promise-context.ts';
import { list, type Raw } from './report.ts';

/** The stages in their order, each once. */
export function funnel(root: Raw, around: PromiseContext): readonly string[] {
  const { report, stageNames: names, stageTitles: titles } = around;
  const order: string[] = [];
  for (const [i, raw] of list(root, 'funnel').entries()) {
    const path = ['funnel', i];
    const stage = oneOf({ raw, what: 'stage', names, titles, path, report });
    if (stage === null) continue;
    const source = around.stagePopulations[stage] ?? null;
    if (source !== null) {
      const message = t`The stage "${stage}" is of the rows of "${source}", and a funnel is of leads`;
      report('stage-of-rows', path, { message, help: t`name stages whose dates are fields of the leads` });
    } else if (order.includes(stage)) {
      const message = t`The stage "${stage}" stands twice in the funnel`;
      report('stage-twice', path, { message, help: t`name it once, where a lead reaches it first` });
    } else order.push(stage);
  }
  return order;
}

import type { PromiseDef } from '../../model/agreement.ts';
import type { Condition } from '../../model/condition.ts';
import type { ProfileAnswers } from '../../model/funnel.ts';
import { lower } from '../../plan/lower.ts';
import type { Family } from '../agreements/family.ts';
import { inForceAlways } from '../agreements/in-force.ts';
import type { RunTables } from '../exports/tables.ts';
import { type ReportSpan, resultsOver } from '../judging/compliance.ts';
import type { Planned, Run } from '../judging/run.ts';

/** Plans to count the leads that are answered as outside of the profile of today or inside of it, and are in it. */
function plansOfAnswers({ versions }: Family, tables: RunTables): readonly Planned[] {
  const sourced = versions.at(-1);
  const [first] = sourced?.agreement.funnel ?? [];
  const answers = sourced?.agreement.profile?.answers;
  if (sourced === undefined || first === undefined || answers === undefined) return [];
  return SAYS.flatMap((says): readonly Planned[] => {
    const where = answers[says];
    if (where === null) return [];
    const promise = answered(says, first, where);
    return [{ inForce: inForceAlways(sourced), promise, plan: lower(promise, sourced.agreement, tables) }];
  });
}

/** Asks for their columns, by the newest of the versions that judge. */
export function askForProfileAnswers(planned: readonly Planned[], tables: RunTables): void {
  const sourced = planned.at(-1)?.inForce.sourced;
  if (sourced !== undefined) plansOfAnswers({ id: sourced.agreement.id, versions: [sourced] }, tables);
}

const SAYS = ['outside', 'inside'] as const;

/** The part of those who are answered so that is in profile, as a promise that nobody made; no id has a blank. */
const answered = (says: string, stage: string, where: Condition): PromiseDef => ({
  ...{ kind: 'objective', id: `answered ${says}`, title: says, promise: null },
  ...{ owedBy: null, owedTo: null, sharedBy: [], where, segments: [], path: [] },
  measure: {
    ...{ kind: 'share', of: { stage, where: null }, reaches: null, weigh: null },
    with: { op: 'profile' },
  } as PromiseDef['measure'],
  target: { cmp: '>=', value: 0, of: 'rate', unit: null, per: null, text: '' },
  ...{ minCases: 0, maxUnknown: 1, atRisk: 1, bookBy: 'start', formerly: null },
});

/** What the answers of a run that was opened with these plans say of the profile. */
export async function profileAnswersOver(run: Run, span: ReportSpan): Promise<readonly ProfileAnswers[]> {
  const sourced = run.planned.at(-1)?.inForce.sourced ?? run.newest;
  const planned = plansOfAnswers({ id: run.family.id, versions: [sourced] }, run.tables);
  if (planned.length === 0) return [];
  const { results } = await resultsOver({ ...run, planned, by: [], heldCases: null }, span);
  return SAYS.flatMap((says): readonly ProfileAnswers[] => {
    const periods = results
      .filter(({ id, counts: { met, breached } }) => id === `answered ${says}` && met + breached > 0)
      .map(({ period, counts: { met, breached } }) => ({
        ...{ period: period.label, leads: met + breached, inProfile: met },
      }));
    return periods.length === 0 ? [] : [{ says, periods }];
  });
}

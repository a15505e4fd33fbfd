import type { CasePlan } from '../../model/judge.ts';
import type { HeldCases, JudgeContext } from './context.ts';

/** What tells the cases of a plan from all others of a run. */
export function heldKey(plan: CasePlan, context: JudgeContext): string {
  const { leads, asOf, undated, hasStray, inForce, orphans, boundaries, by } = context;
  const { bookBy, atRisk, waivers, serves, calendars } = context;
  const hours = Object.entries(calendars).map(([name, { number, openAtAsOf }]) => [name, number, openAtAsOf]);
  return JSON.stringify([
    ...[plan, leads, asOf, undated, hasStray, inForce, orphans, boundaries, by],
    ...[bookBy, atRisk, waivers, serves, hours],
  ]);
}

/** The table that holds the cases of a plan already. */
export function heldOf(plan: CasePlan, context: JudgeContext): HeldCases | undefined {
  if (context.heldCases.size === 0) return undefined;
  const known = keys.get(context);
  const key = known?.plan === plan ? known.key : heldKey(plan, context);
  keys.set(context, { plan, key });
  return context.heldCases.get(key);
}

/** What was last asked of each context: most are asked of one plan, again and again. */
const keys = new WeakMap<JudgeContext, { readonly plan: CasePlan; readonly key: string }>();

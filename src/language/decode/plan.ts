import { t } from '../../messages/index.ts';
import type { PlanTerms } from '../../model/plan.ts';
import { percentage } from './parts.ts';
import { oneOf } from './people.ts';
import type { PromiseContext } from './promise-context.ts';
import { isMap, type Raw } from './report.ts';

/** What is assumed on the way to an objective; `order` is that of the funnel. */
export function plan(
  root: Raw,
  objectives: readonly string[],
  order: readonly string[],
  around: PromiseContext,
): { readonly plan?: PlanTerms } {
  const raw = root.plan;
  if (!isMap(raw)) return {};
  const { report, stageNames, stageTitles: titles } = around;
  const named = (
    value: unknown,
    what: 'commitment' | 'calendar',
    names: readonly string[],
    path: string[],
  ) => (value === undefined ? null : oneOf({ raw: value, what, names, titles: {}, path, report }));
  const rates: Record<string, number> = {};
  for (const [stage, rate] of Object.entries(isMap(raw.rates) ? raw.rates : {})) {
    const path = ['plan', 'rates', stage];
    const known = oneOf({ raw: stage, what: 'stage', names: stageNames, titles, path, report });
    const value = percentage(rate, path, report);
    if (known !== null && !order.slice(1).includes(known))
      report('unused-key', path, {
        message: t`The rate of "${known}" counts for nothing: it is no later stage of the funnel`,
        help: t`name a stage of "funnel" that another comes before`,
        on: 'key',
      });
    else if (known !== null && value !== null) rates[known] = value;
  }
  const own = isMap(raw.capacity) ? raw.capacity : null;
  const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
  const calendar = named(own?.calendar, 'calendar', around.calendarNames, ['plan', 'capacity', 'calendar']);
  const terms: PlanTerms = {
    from: named(raw.from, 'commitment', objectives, ['plan', 'from']),
    average: typeof raw.average === 'number' ? raw.average : null,
    rates,
    capacity:
      own === null || calendar === null
        ? null
        : {
            calendar,
            people: number(own.people),
            hours: number(own.hours),
            touches: number(own.touches),
            minutes: number(own.minutes),
          },
  };
  return { plan: terms };
}

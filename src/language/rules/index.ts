import { missingSponsor } from './missing-sponsor.ts';
import { oneWay } from './one-way.ts';
import type { Rule } from './rule.ts';
import { unusedCalendar } from './unused-calendar.ts';
import { unusedStage } from './unused-stage.ts';

/** Every lint rule, in the order in which the registry is printed. */
export const rules: readonly Rule[] = [oneWay, unusedStage, unusedCalendar, missingSponsor];

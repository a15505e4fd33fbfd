import { activitiesSql } from '../../sql/judge/activities.ts';
import { contextOf } from './context.ts';
import type { Planned, Run } from './run.ts';

/**
 * Finds what promises ask of the activities, once for all that is asked of the promises: activities are
 * many, and counts, percentiles and listings look for the same. Worth it where all leads are judged.
 */
export async function tabulateActivities(run: Run, planned: readonly Planned[]): Promise<void> {
  for (const one of planned) {
    const context = contextOf(run, one, []);
    for (const asked of activitiesSql(one.plan)) {
      const sql = asked(context);
      if (run.activityTables.has(sql)) continue;
      const table = `held${run.activityTables.size}`;
      await run.engine.keep(table, [sql]);
      run.activityTables.set(sql, table);
    }
  }
}

import { activitiesSql } from '../../sql/judge/activities.ts';
import { type Court, contextOf, type Planned } from './open.ts';

/**
 * Finds what promises ask of the activities, once for all that is asked of the promises: activities are many, and counts, percentiles and
 * listings look for the same. Worth it where all leads are judged.
 */
export async function holdActivities(court: Court, planned: readonly Planned[]): Promise<void> {
  for (const one of planned) {
    const sql = activitiesSql(one.plan, contextOf(court, one, []));
    if (sql === null || court.held.has(sql)) continue;
    const table = `held${court.held.size}`;
    await court.engine.run(`CREATE TABLE "${table}" AS ${sql}`);
    court.held.set(sql, table);
  }
}

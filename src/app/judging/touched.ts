import type { Engine } from '../../engine/engine.ts';
import type { Micros } from '../../model/time.ts';
import type { Facts } from '../../plan/facts.ts';
import { touchedLeadsSql } from '../../sql/judge/touched.ts';
import type { ReadExports } from '../exports/read-all.ts';

/** Gives the leads the flags that rest on activities, now that these are read and as-of is known. */
export async function settleTouched(
  leads: Facts,
  asOf: Micros,
  { exact }: ReadExports,
  engine: Engine,
): Promise<void> {
  const flags = leads.late();
  if (flags.length === 0) return;
  const { dialect } = engine;
  const untold = `${leads.table}$untold`;
  await engine.rename(leads.table, untold);
  await engine.keep(leads.table, [touchedLeadsSql(untold, flags, { asOf, exact, dialect })]);
}

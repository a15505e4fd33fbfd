import type { JudgingDialect } from '../dialects/dialect.ts';
import { HAND_OVER } from '../hand-over.ts';

/**
 * Flags of the leads' table in the row of one lead, as columns `t0`, `t1` ... in their order. The parameter
 * is the lead's key; `handOver` its place among the hand-overs of the lead, null where leads have one row.
 */
export function leadColumnsSql(
  leads: string,
  flags: readonly string[],
  handOver: number | null,
  { identifier }: JudgingDialect,
): string {
  const columns = flags.map((flag, i) => `${identifier(flag)} AS t${i}`);
  const row = handOver === null ? 'key = $1' : `key = $1 AND ${HAND_OVER} = ${handOver}`;
  return `SELECT ${columns.join(', ')} FROM ${identifier(leads)} WHERE ${row}`;
}

import type { JudgingDialect } from '../dialects/dialect.ts';
import { HAND_OVER } from '../hand-over.ts';

/** How many rows of the leads hand over a lead again: one row, `n`. */
export const handedAgainSql = (leads: string, { identifier }: JudgingDialect): string =>
  `SELECT count(*) AS n FROM ${identifier(leads)} WHERE ${HAND_OVER} > 1`;

/** How many rows of a table are of a known lead: one row, `n`. */
export function ofKnownLeadsSql(table: string, leads: string, { identifier }: JudgingDialect): string {
  return `SELECT count(*) AS n FROM ${identifier(table)} WHERE key IN (SELECT key FROM ${identifier(leads)})`;
}

/** The key of each lead, and `hand_over` where its rows are hand-overs. */
export function keysSql(leads: string, isHandedOver: boolean, { identifier }: JudgingDialect): string {
  return `SELECT ${['key', ...(isHandedOver ? [HAND_OVER] : [])].join(', ')} FROM ${identifier(leads)}`;
}

import type { Condition } from './condition.ts';

/**
 * Of several rows with one key those for which a condition holds go before the others; of these the first or the
 * latest by a date, and one without a date last.
 */
export interface OnePerLead {
  readonly order: 'first' | 'latest';
  readonly by: string;
  readonly prefer: Condition | null;
}

/** Rows between whose ends somebody owns a case; the names are those of fields. */
export interface OwnerHistory {
  readonly source: string;
  readonly from: string;
  readonly to: string;
  readonly owner: string;
}

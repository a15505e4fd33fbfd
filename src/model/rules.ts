import type { Severity } from './diagnostic.ts';

/** One line of the registry of rules. */
export interface RuleEntry {
  readonly id: string;
  readonly about: 'files' | 'agreement' | 'data' | 'verdict' | 'change';
  /** By default. */
  readonly severity: Severity;
  /** One sentence. */
  readonly law: string;
  /** Whether the agreement's `lint` section may change its severity. */
  readonly lint: boolean;
}

export interface RulesDocument {
  readonly rules: readonly RuleEntry[];
}

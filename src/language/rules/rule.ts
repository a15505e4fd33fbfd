import type { Agreement } from '../../model/agreement.ts';
import type { Finding, Severity } from '../../model/diagnostic.ts';

/** A lint rule: what a sound agreement may still get wrong between two teams. */
export interface Rule {
  readonly id: string;
  /** Where the agreement's `lint` section does not say otherwise. */
  readonly severity: Severity;
  /** One sentence. */
  readonly law: string;
  /** YAML that keeps the law, and YAML that breaks it. */
  readonly good: string;
  readonly bad: string;
  check(agreement: Agreement): readonly Omit<Finding, 'rule' | 'severity'>[];
}

import type { Agreement } from '../../model/agreement.ts';
import type { Finding, Severity } from '../../model/diagnostic.ts';

/** What a rule finds: its id and severity are the registry's to add. */
export type Found = Omit<Finding, 'rule' | 'severity'>;

/** A lint rule: what a sound agreement may still get wrong between two teams. */
export interface Rule {
  readonly id: string;
  /** Where the agreement's `lint` section does not say otherwise. */
  readonly severity: Severity;
  /** One sentence. */
  readonly law: string;
  /**
   * YAML that keeps the law, and YAML that breaks it: sections that take the place of those of the
   * agreement in `docs/rules/`. The comment `# no sponsor` takes the section `sponsor` away.
   */
  readonly good: string;
  readonly bad: string;
  check(agreement: Agreement): readonly Found[];
}

/**
 * A lint rule that needs more than one agreement's values: its comments, its other versions, the data. It is
 * judged where these are known.
 */
export type RuleFoundElsewhere = Omit<Rule, 'check'>;

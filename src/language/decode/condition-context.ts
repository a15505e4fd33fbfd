import type { FieldDef } from '../../model/agreement.ts';
import type { Touched } from '../../model/condition.ts';
import type { YamlPath } from '../../model/diagnostic.ts';
import type { Raw, Report } from './report.ts';

/** A regular expression, to be checked once all of the agreement is decoded. */
export interface PatternUse {
  readonly pattern: string;
  readonly path: YamlPath;
}

export interface ConditionContext {
  readonly report: Report;
  readonly patterns: PatternUse[];
  readonly hasProfile: boolean;
  /** The source that conditions are about; null or absent for the leads. */
  readonly population?: string | null;
  /** What `touched` means where conditions are about leads; null or absent where they can't ask of activities. */
  readonly touched?: ((raw: Raw, path: YamlPath) => Touched | null) | null;
}

/**
 * A field that a test is about; `unknown` where nothing is known of its type and nothing more is to be
 * said.
 */
export type TestedField = FieldDef | 'unknown';

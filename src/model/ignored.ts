import type { YamlPath } from './diagnostic.ts';

/** A comment that says why a rule does not hold where it stands. */
export interface Ignored {
  readonly rule: string;
  /** What its line is about, whatever the number of the line: `commitments.first-contact.target`. */
  readonly at: string;
  readonly path: YamlPath;
  readonly reason: string;
}

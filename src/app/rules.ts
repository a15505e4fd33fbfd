import { catalogue } from '../language/catalogue.ts';
import type { RuleEntry } from '../model/rules.ts';
import { changeRules, dataRules, fileRules, verdictRules } from './findings/catalogue.ts';

const entries = (about: RuleEntry['about'], rules: typeof fileRules): readonly RuleEntry[] =>
  Object.entries(rules).map(([id, { severity, law }]) => ({ id, about, severity, law, lint: false }));

/** Every rule id that a diagnostic can carry, in the order in which a run meets them. An id has one law. */
export const ruleCatalogue: readonly RuleEntry[] = [
  ...entries('files', fileRules),
  ...catalogue.map(({ id, severity, law, lint }) => ({
    id,
    about: 'agreement' as const,
    severity,
    law,
    lint,
  })),
  ...entries('data', dataRules),
  ...entries('verdict', verdictRules),
  ...entries('change', changeRules),
];

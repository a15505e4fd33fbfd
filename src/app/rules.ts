import { catalogue } from '../language/catalogue.ts';
import type { RuleEntry } from '../model/rules.ts';
import { changeLaws, dataLaws, fileLaws, verdictLaws } from './findings/catalogue.ts';

const entries = (about: RuleEntry['about'], laws: typeof fileLaws): readonly RuleEntry[] =>
  Object.entries(laws).map(([id, { severity, law }]) => ({ id, about, severity, law, lint: false }));

/** Every rule id that a diagnostic can carry, in the order in which a run meets them. An id has one law. */
export const ruleCatalogue: readonly RuleEntry[] = [
  ...entries('files', fileLaws),
  ...catalogue.map(({ id, severity, law, lint }) => ({
    id,
    about: 'agreement' as const,
    severity,
    law,
    lint,
  })),
  ...entries('data', dataLaws),
  ...entries('verdict', verdictLaws),
  ...entries('change', changeLaws),
];

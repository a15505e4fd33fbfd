import { t } from '../../messages/index.ts';
import type { SourceDef } from '../../model/agreement.ts';
import type { YamlPath } from '../../model/diagnostic.ts';
import type { ConditionContext } from './condition-context.ts';
import type { Raw, Report } from './report.ts';
import { isMap } from './report.ts';
import type { FieldScope } from './scope.ts';
import { sourceScope } from './scope.ts';

/** What may be named of the sources with rows of their own, one scope each. */
export const populationScopes = (
  root: Raw,
  decoded: Readonly<Record<string, SourceDef>>,
): readonly FieldScope[] =>
  Object.values(decoded)
    .filter(({ kind }) => kind === 'population')
    .map((source) => sourceScope(root, source));

/** Conditions about rows that are no leads, to which no profile applies. */
export const ofPopulation = <C extends ConditionContext>(context: C, { source }: FieldScope): C => ({
  ...context,
  hasProfile: false,
  touched: null,
  population: source,
});

/** The stage that makes a row a case of a measure, as it is written. */
export function firstStage(measure: unknown): string | null {
  if (!isMap(measure)) return null;
  const stage = measure.from ?? measure.stage ?? (isMap(measure.of) ? measure.of.stage : null);
  return typeof stage === 'string' ? stage : null;
}

/** A stage that other rows reach than those that a promise is about: it can't be told of one of them. */
export function otherPopulation(
  { stage, its, own }: { readonly stage: string; readonly its: string | null; readonly own: string | null },
  path: YamlPath,
  report: Report,
): null {
  return report('other-population', path, {
    message: t`"${stage}" is a stage of "${its ?? 'leads'}", and what is measured begins in "${own ?? 'leads'}"`,
    help: t`name a stage of "${own ?? 'leads'}"`,
  });
}

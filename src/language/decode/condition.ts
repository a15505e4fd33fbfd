import { t } from '../../messages/index.ts';
import type { Condition } from '../../model/condition.ts';
import type { YamlPath } from '../../model/diagnostic.ts';
import type { ConditionContext } from './condition-context.ts';
import { fieldTest } from './field-test.ts';
import type { Raw } from './report.ts';
import { isMap } from './report.ts';
import type { FieldScope } from './scope.ts';
import { findField } from './scope.ts';

/**
 * A condition as the agreement writes it: a map of fields and their tests, all of which hold; in it `any`
 * holds a list of conditions and `not` a condition, so that these two words cannot name a field; or the
 * word `profile`. Null for what is absent; what is wrong is reported and left out.
 */
export function condition(
  raw: unknown,
  scope: FieldScope,
  path: YamlPath,
  context: ConditionContext,
): Condition | null {
  if (typeof raw === 'string') return word(raw, path, context);
  if (!isMap(raw)) return null;
  const parts = Object.entries(raw).flatMap(
    ([key, value]) => part({ key, value, scope, path: [...path, key], context }) ?? [],
  );
  return parts.length === 1 ? (parts[0] ?? null) : parts.length === 0 ? null : { op: 'all', of: parts };
}

function word(
  raw: string,
  path: YamlPath,
  { report, hasProfile, population }: ConditionContext,
): Condition | null {
  if (raw !== 'profile') {
    return report('wrong-condition', path, {
      message: t`"${raw}" is not a condition`,
      help: t`write "profile", or fields and their values: { country: FR }`,
    });
  }
  if (hasProfile) return { op: 'profile' };
  if (population)
    return report('no-profile', path, {
      message: t`The profile is one of leads, and the rows of "${population}" are none`,
      help: t`write the condition out: fields of "${population}" and their values`,
    });
  return report('no-profile', path, {
    message: t`The agreement defines no profile`,
    help: t`add a section "profile:" with "must:" and "must_not:", or write the condition out`,
  });
}

function part({
  key,
  value,
  scope,
  path,
  context,
}: {
  readonly key: string;
  readonly value: unknown;
  readonly scope: FieldScope;
  readonly path: YamlPath;
  readonly context: ConditionContext;
}): Condition | null {
  if (key === 'any') {
    const of = (Array.isArray(value) ? value : []).flatMap(
      (inner, i) => condition(inner, scope, [...path, i], context) ?? [],
    );
    return of.length === 0 ? null : { op: 'any', of };
  }
  if (key === 'not') {
    const of = condition(value, scope, path, context);
    return of === null ? null : { op: 'not', of };
  }
  if (key === 'touched' && isOfActivities(value, scope)) return touched(value, path, context);
  const field = findField({ name: key, scope, path, report: context.report, on: 'key' });
  return field === null ? null : fieldTest({ raw: value, name: key, field, path, context });
}

/** A field may be called `touched` too: then only a map with a source is about activities. */
function isOfActivities(value: unknown, { fields, broken, open }: FieldScope): boolean {
  const isField = open || broken.has('touched') || Object.hasOwn(fields, 'touched');
  return !isField || (isMap(value) && 'source' in value);
}

function touched(raw: unknown, path: YamlPath, context: ConditionContext): Condition | null {
  const { report } = context;
  if (!isMap(raw))
    return report('wrong-condition', path, {
      message: t`"touched" says which rows of activities a case has`,
      help: t`write touched: { source: activities, where: { kind: call } }, and before: with a stage if it matters when`,
    });
  if (context.touched) return context.touched(raw, path);
  return report('wrong-condition', path, {
    message: t`Activities are asked for in promises, segments, the profile and waivers alone`,
    help: t`write "touched" into the "where" or the "with" of a promise`,
    on: 'key',
  });
}

/** `must_not` keeps out a lead that meets any one of its tests. */
export function noneOf(
  raw: Raw,
  scope: FieldScope,
  path: YamlPath,
  context: ConditionContext,
): Condition | null {
  const of = Object.entries(raw).flatMap(
    ([key, value]) => part({ key, value, scope, path: [...path, key], context }) ?? [],
  );
  return of.length === 0 ? null : of.length === 1 ? (of[0] ?? null) : { op: 'any', of };
}

import { touchesOf, usesProfile } from '../../kinds/fields.ts';
import { t } from '../../messages/index.ts';
import type { Profile, Stage } from '../../model/agreement.ts';
import type { YamlPath } from '../../model/diagnostic.ts';
import { condition, noneOf } from './condition.ts';
import type { ConditionContext } from './condition-context.ts';
import { ofPopulation } from './population.ts';
import type { Raw, Report } from './report.ts';
import { checkId, isMap, list, map, text } from './report.ts';
import type { FieldScope } from './scope.ts';
import { findField } from './scope.ts';

export function stages(
  root: Raw,
  scope: FieldScope,
  populations: readonly FieldScope[],
  context: ConditionContext,
): Readonly<Record<string, Stage>> {
  const { report } = context;
  const decoded: Record<string, Stage> = {};
  for (const [id, raw] of Object.entries(map(root, 'stages'))) {
    const path: YamlPath = ['stages', id];
    const named = checkId(id, path, report, 'key');
    if (!isMap(raw)) continue;
    const own = scopeAt(text(raw, 'at'), [...path, 'at'], { scope, populations, report });
    if (own === null) continue;
    const inner = own === scope ? context : ofPopulation(context, own);
    const at = timeField(text(raw, 'at'), [...path, 'at'], own, inner);
    const when = condition(raw.when, own, [...path, 'when'], inner);
    const population = own.source === null ? {} : { population: own.source };
    if (named && at !== null) decoded[id] = { id, title: text(raw, 'title') ?? id, at, when, ...population };
  }
  return decoded;
}

/** Whose rows reach a stage: those that have its field. Null where several have one of that name. */
function scopeAt(
  name: string | null,
  path: YamlPath,
  {
    scope,
    populations,
    report,
  }: { readonly scope: FieldScope; readonly populations: readonly FieldScope[]; readonly report: Report },
): FieldScope | null {
  const has = ({ fields, broken }: FieldScope) =>
    name !== null && (Object.hasOwn(fields, name) || broken.has(name));
  const [found, second] = [scope, ...populations].filter(has);
  if (second === undefined) return found ?? scope;
  return report('duplicate-field', path, {
    message: t`The field "${name ?? ''}" is in "${found?.source ?? 'leads'}" and in "${second.source ?? 'leads'}", and a stage is of one of them`,
    help: t`give one of the two another name; the column keeps its header`,
  });
}

function timeField(
  name: string | null,
  path: YamlPath,
  scope: FieldScope,
  { report }: ConditionContext,
): string | null {
  if (name === null) return null;
  const field = findField({ name, scope, path, report });
  if (field === null || field === 'unknown') return field === null ? null : name;
  if (field.type === 'date' || field.type === 'datetime') return name;
  return report('not-a-date-field', path, {
    message: t`The field "${name}" is ${field.type}, and a stage is a moment`,
    help: t`give "${name}" type: datetime and a format, or name a date field`,
  });
}

/** A profile cannot be defined by itself: conditions inside it may not say `profile`. */
export function profile(root: Raw, scope: FieldScope, context: ConditionContext): Profile | null {
  if (!isMap(root.profile)) return null;
  const raw = root.profile;
  const inner: ConditionContext = { ...context, hasProfile: false };
  const must = condition(raw.must, scope, ['profile', 'must'], inner);
  const mustNot = isMap(raw.must_not)
    ? noneOf(raw.must_not, scope, ['profile', 'must_not'], inner)
    : condition(raw.must_not, scope, ['profile', 'must_not'], inner);
  const score = isMap(raw.score) ? scoreOf(raw.score, scope, inner) : null;
  return { title: text(raw, 'title'), must, mustNot, score, ...answersOf(raw, scope, inner) };
}

function answersOf(raw: Raw, scope: FieldScope, context: ConditionContext): Pick<Profile, 'answers'> {
  if (!isMap(raw.answers)) return {};
  const { outside, inside } = raw.answers;
  return {
    answers: {
      outside: condition(outside, scope, ['profile', 'answers', 'outside'], context),
      inside: condition(inside, scope, ['profile', 'answers', 'inside'], context),
    },
  };
}

function scoreOf(raw: Raw, scope: FieldScope, context: ConditionContext): Profile['score'] {
  const path: YamlPath = ['profile', 'score'];
  const points = list(raw, 'points').flatMap((point, i) => {
    if (!isMap(point)) return [];
    const when = condition(point.when, scope, [...path, 'points', i, 'when'], context);
    return when === null || typeof point.add !== 'number' ? [] : [{ add: point.add, when }];
  });
  const atLeast = raw.at_least;
  if (typeof atLeast !== 'number') return null;
  const most = points.reduce((sum, { add }) => sum + Math.max(0, add), 0);
  if (points.length === list(raw, 'points').length && most < atLeast) {
    context.report('score-out-of-reach', [...path, 'at_least'], {
      message: t`No lead can reach ${atLeast} points: all points together are ${most}`,
      help: t`write ${most} or less, or add points`,
    });
  }
  return { atLeast, points };
}

/** When a stage is reached says which activities came before it, and so can't rest on them, by the profile either. */
export function stagesWithoutTouches(
  decoded: Readonly<Record<string, Stage>>,
  profile: Profile | null,
  report: Report,
): void {
  const { must = null, mustNot = null, score = null } = profile ?? {};
  const inside = [must, mustNot, ...(score?.points ?? []).map(({ when }) => when)];
  if (inside.flatMap(touchesOf).length === 0) return;
  for (const { id, when } of Object.values(decoded))
    if (when !== null && usesProfile(when))
      report('wrong-condition', ['stages', id, 'when'], {
        message: t`The profile asks for activities, and a stage can't rest on these`,
        help: t`write the condition out without "touched"`,
      });
}

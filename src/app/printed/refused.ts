import { evidenceOf } from '../../kinds/fields.ts';
import { t } from '../../messages/index.ts';
import type { FieldDef } from '../../model/agreement.ts';
import type { Condition } from '../../model/condition.ts';
import { type Facts, handedOverBy } from '../../plan/facts.ts';
import type { JudgingDialect } from '../../sql/dialects/dialect.ts';
import { portablePattern } from '../../sql/portable-pattern.ts';
import type { Planned } from '../judging/run.ts';

/** Why a promise that rests on these tables has no statement in a dialect, as a sentence; null where it has one. */
export function whyNoStatement(
  { plan, promise }: Pick<Planned, 'plan' | 'promise'>,
  tables: readonly Facts[],
  dialect: JudgingDialect,
): string | null {
  const { name, lacks } = dialect;
  if ((promise.excusedBy ?? []).length > 0)
    return t`Promises of the other side excuse it, which a statement does not judge beside it yet`;
  if (plan.shape === 'attempts' && plan.minGap !== null && lacks.has('count-apart'))
    return t`It counts touches that are a minimum gap apart, which ${name} can not count exactly`;
  for (const { source, columns } of tables) {
    if (source.kind === 'records')
      return t`It counts the records of "${source.name}", a file kept by hand that no warehouse holds`;
    if (handedOverBy(source) !== null)
      return t`The rows of "${source.name}" are hand-overs, which a statement does not tell apart yet`;
    if (source.merged)
      return t`"${source.name}" tells of merged leads, which a statement does not follow yet`;
    if (source.onePerLead)
      return t`One row a lead of "${source.name}" is chosen, which a statement does not do yet`;
    if (source.leadBy)
      return t`The rows of "${source.name}" name their lead by ${source.leadBy.map((name) => `"${name}"`).join(', ')}, which a statement does not follow yet`;
    const conditions = columns().flatMap((each) => (each.kind === 'flag' ? [each.condition] : []));
    if (conditions.some((each) => evidenceOf(each).length > 0))
      return t`It asks for evidence in files beside the agreement, which no warehouse sees`;
    const pattern = conditions.flatMap(patternsOf).find((each) => portablePattern(each) === null);
    if (pattern !== undefined && lacks.has('patterns'))
      return t`The pattern "${pattern}" may mean something else to ${name}: write it with letters, classes and anchors`;
    const joint = Object.values(source.fields).find(({ parts }: FieldDef) => parts !== undefined);
    if (joint)
      return t`The key of "${source.name}" is made of several columns, which a statement does not put together yet`;
  }
  return null;
}

/** Why a promise has none whose statement would look at what only activities tell of a lead. */
export const whyNotOfActivities = (): string =>
  t`It asks which activities a lead had, which a statement does not look for beside its cases yet`;

/** The patterns that a condition looks for. */
function patternsOf(condition: Condition): readonly string[] {
  switch (condition.op) {
    case 'all':
    case 'any':
      return condition.of.flatMap(patternsOf);
    case 'not':
      return patternsOf(condition.of);
    case 'score':
      return condition.points.flatMap(({ when }) => patternsOf(when));
    case 'matches':
      return [condition.pattern];
    default:
      return [];
  }
}

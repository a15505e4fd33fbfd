import { t } from '../../messages/index.ts';
import type { Facts } from '../../plan/facts.ts';
import type { JudgingDialect } from '../../sql/dialects/dialect.ts';
import { whyNotByStatements } from '../exports/by-statements.ts';
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
  return whyNotByStatements(tables, dialect);
}

/** Why a promise has none whose statement would look at what only activities tell of a lead. */
export const whyNotOfActivities = (): string =>
  t`It asks which activities a lead had, which a statement does not look for beside its cases yet`;

import type { StageRef } from '../../model/judge.ts';
import type { JudgeContext } from './context.ts';
import { isWithoutDate } from './expressions.ts';

/** Which rows are cases of a promise, as SQL over columns of the source's level. */
export interface Started {
  readonly exists: string;
  /**
   * Whether it is a case in scope that nothing dates: the condition of its stage holds and the date is
   * blank, or the date is stray. Such a case belongs to no period. `false` where there can be none.
   */
  readonly undated: string;
}

/** What a row tells of its start: columns. */
interface Told {
  readonly s0: string;
  readonly scope: string;
  /** A stop that makes a case of a row without a start, and whether it does; null where none does. */
  readonly alone: { readonly at: string; readonly when: string } | null;
}

/** `own` names a column of the source's level. */
export function startedBy(
  start: StageRef,
  { s0, scope, alone }: Told,
  context: JudgeContext,
  own: (sql: string) => string,
): Started {
  const { asOf, hasStray, undated } = context;
  const placed = `${s0} IS NOT NULL${alone === null ? '' : ` OR (${alone.when})`}`;
  const at = alone === null ? s0 : `coalesce(${s0}, CASE WHEN ${alone.when} THEN ${alone.at} END)`;
  const stray = hasStray ? [`coalesce(${at} > ${asOf}, false)`] : [];
  const dated = hasStray ? `(${placed}) AND NOT ${stray.join('')}` : placed;
  if (!undated) return { exists: dated, undated: 'false' };
  const blank = isWithoutDate(start, context);
  const isBlank = blank === null ? [] : [`${own(blank)}${alone === null ? '' : ` AND ${alone.at} IS NULL`}`];
  const ways = [...isBlank, ...stray];
  const [way, other] = ways;
  if (way === undefined) return { exists: dated, undated: 'false' };
  const any = other === undefined ? way : `(${ways.join(' OR ')})`;
  const floats = scope === 'true' ? any : `${scope} AND ${any}`;
  return { exists: `${dated} OR (${floats})`, undated: floats };
}

import { periodDaysOf, periodDaysOfLabel } from '../../calendar/period-days.ts';
import type { KindDef } from '../../kinds/kind.ts';
import { t } from '../../messages/index.ts';
import type { Target } from '../../model/agreement.ts';
import type { YamlPath } from '../../model/diagnostic.ts';
import type { PeriodUnit } from '../../model/time.ts';
import { isAn } from './parts.ts';
import type { Raw, Report } from './report.ts';

/** Where a target stands, and the month, from 1, in which the agreement's year begins. */
export interface TargetPlace {
  readonly path: YamlPath;
  readonly report: Report;
  readonly yearStarts: number;
  /** Of a KPI: its number is that of the whole experiment, and names no period. */
  readonly isWhole?: boolean;
}

/**
 * A target that differs in single periods: `{ every: ">= 120 per month", 2026-08: ">= 40" }`. A share is cut
 * by whatever its reader asks for, so that no period of its own could be named.
 */
export function targetByPeriod(
  raw: Raw,
  every: Target,
  { kind }: KindDef,
  where: TargetPlace,
): Target | null {
  const { path, report } = where;
  if (every.per === null) {
    const message = isAn(kind)
      ? t`The target of an ${kind} is one share for all periods`
      : t`The target of a ${kind} is one share for all periods`;
    return report('wrong-target', path, { message, help: t`write it alone: target: "${every.text}"` });
  }
  const { per } = every;
  const found = Object.entries(raw)
    .filter(([key]) => key !== 'every')
    .map(([key, value]) => [key, ownOf(key, value, { ...every, per }, where)] as const);
  if (found.some(([, value]) => value === null)) return null;
  const periods = Object.fromEntries(found.flatMap(([key, value]) => (value === null ? [] : [[key, value]])));
  return found.length === 0 ? every : { ...every, periods };
}

/** What one period owes: `>= 40`, in the unit and per the period of every other, said again or not. */
function ownOf(
  key: string,
  raw: unknown,
  every: Target & { readonly per: PeriodUnit },
  { path, report, yearStarts }: TargetPlace,
): number | null {
  if (periodDaysOfLabel(key, yearStarts)?.unit !== every.per) {
    const example = exampleOf(every.per, yearStarts);
    const help = t`write ${example}: "${every.cmp} 40"`;
    return report('wrong-target', [...path, key], {
      message: t`"${key}" is no period of "${every.text}"`,
      help,
      on: 'key',
    });
  }
  if (typeof raw !== 'string') return null;
  const own = OWN.exec(raw);
  const sign = (own?.[1] ?? '>=').replace('≥', '>=').replace('≤', '<=');
  const fits =
    sign === every.cmp &&
    (own?.[3] ?? every.unit) === every.unit &&
    (own?.[4]?.toLowerCase() ?? every.per) === every.per;
  if (own === null || !fits) {
    const amount = `${every.cmp} ${/\d+(\.\d+)?/.exec(raw)?.[0] ?? 40}`;
    const message = t`"${raw}" is not what "${every.text}" may be in one period`;
    return report('wrong-target', [...path, key], {
      message,
      help: t`write "${amount}": the same sign, unit and length`,
    });
  }
  return Number(own[2]);
}

const OWN = /^\s*(>=|<=|≥|≤)?\s*(\d+(?:\.\d+)?)(?:\s+(?!per\b)([^\d\s]\S{0,19}))?(?:\s+per\s+(\w+))?\s*$/;

/** A period that an author may mean, by its label. */
const exampleOf = (unit: PeriodUnit, yearStarts: number): string =>
  periodDaysOf(unit, AUGUST, yearStarts).label;

/** 3 August 2026, a Monday. */
const AUGUST = 20_668;

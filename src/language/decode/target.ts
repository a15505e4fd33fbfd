import type { KindDef } from '../../kinds/kind.ts';
import { mark, say, t } from '../../messages/index.ts';
import type { Target } from '../../model/agreement.ts';
import type { PeriodUnit } from '../../model/time.ts';
import { fraction, isAn } from './parts.ts';
import { isMap } from './report.ts';
import { type TargetPlace, targetByPeriod } from './target-periods.ts';

const NUMBER_HELP = mark`write a number per period: ">= 120 per month", ">= 250000 EUR per quarter"`;
const RATE_HELP = mark`write a share: ">= 95%"`;

/** Of a goal that is reached once all of its steps are done. */
const EVERY: Target = { cmp: '>=', value: 1, of: 'rate', unit: 'steps', per: null, text: 'all steps' };

const written = ({ path, report }: TargetPlace): null =>
  report('wrong-target', path, {
    message: t`Steps are met when all are done, whatever is written here`,
    help: t`remove the target`,
    on: 'key',
  });

/** One for all periods, or one for every period and others of single ones. */
export function target(raw: unknown, kind: KindDef, where: TargetPlace): Target | null {
  if (kind.target === 'every') return raw === undefined ? EVERY : written(where);
  if (!isMap(raw)) return targetOfText(raw, kind, where);
  const every = targetOfText(raw.every, kind, {
    ...where,
    path: [...where.path, 'every'],
  });
  return every && targetByPeriod(raw, every, kind, where);
}

/**
 * `95%` and `>= 95%` (at least), `<= 5%`, `>= 120 per month`, `>= 250000 EUR per quarter`. What is measured
 * decides which of the two forms is right. A number is written without thousands separators, because
 * `250.000` and `250,000` mean different numbers in different countries.
 */
function targetOfText(
  raw: unknown,
  { kind, target: of }: KindDef,
  { path, report, isWhole = false }: TargetPlace,
): Target | null {
  if (typeof raw !== 'string') return null;
  const fail: Fail = (message, help) => report('wrong-target', path, { message, help });
  const match = /^\s*(>=|<=|>|<|=|≥|≤)?\s*(.*?)\s*$/.exec(raw);
  const sign = (match?.[1] ?? '>=').replace('≥', '>=').replace('≤', '<=');
  const rest = match?.[2] ?? '';
  if (sign !== '>=' && sign !== '<=') {
    const meant = `${sign === '<' ? '<=' : '>='} ${rest}`;
    return fail(t`"${raw}" compares with ${sign}, and a target is at least or at most`, t`write "${meant}"`);
  }
  const rate = /^(\d+(?:\.\d+)?)\s*%$/.exec(rest);
  if (rate && of === 'number')
    return fail(
      isAn(kind)
        ? t`"${raw}" is a share, and an ${kind} has a number as its target`
        : t`"${raw}" is a share, and a ${kind} has a number as its target`,
      say(NUMBER_HELP),
    );
  if (rate) {
    const value = fraction(rate[1] ?? '');
    if (value > 1) return fail(t`"${raw}" is more than 100%`, say(RATE_HELP));
    return { cmp: sign, value, of: 'rate', unit: null, per: null, text: raw };
  }
  const grouped = /^\d{1,3}([ ,.'’\u00a0\u202f]\d{3})+(?![\d])/.exec(rest);
  if (grouped && of === 'number') {
    const plain = grouped[0].replaceAll(/\D/g, '');
    return fail(
      t`"${raw}" holds a number with thousands separators`,
      t`write ${plain} without separators; decimals follow a point, at most two`,
    );
  }
  const number = /^(-?\d+(?:\.\d+)?)(?:\s+(?!per\b)([^\d\s]\S{0,19}))?(?:\s+per\s+(\w+))?$/.exec(rest);
  if (of === 'rate') {
    if (!number) return fail(t`"${raw}" is not a target`, say(RATE_HELP));
    const bare = number[3] === undefined && number[2] === undefined;
    const meant = `${sign} ${number[1]}%`;
    return fail(
      isAn(kind)
        ? t`"${raw}" is a number, and an ${kind} has a share as its target`
        : t`"${raw}" is a number, and a ${kind} has a share as its target`,
      bare ? t`write "${meant}"` : say(RATE_HELP),
    );
  }
  if (!number) return fail(t`"${raw}" is not a target`, say(NUMBER_HELP));
  return isWhole ? wholeTarget(raw, sign, number, fail) : numberTarget(raw, sign, number, fail);
}

type Fail = (message: string, help: string) => null;

/** A number with its unit and its period; `number` are these three as they were found. */
function numberTarget(raw: string, sign: Target['cmp'], number: RegExpExecArray, fail: Fail): Target | null {
  const value = Number(number[1]);
  const unit = number[2] ?? null;
  if (value < 0) return fail(t`"${raw}" is less than zero`, say(NUMBER_HELP));
  const amount = `${sign} ${number[1]}${unit === null ? '' : ` ${unit}`}`;
  if (number[3] === undefined)
    return fail(
      t`"${raw}" does not say in which period`,
      t`write "${amount} per month" (or per day, week, quarter, year)`,
    );
  const per = period(number[3]);
  if (per === null)
    return fail(
      t`"${number[3]}" is not a period`,
      t`write "${amount} per month" (or per day, week, quarter, year)`,
    );
  return { cmp: sign, value, of: 'number', unit, per, text: raw };
}

/** The number of a KPI: its period is that of the experiment. */
function wholeTarget(raw: string, sign: Target['cmp'], number: RegExpExecArray, fail: Fail): Target | null {
  const [, digits = '', unit = null, per] = number;
  const value = Number(digits);
  const amount = `${sign} ${digits}${unit === null ? '' : ` ${unit}`}`;
  if (value < 0) return fail(t`"${raw}" is less than zero`, say(NUMBER_HELP));
  if (per !== undefined)
    return fail(
      t`"${raw}" names a period, and a KPI is of the whole experiment`,
      t`write "${amount}": the number from its first day to its last`,
    );
  return { cmp: sign, value, of: 'number', unit, per: null, text: raw };
}

function period(word: string): PeriodUnit | null {
  return UNITS.find((unit) => unit === word.toLowerCase()) ?? null;
}

const UNITS = ['day', 'week', 'month', 'quarter', 'year'] as const;

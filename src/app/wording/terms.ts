import { kindOf } from '../../kinds/index.ts';
import type { Wording } from '../../kinds/wording.ts';
import { plural, t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import { whole } from '../../messages/numbers.ts';
import type { Agreement, PromiseDef, Target } from '../../model/agreement.ts';
import type { Limit } from '../../model/time.ts';
import { periodName } from '../../report/page/periods.ts';
import { conditionWords, population, presentOnly } from './conditions.ts';
import { fieldName, stageName } from './names.ts';
import { amountText, durationText, perText, quoted } from './small-forms.ts';

/** When a promise is met, in one sentence computed from its terms. */
export function termsSentence(promise: PromiseDef, agreement: Agreement): string {
  const { measure, where } = promise;
  const sentence = kindOf(measure.kind).sentence(measure, { words: wordingOf(promise, agreement), where });
  const { of, periods = {} } = promise.target;
  const others = Object.entries(periods).map(([label, value]) => {
    const said = of === 'rate' ? t`${percentText(value)}%` : amountText(value);
    return t`${said} in ${periodName(label)}`;
  });
  return others.length === 0 ? t`${sentence}.` : t`${sentence}; other values: ${allOf(others)}.`;
}

function wordingOf(promise: PromiseDef, agreement: Agreement): Wording {
  const { target } = promise;
  const duration = (within: Limit, calendar: string | null): string => {
    if (within.unit === 'row') return t`the date in ${fieldName(agreement, within.field)}`;
    return calendar !== null &&
      within.unit.startsWith('business') &&
      Object.keys(agreement.calendars).length > 1
      ? t`${durationText(within)}, by the hours “${calendar}”`
      : durationText(within);
  };
  const limit = (within: Limit, calendar: string | null): string =>
    within.unit === 'row' ? t`by ${duration(within, null)}` : t`in at most ${duration(within, calendar)}`;
  return {
    stage: (id) => stageName(agreement, id),
    field: (name, of) => fieldName(agreement, name, of),
    condition: (condition, of) => conditionWords(condition, agreement, of),
    holds(condition) {
      const fields = presentOnly(condition)?.map((name) => fieldName(agreement, name));
      if (condition.op === 'profile') return t`are in profile`;
      if (fields === undefined) return t`meet this: ${conditionWords(condition, agreement)}`;
      return plural(
        fields.length,
        t`have ${allOf(fields)} filled in`,
        t`have ${allOf(fields)} all filled in`,
      );
    },
    part: (where) => ({ text: partText(promise, population(where, agreement)), n: 2 }),
    rate: () => bounded(target, t`${percentText(target.value)}%`),
    leads(where) {
      const [n, said] = [target.value, amountText(target.value)];
      const which = population(where, agreement);
      if (promise.population !== undefined)
        return { text: rowsText(target, `${ofSource(promise.population)}${which}`), n };
      const text =
        target.cmp === '>='
          ? plural(n, t`at least ${said} lead${which}`, t`at least ${said} leads${which}`)
          : plural(n, t`at most ${said} lead${which}`, t`at most ${said} leads${which}`);
      return { text, n };
    },
    all: (where) => {
      const which = population(where, agreement);
      return promise.population === undefined
        ? t`the leads${which}`
        : t`the rows${`${ofSource(promise.population)}${which}`}`;
    },
    amount() {
      const said = [amountText(target.value), ...(target.unit === null ? [] : [target.unit])].join(' ');
      return bounded(target, said);
    },
    records: () => recordsText(target),
    period: () => (target.per === null ? '' : perText(target.per)),
    limit,
    duration,
    segments: (say) => segmentsText(promise, agreement, { limit, say }),
  };
}

function recordsText({ cmp, value }: Target): string {
  const said = amountText(value);
  return cmp === '>='
    ? plural(value, t`at least ${said} record`, t`at least ${said} records`)
    : plural(value, t`at most ${said} record`, t`at most ${said} records`);
}

const bounded = ({ cmp }: Target, said: string): string =>
  cmp === '>=' ? t`at least ${said}` : t`at most ${said}`;

/** A hundred times a rate, without what binary fractions add. */
const percentText = (value: number): string => amountText(Number((value * 100).toPrecision(12)));

/** ` of “requests”`: whose rows they are. */
const ofSource = (name: string): string => t` of ${quoted(name)}`;

function rowsText({ cmp, value }: Target, which: string): string {
  const said = amountText(value);
  return cmp === '>='
    ? plural(value, t`at least ${said} row${which}`, t`at least ${said} rows${which}`)
    : plural(value, t`at most ${said} row${which}`, t`at most ${said} rows${which}`);
}

function partText({ target: { cmp, value }, population: source }: PromiseDef, which: string): string {
  const part = t`${percentText(value)}%`;
  if (source !== undefined) {
    const rows = `${ofSource(source)}${which}`;
    if (cmp === '>=' && value === 1) return t`all the rows${rows}`;
    return cmp === '>=' ? t`at least ${part} of the rows${rows}` : t`at most ${part} of the rows${rows}`;
  }
  if (cmp === '>=' && value === 1) return t`all the leads${which}`;
  return cmp === '>=' ? t`at least ${part} of the leads${which}` : t`at most ${part} of the leads${which}`;
}

/** In their order, as the first that matches holds. */
function segmentsText(
  { measure, segments }: PromiseDef,
  agreement: Agreement,
  {
    limit,
    say,
  }: {
    readonly limit: Wording['limit'];
    readonly say: Parameters<Wording['segments']>[0];
  },
): string {
  const timing = kindOf(measure.kind).timing(measure);
  if (timing === null) return '';
  return segments
    .map(({ where, within, calendar, atLeast }, i) => {
      const terms = say({ limit: limit(within ?? timing.within, calendar ?? timing.calendar), atLeast });
      const which = conditionWords(where, agreement);
      return i === 0 ? t`; where ${which}, ${terms}` : t`; otherwise where ${which}, ${terms}`;
    })
    .join('');
}

/** The terms beside the sentence that a number of the report needs. */
export function minCasesText(
  { measure, target, minCases, population }: PromiseDef,
  usual: number,
): string | null {
  // Steps are told by their number, never as a percentage.
  const isRate = target.of === 'rate' && kindOf(measure.kind).target !== 'every';
  if (!isRate || minCases === usual) return null;
  // Of no case there is no percentage anyway.
  if (minCases <= 1)
    return population === undefined
      ? t`One lead is enough for a percentage.`
      : t`One case is enough for a percentage.`;
  return population === undefined
    ? t`Below ${whole(minCases)} leads, no percentage.`
    : t`Below ${whole(minCases)} cases, no percentage.`;
}

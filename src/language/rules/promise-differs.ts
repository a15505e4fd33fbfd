import { mark, t } from '../../messages/index.ts';
import { anyOf } from '../../messages/list.ts';
import { whole } from '../../messages/numbers.ts';
import { quoted } from '../../messages/quoted.ts';
import type { Agreement, PromiseDef, Target } from '../../model/agreement.ts';
import { promisesOf } from '../../model/promises.ts';
import type { PeriodUnit } from '../../model/time.ts';
import { inSmall, LONGEST, numbersSaid, type Said } from '../said/numbers.ts';
import { isSame, type TermNumbers, termNumbers } from '../said/terms.ts';
import type { Found, Rule } from './rule.ts';

/** Both teams read the sentence, and are judged by the terms. Silent where a number may mean something else. */
export const promiseDiffers: Rule = {
  id: 'promise-differs',
  severity: 'warning',
  law: mark`The sentence of a promise says no limit, rate, number or period that its terms do not have.`,
  good: `
commitments:
  - id: volume
    owed_by: marketing
    owed_to: sales
    promise: 120 qualified leads in profile every month
    count: { stage: qualified, where: profile }
    target: ">= 120 per month"
  - id: first-contact
    owed_by: sales
    owed_to: marketing
    promise: Every qualified lead is contacted within 4 business hours
    response: { from: qualified, to: contacted, within: 4 business hours, calendar: office }
    target: ">= 95%"
`,
  bad: `
commitments:
  - id: volume
    owed_by: marketing
    owed_to: sales
    promise: 120 qualified leads in profile every month
    count: { stage: qualified, where: profile }
    target: ">= 120 per month"
  - id: first-contact
    owed_by: sales
    owed_to: marketing
    promise: Every qualified lead is contacted within 4 business hours
    response: { from: qualified, to: contacted, within: 3 business hours, calendar: office }
    target: ">= 95%"
`,
  check: (agreement) =>
    promisesOf(agreement).flatMap((promise) => {
      const said = promise.promise === null ? [] : differences(promise.promise, promise, agreement);
      const path = [...promise.path, 'promise'];
      const help = t`write the same in both: what is judged is what the terms say`;
      return said.map((message): Found => ({ message, help, path }));
    }),
};

function differences(sentence: string, promise: PromiseDef, { profile }: Agreement): readonly string[] {
  const { id, target } = promise;
  const { length } = sentence;
  const long =
    length > LONGEST
      ? [
          t`"${id}" promises ${whole(length)} characters, of which ${whole(LONGEST)} are compared with its terms`,
        ]
      : [];
  const terms = termNumbers(promise, [profile]);
  const unlike = numbersSaid(sentence).flatMap((said) => {
    const have = termsInstead(said, target, terms);
    return have === null ? [] : [t`"${id}" promises "${said.text}", and its terms have ${have}`];
  });
  const wrong = [...unlike, ...long];
  const per = target.of === 'number' && target.per !== null ? periodSaid(sentence) : null;
  if (per !== null && target.of === 'number' && target.per !== per.unit)
    return [...wrong, t`"${id}" promises "${per.text}", and its terms have "${target.text}"`];
  return wrong;
}

/** What the terms have in place of a number that is said; null where it is one of theirs, or none of them. */
function termsInstead(said: Said, target: Target, terms: TermNumbers): string | null {
  const { value, unit, limits, most, first } = said;
  const told = quoted(target.text);
  if (unit?.of === 'percent') return target.of !== 'rate' || terms.numbers.has(value) ? null : told;
  if (unit !== null) {
    if (!limits || terms.limits.length === 0) return null;
    if (terms.limits.some((limit) => isSame(limit, value, unit))) return null;
    const texts = [...new Set(terms.limits.map(({ text }) => quoted(text)))];
    return anyOf(texts);
  }
  if (target.of !== 'number' || !first) return null;
  if (!terms.numbers.has(value)) return told;
  return most && target.cmp === '>=' && value === target.value ? told : null;
}

const PERIOD =
  /(?:\b(?:a|per|each|every)|(?<!\p{L})(?:par|chaque))[\s\u00a0]+(day|jour|week|semaine|month|mois|quarter|trimestre|year|an|année)(?!\p{L})/gu;

const UNITS: Readonly<Record<string, PeriodUnit>> = {
  ...{ day: 'day', jour: 'day', week: 'week', semaine: 'week', month: 'month', mois: 'month' },
  ...{ quarter: 'quarter', trimestre: 'quarter', year: 'year', an: 'year', année: 'year' },
};

/** The period of a sentence that names one alone. */
function periodSaid(sentence: string): { readonly unit: PeriodUnit; readonly text: string } | null {
  const found = new Map<PeriodUnit, string>();
  for (const { 0: text, 1: word = '', index } of inSmall(sentence).matchAll(PERIOD)) {
    const unit = UNITS[word];
    if (unit !== undefined && !found.has(unit)) found.set(unit, sentence.slice(index, index + text.length));
  }
  const [only, ...more] = found;
  return only === undefined || more.length > 0 ? null : { unit: only[0], text: only[1] };
}

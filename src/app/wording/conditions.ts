import type { FieldsOf } from '../../kinds/wording.ts';
import { t } from '../../messages/index.ts';
import { allOf, anyOf } from '../../messages/list.ts';
import type { Agreement } from '../../model/agreement.ts';
import type { Condition, Scalar, Touched } from '../../model/condition.ts';
import { fieldName, stageName } from './names.ts';
import { amountText } from './small-forms.ts';

/** A condition as people read it: `company size is 500 or more and country is FR or BE`. */
export function conditionWords(condition: Condition, agreement: Agreement, of?: FieldsOf): string {
  const say = (one: Condition): string => conditionWords(one, agreement, of);
  const name = (field: string): string => fieldName(agreement, field, of);
  switch (condition.op) {
    case 'all':
      return allOf(condition.of.map((one) => inner(one, say)));
    case 'any': {
      const parts = condition.of.map((one) => inner(one, say));
      const [a = '', b = ''] = parts;
      return parts.length === 2 ? t`either ${a} or ${b}` : t`one of these: ${parts.join(t`; `)}`;
    }
    case 'not':
      return negated(condition.of, say, name);
    case 'in': {
      const f = name(condition.field);
      const [value] = condition.values;
      if (condition.values.length === 1 && typeof value === 'boolean')
        return value ? t`${f} is yes` : t`${f} is no`;
      return t`${f} is ${anyOf(condition.values.map(valueText))}`;
    }
    case 'range':
      return rangeWords(name(condition.field), condition.min, condition.max);
    case 'compare':
      return compareWords(name(condition.field), condition.cmp, amountText(condition.value));
    case 'matches':
      return matchesWords(name(condition.field), condition.pattern);
    case 'present':
      return t`${name(condition.field)} is filled in`;
    case 'exists':
      return t`${name(condition.field)} names a file that is there, or a link`;
    case 'touched':
      return touchedWords(condition, agreement);
    case 'score':
      return t`${scoreWords(condition.points, say)} add up to at least ${amountText(condition.atLeast)}`;
    case 'profile':
      return t`the lead is in profile`;
  }
}

function touchedWords({ source, where, before }: Touched, agreement: Agreement): string {
  if (where === null)
    return before === null
      ? t`there is a row in ${source}`
      : t`there is a row in ${source} no later than ${stageName(agreement, before)}`;
  const which = conditionWords(where, agreement, { source });
  return before === null
    ? t`there is a row in ${source} where ${which}`
    : t`there is a row in ${source}, no later than ${stageName(agreement, before)}, where ${which}`;
}

const inner = (one: Condition, say: (one: Condition) => string): string =>
  one.op === 'all' || one.op === 'any' ? `(${say(one)})` : say(one);

export const scoreWords = (
  points: readonly { readonly add: number; readonly when: Condition }[],
  say: (one: Condition) => string,
): string => allOf(points.map(({ add, when }) => t`${amountText(add)} if ${say(when)}`));

/** As the cell has it; quoted where it could be read as more than one value, or as nothing. */
function valueText(value: Scalar): string {
  if (typeof value === 'number') return amountText(value);
  if (typeof value === 'boolean') return value ? t`yes` : t`no`;
  const plain = /[\p{L}\p{N}]/u.test(value) && !/[,;"“”«»]|\b(?:and|or|et|ou)\b/u.test(value);
  return plain && value.trim() === value ? value : t`“${value}”`;
}

function negated(one: Condition, say: (one: Condition) => string, name: (field: string) => string): string {
  switch (one.op) {
    case 'in': {
      const f = name(one.field);
      const [value = ''] = one.values;
      return one.values.length === 1
        ? t`${f} is not ${valueText(value)}`
        : t`${f} is none of ${allOf(one.values.map(valueText))}`;
    }
    case 'present':
      return t`${name(one.field)} is blank`;
    case 'matches':
      return matchesWords(name(one.field), one.pattern, false);
    case 'profile':
      return t`the lead is not in profile`;
    case 'not':
      return say(one.of);
    default:
      return t`not (${say(one)})`;
  }
}

/**
 * A pattern that asks for one of some plain texts, as these: `(?i)@(gmail|yahoo)\\.` is `@gmail.` or `@yahoo.`.
 * Any other as it stands.
 */
function matchesWords(f: string, pattern: string, holds = true): string {
  const plain = String.raw`((?:[\p{L}\p{N}@ _-]|\\[.@_+&/-])*)`;
  const parts = new RegExp(`^(\\(\\?i\\))?(\\^)?${plain}(?:\\(([^()]*)\\)${plain})?(\\$)?$`, 'u').exec(
    pattern,
  );
  const [, ignoresCase, start, head = '', among, tail = '', end] = parts ?? [];
  const each = (among ?? '').split('|');
  const isPlain = new RegExp(`^${plain}$`, 'u');
  if (parts === null || each.length > MOST_TEXTS || !each.every((one) => isPlain.test(one)))
    return patternWords(f, pattern, holds);
  const texts = each.map((one) => (head + one + tail).replaceAll('\\', '')).filter((one) => one !== '');
  if (texts.length === 0) return patternWords(f, pattern, holds);
  const listed = anyOf(texts);
  const found = holds ? foundWords(f, listed, { start, end }) : missingWords(f, listed, { start, end });
  return ignoresCase ? found : t`${found} (capitals count)`;
}

const MOST_TEXTS = 8;

const patternWords = (f: string, pattern: string, holds: boolean): string =>
  holds ? t`${f} matches the pattern ${pattern}` : t`${f} does not match the pattern ${pattern}`;

/** Where in a cell a text is looked for. */
interface Ends {
  readonly start: string | undefined;
  readonly end: string | undefined;
}

function foundWords(f: string, texts: string, { start, end }: Ends): string {
  if (start) return end ? t`${f} is ${texts}` : t`${f} begins with ${texts}`;
  return end ? t`${f} ends with ${texts}` : t`${f} contains ${texts}`;
}

function missingWords(f: string, texts: string, { start, end }: Ends): string {
  if (start) return end ? t`${f} is not ${texts}` : t`${f} does not begin with ${texts}`;
  return end ? t`${f} does not end with ${texts}` : t`${f} does not contain ${texts}`;
}

function rangeWords(f: string, min: number | null, max: number | null): string {
  if (min === null && max === null) return t`${f} is a number`;
  if (max === null) return t`${f} is ${amountText(min ?? 0)} or more`;
  if (min === null) return t`${f} is ${amountText(max)} or less`;
  return t`${f} is from ${amountText(min)} to ${amountText(max)}`;
}

function compareWords(f: string, cmp: '>' | '>=' | '<' | '<=', value: string): string {
  switch (cmp) {
    case '>=':
      return t`${f} is ${value} or more`;
    case '<=':
      return t`${f} is ${value} or less`;
    case '>':
      return t`${f} is more than ${value}`;
    case '<':
      return t`${f} is less than ${value}`;
  }
}

/** The fields that a condition asks to be filled in, where it asks nothing else; else null. */
export function presentOnly(condition: Condition): readonly string[] | null {
  if (condition.op === 'present') return [condition.field];
  if (condition.op !== 'all') return null;
  const parts = condition.of.map(presentOnly);
  return parts.every((part) => part !== null) ? parts.flatMap((part) => part ?? []) : null;
}

/** What is said of the leads that a condition leaves, after their noun: ` in profile`, ` whose ...`. */
export function population(where: Condition | null, agreement: Agreement): string {
  if (where === null) return '';
  if (where.op === 'profile') return t` in profile`;
  const parts = where.op === 'all' ? where.of : [where];
  const rest = parts.filter(({ op }) => op !== 'profile');
  const only: Condition = rest.length === 1 && rest[0] ? rest[0] : { op: 'all', of: rest };
  const words = conditionWords(only, agreement);
  return rest.length < parts.length ? t` in profile for which ${words}` : t` for which ${words}`;
}

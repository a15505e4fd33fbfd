import { t } from '../../messages/index.ts';
import type { FieldDef } from '../../model/agreement.ts';
import type { Condition, Scalar } from '../../model/condition.ts';
import type { YamlPath } from '../../model/diagnostic.ts';
import type { ConditionContext, TestedField } from './condition-context.ts';
import { isMap } from './report.ts';

const NUMBER = '[+-]?(?:\\d+(?:\\.\\d+)?|\\.\\d+)';
const RANGE = new RegExp(`^\\s*(${NUMBER})?\\s*\\.\\.\\s*(${NUMBER})?\\s*$`);
const COMPARISON = /^\s*(>=|<=|!=|==|>|<|=)\s*(.*?)\s*$/;

/** What stands as the test of a field, and where. */
interface Tested {
  readonly raw: unknown;
  readonly name: string;
  readonly field: TestedField;
  readonly path: YamlPath;
  readonly context: ConditionContext;
}

/**
 * The test of one field: a value, a list, a range, a comparison, `present`, `absent`, or a map of
 * operators, all of which hold.
 */
export function fieldTest({ raw, name, field, path, context }: Tested): Condition | null {
  if (Array.isArray(raw)) {
    const values = raw.flatMap(
      (value, i) => scalar({ raw: value, name, field, path: [...path, i], context }) ?? [],
    );
    return values.length === raw.length ? { op: 'in', field: name, values } : null;
  }
  if (isMap(raw)) {
    const parts = Object.entries(raw).flatMap(
      ([key, value]) => operator({ key, raw: value, name, field, path: [...path, key], context }) ?? [],
    );
    return parts.length <= 1 ? (parts[0] ?? null) : { op: 'all', of: parts };
  }
  if (raw === 'present') return { op: 'present', field: name };
  if (raw === 'absent') return { op: 'not', of: { op: 'present', field: name } };
  if (typeof raw === 'string') {
    const range = RANGE.exec(raw);
    if (range && (range[1] ?? range[2]) !== undefined)
      return rangeTest({ raw, range, name, field, path, context });
    const comparison = COMPARISON.exec(raw);
    if (comparison) return compareTest({ raw, comparison, name, field, path, context });
  }
  const value = scalar({ raw, name, field, path, context });
  return value === null ? null : { op: 'in', field: name, values: [value] };
}

function operator({
  key,
  raw,
  name,
  field,
  path,
  context,
}: Tested & {
  readonly key: string;
}): Condition | null {
  switch (key) {
    case 'matches':
      return matches({ raw, name, field, path, context });
    case 'exists':
      return field === 'unknown'
        ? evidence(raw, name)
        : context.report('wrong-test', path, {
            message: t`Evidence is looked up for records alone, and "${name}" is a field of an export`,
            help: t`write present, or keep the records in a file of their own: occurrence: { records: FILE, ... }`,
          });
    case 'equals': {
      const value = scalar({ raw, name, field, path, context });
      return value === null ? null : { op: 'in', field: name, values: [value] };
    }
    case 'not': {
      const of = fieldTest({ raw, name, field, path, context });
      return of === null ? null : { op: 'not', of };
    }
    case 'any': {
      const of = (Array.isArray(raw) ? raw : []).flatMap(
        (inner, i) => fieldTest({ raw: inner, name, field, path: [...path, i], context }) ?? [],
      );
      return of.length === 0 ? null : { op: 'any', of };
    }
    default:
      return null;
  }
}

/** `false`: the cell is blank, or names nothing that is there. */
function evidence(raw: unknown, field: string): Condition | null {
  if (typeof raw !== 'boolean') return null;
  return raw ? { op: 'exists', field } : { op: 'not', of: { op: 'exists', field } };
}

function matches({ raw, name, field, path, context }: Tested): Condition | null {
  if (typeof raw !== 'string') return null;
  if (field !== 'unknown' && field.type !== 'text') {
    return context.report('wrong-test', path, {
      message: t`The field "${name}" is ${field.type}, and a pattern is for text`,
      help: remedy(field.type),
    });
  }
  context.patterns.push({ pattern: raw, path });
  return { op: 'matches', field: name, pattern: raw };
}

function rangeTest({
  raw,
  range,
  name,
  field,
  path,
  context: { report },
}: Tested & {
  readonly raw: string;
  readonly range: RegExpExecArray;
}): Condition | null {
  if (!isNumeric(field)) return notNumeric({ raw, name, field, path, report });
  const min = range[1] === undefined ? null : Number(range[1]);
  const max = range[2] === undefined ? null : Number(range[2]);
  if (min !== null && max !== null && min > max) {
    const meant = `${range[2]}..${range[1]}`;
    return report('wrong-test', path, {
      message: t`No number is in the range "${raw}"`,
      help: t`write the smaller number first: ${meant}`,
    });
  }
  return { op: 'range', field: name, min, max };
}

function compareTest({
  raw,
  comparison,
  name,
  field,
  path,
  context: { report },
}: Tested & {
  readonly raw: string;
  readonly comparison: RegExpExecArray;
}): Condition | null {
  const [cmp, rest] = [comparison[1] ?? '', comparison[2] ?? ''];
  if (cmp === '!=')
    return report('wrong-test', path, {
      message: t`"${raw}" is not a comparison of the language`,
      help: t`write { not: ${rest} }`,
    });
  if (cmp === '=' || cmp === '==')
    return report('wrong-test', path, {
      message: t`"${raw}" is not a comparison of the language`,
      help: t`write the value alone: ${rest}`,
    });
  if (!isNumeric(field)) return notNumeric({ raw, name, field, path, report });
  if (!new RegExp(`^${NUMBER}$`).test(rest)) {
    return report('wrong-test', path, {
      message: t`"${raw}" does not compare with a number`,
      help: t`write a plain number: "${cmp} 500"`,
    });
  }
  return { op: 'compare', field: name, cmp: cmp as '>' | '>=' | '<' | '<=', value: Number(rest) };
}

/**
 * A value that a cell of the field can equal. Numbers and texts are told apart, so that "007" and 7 are
 * never mixed up.
 */
function scalar({ raw, name, field, path, context: { report } }: Tested): Scalar | null {
  if (typeof raw !== 'string' && typeof raw !== 'number' && typeof raw !== 'boolean') return null;
  if (field === 'unknown') return raw;
  const { type } = field;
  const fail = (help: string): null => report('wrong-test', path, { message: unlike(name, type, raw), help });
  switch (type) {
    case 'text':
      return typeof raw === 'string'
        ? raw
        : fail(
            typeof raw === 'number'
              ? t`put it in quotes to compare texts, or give "${name}" type: integer`
              : t`put it in quotes to compare texts, or give "${name}" type: boolean`,
          );
    case 'integer':
    case 'decimal':
      if (typeof raw === 'number') return raw;
      return fail(
        new RegExp(`^${NUMBER}$`).test(String(raw))
          ? t`write the number without quotes`
          : t`write a number, a range such as 50..1000, or a comparison such as ">= 500"`,
      );
    case 'boolean':
      return typeof raw === 'boolean' ? raw : fail(t`write true or false`);
    case 'date':
    case 'datetime':
      return report('wrong-test', path, {
        message: t`The field "${name}" is a ${type}, and conditions do not compare dates`,
        help: remedy(type),
      });
  }
}

function isNumeric(field: TestedField): boolean {
  return field === 'unknown' || field.type === 'integer' || field.type === 'decimal';
}

function notNumeric({
  raw,
  name,
  field,
  path,
  report,
}: {
  readonly raw: string;
  readonly name: string;
  readonly field: TestedField;
  readonly path: YamlPath;
  readonly report: ConditionContext['report'];
}): null {
  const type = field === 'unknown' ? 'text' : field.type;
  const help =
    type === 'text'
      ? t`give "${name}" type: integer or type: decimal, or write { equals: "${raw}" } to compare texts`
      : remedy(type);
  return report('wrong-test', path, {
    message: t`The field "${name}" is ${type}, and "${raw}" compares numbers`,
    help,
  });
}

function remedy(type: FieldDef['type']): string {
  if (type === 'date' || type === 'datetime') return t`write present or absent`;
  return type === 'boolean'
    ? t`write true or false`
    : t`write a number, a range such as 50..1000, or a comparison such as ">= 500"`;
}

function unlike(name: string, type: FieldDef['type'], raw: Scalar): string {
  switch (typeof raw) {
    case 'string':
      return t`The field "${name}" is ${type}, and "${raw}" is a text`;
    case 'number':
      return t`The field "${name}" is ${type}, and ${raw} is a number`;
    case 'boolean':
      return t`The field "${name}" is ${type}, and ${String(raw)} is true or false`;
  }
}

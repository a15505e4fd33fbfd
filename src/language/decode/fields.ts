import { checkDateFormat } from '../../dates/format.ts';
import { t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import { quoted } from '../../messages/quoted.ts';
import type { FieldDef } from '../../model/agreement.ts';
import type { YamlPath } from '../../model/diagnostic.ts';
import type { Preset } from '../../presets/preset.ts';
import type { Raw, Report } from './report.ts';
import { isMap, list, map, text } from './report.ts';
import { twoColumns } from './two-columns.ts';

/** Words that conditions keep for themselves. */
const RESERVED: ReadonlySet<string> = new Set(['any', 'not', 'profile']);

export interface FieldsSource {
  readonly path: YamlPath;
  readonly timezone: string | null;
  /** False where the time zone is written but wrong, which was reported. */
  readonly checkZone: boolean;
  /** Its files are tables whose columns have types: a date needs no format, and its column tells the zone. */
  readonly isTyped: boolean;
}

/**
 * A source's own fields over its preset's. A field that could not be decoded is left out; `names` holds it
 * all the same.
 */
export function fields(
  raw: Raw,
  preset: Preset | null,
  source: FieldsSource,
  report: Report,
): Readonly<Record<string, FieldDef>> {
  const decoded: Record<string, FieldDef> = {};
  for (const [name, def] of Object.entries(preset?.fields ?? {})) {
    decoded[name] = { ...def, name, path: [...source.path, 'preset'] };
  }
  for (const [name, own] of Object.entries(map(raw, 'fields'))) {
    const path = [...source.path, 'fields', name];
    delete decoded[name];
    if (!checkName(name, path, report)) continue;
    const field = fieldOf(name, own, { path, isTyped: source.isTyped }, report);
    if (field !== null) decoded[name] = field;
  }
  checkZones(Object.values(decoded), source, report);
  return decoded;
}

function checkName(name: string, path: YamlPath, report: Report): boolean {
  if (RESERVED.has(name)) {
    report('reserved-name', path, {
      message: t`"${name}" is a word of conditions and cannot name a field`,
      help: t`write another name, such as "${name}_"`,
      on: 'key',
    });
    return false;
  }
  // One that every object has by itself would be found where nobody wrote it.
  const isOfAll = name in {};
  if (!isOfAll && /^_?[A-Za-z][A-Za-z0-9_]{0,63}$/.test(name)) return true;
  const words = `${name.replaceAll(/[^A-Za-z0-9_]+/g, '_').toLowerCase()}${isOfAll ? '_1' : ''}`;
  const plain = /^_?[a-z]/.test(words) ? words.slice(0, 64) : 'company_size';
  report('wrong-form', path, {
    message: t`"${name}" is not a field name`,
    help: t`write letters, digits and _, such as "${plain}", with the header under "column"`,
    on: 'key',
  });
  return false;
}

function fieldOf(
  name: string,
  raw: unknown,
  { path, isTyped }: Pick<FieldsSource, 'path' | 'isTyped'>,
  report: Report,
): FieldDef | null {
  if (typeof raw === 'string') {
    return { name, column: raw, type: 'text', format: null, decimal: '.', personal: false, path };
  }
  if (!isMap(raw)) return null;
  const type = (text(raw, 'type') ?? 'text') as FieldDef['type'];
  const isApart = Array.isArray(raw.column);
  const named = isApart ? twoColumns({ name, raw, type, path, report }) : null;
  if (isApart && named === null) return null;
  const column = named?.column ?? text(raw, 'column');
  const format = text(raw, 'format');
  const isDate = type === 'date' || type === 'datetime';
  if (!isDate && format !== null) {
    report('unused-key', [...path, 'format'], {
      message: t`A ${type} field has no format`,
      help: t`remove it, or write type: date or type: datetime`,
      on: 'key',
    });
    return null;
  }
  if (type !== 'decimal' && 'decimal' in raw) {
    report('unused-key', [...path, 'decimal'], {
      message: t`The field's type is ${type}, which has no decimal sign`,
      help: t`remove it, or write type: decimal`,
      on: 'key',
    });
    return null;
  }
  if (type !== 'text' && 'values' in raw) {
    report('unused-key', [...path, 'values'], {
      message: t`The field's type is ${type}, and agreed words are texts`,
      help: t`remove it, or write type: text`,
      on: 'key',
    });
    return null;
  }
  const isBare = isTyped && format === null;
  if (isDate && !isBare && !dateSound({ name, type, format, isApart, path, report })) return null;
  if (column === null) return null;
  return {
    name,
    column,
    type,
    format,
    decimal: raw.decimal === ',' ? ',' : '.',
    ...('values' in raw ? { values: wordsOf(raw) } : {}),
    personal: raw.personal === true,
    ...(named ? { parts: named.parts } : {}),
    path,
  };
}

const wordsOf = (raw: Raw): readonly string[] =>
  list(raw, 'values').filter((word) => typeof word === 'string');

function dateSound({
  name,
  type,
  format,
  isApart,
  path,
  report,
}: {
  readonly name: string;
  readonly type: 'date' | 'datetime';
  readonly format: string | null;
  readonly isApart: boolean;
  readonly path: YamlPath;
  readonly report: Report;
}): boolean {
  if (format === null) {
    report('missing-format', path, {
      message: t`The ${type} field "${name}" has no format, and dates are never guessed`,
      help:
        type === 'date' || isApart
          ? t`add format: dd/MM/yyyy, or format: iso`
          : t`add format: "dd/MM/yyyy HH:mm", or format: iso`,
      on: 'key',
    });
    return false;
  }
  const checked = checkDateFormat(format, type, isApart);
  if (!checked.ok) {
    report('wrong-format', [...path, 'format'], { message: checked.message, help: checked.help });
    return false;
  }
  return true;
}

/** One finding a source, since one line mends them all. */
function checkZones(decoded: readonly FieldDef[], source: FieldsSource, report: Report): void {
  if (source.timezone !== null || !source.checkZone || source.isTyped) return;
  const naive = decoded.filter(({ type, format, parts }) => {
    if (format === null || (type !== 'date' && type !== 'datetime')) return false;
    const checked = checkDateFormat(format, type, parts !== undefined);
    return checked.ok && checked.offset !== 'always';
  });
  const [first] = naive;
  if (first === undefined) return;
  const names = allOf(naive.map(({ name }) => quoted(name)));
  const where = source.path.at(-1) ?? '';
  report('no-time-zone', first.path, {
    message: t`The times of ${names} can be without an offset, and "${where}" does not say in which time zone they are`,
    help: t`add timezone: Europe/Paris (the zone of the export) under "${where}"`,
    on: 'key',
  });
}

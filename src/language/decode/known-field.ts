import { t } from '../../messages/index.ts';
import { didYouMean } from '../../messages/nearest.ts';
import type { FieldDef } from '../../model/agreement.ts';
import type { YamlPath } from '../../model/diagnostic.ts';
import { shown } from './people.ts';
import { map, type Raw, type Report } from './report.ts';

/** Declared, even where its declaration was wrong. */
export function isDeclared(name: string, raw: Raw, known: Readonly<Record<string, FieldDef>>): boolean {
  return Object.hasOwn(known, name) || Object.hasOwn(map(raw, 'fields'), name);
}

export function unknownField(
  name: string,
  known: Readonly<Record<string, FieldDef>>,
  path: YamlPath,
  report: Report,
): null {
  const candidates = Object.values(known).map((field) => ({ name: field.name, also: [field.column] }));
  const help =
    candidates.length === 0
      ? t`declare it: fields: { ${name}: <header of its column> }`
      : `${t`the fields are ${shown(Object.keys(known))}`}${didYouMean(name, candidates)}`;
  return report('unknown-field', path, { message: t`There is no field "${name}"`, help });
}

/**
 * The name of a date field of the source; null where it is none, which is reported unless its own
 * declaration was wrong.
 */
export function dateField({
  name,
  raw,
  known,
  path,
  report,
}: {
  readonly name: string;
  readonly raw: Raw;
  readonly known: Readonly<Record<string, FieldDef>>;
  readonly path: YamlPath;
  readonly report: Report;
}): string | null {
  const field = Object.hasOwn(known, name) ? known[name] : undefined;
  if (field === undefined)
    return isDeclared(name, raw, known) ? null : unknownField(name, known, path, report);
  if (field.type === 'date' || field.type === 'datetime') return name;
  return report('not-a-date-field', path, {
    message: t`The field "${name}" is ${field.type}, and a date is needed here`,
    help: t`give "${name}" type: datetime and a format`,
  });
}

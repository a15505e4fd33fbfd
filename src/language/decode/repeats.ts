import { t } from '../../messages/index.ts';
import type { FieldDef, SourceDef } from '../../model/agreement.ts';
import type { YamlPath } from '../../model/diagnostic.ts';
import { dateField, isDeclared, unknownField } from './known-field.ts';
import { type Raw, type Report, text } from './report.ts';

/** What several rows with one key mean. */

/** Null where it is wrong, which is reported. */
export function duplicatesOf(
  raw: Raw,
  known: Readonly<Record<string, FieldDef>>,
  path: YamlPath,
  report: Report,
): SourceDef['duplicates'] | null {
  const by = text(raw, 'modified');
  if (wasRefused(raw, 'duplicates') || wasRefused(raw, 'modified')) return null;
  if (raw.duplicates !== 'latest') {
    if (by === null) return { keep: 'error' };
    return report('unused-key', [...path, 'modified'], {
      message: t`"modified" is used with "duplicates: latest" only`,
      help: t`add duplicates: latest, or remove it`,
      on: 'key',
    });
  }
  if (raw.recycled === 'each') {
    return report('unused-key', [...path, 'duplicates'], {
      message: t`"duplicates: latest" keeps one row of a lead, and "recycled: each" judges a row for each hand-over`,
      help: t`remove duplicates and modified; or write recycled: latest, where the rows of a lead are states of one hand-over`,
      on: 'key',
    });
  }
  if (by === null) {
    return report('missing-key', [...path, 'duplicates'], {
      message: t`"duplicates: latest" does not say which date makes a row the latest`,
      help: t`add modified: <the date field of the last change>`,
    });
  }
  const field = dateField({ name: by, raw, known, path: [...path, 'modified'], report });
  return field === null ? null : { keep: 'latest', by: field };
}

/** Undefined where it is wrong, which is reported. */
export function recycledOf(
  raw: Raw,
  known: Readonly<Record<string, FieldDef>>,
  path: YamlPath,
  report: Report,
): SourceDef['recycled'] | undefined {
  const date = text(raw, 'handed_over');
  if (wasRefused(raw, 'recycled') || wasRefused(raw, 'handed_over')) return undefined;
  if (raw.recycled !== 'each') {
    if (date === null) return raw.recycled === 'first' || raw.recycled === 'latest' ? raw.recycled : null;
    report('unused-key', [...path, 'handed_over'], {
      message: t`"handed_over" is used with "recycled: each" only`,
      help: t`add recycled: each where the export has a row for each hand-over, or remove it`,
      on: 'key',
    });
    return undefined;
  }
  if (date === null) {
    report('missing-key', [...path, 'recycled'], {
      message: t`"recycled: each" does not say which date tells one hand-over of a lead from the next`,
      help: t`add handed_over: <the date field of the hand-over>`,
    });
    return undefined;
  }
  const field = dateField({ name: date, raw, known, path: [...path, 'handed_over'], report });
  return field === null ? undefined : { handedOver: field };
}

/** Undefined where it is wrong, which is reported. */
export function mergedOf(
  raw: Raw,
  known: Readonly<Record<string, FieldDef>>,
  path: YamlPath,
  report: Report,
): NonNullable<SourceDef['merged']> | null | undefined {
  if (wasRefused(raw, 'merged_ids') || wasRefused(raw, 'merged_into')) return undefined;
  const [ids, into] = [text(raw, 'merged_ids'), text(raw, 'merged_into')];
  if (ids !== null && into !== null) {
    report('unused-key', [...path, 'merged_into'], {
      message: t`"merged_ids" and "merged_into" tell the same merges from both ends`,
      help: t`keep merged_ids where the lead that stays lists the others, merged_into where the others name it`,
      on: 'key',
    });
    return undefined;
  }
  const field = ids ?? into;
  if (field === null) return null;
  const by = ids === null ? 'into' : 'ids';
  if (isDeclared(field, raw, known)) return { by, field };
  unknownField(field, known, [...path, by === 'ids' ? 'merged_ids' : 'merged_into'], report);
  return undefined;
}

/** What the schema refused is not also missing. */
const wasRefused = (raw: Raw, key: string): boolean => key in raw && raw[key] === undefined;

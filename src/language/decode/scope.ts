import { t } from '../../messages/index.ts';
import { didYouMean } from '../../messages/nearest.ts';
import type { FieldDef, SourceDef } from '../../model/agreement.ts';
import type { YamlPath } from '../../model/diagnostic.ts';
import { shown } from './people.ts';
import type { Raw, Report } from './report.ts';
import { isMap, map } from './report.ts';

/** The fields that a condition or a stage may name. */
export interface FieldScope {
  /** Null for the leads. */
  readonly source: string | null;
  readonly fields: Readonly<Record<string, FieldDef>>;
  /** Declared, but reported as wrong: known by name, of no known type. */
  readonly broken: ReadonlySet<string>;
  /**
   * The declarations are not all known (an unknown preset, records whose columns are nowhere declared): any
   * name passes.
   */
  readonly open: boolean;
}

/** Columns of a file of records, which are declared nowhere, but for the name of the file. */
export const recordScope: FieldScope = { source: null, fields: {}, broken: new Set(), open: true };

/**
 * The leads' own fields and those of the sources that join them. A name in both is an error, because it
 * could mean either.
 */
export function leadScope(
  root: Raw,
  decoded: Readonly<Record<string, SourceDef>>,
  report: Report,
): FieldScope {
  const fields: Record<string, FieldDef> = { ...decoded.leads?.fields };
  const names = new Set(declared(root, 'leads'));
  let open = decoded.leads === undefined && 'leads' in map(root, 'sources');
  for (const [name, raw] of Object.entries(map(root, 'sources'))) {
    if (name === 'leads' || !isMap(raw) || !('joins' in raw)) continue;
    for (const field of declared(root, name)) names.add(field);
    const source = decoded[name];
    open ||= source === undefined;
    for (const field of Object.values(source?.fields ?? {})) {
      if (field.name === source?.key && Object.hasOwn(fields, field.name)) continue;
      if (Object.hasOwn(fields, field.name)) {
        const help = t`give one of the two another name; the column keeps its header`;
        report('duplicate-field', field.path, {
          message: t`The field "${field.name}" is in "${name}" and in another source`,
          help,
          on: 'key',
        });
        continue;
      }
      fields[field.name] = field;
    }
  }
  return {
    source: null,
    fields,
    broken: new Set([...names].filter((name) => !Object.hasOwn(fields, name))),
    open,
  };
}

export function sourceScope(root: Raw, source: SourceDef): FieldScope {
  const names = declared(root, source.name).filter((name) => !Object.hasOwn(source.fields, name));
  return { source: source.name, fields: source.fields, broken: new Set(names), open: false };
}

/**
 * `unknown` where nothing is known of its type and nothing more is to be said; null where it was reported.
 */
export function findField({
  name,
  scope,
  path,
  report,
  on,
}: {
  readonly name: string;
  readonly scope: FieldScope;
  readonly path: YamlPath;
  readonly report: Report;
  readonly on?: 'key' | 'value';
}): FieldDef | 'unknown' | null {
  const field = Object.hasOwn(scope.fields, name) ? scope.fields[name] : undefined;
  if (field !== undefined) return field;
  if (scope.open || scope.broken.has(name)) return 'unknown';
  const candidates = Object.values(scope.fields).map((known) => ({ name: known.name, also: [known.column] }));
  const names = candidates.map((candidate) => candidate.name);
  const help =
    names.length === 0
      ? t`declare it under "fields" of its source`
      : `${fieldsOf(scope, shown(names))}${didYouMean(name, candidates)}`;
  return report('unknown-field', path, { message: t`There is no field "${name}"`, help, on });
}

const fieldsOf = ({ source }: FieldScope, names: string): string =>
  source === null
    ? t`the fields of the leads are ${names}`
    : t`the fields of the source "${source}" are ${names}`;

function declared(root: Raw, source: string): readonly string[] {
  return Object.keys(map(map(map(root, 'sources'), source), 'fields'));
}

import type { FieldDef, SourceDef } from '../../model/agreement.ts';
import type { View } from '../../model/view.ts';
import { unknownField } from './known-field.ts';
import { type RecordContext, teamOrSponsor } from './record.ts';
import { checkId, isMap, list, map, type Raw } from './report.ts';

/** Fields that the leads, what joins them, and rows of other populations have; any name passes where a source is broken. */
interface Known {
  readonly fields: Readonly<Record<string, FieldDef>>;
  readonly open: boolean;
}

/** Who sees what; nothing where nothing is said. */
export function views(
  root: Raw,
  names: Raw,
  sources: Readonly<Record<string, SourceDef>>,
  context: RecordContext,
): { readonly views?: Readonly<Record<string, View>> } {
  if (!isMap(root.views)) return {};
  const declared = Object.keys(map(names, 'sources'));
  const known: Known = {
    fields: Object.assign({}, ...Object.values(sources).map(({ fields }) => fields)),
    open: declared.some((name) => !Object.hasOwn(sources, name)),
  };
  const decoded: Record<string, View> = {};
  for (const [name, raw] of Object.entries(root.views)) {
    if (!checkId(name, ['views', name], context.report, 'key') || !isMap(raw)) continue;
    decoded[name] = {
      for: teamOrSponsor(root, list(raw, 'for'), ['views', name, 'for'], context),
      leads: raw.leads === 'none' ? 'none' : 'ids',
      by: fieldNames(raw, [name, 'by'], known, context),
      personal: fieldNames(raw, [name, 'personal'], known, context),
    };
  }
  return { views: decoded };
}

function fieldNames(
  raw: Raw,
  [view, key]: readonly [view: string, key: 'by' | 'personal'],
  { fields, open }: Known,
  { report }: RecordContext,
): readonly string[] {
  return list(raw, key).flatMap((name, at) => {
    if (typeof name !== 'string') return [];
    if (open || Object.hasOwn(fields, name) || OURS.includes(name)) return [name];
    return unknownField(name, fields, ['views', view, key, at], report) ?? [];
  });
}

/** Fields that the tool knows without a column: by whom a lead was owned, and whether it came back. */
const OURS = ['owner', 'recycled'];

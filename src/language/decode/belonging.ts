import { t } from '../../messages/index.ts';
import type { SourceDef } from '../../model/agreement.ts';
import type { YamlPath } from '../../model/diagnostic.ts';
import { shown } from './people.ts';
import { isMap, map, type Raw, type Report, under } from './report.ts';

/** How the rows of a source find what they are about. */
export type Link = Pick<SourceDef, 'kind' | 'key' | 'joinsTo' | 'leadBy' | 'of'>;

/** Null for what the schema has refused. The key of the rows is known later. */
export function belonging(raw: Raw, column: (key: string) => string): Link | null {
  const [of, key] = Object.entries(map(raw, 'belongs_to'))[0] ?? [];
  if (of === undefined || typeof key !== 'string') return null;
  return { kind: 'activities', of, key: column(key), joinsTo: '' };
}

/** Activities of rows that are no leads, once the source of these rows is known too. */
export function ofItsRows(
  source: SourceDef,
  all: Readonly<Record<string, SourceDef>>,
  names: Raw,
  report: Report,
): SourceDef | null {
  if (source.of === undefined) return source;
  const path: YamlPath = [...source.path, 'belongs_to', source.of];
  const [raw, own] = [under(names, source.of), under(all, source.of)];
  if (own?.kind === 'population') return { ...source, joinsTo: own.key };
  // What was refused is told where it stands.
  if (own === undefined && isMap(raw) && 'key' in raw) return null;
  const others = Object.entries(names).flatMap(([name, each]) =>
    name !== 'leads' && isMap(each) && 'key' in each ? [name] : [],
  );
  return report('source-link', path, {
    message: t`"${source.of}" has no rows of its own that others could belong to`,
    help:
      source.of === 'leads'
        ? t`write lead: ${source.key}, which is for the rows of leads`
        : others.length === 0
          ? t`give it a key: id, where its rows are no leads`
          : t`name a source with a key: ${shown(others)}`,
    on: 'key',
  });
}

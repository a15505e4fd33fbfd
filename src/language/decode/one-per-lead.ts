import { t } from '../../messages/index.ts';
import type { FieldDef, SourceDef } from '../../model/agreement.ts';
import type { YamlPath } from '../../model/diagnostic.ts';
import type { OnePerLead } from '../../model/links.ts';
import { condition } from './condition.ts';
import type { ConditionContext } from './condition-context.ts';
import { dateField } from './known-field.ts';
import { isMap, map, type Raw, text } from './report.ts';
import { sourceScope } from './scope.ts';

/**
 * Which row of a lead joins it where it has several. Null where nothing is said; undefined where it is wrong, which is
 * reported.
 */
export function onePerLeadOf(
  root: Raw,
  source: SourceDef,
  path: YamlPath,
  context: ConditionContext,
): OnePerLead | null | undefined {
  const own = map(map(root, 'sources'), source.name);
  const raw = own.one_per_lead;
  const at = [...path, 'one_per_lead'];
  if (!isMap(raw)) return null;
  const { report } = context;
  if (source.kind !== 'joined' || source.duplicates.keep === 'latest') {
    report('unused-key', at, {
      message:
        source.kind === 'joined'
          ? t`"duplicates: latest" keeps one row of a lead already, and "one_per_lead" chooses one`
          : t`"one_per_lead" chooses the row that joins a lead, and the rows of "${source.name}" join none`,
      help:
        source.kind === 'joined'
          ? t`remove duplicates and modified: the rows are several deals of a lead, not states of one`
          : t`write joins: { lead_id: id }, or remove it`,
      on: 'key',
    });
    return undefined;
  }
  const [order, second] = (['first', 'latest'] as const).filter((word) => word in raw);
  if (order === undefined || second !== undefined) {
    report('wrong-form', at, {
      message: t`"one_per_lead" says by one date which row is taken, "first" or "latest"`,
      help: t`write one_per_lead: { first: won_at }, and prefer: with a condition where some rows go before others`,
      on: 'key',
    });
    return undefined;
  }
  const known: Readonly<Record<string, FieldDef>> = source.fields;
  const by = dateField({ name: text(raw, order) ?? '', raw: own, known, path: [...at, order], report });
  if (by === null) return undefined;
  const about = { ...context, hasProfile: false, population: source.name, touched: null };
  const prefer = condition(raw.prefer, sourceScope(root, source), [...at, 'prefer'], about);
  return { order, by, prefer };
}

import { t } from '../../messages/index.ts';
import type { Touched } from '../../model/condition.ts';
import type { YamlPath } from '../../model/diagnostic.ts';
import { contextAt, type Surroundings } from './measure.ts';
import type { Raw } from './report.ts';

const KEYS = ['source', 'where', 'before'];

/** What a condition asks of the activities of its lead; null where something in it was reported. */
export function touched(raw: Raw, path: YamlPath, around: Surroundings): Touched | null {
  const foreign = Object.keys(raw).find((key) => !KEYS.includes(key));
  if (foreign !== undefined)
    return around.report('wrong-condition', [...path, foreign], {
      message: t`"${foreign}" says nothing of activities`,
      help: t`write touched: { source: activities, where: { kind: call } }, and before: with a stage if it matters when`,
      on: 'key',
    });
  const lookUp = contextAt(path, around);
  const source = lookUp.activities(raw.source, ['source']);
  const before = lookUp.stage(raw.before, ['before']);
  if (source === null) return null;
  const where = lookUp.condition(raw.where, ['where'], { source });
  // What was written and could not be read would count more without it.
  if (('where' in raw && where === null) || ('before' in raw && before === null)) return null;
  return { op: 'touched', source, where, before };
}

import { t } from '../../messages/index.ts';
import type { YamlPath } from '../../model/diagnostic.ts';
import type { Surroundings } from './measure.ts';
import { checkId, type Raw, text } from './report.ts';
import type { Settings } from './settings.ts';

/** What a promise may name, and what holds for all promises. */
export interface PromiseContext extends Surroundings {
  readonly teamNames: readonly string[] | null;
  /** As written. */
  readonly promiseNames: readonly string[];
  readonly defaults: Settings;
  /** The month, from 1, in which the year begins. */
  readonly yearStarts: number;
  /** KPIs of an experiment are decoded: a number is that of the whole of it. */
  readonly isWhole?: boolean;
  /** Ids of objectives, commitments and segments: one list, since all of them name rows of a report. */
  readonly ids: Map<string, YamlPath>;
}

/** The id of a promise, a part of one or a segment; null and reported where it is none, or taken. */
export function newId(raw: Raw, path: YamlPath, { ids, report }: PromiseContext): string | null {
  const id = text(raw, 'id');
  const at = [...path, 'id'];
  if (id === null || !checkId(id, at, report, 'value')) return null;
  const first = ids.get(id);
  if (first === undefined) {
    ids.set(id, at);
    return id;
  }
  const where = first
    .map((step) => (typeof step === 'number' ? `${step + 1}` : step))
    .slice(0, -1)
    .join(' ');
  return report('duplicate-id', at, {
    message: t`The id "${id}" is used twice`,
    help: t`write another id here; the first is at ${where}`,
  });
}

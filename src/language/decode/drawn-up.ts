import type { DrawnUp } from '../../model/agreement.ts';
import type { YamlPath } from '../../model/diagnostic.ts';
import { day } from './parts.ts';
import { oneOf } from './people.ts';
import type { Raw, Report } from './report.ts';
import { isMap, list, text } from './report.ts';

/** When an objective was drawn up, and by whom; null where nothing is said, and where it could not be read. */
export function drawnUp(
  raw: unknown,
  path: YamlPath,
  {
    root,
    teamNames,
    report,
  }: { readonly root: Raw; readonly teamNames: readonly string[] | null; readonly report: Report },
): DrawnUp | null {
  if (!isMap(raw)) return null;
  const names = teamNames && [...teamNames, ...('sponsor' in root ? ['sponsor'] : [])];
  const by = list(raw, 'by').flatMap(
    (name, i) =>
      oneOf({ raw: name, what: 'team', names, titles: {}, path: [...path, 'by', i], report }) ?? [],
  );
  const on = day(raw.on, [...path, 'on'], report);
  return on === null || by.length === 0 ? null : { on, by, minutes: text(raw, 'minutes') };
}

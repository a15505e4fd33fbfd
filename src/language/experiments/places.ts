import type { Diagnostic, YamlPath } from '../../model/diagnostic.ts';
import type { SourceMap } from '../yaml/source-map.ts';

/** By this rule all is told that is wrong with a file of an experiment. */
export const problem = {
  rule: 'experiment-unread',
  severity: 'error',
} as const;

/** What can't be read of an experiment stops no verdict on a promise. */
export const asUnread = ({ message, help, place }: Diagnostic): Diagnostic => ({
  ...{ ...problem, message },
  ...(help === undefined ? {} : { help }),
  ...(place === undefined ? {} : { place }),
});

/** Whether a path is one of an experiment, and of which. */
export const experimentAt = ([section, index]: YamlPath): number | null =>
  section === 'experiments' && typeof index === 'number' ? index : null;

/** Shows the path of an experiment in its own file. */
export function withSources(own: SourceMap, sources: readonly SourceMap[]): SourceMap {
  const of = (path: YamlPath): { readonly source: SourceMap; readonly path: YamlPath } => {
    const index = experimentAt(path);
    const source = index === null ? undefined : sources[index];
    return source ? { source, path: path.slice(2) } : { source: own, path };
  };
  return {
    ...own,
    place(path, on, part) {
      const its = of(path);
      return its.source.place(its.path, on, part);
    },
    written(path) {
      const its = of(path);
      return its.source.written(its.path);
    },
  };
}

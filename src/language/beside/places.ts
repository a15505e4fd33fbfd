import type { Diagnostic, YamlPath } from '../../model/diagnostic.ts';
import type { SourceMap } from '../yaml/source-map.ts';

/** Sections of an agreement that name files of which no term is read. */
export type BesideSection = 'experiments' | 'disputes';

/** By this rule all is told that is wrong with a file of a section. */
const UNREAD = { experiments: 'experiment-unread', disputes: 'dispute-unread' } as const;

export const unread = (section: BesideSection) => ({ rule: UNREAD[section], severity: 'error' }) as const;

/** What can't be read there stops no verdict on a promise. */
export const asUnread = (section: BesideSection, { message, help, place }: Diagnostic): Diagnostic => ({
  ...{ ...unread(section), message },
  ...(help === undefined ? {} : { help }),
  ...(place === undefined ? {} : { place }),
});

/** Which item of which section a path leads into; null where it stays in the agreement. */
export const besideAt = ([section, index]: YamlPath): {
  readonly section: BesideSection;
  readonly index: number;
} | null =>
  (section === 'experiments' || section === 'disputes') && typeof index === 'number'
    ? { section, index }
    : null;

/** Where an item stands. */
export interface PlacedItem {
  readonly source: SourceMap;
  /** In its file. */
  readonly at: YamlPath;
}

/** Shows the path of an item in its own file. */
export function withItems(
  own: SourceMap,
  items: Readonly<Record<BesideSection, readonly PlacedItem[]>>,
): SourceMap {
  const of = (path: YamlPath): { readonly source: SourceMap; readonly path: YamlPath } => {
    const found = besideAt(path);
    const item = found === null ? undefined : items[found.section][found.index];
    return item ? { source: item.source, path: [...item.at, ...path.slice(2)] } : { source: own, path };
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

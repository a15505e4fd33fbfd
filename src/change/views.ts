import type { Agreement } from '../model/agreement.ts';
import type { Meaning } from './canonical.ts';

/** Who sees what, in whatever order it is written. */
export const viewsMeaning = ({ views = {} }: Agreement): Meaning =>
  Object.fromEntries(
    Object.entries(views).map(([name, view]) => [
      name,
      {
        ...view,
        for: inNoOrder(view.for),
        by: inNoOrder(view.by),
        personal: inNoOrder(view.personal),
      },
    ]),
  );

/** Names of which each counts once, wherever it stands. */
export const inNoOrder = (names: readonly string[]): readonly string[] => [...new Set(names)].sort();

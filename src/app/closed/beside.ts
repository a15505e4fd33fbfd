import type { Io } from '../../model/io.ts';
import type { Family } from '../agreements/family.ts';
import { closedFolder } from '../agreements/find.ts';
import type { Beside } from '../judging/judge-all.ts';
import type { LookedUp } from '../judging/open.ts';

const NOTHING = { files: [], data: [] };

/** What the closed months of an agreement say beside its results. Where none is closed, one look at a folder. */
export const besideClosed: Beside = async (run, io) => {
  if (!(await hasClosed(run.family, io))) return NOTHING;
  const [{ closedMonths }, { heldMonths }, { closedFindings }] = await Promise.all([
    import('./load.ts'),
    import('./held.ts'),
    import('./findings.ts'),
  ]);
  const { months, findings } = await closedMonths(run.family, io);
  const held = months.length === 0 ? [] : await heldMonths(run, months, io);
  return { files: findings, data: run.newest.weigh(closedFindings(held, run.newest)) };
};

/** Closed months are held against the exports as of their closing, however short these are. */
export const latestClosing: LookedUp = async (family, io) => {
  if (!(await hasClosed(family, io))) return -Infinity;
  const { closedMonths, officialOf } = await import('./load.ts');
  const { months } = await closedMonths(family, io);
  return Math.max(-Infinity, ...months.map((month) => officialOf(month).asOf));
};

async function hasClosed({ versions }: Family, io: Io): Promise<boolean> {
  const folders = versions.map(({ agreement }) => closedFolder(agreement.file));
  const there = await Promise.all(folders.map((folder) => io.files.stat(folder)));
  return there.some((stat) => stat !== null);
}

import { closedFolder } from '../agreements/find.ts';
import type { Beside } from '../judging/judge-all.ts';

const NOTHING = { files: [], data: [] };

/** What the closed months of an agreement say beside its results. Where none is closed, one look at a folder. */
export const besideClosed: Beside = async (run, io) => {
  const folders = run.family.versions.map(({ agreement }) => closedFolder(agreement.file));
  const there = await Promise.all(folders.map((folder) => io.files.stat(folder)));
  if (there.every((stat) => stat === null)) return NOTHING;
  const [{ closedMonths }, { heldMonths }, { closedFindings }] = await Promise.all([
    import('./load.ts'),
    import('./held.ts'),
    import('./findings.ts'),
  ]);
  const { months, findings } = await closedMonths(run.family, io);
  const held = months.length === 0 ? [] : await heldMonths(run, months, io);
  return { files: findings, data: run.newest.weigh(closedFindings(held, run.newest)) };
};

import type { ReadPlan } from '../model/reading.ts';
import type { Loading } from './loaded-rows.ts';
import type { OpenedFiles } from './open-files.ts';
import { scanOf } from './open-files.ts';
import type { ReadTask } from './read-task.ts';
import type { Reading } from './read-through.ts';
import type { Scan } from './scan.ts';

/** Files of one header, in the order of the plan, and all of them as one scan. */
export interface Together {
  readonly scans: readonly Scan[];
  readonly scan: Scan;
}

/**
 * The files by their headers, where that makes fewer scans: to plan one takes longer than to read a small
 * file. Null where it does not, and for files that are no text.
 */
export function togetherOf(task: ReadTask & OpenedFiles): readonly Together[] | null {
  const groups = new Map<string, Scan[]>();
  for (const scan of task.scans) {
    const { header, gzip, table, isMarked } = scan.source;
    if (table || isMarked) return null;
    const like = JSON.stringify([header, gzip]);
    groups.set(like, [...(groups.get(like) ?? []), scan]);
  }
  if (groups.size * 2 > task.scans.length) return null;
  return [...groups.values()].flatMap((scans) => {
    const [first] = scans;
    return first ? [{ scans, scan: scanOf(task, first.source, first.positions, textsOf(scans)) }] : [];
  });
}

const textsOf = (scans: readonly Scan[]): readonly string[] => scans.map(({ source }) => source.text);

/** What reads the files. */
export interface ToLoadTogether {
  readonly plan: ReadPlan;
  readonly scans: readonly Scan[];
  readonly loading: Loading;
  readonly readings: readonly Reading[];
  /** Rows that a scan has put in, and lines that it could not cut. */
  readonly add: (one: Together) => Promise<{ readonly rows: number; readonly uncut: number }>;
}

/**
 * Reads files of one header by one statement; gives how many rows each has. Null, with nothing loaded, where
 * a line can't be cut, or not every record is a line of its own: then each file tells its own faults. There
 * are never more records than filled lines in any file, so as many in all of them are as many in each.
 */
export async function loadTogether(
  groups: readonly Together[],
  { plan, scans, loading, readings, add }: ToLoadTogether,
): Promise<readonly number[] | null> {
  const whole = Promise.all(readings.map((reading) => reading.whole));
  // Where the engine fails first, nobody awaits it.
  whole.catch(() => undefined);
  let isClean = plan.csv.skip === 0;
  let read = 0;
  for (const group of isClean ? groups : []) {
    const { rows, uncut } = await add(group).catch(() => ({ rows: 0, uncut: 1 }));
    isClean = uncut === 0;
    read += rows;
    if (!isClean) break;
  }
  const counts = isClean
    ? (await whole).map(({ filled, isHopeless }) => (isHopeless ? Number.NaN : filled - 1))
    : [];
  if (isClean && counts.length === scans.length && sum(counts) === read) return counts;
  await loading.drop();
  return null;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

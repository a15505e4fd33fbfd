import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Unzip } from 'fflate';
import { t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import type { Task } from '../../model/io.ts';
import { bytesOf } from '../text/bytes.ts';
import { inflater } from './inflate.ts';

/** Something about a workbook that prevents reading it, as a sentence for the reader. */
export class WorkbookProblem extends Error {
  readonly help: string;

  constructor(message: string, help: string) {
    super(message);
    this.name = 'WorkbookProblem';
    this.help = help;
  }
}

/**
 * Unpacked bytes of one part, and of all: a sheet of a million rows stays under both, a zip bomb does not.
 */
const MOST_OF_PART = 3_000_000_000;

/** Of one archive. The package that unpacks it moves all that it has met at each: 65,000 of them took four seconds. */
const MOST_PARTS = 20_000;

/** Compressed bytes handed over at once: at the best ratio of the method they unpack to 16 MB. */
const PIECE = 1 << 14;

/** Takes the bytes of one part as they come. */
export type Taker = (piece: Uint8Array, last: boolean) => void;

/** Reads the archive from its start and hands each wanted part to its taker. Throws a WorkbookProblem. */
export async function readParts(
  file: string,
  takerOf: (name: string) => Taker | null,
  between: () => Promise<void> = async () => {},
  task: Task = {},
): Promise<void> {
  let problem: unknown = null;
  const [takerOnce, inflating] = [eachOnce(takerOf), inflater()];
  const unzip = new Unzip((entry) => {
    const take = takerOnce(entry.name);
    if (take === null) return;
    let size = 0;
    entry.ondata = (error, piece, last) => {
      if (problem !== null) return;
      try {
        if (error) throw broken();
        size += piece.length;
        if (size > MOST_OF_PART) throw tooLarge();
        take(piece, last);
      } catch (caught) {
        problem = caught;
        entry.terminate();
      }
    };
    entry.start();
  });
  unzip.register(inflating.decoder);
  const { size: total } = await stat(file);
  let done = 0;
  const ended = task.watch?.(() => ({
    what: t`Unpacking ${basename(file)}`,
    part: done / Math.max(1, total),
    bytes: total,
    rows: null,
  }));
  try {
    for await (const chunk of bytesOf(file, false)) {
      done += chunk.length;
      task.signal?.throwIfAborted();
      for (let at = 0; at < chunk.length && problem === null; at += PIECE) {
        unzip.push(chunk.subarray(at, at + PIECE), false);
        await inflating.settled();
        await between();
      }
      if (problem !== null) break;
    }
    if (problem === null) {
      unzip.push(new Uint8Array(0), true);
      await inflating.settled();
      await between();
    }
  } catch (error) {
    if (task.signal?.aborted || error instanceof WorkbookProblem) throw error;
    throw error instanceof Error && 'code' in error && typeof error.code === 'string' ? error : broken();
  } finally {
    inflating.close();
    ended?.();
  }
  if (problem !== null) throw problem;
}

/** Throws where two parts have one name, for nobody says which is meant, and where there are too many. */
function eachOnce(takerOf: (name: string) => Taker | null): (name: string) => Taker | null {
  const names = new Set<string>();
  let parts = 0;
  return (name) => {
    if (++parts > MOST_PARTS) throw tooManyParts();
    const take = takerOf(name);
    if (take !== null && names.has(name)) throw broken();
    if (take !== null) names.add(name);
    return take;
  };
}

export const broken = (): WorkbookProblem =>
  new WorkbookProblem(
    t`The workbook is broken or cut short`,
    t`open it in a spreadsheet, save it as .xlsx and try again`,
  );

const tooManyParts = (): WorkbookProblem =>
  new WorkbookProblem(t`The workbook has more than ${whole(MOST_PARTS)} parts`, t`export it as CSV`);

export const tooLarge = (): WorkbookProblem =>
  new WorkbookProblem(t`The workbook unpacks to more than a sheet can hold`, t`export it as CSV`);

import { join } from 'node:path';
import { FileProblem } from '../../files/disk.ts';
import { t } from '../../messages/index.ts';
import type { ClosedMonth, Closing } from '../../model/closed.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Files, Io } from '../../model/io.ts';
import type { Family } from '../agreements/family.ts';
import { closedFolder, shown } from '../agreements/find.ts';
import { leavesRepository } from '../agreements/inside-repository.ts';
import { WrongRecord } from './raw-result.ts';
import { closingIn, type RecordFile, recordIn } from './record.ts';

/** What is found of the closed months of an agreement. */
export interface ClosedMonths {
  /** In their order; without those that were edited. */
  readonly months: readonly ClosedMonth[];
  readonly findings: readonly Diagnostic[];
}

const NONE: ClosedMonths = { months: [], findings: [] };

/** The closed months of an agreement, beside any of its versions. Where nothing is closed, one look at a folder. */
export async function closedMonths({ id, versions }: Family, io: Io): Promise<ClosedMonths> {
  const folders = new Set(versions.map(({ agreement }) => closedFolder(agreement.file)));
  const found: ClosedMonths[] = [];
  for (const folder of folders)
    for (const name of await monthsIn(folder, io.files))
      found.push(await monthIn(join(folder, name), id, io));
  if (found.length === 0) return NONE;
  return {
    months: found.flatMap(({ months }) => months).sort((a, b) => (a.month < b.month ? -1 : 1)),
    findings: found.flatMap(({ findings }) => findings),
  };
}

/** The names of its files of months. */
export async function monthsIn(folder: string, files: Files): Promise<readonly string[]> {
  if ((await files.stat(folder))?.kind !== 'directory') return [];
  return (await files.list(folder)).filter((name) => /^\d{4}-\d{2}\.json$/.test(name));
}

async function monthIn(path: string, id: string, io: Io): Promise<ClosedMonths> {
  const file = shown(path, io);
  if (await leavesRepository(path, path, io)) return { months: [], findings: [wrongRecord(file)] };
  try {
    const raw = await readRecord(path, io.files);
    const own = raw.agreements.get(id);
    if (own === undefined) return NONE;
    if (!own.intact) return { months: [], findings: [edited(file, raw.month, id)] };
    const [first, ...more] = own.closings.map(closingIn);
    if (first === undefined) throw new WrongRecord();
    return { months: [{ month: raw.month, agreement: id, file, closings: [first, ...more] }], findings: [] };
  } catch (error) {
    if (error instanceof WrongRecord) return { months: [], findings: [wrongRecord(file)] };
    throw error;
  }
}

/** Throws `WrongRecord` at what is no record of the month that it is named after. */
export async function readRecord(path: string, files: Files): Promise<RecordFile> {
  const bytes = await files.read(path).catch((error: unknown) => {
    throw error instanceof FileProblem ? new WrongRecord() : error;
  });
  const record = recordIn(new TextDecoder().decode(bytes));
  if (!path.endsWith(`${record.month}.json`)) throw new WrongRecord();
  return record;
}

/** The official closing of a month: the last. */
export const officialOf = ({ closings }: ClosedMonth): Closing => closings.at(-1) ?? closings[0];

const at = (file: string): NonNullable<Diagnostic['place']> => ({
  file,
  start: { line: 1, column: 1 },
  end: { line: 1, column: 1 },
});

export const wrongRecord = (file: string): Diagnostic => ({
  rule: 'wrong-record',
  severity: 'error',
  message: t`The record of a closed month can not be read`,
  help: t`restore it from git: git checkout HEAD -- ${file}; one of a newer sla needs that version`,
  place: at(file),
  fatal: true,
});

export const edited = (file: string, month: string, id: string): Diagnostic => ({
  rule: 'edited-record',
  severity: 'error',
  message: t`The record of ${month}, closed for "${id}", was edited: what is in it is not what "sla close" wrote`,
  help: t`restore it from git: git checkout HEAD -- ${file}`,
  place: at(file),
});

import { dirname, join } from 'node:path';
import { t } from '../../messages/index.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Files } from '../../model/io.ts';
import { closedFolder } from '../agreements/find.ts';
import { edited, monthsIn, readRecord, wrongRecord } from './load.ts';
import { WrongRecord } from './raw-result.ts';
import { keeps, type RawMonth, type RecordFile } from './record.ts';

/** One of two states of a repository, and the agreements that lie in it. */
export interface StateOfRecords {
  readonly files: Files;
  /** How a path of it is shown. */
  readonly shown: (path: string) => string;
  readonly agreements: readonly { readonly id: string; readonly file: string }[];
}

/** What a change does to the records of closed months: none is edited or removed, and one that is added is named. */
export async function recordChanges(
  base: StateOfRecords,
  head: StateOfRecords,
): Promise<readonly Diagnostic[]> {
  const findings: Diagnostic[] = [];
  for (const id of new Set([...base.agreements, ...head.agreements].map((one) => one.id))) {
    const [old, now] = [foldersOf(id, base), foldersOf(id, head)];
    for (const folder of new Set([...old, ...now])) {
      // Where its agreement has left the folder, a record goes with it: it is looked for beside it alone.
      const there = now.length === 0 || now.includes(folder) ? folder : (now[0] ?? folder);
      const names = new Set([
        ...(old.includes(folder) ? await monthsIn(folder, base.files) : []),
        ...(await monthsIn(there, head.files)),
      ]);
      for (const name of names) {
        const paths = { was: join(folder, name), is: join(there, name) };
        findings.push(...(await monthChange(paths, id, base, head)));
      }
      if (names.size > 0) findings.push(...(await saltChange(folder, base, head)));
    }
  }
  return [...new Map(findings.map((one) => [`${one.place?.file} ${one.message}`, one])).values()];
}

/** Under another salt the cases of a closed month have other names: nobody can tell any more which of them moved. */
async function saltChange(
  folder: string,
  base: StateOfRecords,
  head: StateOfRecords,
): Promise<readonly Diagnostic[]> {
  for (let at = dirname(folder), above = ''; at !== above; above = at, at = dirname(at)) {
    const path = join(at, '.sla', 'salt');
    const was = await textAt(path, base.files);
    if (was === null) continue;
    const is = await textAt(path, head.files);
    if (is === was) return [];
    const message =
      is === null
        ? t`The salt of the closed months is removed`
        : t`The salt of the closed months is another one`;
    return [
      {
        ...changed(head.shown(path), message),
        help: t`restore it from git: with another one, nobody can tell which cases of a closed month have moved`,
      },
    ];
  }
  return [];
}

async function textAt(path: string, files: Files): Promise<string | null> {
  if ((await files.stat(path))?.kind !== 'file') return null;
  return new TextDecoder().decode(await files.read(path)).trim();
}

/** Where the records of an agreement lie in one of the states. */
const foldersOf = (id: string, { agreements }: StateOfRecords): readonly string[] => [
  ...new Set(agreements.filter((one) => one.id === id).map(({ file }) => closedFolder(file))),
];

async function monthChange(
  path: { readonly was: string; readonly is: string },
  id: string,
  base: StateOfRecords,
  head: StateOfRecords,
): Promise<readonly Diagnostic[]> {
  const [was, is] = [await recordAt(path.was, base.files), await recordAt(path.is, head.files)];
  const file = head.shown(path.is);
  if (is === 'wrong') return [wrongRecord(file)];
  const [before, after] = [
    was === null || was === 'wrong' ? null : was.agreements.get(id),
    is?.agreements.get(id),
  ];
  if (is === null && (was === null || was === 'wrong')) return [];
  const month = (is ?? (was as RecordFile)).month;
  if (after && !after.intact) return [edited(file, month, id)];
  if (!before) return [];
  if (!after) return [changed(file, t`The record of ${month}, closed for "${id}", is removed`)];
  if (!keeps(before, after))
    return [changed(file, t`The record of ${month}, closed for "${id}", holds another closing than it did`)];
  return after.closings.length > before.closings.length ? [anew(file, month, id, after)] : [];
}

async function recordAt(path: string, files: Files): Promise<RecordFile | 'wrong' | null> {
  if ((await files.stat(path)) === null) return null;
  try {
    return await readRecord(path, files);
  } catch (error) {
    if (error instanceof WrongRecord) return 'wrong';
    throw error;
  }
}

const at = (file: string): NonNullable<Diagnostic['place']> => ({
  file,
  start: { line: 1, column: 1 },
  end: { line: 1, column: 1 },
});

const changed = (file: string, message: string): Diagnostic => ({
  rule: 'changed-record',
  severity: 'error',
  message,
  help: t`a closed month stays: restore the record, and close the month anew with "sla close MONTH --again --why ..."`,
  place: at(file),
});

const anew = (file: string, month: string, id: string, { closings }: RawMonth): Diagnostic => ({
  rule: 'closed-anew',
  severity: 'warning',
  message: t`${month} of "${id}" is closed anew: ${String(closings.at(-1)?.why ?? '')}`,
  help: t`compare the two closings in the record; the last one is official`,
  place: at(file),
});

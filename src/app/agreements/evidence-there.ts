import { dirname, resolve } from 'node:path';
import { t } from '../../messages/index.ts';
import type { Io } from '../../model/io.ts';
import type { Sourced } from './family.ts';
import { isOfGit, leavesRepository } from './inside-repository.ts';

interface Looking {
  readonly sourced: Sourced;
  readonly allowOutside: boolean;
  readonly io: Io;
}

/** Why what a cell names is no evidence; null where it is. A link is not opened. */
export async function whyNoEvidence(
  cell: string,
  { sourced, allowOutside, io }: Looking,
): Promise<string | null> {
  if (/^https:\/\/[^\s/]+(?:\/\S*)?$/i.test(cell)) return null;
  if (/^[a-z][a-z0-9+.-]+:/i.test(cell)) return t`no https link`;
  const { file } = sourced.agreement;
  const target = resolve(dirname(file), cell);
  if (cell.includes('\0') || isOfGit(cell)) return t`not to be read`;
  if (!allowOutside && (await leavesRepository(cell, file, io))) return t`outside the repository`;
  const stat = await io.files.stat(target);
  if (stat === null) return t`not there`;
  return stat.kind === 'file' ? null : t`no file`;
}

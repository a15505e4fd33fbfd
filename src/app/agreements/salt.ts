import { createHash, createHmac, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { t } from '../../messages/index.ts';
import type { Io } from '../../model/io.ts';
import { leavesRepository, rootOf } from './inside-repository.ts';

/** The secret with which leads are hashed: of one repository, kept in it. */
export interface Salt {
  /** Tells this salt from another. */
  readonly id: string;
  /** So many hexadecimal digits of the keyed hash of a text. */
  readonly hash: (text: string, digits: number) => string;
}

const FORM = /^[0-9a-f]{64}$/;

const pathOf = async (agreementFile: string, io: Io): Promise<string> =>
  join(await rootOf(agreementFile, io), '.sla', 'salt');

/** The salt of the repository in which an agreement lies; null where it has none that can be used. */
export async function saltOf(agreementFile: string, io: Io): Promise<Salt | null> {
  const path = await pathOf(agreementFile, io);
  if ((await io.files.stat(path))?.kind !== 'file' || (await leavesRepository(path, path, io))) return null;
  const key = new TextDecoder().decode(await io.files.read(path)).trim();
  if (!FORM.test(key)) return null;
  return { id: createHash('sha256').update(`salt ${key}`).digest('hex').slice(0, 16), hash: hashBy(key) };
}

const hashBy =
  (key: string): Salt['hash'] =>
  (text, digits) =>
    createHmac('sha256', key).update(text).digest('hex').slice(0, digits);

/** The same, made at random where there is none. */
export async function saltMade(agreementFile: string, io: Io): Promise<Salt> {
  const path = await pathOf(agreementFile, io);
  await io.files.locked(path, async () => {
    if ((await io.files.stat(path)) === null)
      await io.files.write(path, `${randomBytes(32).toString('hex')}\n`, { folder: true });
  });
  const made = await saltOf(agreementFile, io);
  if (made === null) throw new Error(t`"${path}" is not a salt: restore it from git`);
  return made;
}

/** A lead by its keyed hash: another one in each agreement. */
export const leadHash = ({ hash }: Salt, agreement: string, lead: string): string =>
  hash(`lead ${agreement} ${lead}`, 16);

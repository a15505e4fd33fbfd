import { dirname, relative, resolve, sep } from 'node:path';
import { kindOf } from '../kinds/index.ts';
import type { Agreement } from '../model/agreement.ts';
import { commitmentsFirst } from '../model/promises.ts';
import { shortDigest } from './canonical.ts';
import type { HeadChange } from './heads.ts';

/**
 * What both versions name by one text, and what is another path: the agreement lies in another folder of the
 * same tree. Another text is another source, and told as such.
 */
export function movedFiles(before: Agreement, after: Agreement): readonly string[] {
  const [old, now] = [dirname(before.file), dirname(after.file)];
  if (old === now) return [];
  const named = new Set(filesOf(after));
  return filesOf(before).filter((file) => named.has(file) && resolve(old, file) !== resolve(now, file));
}

/** That they are others: `same` are those whose content is known to have come along. */
export function compareFolders(
  before: Agreement,
  after: Agreement,
  same: ReadonlySet<string>,
): readonly HeadChange[] {
  const [old, now] = [dirname(before.file), dirname(after.file)];
  const details = movedFiles(before, after)
    .filter((file) => !same.has(file))
    .map((file) => `${file} -> ${relative(old, resolve(now, file)).split(sep).join('/')}`);
  if (details.length === 0) return [];
  return [{ rule: 'files', class: 'open', from: null, to: shortDigest(details), details, path: ['sources'] }];
}

const filesOf = (agreement: Agreement): readonly string[] => [
  ...new Set([
    ...Object.values(agreement.sources).flatMap(({ files }) => files),
    ...commitmentsFirst(agreement).flatMap(
      ({ measure }) => kindOf(measure.kind).records?.(measure)?.file ?? [],
    ),
  ]),
];

import { dirname, resolve } from 'node:path';
import type { FileDigests } from '../../change/meaning.ts';
import type { Files, Io } from '../../model/io.ts';
import type { Sourced } from './family.ts';
import { holidayDigests } from './holiday-digests.ts';
import { stepDates, stepFiles } from './step-dates.ts';

/**
 * What terms rest on that stands in other files than the agreement: days off, and by when steps are to be done.
 * `io` tells which paths lead out of the repository; null where the files are those of a commit.
 */
export async function termsDigests(
  sourced: Pick<Sourced, 'agreement'>,
  files: Files,
  io: Io | null,
): Promise<FileDigests> {
  return { ...(await holidayDigests(sourced, files)), ...(await stepDates(sourced, files, io)) };
}

/** The paths and patterns of those files, wherever they lie, and of those in which a dispute becomes a waiver. */
export const filesOfTerms = ({ agreement }: Pick<Sourced, 'agreement'>): readonly string[] =>
  [
    ...Object.values(agreement.calendars).flatMap(({ holidays }) =>
      holidays.flatMap((ref) => (ref.kind === 'ics' ? [ref.file] : [])),
    ),
    ...stepFiles(agreement),
    ...(agreement.disputes?.files ?? []),
  ].map((file) => resolve(dirname(agreement.file), file));

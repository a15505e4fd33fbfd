import { dirname } from 'node:path';
import { FileProblem } from '../../files/disk.ts';
import { expand } from '../../files/glob.ts';
import type { OpenExperiments, OpenedExperiment } from '../../language/experiments/read.ts';
import { t } from '../../messages/index.ts';
import type { Io } from '../../model/io.ts';
import { shown } from './find.ts';
import { fixedPart, isOfGit, leavesRepository } from './inside-repository.ts';

/**
 * Opens the files of experiments that an agreement names, never beyond its repository. A pattern that finds
 * none is no slip: nothing has been tried yet.
 */
export function experimentsOpener(agreementFile: string, io: Io, label = ''): OpenExperiments {
  return async (patterns) => {
    const opened: OpenedExperiment[] = [];
    const seen = new Set<string>();
    for (const [index, pattern] of patterns.entries())
      for (const one of await named(pattern, index, {
        agreementFile,
        io,
        label,
      })) {
        if ('bytes' in one && seen.has(one.file)) continue;
        if ('bytes' in one) seen.add(one.file);
        opened.push(one);
      }
    return opened;
  };
}

interface From {
  readonly agreementFile: string;
  readonly io: Io;
  readonly label: string;
}

async function named(pattern: string, index: number, from: From): Promise<readonly OpenedExperiment[]> {
  const { agreementFile, io } = from;
  const outside = {
    index,
    message: t`The experiments "${pattern}" lie outside the repository of the agreement`,
    help: t`put them into the repository, and name them relative to the agreement`,
  };
  // A pattern is looked at before it is walked, and each file that it finds again: a link may lead out.
  if (await leavesRepository(fixedPart(pattern), agreementFile, io)) return [outside];
  try {
    const files = await expand(pattern, dirname(agreementFile), io.files);
    return await Promise.all(files.map((file) => openedOf(file, { index, from })));
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    return [{ index, message: error.message, help: t`mend the file, or name others` }];
  }
}

/** One odd entry of a folder hides no other: it is told, and nothing of it is read. */
async function openedOf(
  file: string,
  { index, from: { agreementFile, io, label } }: { readonly index: number; readonly from: From },
): Promise<OpenedExperiment> {
  const shownAs = label + shown(file, io);
  const help = t`mend the file, or name others`;
  if (isOfGit(file) || (await leavesRepository(file, agreementFile, io))) {
    const message = t`The experiments "${shown(file, io)}" lie outside the repository of the agreement`;
    return { index, isAlone: true, message, help };
  }
  try {
    if ((await io.files.stat(file))?.kind === 'file')
      return { file, shownAs, bytes: await io.files.read(file) };
    return { index, isAlone: true, message: t`There is no file of an experiment "${shown(file, io)}"`, help };
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    return { index, isAlone: true, message: error.message, help };
  }
}

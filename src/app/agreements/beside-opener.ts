import { dirname } from 'node:path';
import { FileProblem } from '../../files/disk.ts';
import { expand } from '../../files/glob.ts';
import type { OpenedFile, OpenFiles } from '../../language/beside/opened.ts';
import { t } from '../../messages/index.ts';
import type { Files, Io } from '../../model/io.ts';
import { shown } from './find.ts';
import { fixedPart, isOfGit, leavesRepository } from './inside-repository.ts';

/** What is said where files can't be opened. */
interface Sentences {
  readonly outside: (path: string) => string;
  readonly none: (path: string) => string;
}

const EXPERIMENTS: Sentences = {
  outside: (path) => t`The experiments "${path}" lie outside the repository of the agreement`,
  none: (path) => t`There is no file of an experiment "${path}"`,
};

const DISPUTES: Sentences = {
  outside: (path) => t`The disputes "${path}" lie outside the repository of the agreement`,
  none: (path) => t`There is no file of disputes "${path}"`,
};

/** Opens the files of experiments and of disputes that an agreement names. */
export const besideOpeners = (agreementFile: string, io: Io, label = '') => ({
  openExperiments: opener({ agreementFile, io, label, said: EXPERIMENTS }),
  openDisputes: opener({ agreementFile, io, label, said: DISPUTES }),
});

/** Never beyond its repository. A pattern that finds none is no slip: nothing has been tried or said yet. */
function opener(from: From): OpenFiles {
  return async (patterns) => {
    const opened: OpenedFile[] = [];
    const seen = new Set<string>();
    for (const [index, pattern] of patterns.entries())
      for (const one of await named(pattern, index, from)) {
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
  readonly said: Sentences;
}

async function named(pattern: string, index: number, from: From): Promise<readonly OpenedFile[]> {
  const { agreementFile, io, said } = from;
  const outside = {
    index,
    message: said.outside(pattern),
    help: t`put them into the repository, and name them relative to the agreement`,
  };
  // A pattern is looked at before it is walked, and each file that it finds again: a link may lead out.
  if (await leavesRepository(fixedPart(pattern), agreementFile, io)) return [outside];
  try {
    const files = await expand(pattern, dirname(agreementFile), tolerant(io.files));
    return await Promise.all(files.map((file) => openedOf(file, { index, from })));
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    return [{ index, message: error.message, help: t`mend the file, or name others` }];
  }
}

/** A link that leads nowhere, or in a circle, is found like any other entry, and told when it is opened. */
const tolerant = (files: Files): Files => ({
  ...files,
  real: (path) =>
    files.real(path).catch((error: unknown) => {
      if (error instanceof FileProblem) return path;
      throw error;
    }),
});

/** One odd entry of a folder hides no other: it is told, and nothing of it is read. */
async function openedOf(
  file: string,
  { index, from: { agreementFile, io, label, said } }: { readonly index: number; readonly from: From },
): Promise<OpenedFile> {
  const shownAs = label + shown(file, io);
  const help = t`mend the file, or name others`;
  try {
    if (isOfGit(file) || (await leavesRepository(file, agreementFile, io))) {
      return { index, isAlone: true, message: said.outside(shown(file, io)), help };
    }
    if ((await io.files.stat(file))?.kind === 'file')
      return { file, shownAs, bytes: await io.files.read(file) };
    return { index, isAlone: true, message: said.none(shown(file, io)), help };
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    return { index, isAlone: true, message: error.message, help };
  }
}

import { dirname, resolve } from 'node:path';
import { FileProblem } from '../../files/disk.ts';
import type { OpenParts } from '../../language/parts-file/read.ts';
import { t } from '../../messages/index.ts';
import type { Io } from '../../model/io.ts';
import { shown } from './find.ts';
import { leavesRepository } from './inside-repository.ts';

const SUFFIX = /\.sla-parts\.ya?ml$/;

/**
 * Opens the files of parts that an agreement names, never beyond its repository: an agreement from a pull
 * request must not read the machine. `label` goes before names as they are shown: `origin/main:`.
 */
export function partsOpener(agreementFile: string, io: Io, label = ''): OpenParts {
  return async (path) => {
    if (!SUFFIX.test(path))
      return {
        message: t`"${path}" is not named as a file of parts`,
        help: t`give it a name that ends in .sla-parts.yaml`,
      };
    if (await leavesRepository(path, agreementFile, io))
      return {
        message: t`The file of parts "${path}" lies outside the repository of the agreement`,
        help: t`put it into the repository, and name it relative to the agreement`,
      };
    const file = resolve(dirname(agreementFile), path);
    if ((await io.files.stat(file))?.kind !== 'file')
      return {
        message: t`There is no file of parts "${path}"`,
        help: t`name a file that ends in .sla-parts.yaml, relative to the agreement`,
      };
    try {
      return { file, shownAs: label + shown(file, io), bytes: await io.files.read(file) };
    } catch (error) {
      if (error instanceof FileProblem)
        return { message: error.message, help: t`mend the file, or write its parts into the agreement` };
      throw error;
    }
  };
}

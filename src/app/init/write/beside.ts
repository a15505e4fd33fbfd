import { basename, join, relative, sep } from 'node:path';
import { t } from '../../../messages/index.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { InitRequest } from '../../../model/init.ts';
import type { Io } from '../../../model/io.ts';
import { shown } from '../../agreements/find.ts';
import { rootOf } from '../../agreements/inside-repository.ts';
import { pipeline } from './pipeline.ts';

export interface Beside {
  readonly written: readonly string[];
  readonly findings: readonly Diagnostic[];
}

/**
 * What goes with an agreement: exports kept out of version control, and the files of a pipeline where asked
 * for.
 */
export async function writeBeside(
  request: InitRequest,
  folder: string,
  exports: readonly string[],
  io: Io,
): Promise<Beside> {
  const root = await rootOf(join(folder, 'agreement.sla.yaml'), io);
  const written: string[] = [];
  const findings: Diagnostic[] = [];
  if (request.gitignore && exports.length > 0) {
    const file = await ignore(root, exports, io);
    if (file !== null) written.push(file);
  }
  if (request.ci !== null) {
    const { path, text } = pipeline(request.ci);
    const file = join(root, ...path.split('/'));
    if ((await io.files.stat(file)) === null) {
      await io.files.write(file, text, { folder: true });
      written.push(shown(file, io));
    } else findings.push(kept(shown(file, io), text));
  }
  return { written, findings };
}

/**
 * Adds a line for each export that no line names yet: leads are personal data and belong in no repository.
 */
async function ignore(root: string, exports: readonly string[], io: Io): Promise<string | null> {
  const file = join(root, '.gitignore');
  const there =
    (await io.files.stat(file)) === null ? '' : Buffer.from(await io.files.read(file)).toString('utf8');
  const lines = new Set(there.split(/\r?\n/).map((line) => line.trim()));
  const wanted = exports
    .map((path) => `/${relative(root, path).split(sep).join('/')}`)
    .filter(
      (line) =>
        !line.startsWith('/..') &&
        !lines.has(line) &&
        !lines.has(line.slice(1)) &&
        !lines.has(basename(line)),
    );
  if (wanted.length === 0) return null;
  const gap = there === '' || there.endsWith('\n') ? '' : '\n';
  const text = `${there}${gap}# ${t`exports of leads: personal data`}\n${wanted.map(escaped).join('\n')}\n`;
  await io.files.write(file, text, { force: true });
  return shown(file, io);
}

/** A name as a pattern that means only itself. */
const escaped = (path: string): string => path.replace(/[\\*?[\]]/g, '\\$&').replace(/ $/, '\\ ');

const kept = (file: string, text: string): Diagnostic => ({
  rule: 'file-exists',
  severity: 'warning',
  message: t`There already is a file "${file}": it stays as it is`,
  help: t`add to it what init would write:\n${text}`,
});

import { kindOf } from '../../kinds/index.ts';
import { t } from '../../messages/index.ts';
import type { Diagnostic, YamlPath } from '../../model/diagnostic.ts';
import type { Io } from '../../model/io.ts';
import { promisesOf } from '../../model/promises.ts';
import type { Selection } from '../../model/requests.ts';
import type { Sourced } from './family.ts';
import { fixedPart, isOfGit, pathsLeaving } from './inside-repository.ts';

/** Every path that an agreement names, and that the run does not replace, must stay inside its repository. */
export async function pathsOutside(
  { agreement, place }: Sourced,
  { allowOutside, leads, sources }: Pick<Selection, 'allowOutside' | 'leads' | 'sources'>,
  io: Io,
): Promise<readonly Diagnostic[]> {
  const paths: { readonly file: string; readonly path: YamlPath }[] = [
    ...Object.values(agreement.sources)
      .filter(({ name, kind }) => !Object.hasOwn(sources, name) && (kind !== 'leads' || leads.length === 0))
      .flatMap((source) =>
        source.files.map((file, i) => ({
          file,
          path: source.files.length === 1 ? [...source.path, 'files'] : [...source.path, 'files', i],
        })),
      ),
    ...Object.values(agreement.calendars).flatMap(({ id, holidays }) =>
      holidays.flatMap((ref, i) =>
        ref.kind === 'ics' ? [{ file: ref.file, path: ['calendars', id, 'holidays', i] }] : [],
      ),
    ),
    ...promisesOf(agreement).flatMap(({ measure, path }) => {
      const records = kindOf(measure.kind).records?.(measure);
      return records === undefined
        ? []
        : [{ file: records.file, path: [...path, measure.kind, ...records.path] }];
    }),
  ];
  const fixed = [...new Set(paths.map(({ file }) => fixedPart(file)))];
  const outside = new Set(allowOutside ? [] : await pathsLeaving(fixed, agreement.file, io));
  return paths
    .filter(({ file }) => isOfGit(file) || outside.has(fixedPart(file)))
    .map(({ file, path }) => ({ ...(isOfGit(file) ? ofGit(file) : leaving(file)), place: place(path) }));
}

const leaving = (file: string): Diagnostic => ({
  rule: 'outside-path',
  severity: 'error',
  message: t`The path "${file}" leaves the repository of the agreement`,
  help: t`write a path inside it, relative to the agreement; --allow-outside permits others, --leads FILE names one for a run`,
  fatal: true,
});

const ofGit = (file: string): Diagnostic => ({
  rule: 'outside-path',
  severity: 'error',
  message: t`The path "${file}" leads into git's own folder, in which no agreement reads`,
  help: t`put the file beside the agreement, and name it there`,
  fatal: true,
});

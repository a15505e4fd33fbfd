import { dirname, resolve } from 'node:path';
import { FileProblem } from '../../files/disk.ts';
import { expand } from '../../files/glob.ts';
import { t } from '../../messages/index.ts';
import type { SourceDef } from '../../model/agreement.ts';
import type { Files } from '../../model/io.ts';
import type { JudgeRequest } from '../../model/requests.ts';
import type { Sourced } from '../agreements/family.ts';

export interface FilesOfBase {
  readonly sources: JudgeRequest['sources'];
  /** That the two versions read other files, in sentences. */
  readonly cautions: readonly string[];
}

interface Asked extends Pick<JudgeRequest, 'leads' | 'sources'> {
  readonly files: Files;
}

/**
 * The files that the base reads: those of the head, so that both judge the same rows, wherever its agreement
 * lies. Where it names others and they are there, its own: that they are others is what is changed. What the
 * request names goes before.
 */
export async function filesOfBase(
  base: Sourced,
  head: Sourced,
  { leads, sources, files }: Asked,
): Promise<FilesOfBase> {
  const found: Record<string, readonly string[]> = {};
  const cautions: string[] = [];
  for (const source of Object.values(base.agreement.sources)) {
    const same = Object.values(head.agreement.sources).find((one) =>
      source.kind === 'leads' ? one.kind === 'leads' : one.name === source.name,
    );
    if (!same) continue;
    const named = sources[same.name] ?? (source.kind === 'leads' && leads.length > 0 ? leads : null);
    const [own, other] = [inFolder(source, base), inFolder(same, head)];
    if (named !== null || source.files.join('\n') === same.files.join('\n') || alike(own, other)) {
      found[source.name] = named ?? other;
    } else if (await areThere(source, base, files)) {
      cautions.push(t`Each version reads its own files of "${source.name}": they are others`);
    } else {
      found[source.name] = other;
      cautions.push(
        t`The files of "${source.name}" of the old version are not there: it reads those of the new`,
      );
    }
  }
  return { sources: { ...found, ...sources }, cautions };
}

const inFolder = ({ files }: SourceDef, { agreement }: Sourced): readonly string[] =>
  files.map((file) => resolve(dirname(agreement.file), file));

const alike = (a: readonly string[], b: readonly string[]): boolean =>
  [...a].sort().join('\n') === [...b].sort().join('\n');

/** What can't be listed is told as not there: the run that reads it would have no answer. */
async function areThere(source: SourceDef, { agreement }: Sourced, files: Files): Promise<boolean> {
  for (const pattern of source.files) {
    try {
      const found = await expand(pattern, dirname(agreement.file), files);
      if (found.length === 0 || (await files.stat(found[0] ?? '')) === null) return false;
    } catch (error) {
      if (error instanceof FileProblem) return false;
      throw error;
    }
  }
  return true;
}

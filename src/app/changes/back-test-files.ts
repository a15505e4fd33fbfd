import { dirname, resolve } from 'node:path';
import type { JudgeRequest } from '../../model/requests.ts';
import type { Sourced } from '../agreements/family.ts';

/**
 * The files of the head for the sources of the base: the same rows for both. What the request names goes
 * before.
 */
export function sameFiles(
  base: Sourced,
  head: Sourced,
  { leads, sources }: Pick<JudgeRequest, 'leads' | 'sources'>,
): JudgeRequest['sources'] {
  const folder = dirname(head.agreement.file);
  const found: Record<string, readonly string[]> = {};
  for (const source of Object.values(base.agreement.sources)) {
    const same = Object.values(head.agreement.sources).find((one) =>
      source.kind === 'leads' ? one.kind === 'leads' : one.name === source.name,
    );
    if (!same) continue;
    const named = sources[same.name] ?? (source.kind === 'leads' && leads.length > 0 ? leads : null);
    found[source.name] = named ?? same.files.map((file) => resolve(folder, file));
  }
  return { ...found, ...sources };
}

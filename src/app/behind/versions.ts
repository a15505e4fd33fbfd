import { formatDay } from '../../calendar/day.ts';
import { compareVersions } from '../../change/compare.ts';
import type { VersionBehind } from '../../model/behind.ts';
import type { Change } from '../../model/change.ts';
import type { Io } from '../../model/io.ts';
import { termsDigests } from '../agreements/terms-digests.ts';
import type { Run } from '../judging/run.ts';

/** What each version changed in the terms of the one before it, newest first. */
export async function versionsBehind({ family }: Run, io: Io): Promise<readonly VersionBehind[]> {
  const versions = await Promise.all(
    family.versions.map(async (one) => ({ ...one, digests: await termsDigests(one, io.files, io) })),
  );
  return versions
    .flatMap(({ agreement }, index): readonly VersionBehind[] => {
      const before = versions[index - 1];
      const sourced = versions[index];
      if (!before || !sourced) return [];
      const changes = compareVersions(before, sourced).filter((change) => change.class !== 'editorial');
      const { version, why, decidedBy, effective } = agreement;
      return [
        {
          ...{ version, why, decidedBy },
          from: effective.from === null ? null : formatDay(effective.from),
          changes: together(changes),
        },
      ];
    })
    .reverse();
}

/** What changes alike for several promises is told once. */
function together(changes: readonly Change[]): VersionBehind['changes'] {
  const groups = new Map<string, VersionBehind['changes'][number]>();
  for (const { promise, rule, from, to, details = [] } of changes) {
    const key = JSON.stringify([promise === null, rule, from, to]);
    const known = groups.get(key)?.promises ?? [];
    groups.set(key, { promises: promise === null ? [] : [...known, promise], rule, from, to, details });
  }
  return [...groups.values()];
}

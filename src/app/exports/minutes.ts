import { t } from '../../messages/index.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Io } from '../../model/io.ts';
import { nameOf } from '../../report/names.ts';
import { whyNoEvidence } from '../agreements/evidence-there.ts';
import type { Sourced } from '../agreements/family.ts';

/** The minutes of objectives that are not there: a path inside the repository, or a link, as of other evidence. */
export async function minutesMissing(
  sourced: Sourced,
  allowOutside: boolean,
  io: Io,
): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const { id, title, drawnUp, path } of sourced.agreement.objectives) {
    const minutes = drawnUp?.minutes ?? null;
    const why = minutes === null ? null : await whyNoEvidence(minutes, { sourced, allowOutside, io });
    if (minutes === null || why === null) continue;
    found.push({
      rule: 'missing-evidence',
      severity: 'warning',
      message: t`The minutes of "${nameOf({ id, title })}" are no evidence: "${minutes}" (${why})`,
      help: t`write the file there, from the folder of the agreement, or name an https link`,
      place: sourced.place([...path, 'drawn_up', 'minutes']),
    });
  }
  return sourced.weigh(found);
}

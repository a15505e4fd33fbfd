import type { Timing } from '../../kinds/kind.ts';
import { capHelp, isCapOf } from '../../kinds/pause.ts';
import { t } from '../../messages/index.ts';
import type { Segment } from '../../model/agreement.ts';
import type { YamlPath } from '../../model/diagnostic.ts';
import type { Report } from './report.ts';
import type { Settings } from './settings.ts';

/** A promise whose clock may stand still, and where it stands. */
interface Paused {
  readonly timing: Timing | null;
  readonly segments: readonly Segment[];
  readonly settings: Settings;
  readonly path: YamlPath;
}

/** What a pause asks of the promise around its measure. */
export function checkPause({ timing, segments, settings, path }: Paused, report: Report): void {
  const pause = timing?.pause;
  if (pause === undefined) return;
  if (settings.bookBy === 'due') {
    report('no-pause', path, {
      message: t`A clock that stands still has no due to book a case by: it would move from one period to the next`,
      help: t`write book_by: start, or remove "pause"`,
      on: 'key',
    });
  }
  for (const [i, { within }] of segments.entries()) {
    if (within === null || isCapOf(pause.atMost, within)) continue;
    report('pause-unit', [...path, 'segments', i, 'within'], {
      message: t`"${pause.atMost.text}", all that a pause may take, is no time of a clock of ${within.text}`,
      help: t`write a limit that is counted as the pause is, or make the segment a promise of its own. ${capHelp(within)}`,
    });
  }
}

import { t } from '../../messages/index.ts';
import type { ClosingTerms } from '../../model/agreement.ts';
import { calendar, isBusinessTime } from './measure.ts';
import { duration } from './parts.ts';
import type { PromiseContext } from './promise-context.ts';
import { isMap, type Raw } from './report.ts';

/** How a month is closed: at the earliest so long after its end, with so much of its leads. */
export function closing(root: Raw, around: PromiseContext): ClosingTerms | null {
  const raw = root.closing;
  if (!isMap(raw)) return null;
  const after = duration(raw.after, ['closing', 'after'], around.report);
  const path = ['closing', 'calendar'];
  if (raw.calendar !== undefined && (!('after' in raw) || (after !== null && !isBusinessTime(after))))
    around.report('unused-key', path, {
      message: t`The calendar counts nothing here: "after" is no business time`,
      help: t`remove it, or write for example "after: 10 business days"`,
      on: 'key',
    });
  const { cases } = raw;
  return {
    after,
    calendar: calendar(raw.calendar, path, { limit: after, key: 'after' }, around),
    cases: cases === 'hashed' || cases === 'ids' || cases === 'none' ? cases : null,
  };
}

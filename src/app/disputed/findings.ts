import { t } from '../../messages/index.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { DisputeState } from '../../model/dispute.ts';
import type { Disputed } from './cases.ts';

/** What the data and the day say of a dispute. Neither its lead nor what it says is told: the place is enough. */
export function findingsOf({ dispute, sourced }: Disputed, state: DisputeState): readonly Diagnostic[] {
  const { on, title, due } = state;
  const { path } = dispute;
  const isOpen = state.is === 'open' || state.is === 'overdue';
  const found: Diagnostic[] = [];
  if (state.is === 'overdue')
    found.push({
      rule: 'dispute-overdue',
      severity: 'warning',
      message: t`The dispute of ${on} about "${title}" was to be settled by ${due ?? ''}`,
      help: t`settle it, and write settled: { outcome: upheld or rejected, by: [${state.settledBy.join(', ')}], on: the day }`,
      place: sourced.place([...path, 'on']),
    });
  if (state.state === null || state.state === 'excluded')
    found.push({
      rule: 'dispute-without-case',
      severity: 'warning',
      message: t`The lead of the dispute of ${on} is no case of "${title}"`,
      help: t`write its key as the export has it, or remove the dispute; "sla explain" says why a lead is no case`,
      place: sourced.place([...path, 'lead']),
    });
  if (state.state === 'met' && isOpen)
    found.push({
      rule: 'dispute-of-met',
      severity: 'info',
      message: t`The case of the dispute of ${on} about "${title}" is met: upheld, it changes nothing`,
      help: t`remove it, or settle it for the record`,
      place: sourced.place([...path, 'lead']),
    });
  return sourced.weigh(found);
}

import { formatDay, MICROS_PER_DAY } from '../../calendar/day.ts';
import { toLocal, zoneTable } from '../../calendar/zone.ts';
import { t } from '../../messages/index.ts';
import type { DisputeRegister } from '../../model/dispute.ts';
import type { Period } from '../../model/time.ts';
import type { PageBlock } from '../blocks.ts';
import { disputeBlocks } from '../disputes.ts';
import type { AgreementFacts } from '../page/facts.ts';
import { namingOf } from '../page/naming.ts';
import { answerLine } from './fill-in.ts';

/** What is open, and what was settled since the period that the meeting is about began. */
export function disputedBlocks({ compliance, focus }: AgreementFacts): readonly PageBlock[] {
  if (compliance.disputes === undefined || focus === null) return [];
  const register = spokenOf(compliance.disputes, focus);
  if (register.disputes.length === 0) return [];
  const isOpen = register.disputes.some(({ settledOn }) => settledOn === null);
  return [
    ...disputeBlocks(register, namingOf(compliance)),
    ...(isOpen
      ? ([
          { kind: 'text', role: 'question', words: [t`What is upheld, and what is rejected?`] },
          answerLine(),
        ] as const)
      : []),
  ];
}

/** Those that are not settled, and those that were since the period began. */
export function spokenOf({ disputes, ...more }: DisputeRegister, { from }: Period): DisputeRegister {
  const local = toLocal(zoneTable(more.agreement.timezone, from, from), from);
  const first = formatDay(Math.floor(local / MICROS_PER_DAY));
  return { ...more, disputes: disputes.filter(({ settledOn }) => settledOn === null || settledOn >= first) };
}

import { t } from '../../messages/index.ts';
import type { DisputeRegister } from '../../model/dispute.ts';
import type { Group } from '../blocks.ts';
import { disputeBlocks } from '../disputes.ts';
import type { AgreementFacts } from './facts.ts';
import { namingOf } from './naming.ts';

/** Those that are not settled. */
const openOf = ({ disputes, ...more }: DisputeRegister): DisputeRegister => ({
  ...more,
  disputes: disputes.filter(({ is }) => is === 'open' || is === 'overdue'),
});

/** What is disputed and not settled, and what the numbers would be; null where nothing is. */
export function disputesSection({ compliance, prefix }: AgreementFacts, level: 2 | 3): Group | null {
  const open = compliance.disputes && openOf(compliance.disputes);
  if (open === undefined || open.disputes.length === 0) return null;
  return {
    kind: 'group',
    role: 'section',
    id: `${prefix}disputes`,
    blocks: [
      { kind: 'heading', level, words: [t`What is disputed`] },
      { kind: 'text', role: 'intro', words: [t`It changes no number until it is settled.`] },
      ...disputeBlocks(open, namingOf(compliance)),
    ],
  };
}

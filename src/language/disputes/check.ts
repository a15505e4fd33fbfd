import { formatDay } from '../../calendar/day.ts';
import { t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import { quoted } from '../../messages/quoted.ts';
import type { Agreement } from '../../model/agreement.ts';
import type { Finding } from '../../model/diagnostic.ts';
import type { Dispute } from '../../model/dispute.ts';
import { disputeRules } from '../rules/disputes.ts';
import { missingSettlers } from './upheld.ts';

type Found = Omit<Finding, 'severity'>;

/** What is asked of disputes that neither a date nor a lead decides. */
export function checkDisputes(agreement: Agreement): readonly Finding[] {
  const raised = agreement.disputes?.raised ?? [];
  const found = [...raised.flatMap((one) => settledByOthers(one, agreement)), ...twice(raised)];
  return found.map((one) => ({ ...one, severity: SEVERITIES.get(one.rule) ?? 'warning' }));
}

const SEVERITIES = new Map(disputeRules.map(({ id, severity }) => [id, severity]));

function settledByOthers(one: Dispute, agreement: Agreement): readonly Found[] {
  const missing = missingSettlers(one, agreement);
  if (missing.length === 0 || one.settled === null) return [];
  const names = missing.map(quoted);
  return [
    {
      rule: 'dispute-settled-by',
      message: t`The dispute is not settled without ${allOf(names)}: it stays open`,
      help: t`agree on it, and write by: [${[...one.settled.by, ...missing].join(', ')}]`,
      path: [...one.path, 'settled'],
    },
  ];
}

function twice(raised: readonly Dispute[]): readonly Found[] {
  const first = new Map<string, Dispute>();
  return raised.flatMap((one): readonly Found[] => {
    const key = JSON.stringify([one.lead, one.promise]);
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, one);
      return [];
    }
    return [
      {
        rule: 'dispute-twice',
        message: t`The same lead and promise are disputed in ${before.file}, on ${formatDay(before.on)}`,
        help: t`keep one of them, and add to what it says`,
        path: [...one.path, 'lead'],
      },
    ];
  });
}

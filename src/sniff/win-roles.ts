import { t } from '../messages/index.ts';
import { figure } from '../messages/numbers.ts';
import type { ColumnRole, RoleName } from '../model/sniff.ts';
import { isAcceptance, QUOTE } from './header-words.ts';
import type { RoleCandidate } from './role-candidate.ts';
import { fits, isOf, RULES } from './role-rules.ts';

/** Where rows are quotes, whoever accepts one is the customer, and has bought. */
export function winByQuote(
  columns: readonly RoleCandidate[],
  folded: readonly string[],
  roles: Map<number, ColumnRole>,
  taken: ReadonlySet<RoleName>,
): void {
  const place = (role: RoleName): number => [...roles].find(([, { name }]) => name === role)?.[0] ?? -1;
  const at = place('answered');
  const { name } = columns[at] ?? {};
  if (name === undefined || taken.has('won') || !isAcceptance(folded[at] ?? '')) return;
  if (QUOTE.test(folded[place('id')] ?? ''))
    roles.set(at, { name: 'won', why: t`its header "${name}": a quote is accepted by the customer` });
}

/** Of two numbers of filled cells that are not further apart the columns speak of the same deals. */
const SAME_DEALS = 0.05;

/**
 * Where an amount is known of some rows only, and several dates speak of a win, the one that is filled as
 * often as the amount.
 */
export function winWithAmount(
  columns: readonly RoleCandidate[],
  folded: readonly string[],
  roles: Map<number, ColumnRole>,
): void {
  const rule = RULES.find(({ role }) => role === 'won');
  const place = (role: RoleName): number => [...roles].find(([, { name }]) => name === role)?.[0] ?? -1;
  const won = place('won');
  const amount = columns[place('amount')];
  const rows = Math.max(...columns.map(({ filled }) => filled));
  if (!rule || !columns[won] || !amount || amount.filled === rows) return;
  const apart = (at: number): number =>
    Math.abs((columns[at]?.filled ?? 0) - amount.filled) / Math.max(1, amount.filled);
  const [best] = columns
    .map((_, at) => at)
    .filter((at) => {
      const header = folded[at] ?? '';
      const free = at === won || !roles.has(at);
      return (
        free && fits(rule, columns[at]) && isOf(rule, header) && rule.words.some((word) => word.test(header))
      );
    })
    .sort((a, b) => apart(a) - apart(b));
  if (best === undefined || apart(won) <= SAME_DEALS || apart(best) > SAME_DEALS) return;
  const { name } = columns[best] as RoleCandidate;
  roles.delete(won);
  roles.set(best, {
    name: 'won',
    why: t`its header "${name}", and it is filled as often as the amount (${figure(amount.filled)})`,
  });
}

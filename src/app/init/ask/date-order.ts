import { t } from '../../../messages/index.ts';
import { allOf } from '../../../messages/list.ts';
import { quoted } from '../../../messages/quoted.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { Ask, Decision, InitRequest, Question } from '../../../model/init.ts';
import type { SniffColumn } from '../../../model/sniff.ts';
import { ambiguous, type Columns, type DateOrder, withOrder } from './mapping.ts';

/**
 * The columns with the formats of their dates, where a flag or an answer says whether the day comes first; a finding
 * where it must be known and nobody says it. What was said is added to the decisions.
 */
export async function inOneOrder<C extends Columns>(
  columns: C,
  said: InitRequest['dateOrder'],
  ask: Ask | null,
  decisions: Decision[],
): Promise<{ readonly columns: C } | Diagnostic> {
  const unclear = ambiguous(columns);
  if (unclear.length === 0) return { columns };
  const order = said ?? (ask === null ? null : await ask(orderQuestion(unclear)));
  if (order === null) return ambiguousDates(unclear);
  decisions.push({ flag: '--date-order', value: order, by: said ? 'flag' : 'answer', why: '' });
  return { columns: withOrder(columns, order as DateOrder) };
}

function orderQuestion(columns: readonly SniffColumn[]): Question {
  const [first] = columns;
  return {
    flag: '--date-order',
    text: t`"${first?.examples[0] ?? ''}" in "${first?.name ?? ''}": is the day first or the month?`,
    fallback: 'day-first',
    why: t`no cell proves it`,
    choices: ['day-first', 'month-first'],
    check: (answer) =>
      answer === 'day-first' || answer === 'month-first' ? null : t`"${answer}" is neither`,
  };
}

function ambiguousDates(columns: readonly SniffColumn[]): Diagnostic {
  const names = allOf(columns.map(({ name }) => quoted(name)));
  return {
    rule: 'ambiguous-dates',
    severity: 'error',
    message: t`Day and month can not be told apart in ${names}, and dates are never guessed`,
    help: t`run it again with --date-order day-first, or --date-order month-first`,
    fatal: true,
  };
}

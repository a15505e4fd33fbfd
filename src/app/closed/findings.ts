import { plural, t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import type { Move } from '../../model/closed.ts';
import type { MoveReason, Result } from '../../model/compliance.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { nameOf, periodText } from '../../report/names.ts';
import { attained } from '../../report/number.ts';
import { moveWord, wordOf } from '../../report/words.ts';
import type { Sourced } from '../agreements/family.ts';
import type { Difference, HeldMonth } from './held.ts';

/** One finding for each promise that a closed month and the exports of today tell differently. */
export function closedFindings(held: readonly HeldMonth[], newest: Sourced): readonly Diagnostic[] {
  return held.flatMap((month) => month.differences.map((each) => finding(each, month, newest)));
}

function finding(different: Difference, { month, closing, naming }: HeldMonth, newest: Sourced): Diagnostic {
  const { promise, period, before, now, moves } = different;
  const name = nameOf(now ?? before ?? { id: promise, title: promise });
  const told = t`"${name}" in ${periodText(period)} was closed at ${numberText(before)}, and is ${numberText(now)} by the exports of today`;
  const cases =
    moves !== null
      ? movesText(moves)
      : naming === null && closing.cases.as !== 'none'
        ? t`which cases moved can not be told: the salt of the closing is not the one in .sla/salt`
        : t`which cases moved is not recorded`;
  return {
    rule: 'closed-month',
    severity: 'warning',
    message: cases === '' ? told : t`${told}: ${cases}`,
    help:
      moves === null
        ? t`the closed number is the official one; to close it anew: sla close ${month.month} --again --why "..."`
        : t`the closed number is the official one; sla cases --moved ${month.month} lists the cases; to close it anew: sla close ${month.month} --again --why "..."`,
    place: now?.place ?? newest.place(['id']),
  };
}

function numberText(result: Result | null): string {
  if (result === null) return t`nothing`;
  const verdict = result.verdict === null ? '' : ` (${wordOf(result.verdict)})`;
  return `${attained(result)}${verdict}`;
}

/** `5 cases moved: 5 breached to met (a date or an amount was edited)` */
function movesText(moves: readonly Move[]): string {
  if (moves.length === 0) return '';
  const groups = new Map<string, { readonly text: string; n: number }>();
  for (const { from, to, why } of moves) {
    const key = `${from} ${to} ${why}`;
    const group = groups.get(key) ?? { text: moveText(from, to, why), n: 0 };
    group.n++;
    groups.set(key, group);
  }
  const parts = [...groups.values()]
    .sort((a, b) => b.n - a.n || (a.text < b.text ? -1 : 1))
    .map(({ text, n }) => `${whole(n)} ${text}`)
    .join(', ');
  const many = plural(
    moves.length,
    t`${whole(moves.length)} case moved`,
    t`${whole(moves.length)} cases moved`,
  );
  return t`${many}: ${parts}`;
}

function moveText(from: Move['from'], to: Move['to'], why: MoveReason): string {
  if (from !== null && from === to) return `${wordOf(from)} (${moveWord(why)})`;
  const [first, last] = [from, to].map((state) => (state === null ? t`no case` : wordOf(state)));
  return t`${first ?? ''} to ${last ?? ''} (${moveWord(why)})`;
}

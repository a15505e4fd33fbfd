import { t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import type { ChangeValue, ReviewedChange } from '../../model/change.ts';
import { termShown } from '../number.ts';
import { yesOrNo } from '../words.ts';

/** A value of a term as a sentence shows it; a digest by its first digits. */
export function valueText(value: ChangeValue): string {
  if (value === null) return t`none`;
  if (typeof value === 'boolean') return yesOrNo(value);
  const text = String(value);
  return /^sha256:[0-9a-f]{16,}$/.test(text) ? text.slice(0, 'sha256:'.length + 8) : termShown(text);
}

/**
 * The term that a change is about, as a history names it: a whole promise by the word for it. Where a
 * change is yet to be accepted its rule is typed as it is.
 */
export function termText({ rule }: Pick<ReviewedChange, 'rule'>): string {
  if (rule === 'commitment') return t`commitment`;
  return rule === 'objective' ? t`objective` : rule;
}

/** `4 business hours -> 8 business hours`; what came or went whole has no values to show. */
export function fromTo({ from, to, class: found }: ReviewedChange): string {
  if ((found === 'added' || found === 'removed') && (from === null || to === null)) return '';
  return `${valueText(from)} -> ${valueText(to)}`;
}

/** Whether and by whom a change is agreed; empty where nobody needs to. */
export function agreedText({ missing, accepted }: ReviewedChange): string {
  if (missing.length > 0) return t`not accepted by ${allOf(missing)}`;
  if (accepted.length === 0) return '';
  return t`accepted by ${accepted.map(({ by, reason }) => t`${by}: ${reason}`).join(t`; `)}`;
}

/** What the leads say about a term that the text can't compare: it informs whoever accepts it. */
export function settledText({ class: found, settled }: ReviewedChange): string {
  if (found !== 'open') return '';
  switch (settled) {
    case 'weakened':
      return t`weaker on the leads of the back-test`;
    case 'tightened':
      return t`stronger on the leads of the back-test`;
    case 'both':
      return t`weaker for some leads of the back-test, stronger for others`;
    case 'none':
      return t`not proved harmless, though the same on all leads of the back-test`;
    case 'nothing':
      return t`not proved harmless: no case of the back-test was decided`;
    case null:
      return t`not proved harmless`;
  }
}

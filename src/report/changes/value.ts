import type { ChangeValue, ReviewedChange } from '../../model/change.ts';

/** A value of a term as a sentence shows it; a digest by its first digits. */
export function valueText(value: ChangeValue): string {
  if (value === null) return 'none';
  if (value === true) return 'yes';
  if (value === false) return 'no';
  const text = String(value);
  return /^sha256:[0-9a-f]{16,}$/.test(text) ? text.slice(0, 'sha256:'.length + 8) : text;
}

/** `4 business hours -> 8 business hours`; what came or went whole has no values to show. */
export function fromTo({ from, to, class: found }: ReviewedChange): string {
  if ((found === 'added' || found === 'removed') && (from === null || to === null)) return '';
  return `${valueText(from)} -> ${valueText(to)}`;
}

/** Whether and by whom a change is agreed; empty where nobody needs to. */
export function agreedText({ missing, accepted }: ReviewedChange): string {
  if (missing.length > 0) return `not accepted by ${missing.join(' and ')}`;
  if (accepted.length === 0) return '';
  return `accepted by ${accepted.map(({ by, reason }) => `${by}: ${reason}`).join('; ')}`;
}

/** What the leads say about a term that the text can't compare. */
export function settledText({ class: found, settled }: ReviewedChange): string {
  if (found !== 'reshaped') return '';
  switch (settled) {
    case 'weakened':
      return 'weaker on the leads of the back-test';
    case 'tightened':
      return 'stronger on the leads of the back-test';
    case 'both':
      return 'weaker for some leads of the back-test, stronger for others';
    case 'none':
      return 'the same on all leads of the back-test';
    case null:
      return 'can not be told from the text';
  }
}

import type { ChangeValue } from '../../model/change.ts';

/** A value of a term as a sentence shows it; a digest by its first digits. */
export function valueText(value: ChangeValue): string {
  if (value === null) return 'none';
  if (value === true) return 'yes';
  if (value === false) return 'no';
  const text = String(value);
  return /^sha256:[0-9a-f]{16,}$/.test(text) ? text.slice(0, 'sha256:'.length + 8) : text;
}

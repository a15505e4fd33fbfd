import type { Diagnostic } from '../../model/diagnostic.ts';

/** An option that an agreement or its exports do not allow: what is wrong with it, and what to type. */
export const wrongOption = (message: string, help: string): Diagnostic => ({
  rule: 'wrong-option',
  severity: 'error',
  message,
  help,
  fatal: true,
});

import type { Diagnostic } from '../../model/diagnostic.ts';

/** Agreements that do not say what a command is about: no answer where none of them does, else no more than told. */
export const askedOfOthers = (silent: readonly Diagnostic[], isAnswered: boolean): readonly Diagnostic[] =>
  isAnswered ? silent.map(({ fatal: _, ...one }) => ({ ...one, severity: 'info' })) : silent;

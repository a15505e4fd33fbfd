import type { Raw } from './report.ts';

/** The paths and globs of a section, as they are written. */
export const filesOf = ({ files }: Raw): readonly string[] =>
  [files].flat().flatMap((file) => (typeof file === 'string' ? [file] : []));

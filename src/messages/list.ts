import { t } from './index.ts';

/** All of them: `A and B`, `A, B and C`, `A, B et C`. */
export const allOf = (names: readonly string[]): string =>
  listed(names, (head, last) => t`${head} and ${last}`);

/** Any of them: `A or B`, `A, B or C`, `A, B ou C`. */
export const anyOf = (names: readonly string[]): string =>
  listed(names, (head, last) => t`${head} or ${last}`);

/** `Intl` itself is not asked: its first answer takes as long as a small export. */
function listed(names: readonly string[], join: (head: string, last: string) => string): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : join(names.slice(0, -1).join(', '), last);
}

import type { Change } from '../../model/change.ts';

/** The line to type so that a team accepts a change; it compares the same two sides again. */
export function acceptCommand(
  { key }: Pick<Change, 'key'>,
  team: string,
  { base, head }: { readonly base: string | null; readonly head: string | null },
): string {
  const against = [
    ...(base === null ? [] : [`--base ${quoted(base)}`]),
    ...(head === null ? [] : [`--head ${quoted(head)}`]),
  ];
  return ['sla accept', quoted(key), ...against, `--by ${team}`, '--reason "..."'].join(' ');
}

/** For a shell, where a name has more than letters, digits and the signs of paths and references. */
function quoted(text: string): string {
  return /^[\w./:@~^+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

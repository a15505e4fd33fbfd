import type { Change } from '../../model/change.ts';

interface Asked {
  readonly base: string | null;
  readonly head: string | null;
}

/** The line to type so that a team accepts a change; it compares the same two sides again. */
export const acceptCommand = ({ key }: Pick<Change, 'key'>, team: string, asked: Asked): string =>
  line(quoted(key), team, asked);

/** The line to type so that a team accepts all that is left to it. */
export const acceptAllCommand = (team: string, asked: Asked): string => line('--all', team, asked);

function line(what: string, team: string, { base, head }: Asked): string {
  const against = [
    ...(base === null ? [] : [`--base ${quoted(base)}`]),
    ...(head === null ? [] : [`--head ${quoted(head)}`]),
  ];
  return ['sla accept', what, ...against, `--by ${team}`, '--why "..."'].join(' ');
}

/** For a shell, where a name has more than letters, digits and the signs of paths and references. */
function quoted(text: string): string {
  return /^[\w./:@~^+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

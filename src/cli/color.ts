import type { Stream } from '../model/io.ts';

export type ColorWhen = 'auto' | 'always' | 'never';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Source: no-color.org, force-color.org. The flag wins over the environment, which wins over the terminal.
 */
export function wantsColor(when: ColorWhen, stream: Pick<Stream, 'isTTY'>, env: Env): boolean {
  if (when !== 'auto') return when === 'always';
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  const force = env.FORCE_COLOR;
  if (force !== undefined) return force !== '0' && force !== 'false';
  return stream.isTTY && env.TERM !== 'dumb';
}

/** Characters a line; a pipe has no width of its own. */
export function widthOf(stream: Pick<Stream, 'isTTY' | 'columns'>): number {
  if (!stream.isTTY) return 100;
  const columns = stream.columns ?? 80;
  return Math.max(40, Math.min(columns, 240));
}

/** Plain ASCII where asked for, and on a terminal that can do no better. */
export function wantsAscii(flag: boolean, stream: Pick<Stream, 'isTTY'>, env: Env): boolean {
  return flag || (stream.isTTY && env.TERM === 'dumb');
}

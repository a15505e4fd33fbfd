import { basename, dirname, join } from 'node:path';
import { nearestTyped, withNearest } from '../messages/nearest.ts';
import type { Files } from '../model/io.ts';

/** A help that lists what to do about a file that is not there, and the one that was probably meant. */
export async function withNearFile(
  help: string,
  absolute: string,
  typed: string,
  files: Files,
): Promise<string> {
  const near = await nearFile(absolute, files).catch(() => null);
  return withNearest(help, near === null ? null : asTyped(near, absolute, typed));
}

/** The file or folder that a slip turns into this path, in any of its parts; null where none is near. */
async function nearFile(absolute: string, files: Files): Promise<string | null> {
  const above = dirname(absolute);
  if (above === absolute) return null;
  const folder = (await files.stat(above)) === null ? await nearFile(above, files) : above;
  if (folder === null) return null;
  const name = basename(absolute);
  if (folder !== above && (await files.stat(join(folder, name))) !== null) return join(folder, name);
  const names = (await files.list(folder)).map((entry) => entry.replace(/\/$/, ''));
  // A broken link is listed by the name that was typed.
  const near = nearestTyped(
    name,
    names.filter((each) => each !== name),
  );
  return near === null ? null : join(folder, near);
}

/** With as much before it as was typed. */
function asTyped(near: string, absolute: string, typed: string): string {
  const before = absolute.length - typed.length;
  const isEnd = absolute.endsWith(typed) && before > 0 && near.startsWith(absolute.slice(0, before));
  return isEnd ? near.slice(before) : near;
}

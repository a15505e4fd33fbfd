import { isAbsolute, join } from 'node:path';
import { t } from '../messages/index.ts';
import { whole } from '../messages/numbers.ts';
import type { Io } from '../model/io.ts';
import type { RenderOptions } from '../model/render.ts';

/**
 * What GitHub takes of a step's summary; beyond, it shows none of it. Source: its limit of 1 MiB, with room
 * for what others add.
 */
const SUMMARY_BYTES = 1_000_000;

/** The paths that a CI system shows start at the root of its checkout, wherever in it the program runs. */
export function checkoutOf(io: Io): NonNullable<RenderOptions['checkout']> {
  const root = io.env.GITHUB_WORKSPACE ?? io.env.CI_PROJECT_DIR;
  return { cwd: io.cwd, root: root !== undefined && isAbsolute(root) ? root : io.cwd };
}

/** Adds a page to the summary of a GitHub job, where there is one: annotations alone are cut off at ten. */
export async function appendSummary(io: Io, render: () => Promise<string>): Promise<void> {
  const named = io.env.GITHUB_STEP_SUMMARY;
  if (named === undefined || named === '') return;
  const file = isAbsolute(named) ? named : join(io.cwd, named);
  const there = (await io.files.stat(file)) === null ? '' : Buffer.from(await io.files.read(file)).toString();
  const room = SUMMARY_BYTES - Buffer.byteLength(there);
  await io.files.write(file, there + fitting(`${await render()}\n`, room), { force: true });
}

/** The lines that fit, and how many do not. */
function fitting(text: string, room: number): string {
  if (Buffer.byteLength(text) <= room) return text;
  const lines = text.split('\n');
  let used = 200;
  const fits = lines.findIndex((line) => {
    used += Buffer.byteLength(line) + 1;
    return used > room;
  });
  const kept = lines.slice(0, Math.max(0, fits));
  const note = `\n${t`${whole(lines.length - kept.length)} more lines do not fit: the log of the step has them all`}\n`;
  return `${kept.join('\n')}\n${note}`;
}

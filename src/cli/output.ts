import { formats, textOf } from '../app/render.ts';
import { speakToPrograms, t } from '../messages/index.ts';
import { allOf } from '../messages/list.ts';
import { nearestTyped, withNearest } from '../messages/nearest.ts';
import type { Io, Stream } from '../model/io.ts';
import type { DocumentKind, RenderOptions, Written } from '../model/render.ts';
import { TOOL } from '../model/tool.ts';
import { appendSummary, checkoutOf } from './ci.ts';
import { type ColorWhen, wantsAscii, wantsColor, widthOf } from './color.ts';
import { type Input, UsageProblem } from './command.ts';

/** Where one rendering of the answer goes; `file` is null for standard output. */
export interface Target {
  readonly format: string;
  readonly file: string | null;
}

/**
 * Those of the options, and `more`. Read before any work is done, so that neither a slip in a name nor a
 * file that is there already costs an answer.
 */
export async function targetsOf(
  input: Input,
  kind: DocumentKind,
  io: Io,
  more: readonly Target[] = [],
): Promise<readonly Target[]> {
  for (const name of input.list('output')) await refuseFolder(name, kind, io);
  const targets = namedTargets(input, kind, more);
  refuseIdle(targets, input);
  const rejects = input.has('rejects') ? input.text('rejects') : null;
  await refuseTaken(
    [...targets.flatMap(({ file }) => file ?? []), ...(rejects === null ? [] : [rejects])],
    input,
    io,
  );
  return targets;
}

/** What shapes CSV would change nothing, and its reader would not know why. */
function refuseIdle(targets: readonly Target[], input: Input): void {
  if (targets.some(({ format }) => format === 'csv')) return;
  const idle = ['excel', 'layout'].find(
    (flag) => input.has(flag) && (flag === 'excel' ? input.flag(flag) : input.text(flag) !== null),
  );
  if (idle !== undefined)
    throw new UsageProblem(
      t`--${idle} is of CSV, and no CSV is written`,
      t`add --format csv, or -o FILE.csv`,
    );
}

/** All of them before the first is written: a run that is refused has written nothing. */
async function refuseTaken(files: readonly string[], input: Input, io: Io): Promise<void> {
  if (files.length === 0) return;
  const { resolve } = await import('node:path');
  const paths = files.map((file) => resolve(io.cwd, file));
  const twice = files.find((_, index) => paths.indexOf(paths[index] ?? '') !== index);
  if (twice !== undefined) throw writtenTwice(twice);
  for (const path of paths) await io.files.writable(path, { force: input.flag('force') });
}

/** A folder has no suffix that could be wrong: it lacks the name of a file. */
async function refuseFolder(name: string, kind: DocumentKind, io: Io): Promise<void> {
  const { join, resolve } = await import('node:path');
  if ((await io.files.stat(resolve(io.cwd, name)))?.kind !== 'directory') return;
  const page = formats.some((each) => each.name === 'html' && each.writes.includes(kind));
  throw new UsageProblem(
    t`There is a folder in place of the file "${name}"`,
    t`name a file in it: -o ${join(name, page ? 'page.html' : 'page.txt')}`,
  );
}

const writtenTwice = (file: string): UsageProblem =>
  new UsageProblem(t`"${file}" is to be written twice`, t`give each its own name`);

function namedTargets(input: Input, kind: DocumentKind, more: readonly Target[]): readonly Target[] {
  const targets: Target[] = [...more];
  for (const text of input.list('format')) {
    const at = text.indexOf('=');
    const format = at < 0 ? text : text.slice(0, at);
    const file = at < 0 ? null : text.slice(at + 1);
    if (file === '') throw new UsageProblem(t`--format ${text} names no file`, `--format ${format}=FILE`);
    targets.push({ format: supported(format, kind), file });
  }
  for (const file of input.list('output')) targets.push({ format: formatOf(file, kind), file });
  const outs = targets.filter((each) => each.file === null);
  const bytes = outs.find((each) => formats.some(({ name, binary }) => name === each.format && binary));
  if (bytes) {
    throw new UsageProblem(
      t`"${bytes.format}" is written to a file, not to standard output`,
      t`-o FILE.${bytes.format}, or --format ${bytes.format}=FILE`,
    );
  }
  if (outs.length > 1) {
    const second = outs[1]?.format ?? '';
    throw new UsageProblem(
      t`Standard output takes one format, not ${allOf(outs.map((each) => `"${each.format}"`))}`,
      t`--format ${second}=FILE writes the other to a file`,
    );
  }
  if (targets.length === 0) return [{ format: 'text', file: null }];
  if (targets.every(({ format }) => forPrograms(format, input))) speakToPrograms();
  return targets;
}

/** A spreadsheet that a person asked for by `--excel` is no machine's. */
function forPrograms(format: string, input: Input): boolean {
  const excel = input.has('excel') && input.flag('excel');
  return formats.find(({ name }) => name === format)?.programs === true && !excel;
}

function supported(format: string, kind: DocumentKind): string {
  const names = formats.filter((each) => each.writes.includes(kind)).map((each) => each.name);
  if (names.includes(format)) return format;
  const [flag, near] = ['--format', nearestTyped(format, names)];
  throw new UsageProblem(
    t`${flag} does not know "${format}"`,
    withNearest(t`the formats are ${allOf(names)}`, near),
  );
}

function formatOf(file: string, kind: DocumentKind): string {
  const able = formats.filter((each) => each.writes.includes(kind) && each.suffixes.length > 0);
  const endings = able.flatMap((each) => each.suffixes.map((suffix) => ({ suffix, name: each.name })));
  // `.sarif.json` is no `.json`.
  const [found] = endings
    .filter(({ suffix }) => file.toLowerCase().endsWith(suffix))
    .sort((a, b) => b.suffix.length - a.suffix.length);
  if (found) return found.name;
  throw new UsageProblem(
    t`The suffix of "${file}" says no format that this command writes`,
    t`use ${able.map((each) => each.suffixes[0]).join(', ')}, or --format FORMAT=${file}`,
  );
}

/** Files are plain: no colour, and a width that does not depend on the terminal at hand. */
export function renderOptions(input: Input, io: Io, stream: Stream | null): RenderOptions {
  const has = (name: string) => input.has(name) && input.flag(name);
  return {
    tool: TOOL,
    width: stream ? widthOf(stream) : 100,
    color: stream ? wantsColor((input.text('color') ?? 'auto') as ColorWhen, stream, io.env) : false,
    ascii: wantsAscii(input.flag('ascii'), stream ?? { isTTY: false }, io.env),
    layout: input.has('layout') && input.text('layout') === 'wide' ? 'wide' : 'tidy',
    excel: has('excel'),
    checkout: checkoutOf(io),
  };
}

/**
 * Whether a target is written where there is no answer: a file that was there before is worth more than one
 * that holds a problem alone, unless problems are what its readers look for. Standard output always has its
 * document.
 */
export function showsProblems({ format, file }: Target): boolean {
  return file === null || formats.find(({ name }) => name === format)?.problems === true;
}

/** Why a file is not there, or is still the one that was there before. */
export const notWritten = (file: string): string => t`Not written, because there is no answer: ${file}`;

/**
 * Writes every target; all are rendered before the first is written, so that a bug leaves no half of them.
 */
export async function emit({
  targets,
  input,
  io,
  render,
  outcome: { answered = true } = {},
}: {
  readonly targets: readonly Target[];
  readonly input: Input;
  readonly io: Io;
  readonly render: (format: string, options: RenderOptions) => Promise<Written>;
  readonly outcome?: { readonly answered?: boolean };
}): Promise<void> {
  const rendered: { readonly target: Target; readonly written: Written }[] = [];
  for (const target of targets) {
    if (!answered && !showsProblems(target)) continue;
    const stream = target.file === null ? io.stdout : null;
    const options = renderOptions(input, io, stream);
    const laws = formats.find((each) => each.name === target.format)?.laws ? { laws: await lawsOf() } : {};
    rendered.push({ target, written: await render(target.format, { ...options, ...laws }) });
  }
  const { isAbsolute, join } = await import('node:path');
  for (const { target, written } of rendered) {
    if (target.file === null) {
      await io.stdout.write(textOf(written));
      continue;
    }
    const path = isAbsolute(target.file) ? target.file : join(io.cwd, target.file);
    await io.files.write(path, written, { force: input.flag('force') });
    await io.stderr.write(`${t`Wrote ${withoutControls(target.file)}`}\n`);
  }
  for (const target of targets) {
    if (target.file === null || rendered.some((each) => each.target === target)) continue;
    await io.stderr.write(`${notWritten(withoutControls(target.file))}\n`);
  }
  if (targets.some((each) => each.format === 'github'))
    await appendSummary(io, async () => textOf(await render('markdown', renderOptions(input, io, null))));
}

/** A name as a terminal may show it. */
const withoutControls = (file: string): string => file.replace(/\p{Cc}/gu, ' ');

async function lawsOf(): Promise<Readonly<Record<string, string>>> {
  const { ruleCatalogue } = await import('../app/rules.ts');
  return Object.fromEntries(ruleCatalogue.map(({ id, law }) => [id, law]));
}

import type { Diagnostic } from '../model/diagnostic.ts';
import type { Io } from '../model/io.ts';
import type { DocumentKind, FormatWriter, RenderOptions, Written } from '../model/render.ts';
import type { Answer, JudgeRequest } from '../model/requests.ts';
import { announce } from './answer.ts';
import type { Input } from './command.ts';
import { exitStatus } from './exit.ts';
import { judgeFlagsOf, selectionOf } from './options.ts';
import { emit, targetsOf } from './output.ts';
import { withProgress } from './progress.ts';

type Judged = Answer & { readonly findings: readonly Diagnostic[]; readonly diff?: string };

interface Judging<K extends DocumentKind, R, A extends Judged> {
  /** What is written. */
  readonly kind: K;
  /** What a person who waits reads. */
  readonly watched: string;
  readonly recipe: () => Promise<(request: JudgeRequest & R, io: Io) => Promise<A>>;
  /** What is asked beside the flags of every run that judges. */
  readonly more: R;
  /** The change of the agreement was asked for: alone on standard output it is the patch itself. */
  readonly asksForPatch?: boolean;
}

/** Judges by the flags that were typed and writes one document. What it says is no failure: 0, or 2 where there is no answer. */
export async function writeJudged<
  K extends DocumentKind,
  R extends object,
  A extends Judged & Parameters<NonNullable<FormatWriter[K]>>[0],
>(judging: Judging<K, R, A>, input: Input, io: Io): Promise<number> {
  const { kind, watched, more, asksForPatch = false } = judging;
  const targets = await targetsOf(input, kind, io);
  const [recipe, { writerOf }] = await Promise.all([judging.recipe(), import('../app/render.ts')]);
  const request = { ...selectionOf(input), ...judgeFlagsOf(input), ...more };
  const result = await withProgress(watched, io, (shown) => recipe(request, shown));
  const isPatch = asksForPatch && targets.every(({ format, file }) => format === 'text' && file === null);
  await announce({ answer: result, all: result.findings, targets: isPatch ? [] : targets, input, io });
  if (isPatch) await io.stdout.write(result.diff ?? '');
  else {
    const render = async (format: string, options: RenderOptions): Promise<Written> => {
      const write = (await writerOf(format, kind)) as (document: A, options: RenderOptions) => Written;
      return write(result, options);
    };
    await emit({ targets, input, io, render });
  }
  return exitStatus(result.findings, [], 'never');
}

import { writerOf } from '../app/render.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Io } from '../model/io.ts';
import type { Answer } from '../model/requests.ts';
import type { Input } from './command.ts';
import { renderOptions, type Target } from './output.ts';

/**
 * Problems on standard error, where standard output can't show them to whoever is watching: all from
 * `warning` up where the format has no room for them, those that prevent an answer where it is made for
 * machines.
 */
export async function announce({
  answer,
  all,
  targets,
  input,
  io,
}: {
  readonly answer: Answer;
  readonly all: readonly Diagnostic[];
  readonly targets: readonly Target[];
  readonly input: Input;
  readonly io: Io;
}): Promise<void> {
  const out = targets.find((each) => each.file === null)?.format;
  if (out === 'text' || out === 'stylish') return;
  // A log of GitHub shows standard output and standard error as one.
  if (out === 'github') return;
  const findings =
    out === undefined || out === 'csv'
      ? all.filter((each) => each.severity !== 'info')
      : all.filter((each) => each.fatal === true);
  if (findings.length === 0) return;
  const write = await writerOf('text', 'findings');
  const document = { findings, texts: answer.texts, agreements: [], dueExamples: [] };
  await io.stderr.write(write(document, renderOptions(input, io, io.stderr)));
}

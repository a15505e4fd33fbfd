import { textOf, writerOf } from '../app/render.ts';
import { t } from '../messages/index.ts';
import type { Io } from '../model/io.ts';
import type { CaseWriter, Written } from '../model/render.ts';
import type { Answer, CaseSink } from '../model/requests.ts';
import type { Input } from './command.ts';
import { isFatal } from './exit.ts';
import { notWritten, renderOptions, showsProblems, type Target } from './output.ts';

/** One target while its document grows. */
interface Outlet {
  readonly writer: CaseWriter;
  /** Resolves to false once nobody reads. */
  put(piece: Written): Promise<boolean>;
}

/**
 * Writes a list to every target as it comes: nothing piles up. A reader that has gone away (`| head`) ends
 * the work quietly, unless a file still wants the rest.
 */
export async function emitCases<T extends Answer>(
  targets: readonly Target[],
  input: Input,
  io: Io,
  work: (sink: CaseSink) => Promise<T>,
): Promise<T> {
  const { resolve } = await import('node:path');
  const wrote: (readonly string[])[] = [];
  let begun = false;
  const noticing = (sink: CaseSink): CaseSink => ({
    ...sink,
    begin: (header) => {
      begun = true;
      return sink.begin(header);
    },
  });
  const open = async (left: readonly Target[], outlets: readonly Outlet[]): Promise<T> => {
    const [target, ...rest] = left;
    if (!target) return written(outlets, (sink) => work(noticing(sink)));
    const options = renderOptions(input, io, target.file === null ? io.stdout : null);
    const writer = (await writerOf(target.format, 'cases'))(options);
    const { file } = target;
    if (file === null) {
      return open(rest, [...outlets, { writer, put: async (piece) => io.stdout.write(textOf(piece)) }]);
    }
    let answer: T | undefined;
    const produce = async (write: (piece: Written) => Promise<void>) => {
      const put = async (piece: Written) => {
        await write(piece);
        return true;
      };
      answer = await open(rest, [...outlets, { writer, put }]);
      if (!showsProblems(target) && !begun && isFatal(answer)) throw new NoAnswer();
    };
    try {
      await io.files.write(resolve(io.cwd, file), produce, { force: input.flag('force') });
      wrote.push([t`Wrote ${file}`, ...(writer.notes?.() ?? [])]);
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      wrote.push([notWritten(file)]);
    }
    if (answer === undefined) throw new Error('A file was written and nothing was listed');
    return answer;
  };
  const answer = await open(targets, []);
  for (const line of wrote.reverse().flat()) await io.stderr.write(`${line.replace(/\p{Cc}/gu, ' ')}\n`);
  return answer;
}

/** Takes back a file whose document holds no list. */
class NoAnswer extends Error {}

async function written<T extends Answer>(
  outlets: readonly Outlet[],
  work: (sink: CaseSink) => Promise<T>,
): Promise<T> {
  const open = new Set(outlets);
  const toAll = async (piece: (writer: CaseWriter) => Written): Promise<boolean> => {
    for (const outlet of [...open]) {
      const written = piece(outlet.writer);
      if (written.length > 0 && !(await outlet.put(written))) open.delete(outlet);
    }
    return open.size > 0;
  };
  const answer = await work({
    begin: (header) => toAll((writer) => writer.begin(header)),
    batch: (cases) => toAll((writer) => writer.batch(cases)),
  });
  await toAll((writer) => writer.end(answer.findings));
  return answer;
}

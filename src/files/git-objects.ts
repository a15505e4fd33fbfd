import { t } from '../messages/index.ts';
import { atMost } from './at-most.ts';
import { type GitProcess, LATE, MOST_BYTES, MOST_MS, noAnswer, type Ran, saidBy } from './git-process.ts';

interface GitObject {
  readonly id: string;
  readonly kind: string;
  readonly bytes: Buffer;
}

/** The object of a name, null where git knows none or several of it. The name holds no end of a line. */
export type AskObject = (
  name: string,
) => Promise<{ readonly ok: true; readonly object: GitObject | null } | Exclude<Ran, { readonly ok: true }>>;

type Answer = Awaited<ReturnType<AskObject>>;

/** A git that is asked nothing for so long is ended; the next question starts another. */
const IDLE_MS = 200;

/**
 * Asks one `git cat-file --batch` for one object after the other: to start a program for each takes longer
 * than to answer. It holds the program that asks for as long as an answer is due, and no longer.
 */
export function objectsOf(start: () => GitProcess): AskObject {
  const turn = atMost(1);
  let open: Reader | null = null;
  return (name) =>
    turn(async () => {
      if (open === null || open.ended()) open = readerOf(start());
      return open.ask(name);
    });
}

interface Reader {
  ask(name: string): Promise<Answer>;
  ended(): boolean;
}

function readerOf(child: GitProcess): Reader {
  const error = saidBy(child);
  const arrived: Buffer[] = [];
  let [size, wanted] = [0, 0];
  let isOver = false;
  let settle: ((answer: Answer) => void) | null = null;
  const answer = (one: Answer): void => {
    settle?.(one);
    settle = null;
  };
  const end = (problem: Answer): void => {
    isOver = true;
    child.kill();
    answer(problem);
  };
  const failed = (code: number | null, what: string): Answer => ({ ok: false, code, error: what });

  child.stdin.on('error', () => {});
  child.on('error', () => end(failed(null, t`it could not be run`)));
  child.on('close', (code) => end(failed(code ?? -1, error())));
  child.stdout.on('data', (chunk: Buffer) => {
    arrived.push(chunk);
    size += chunk.length;
    if (size < wanted) return;
    const all = Buffer.concat(arrived.splice(0));
    arrived.push(all);
    const read = objectIn(all);
    if (read === 'too large') end(failed(-1, t`too much output`));
    else if (typeof read === 'number') wanted = read;
    else {
      arrived.length = 0;
      [size, wanted] = [0, 0];
      answer({ ok: true, object: read });
    }
  });

  let idle: NodeJS.Timeout | undefined;
  return {
    ended: () => isOver,
    async ask(name) {
      clearTimeout(idle);
      child.ref();
      const late = setTimeout(() => end(failed(LATE, noAnswer())), MOST_MS);
      const told = await new Promise<Answer>((resolve) => {
        settle = resolve;
        child.stdin.write(`${name}\n`);
      });
      clearTimeout(late);
      child.unref();
      idle = setTimeout(() => {
        isOver = true;
        child.stdin.end();
      }, IDLE_MS);
      idle.unref();
      return told;
    },
  };
}

/** The object that an answer holds, null where it says that there is none; how many bytes it takes where some are to come. */
function objectIn(all: Buffer): GitObject | null | number | 'too large' {
  const line = all.indexOf(10);
  if (line < 0) return all.length + 1;
  const [, id = '', kind = '', bytes = ''] =
    /^([0-9a-f]{40,64}) (\w+) (\d+)$/.exec(all.toString('latin1', 0, line)) ?? [];
  if (id === '') return null;
  if (Number(bytes) > MOST_BYTES) return 'too large';
  const end = line + 1 + Number(bytes);
  return all.length > end ? { id, kind, bytes: all.subarray(line + 1, end) } : end + 1;
}

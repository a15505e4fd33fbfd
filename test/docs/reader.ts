import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { realFiles } from '../../src/files/disk.ts';
import { main } from '../../src/main.ts';
import { memoryIo } from '../cli/memory-io.ts';
import { root, type Step, wordsOf } from './page.ts';

/** Somebody who does what a page says, in a folder of their own. */
export interface Reader {
  /** Fails where the page does not tell the truth. */
  follow(step: Step): Promise<void>;
  run(command: string): Promise<{ readonly status: number; readonly out: string; readonly err: string }>;
  leave(): void;
}

interface Desk {
  /** Of the project, by where they lie on the desk. */
  readonly files: Readonly<Record<string, string>>;
  /** As the environment names it. */
  readonly lang?: string;
  /** The files stay as they are, but for what is written by `-o`. */
  readonly same?: boolean;
}

/** Names and dates of commits are the reader's own; none is in a page. */
/** The day on which the tutorial changes its agreement, before the new terms begin. */
const JUNE = String(Date.UTC(2026, 5, 24) / 1000);

const GIT = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Reader',
  GIT_AUTHOR_EMAIL: 'reader@acme.example',
  GIT_COMMITTER_NAME: 'Reader',
  GIT_COMMITTER_EMAIL: 'reader@acme.example',
};

export function reader({ files, lang = 'C', same = false }: Desk): Reader {
  const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'sla-docs-')));
  for (const [to, from] of Object.entries(files))
    cpSync(join(root, from), join(cwd, to), { recursive: true });

  const answers = new Map<string, ReturnType<Reader['run']>>();
  /** Pages show the same commands; where the files stay as they are, so do the answers. */
  const ask: Reader['run'] = (command) => {
    if (!same || / -o |^(?!sla )/.test(command)) return run(command);
    const answer = answers.get(command) ?? run(command);
    answers.set(command, answer);
    return answer;
  };

  const run: Reader['run'] = async (command) => {
    const [program = '', ...words] = wordsOf(command);
    if (program === 'sla') {
      const { io, out, err } = memoryIo({
        cwd,
        files: realFiles(),
        env: { LANG: lang, SOURCE_DATE_EPOCH: JUNE },
      });
      const status = await main(words, io);
      return { status, out: out(), err: err() };
    }
    if (program === 'git') {
      const out = execFileSync('git', words, {
        cwd,
        env: { ...process.env, ...GIT },
        encoding: 'utf8',
        stdio: 'pipe',
      });
      return { status: 0, out, err: '' };
    }
    if (program === 'cp') {
      copyFileSync(join(cwd, words[0] ?? ''), join(cwd, words[1] ?? ''));
      return { status: 0, out: '', err: '' };
    }
    throw new Error(`The tests run no "${program}"`);
  };

  const follow = async (step: Step): Promise<void> => {
    if (step.kind === 'edit') return edit(join(cwd, step.file), step.lines);
    const { status, out, err } = await ask(step.command);
    // A gate says 1 where it found something; 2 is no answer, unless the answer is that there is no verdict.
    const answered = status === 2 && / no verdict /.test(out) ? [2] : [0, 1];
    expect(answered, out + err).toContain(status);
    let from = 0;
    const said = plain(out + err);
    for (const piece of step.pieces) {
      const at = said.indexOf(plain(piece), from);
      expect(at < 0 ? said : piece).toBe(piece);
      from = at + piece.length;
    }
  };

  return { follow, run, leave: () => rmSync(cwd, { recursive: true, force: true }) };
}

/** Without the no-break spaces of French, and without blanks at the ends of lines. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll(/ +$/gm, '');

function edit(file: string, lines: readonly string[]): void {
  let text = readFileSync(file, 'utf8');
  const olds = lines.filter((line) => line.startsWith('-')).map((line) => line.slice(1));
  if (olds.length === 0) {
    writeFileSync(file, `${text}\n${lines.map((line) => line.slice(1)).join('\n')}\n`);
    return;
  }
  for (const [i, line] of lines.entries()) {
    if (!line.startsWith('-')) continue;
    const next = lines[i + 1];
    const found = text.split('\n').filter((each) => withoutComment(each) === withoutComment(line.slice(1)));
    // The rows of a form are alike until they are filled in: the first of them is.
    const isForm = file.endsWith('.md') && found.length > 0;
    expect(isForm ? found.slice(0, 1) : found, `lines of ${file} that read "${line.slice(1)}"`).toHaveLength(
      1,
    );
    const all = text.split('\n');
    all[all.indexOf(found[0] ?? '')] = next?.startsWith('+') ? next.slice(1) : '';
    text = all.join('\n');
  }
  writeFileSync(file, text);
}

/** A page may show a line without the comment that stands behind it. */
const withoutComment = (line: string): string => plain(line.replace(/\s+#.*$/, '').trimEnd());

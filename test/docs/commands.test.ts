import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { realFiles } from '../../src/engine/files.ts';
import { main } from '../../src/main.ts';
import { memoryIo } from '../cli/memory-io.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

interface Shown {
  readonly command: string;
  /** Pieces of the output in their order: `...` stands for what is left out. */
  readonly pieces: readonly string[];
}

/** The commands of a page that are marked as shell, each with the output that is shown right after it. */
function commandsOf(page: string): readonly Shown[] {
  const text = readFileSync(join(root, 'docs/commands', page), 'utf8');
  const blocks = [...text.matchAll(/^```sh\n(sla [\s\S]*?)\n```\n(?:\n```text\n([\s\S]*?)\n```$)?/gm)];
  return blocks.flatMap(([, commands = '', output]) => {
    const lines = commands.split('\n').filter((line) => line.startsWith('sla '));
    return lines.map((command, i) => ({
      command,
      pieces: output !== undefined && i === lines.length - 1 ? output.split(/^\.\.\.\n/m) : [],
    }));
  });
}

/** Words as a shell splits them: blanks, double and single quotes, a comment. */
function wordsOf(command: string): string[] {
  const words = [...command.matchAll(/"([^"]*)"|'([^']*)'|(#.*)|(\S+)/g)];
  return words.flatMap(([, double, single, comment, plain]) =>
    comment === undefined ? [double ?? single ?? plain ?? ''] : [],
  );
}

// Commands may write files: not into the project.
let cwd = '';
beforeAll(() => {
  cwd = realpathSync(mkdtempSync(join(tmpdir(), 'sla-docs-')));
  cpSync(join(root, 'examples/acme'), join(cwd, 'examples/acme'), { recursive: true });
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const pages = readdirSync(join(root, 'docs/commands')).filter((page) => commandsOf(page).length > 0);

describe.each(pages)('docs/commands/%s', (page) => {
  it.each(commandsOf(page).map(({ command, pieces }) => [command, pieces] as const))(
    'tells the truth: %s',
    async (command, pieces) => {
      const { io, out, err } = memoryIo({ cwd, files: realFiles() });
      const status = await main(wordsOf(command).slice(1), io);
      // A gate says 1 where it found something; 2 is no answer.
      expect([0, 1], err()).toContain(status);
      let from = 0;
      for (const piece of pieces) {
        const at = out().indexOf(piece, from);
        expect(at < 0 ? out() : piece).toBe(piece);
        from = at + piece.length;
      }
    },
  );
});

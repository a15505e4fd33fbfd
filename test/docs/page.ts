import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const readPage = (page: string): string => readFileSync(join(root, page), 'utf8');

/** Every page in French. */
export const pagesInFrench = (): readonly string[] => [
  'README.fr.md',
  ...readdirSync(join(root, 'docs/fr'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/fr/${file.replaceAll('\\', '/')}`)
    .sort(),
];

/** What a reader of a page does, in its order. */
export type Step =
  | {
      readonly kind: 'run';
      readonly command: string;
      /** Pieces of the output in their order: a line `...` in the page stands for what is left out. */
      readonly pieces: readonly string[];
    }
  /** Lines with `-` are replaced by the lines with `+` after them; a file that has no `-` gets them at its end. */
  | { readonly kind: 'edit'; readonly file: string; readonly lines: readonly string[] };

/**
 * The blocks of a page marked `sh`, each with the `text` right after it, and those marked `diff`, which change the agreement or the
 * minutes whose file name the page wrote last.
 */
export function stepsOf(page: string): readonly Step[] {
  const text = readPage(page);
  const blocks = [
    ...text.matchAll(/^```(sh|diff)\n([\s\S]*?)^```\n(?:\n(?:[^\n`]+\n\n)?```text\n([\s\S]*?)^```$)?/gm),
  ];
  return blocks.flatMap(({ 1: kind, 2: body = '', 3: output, index }): Step[] => {
    const lines = body.split('\n').filter((line) => line !== '');
    if (kind === 'diff') return [{ kind: 'edit', file: fileNamedBefore(text.slice(0, index)), lines }];
    return lines.map((line, i) => ({
      kind: 'run',
      command: withoutPurpose(line),
      pieces: output !== undefined && i === lines.length - 1 ? output.split(/^\.\.\.\n/m) : [],
    }));
  });
}

/** Every line of a page that a reader could type: those in blocks of code, and spans of code in the sentences. */
export function commandsOf(page: string): readonly string[] {
  const text = readPage(page);
  const blocks = [...text.matchAll(/^```(?:sh)?\n([\s\S]*?)^```$/gm)].flatMap(([, body = '']) =>
    body.split('\n'),
  );
  const prose = text.replaceAll(/^```[\s\S]*?^```$/gm, '');
  const spans = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span);
  const typed = [...blocks, ...spans].map((line) => line.replace(/^.*node bin\/sla\.js /, 'sla '));
  return [...new Set(typed.filter((line) => /^sla [a-z]/.test(line)).map(withoutPurpose))];
}

/** In a list, what a command is for stands behind three blanks. */
export const withoutPurpose = (line: string): string => line.split(/ {3,}/)[0] ?? '';

/** Words as a shell splits them: blanks, double and single quotes, a comment. */
export function wordsOf(command: string): string[] {
  const words = [...command.matchAll(/"([^"]*)"|'([^']*)'|((?<=\s)#.*)|(\S+)/g)];
  return words.flatMap(([, double, single, comment, plain]) =>
    comment === undefined ? [double ?? single ?? plain ?? ''] : [],
  );
}

function fileNamedBefore(text: string): string {
  return (
    text
      .match(/`[\w-]+\.(?:sla\.yaml|md)`/g)
      ?.at(-1)
      ?.slice(1, -1) ?? 'agreement.sla.yaml'
  );
}

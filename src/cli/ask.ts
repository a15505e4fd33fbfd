import { t } from '../messages/index.ts';
import type { Ask, Question } from '../model/init.ts';
import type { Io } from '../model/io.ts';
import { UsageProblem } from './command.ts';

/**
 * Asks on standard error, so that standard output stays one document. An empty line takes the default; where no line
 * comes any more (Ctrl-D), nobody has agreed to the rest.
 */
export function asker(io: Io): Ask {
  return async (question) => {
    for (;;) {
      await io.stderr.write(prompt(question));
      const line = io.stdin.line ? await io.stdin.line() : null;
      if (line === null) {
        await io.stderr.write('\n');
        throw new UsageProblem(
          t`The answers ended before the questions: nothing is written`,
          t`type Enter for the answer in brackets, or take them all with --yes`,
        );
      }
      const answer = line.trim();
      if (answer === '') return question.fallback;
      const chosen = chosenBy(answer, question);
      const problem = question.check(chosen);
      if (problem === null) return chosen;
      await io.stderr.write(`  ${withoutControls(problem)}\n`);
    }
  };
}

/** By its number, by several with commas between them, or in words. */
function chosenBy(answer: string, { choices, read, check }: Question): string {
  const whole = choices?.[Number(answer) - 1] ?? answer;
  const asRead = read?.(whole) ?? whole;
  const parts = answer.split(',').map((part) => choices?.[Number(part) - 1]);
  if (parts.length < 2 || parts.includes(undefined) || check(asRead) === null) return asRead;
  const typed = parts.join(', ');
  return read?.(typed) ?? typed;
}

function prompt({ text, choices, beside, fallback, why }: Question): string {
  const width = Math.max(0, ...(choices ?? []).map(({ length }) => length));
  const line = (choice: string, i: number): string =>
    `  ${i + 1}  ${withoutControls(beside?.[i] ? `${choice.padEnd(width)}  ${beside[i]}` : choice)}\n`;
  const list = choices?.map(line).join('') ?? '';
  return `\n${withoutControls(text)}\n${list}  [${t`${withoutControls(fallback)}: ${withoutControls(why)}`}] > `;
}

const withoutControls = (text: string): string => text.replace(/\p{Cc}+/gu, ' ');

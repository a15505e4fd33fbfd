import { mark, t } from '../../messages/index.ts';
import type { Command, Option } from '../command.ts';
import { writeJudged } from '../judged-document.ts';
import { judgedSelectionOptions, judgeOptions, outputOptions, pathsArgument } from '../options.ts';

const ownOptions: readonly Option[] = [
  {
    flags: '--print-diff',
    summary: mark`print the promised numbers at what is needed as a unified diff, and change nothing`,
  },
];

export const plan: Command = {
  name: 'plan',
  summary: mark`from the objective back to the leads that it takes, and whether there is time for them`,
  arguments: [pathsArgument],
  options: [
    ...ownOptions,
    ...judgeOptions.filter(({ flags }) => /^--(as-of|from|to)\b/.test(flags)),
    ...judgedSelectionOptions,
    ...outputOptions,
  ],
  examples: [
    ['sla plan', mark`by the rates of the months that are old enough`],
    ['sla plan --from 2026-01 --to 2026-03', mark`by those of three months`],
    ['sla plan --print-diff', mark`the agreement with the numbers that the objective takes`],
  ],
  statuses: [
    [0, mark`the plan is written, whatever it says`],
    [2, mark`no answer: no funnel, no objective on it, an export that can not be read, a wrong option`],
  ],
  run(input, io) {
    const diff = input.flag('print-diff');
    return writeJudged(
      {
        kind: 'plan',
        watched: t`Counting`,
        recipe: async () => (await import('../../app/plan.ts')).plan,
        more: { diff },
        asksForPatch: diff,
      },
      input,
      io,
    );
  },
};

import { mark, t } from '../../messages/index.ts';
import type { Command } from '../command.ts';
import { writeJudged } from '../judged-document.ts';
import { judgedSelectionOptions, judgeOptions, outputOptions, pathsArgument } from '../options.ts';

export const experiments: Command = {
  name: 'experiments',
  summary: mark`what was tried, what it brought and cost, and what was learned`,
  arguments: [pathsArgument],
  options: [
    ...judgeOptions.filter(({ flags }) => flags.startsWith('--as-of')),
    ...judgedSelectionOptions,
    ...outputOptions,
  ],
  examples: [
    ['sla experiments', mark`the register, as of the latest date in the data`],
    [
      mark`sla experiments --as-of 2026-06-30 -o experiments.html`,
      mark`at the end of a quarter, as a page to send`,
    ],
  ],
  statuses: [
    [0, mark`the register is written: an experiment that failed is no failure of the command`],
    [2, mark`no answer: no experiments in the agreement, an export that can not be read, a wrong option`],
  ],
  run: (input, io) =>
    writeJudged(
      {
        kind: 'experiments',
        watched: t`Counting`,
        recipe: async () => (await import('../../app/experiments.ts')).experiments,
        more: {},
      },
      input,
      io,
    ),
};

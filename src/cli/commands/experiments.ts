import { mark, t } from '../../messages/index.ts';
import { announce } from '../answer.ts';
import type { Command } from '../command.ts';
import { exitStatus } from '../exit.ts';
import {
  judgeFlagsOf,
  judgeOptions,
  outputOptions,
  pathsArgument,
  selectionOf,
  judgedSelectionOptions,
} from '../options.ts';
import { emit, targetsOf } from '../output.ts';
import { withProgress } from '../progress.ts';

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
      'sla experiments --as-of 2026-06-30 -o experiments.html',
      mark`at the end of a quarter, as a page to send`,
    ],
  ],
  statuses: [
    [0, mark`the register is written: an experiment that failed is no failure of the command`],
    [2, mark`no answer: no experiments in the agreement, an export that can not be read, a wrong option`],
  ],
  async run(input, io) {
    const targets = await targetsOf(input, 'experiments', io);
    const [{ experiments: recipe }, { writerOf }] = await Promise.all([
      import('../../app/experiments.ts'),
      import('../../app/render.ts'),
    ]);
    const request = { ...selectionOf(input), ...judgeFlagsOf(input) };
    const result = await withProgress(t`Counting`, io, (watched) => recipe(request, watched));
    await announce({ answer: result, all: result.findings, targets, input, io });
    await emit({
      targets,
      input,
      io,
      render: async (format, options) => (await writerOf(format, 'experiments'))(result, options),
    });
    return exitStatus(result.findings, [], 'never');
  },
};

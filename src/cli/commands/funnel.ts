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

export const funnel: Command = {
  name: 'funnel',
  summary: mark`how far the leads of each month came, and who promised which step`,
  arguments: [pathsArgument],
  options: [
    ...judgeOptions.filter(({ flags }) => !flags.startsWith('--rejects')),
    ...judgedSelectionOptions,
    ...outputOptions,
  ],
  examples: [
    ['sla funnel', mark`every month in the data`],
    ['sla funnel --from 2026-01 --to 2026-06 --by source', mark`half a year, each source for itself`],
    ['sla funnel --period quarter -o funnel.html', mark`quarters, as a page to send`],
  ],
  statuses: [
    [0, mark`the funnel is written, whatever it says`],
    [2, mark`no answer: no funnel in the agreement, an export that can not be read, a wrong option`],
  ],
  async run(input, io) {
    const targets = await targetsOf(input, 'funnel', io);
    const [{ funnel: recipe }, { writerOf }] = await Promise.all([
      import('../../app/funnel.ts'),
      import('../../app/render.ts'),
    ]);
    const request = { ...selectionOf(input), ...judgeFlagsOf(input) };
    const result = await withProgress(t`Counting`, io, (watched) => recipe(request, watched));
    await announce({ answer: result, all: result.findings, targets, input, io });
    await emit({
      targets,
      input,
      io,
      render: async (format, options) => (await writerOf(format, 'funnel'))(result, options),
    });
    return exitStatus(result.findings, [], 'never');
  },
};

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
  selectionOptions,
  viewOption,
} from '../options.ts';
import { emit, targetsOf } from '../output.ts';
import { withProgress } from '../progress.ts';

export const disputes: Command = {
  name: 'disputes',
  summary: mark`what is disputed about single leads, who settles it, and what hangs on it`,
  arguments: [pathsArgument],
  options: [
    ...judgeOptions.filter(({ flags }) => /^--(as-of|personal)\b/.test(flags)),
    viewOption,
    ...selectionOptions,
    ...outputOptions,
  ],
  examples: [
    ['sla disputes', mark`all that was disputed, as of the latest date in the data`],
    ['sla disputes --as-of 2026-06-30 -o disputes.html', mark`at the end of a quarter, as a page to send`],
  ],
  statuses: [
    [0, mark`the register is written: that something is disputed is no failure of the command`],
    [2, mark`no answer: no disputes in the agreement, an export that can not be read, a wrong option`],
  ],
  async run(input, io) {
    const targets = await targetsOf(input, 'disputes', io);
    const [{ disputes: recipe }, { writerOf }] = await Promise.all([
      import('../../app/disputes.ts'),
      import('../../app/render.ts'),
    ]);
    const request = { ...selectionOf(input), ...judgeFlagsOf(input) };
    const result = await withProgress(t`Counting`, io, (watched) => recipe(request, watched));
    await announce({ answer: result, all: result.findings, targets, input, io });
    await emit({
      targets,
      input,
      io,
      render: async (format, options) => (await writerOf(format, 'disputes'))(result, options),
    });
    return exitStatus(result.findings, [], 'never');
  },
};

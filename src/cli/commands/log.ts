import { mark, t } from '../../messages/index.ts';
import { announce } from '../answer.ts';
import type { Command } from '../command.ts';
import { exitStatus } from '../exit.ts';
import { outputOptions, pathsArgument } from '../options.ts';
import { emit, targetsOf } from '../output.ts';
import { withProgress } from '../progress.ts';

export const log: Command = {
  name: 'log',
  summary: mark`the history of an agreement from git: what changed when, who accepted it and why`,
  arguments: [{ ...pathsArgument, summary: mark`agreements; all of the repository if none is given` }],
  options: [
    {
      flags: '--limit <commits>',
      summary: mark`look at so many commits that touch an agreement`,
      check: (value) => (/^[1-9]\d{0,5}$/.test(value) ? null : t`takes a number such as 20, not "${value}"`),
    },
    {
      flags: '--summary',
      summary: mark`year by year: versions, changes by promise, how often one went back`,
    },
    ...outputOptions,
  ],
  examples: [
    ['sla log', mark`every change of every agreement here`],
    [mark`sla log acme.sla.yaml -o CHANGES.md`, mark`as a changelog`],
    ['sla log --summary', mark`the course of each agreement on one page`],
  ],
  statuses: [
    [0, mark`the history is written, whatever it says`],
    [2, mark`no answer: no repository, no such agreement`],
  ],
  async run(input, io) {
    const targets = await targetsOf(input, 'log', io);
    const limit = input.text('limit');
    const [{ log: recipe }, { writerOf }] = await Promise.all([
      import('../../app/log.ts'),
      import('../../app/render.ts'),
    ]);
    const request = {
      paths: input.args,
      limit: limit === null ? null : Number(limit),
      summary: input.flag('summary'),
    };
    const result = await withProgress(t`Reading the history`, io, (watched) => recipe(request, watched));
    await announce({ answer: result, all: result.findings, targets, input, io });
    await emit({
      targets,
      input,
      io,
      render: async (format, options) => (await writerOf(format, 'log'))(result, options),
    });
    return exitStatus(result.findings, [], 'never');
  },
};

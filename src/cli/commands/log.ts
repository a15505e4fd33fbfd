import { announce } from '../answer.ts';
import type { Command } from '../command.ts';
import { exitStatus } from '../exit.ts';
import { outputOptions, pathsArgument } from '../options.ts';
import { emit, targetsOf } from '../output.ts';
import { withProgress } from '../progress.ts';

export const log: Command = {
  name: 'log',
  summary: 'the history of an agreement from git: what changed when, who accepted it and why',
  arguments: [{ ...pathsArgument, summary: 'agreements; all of the repository if none is given' }],
  options: [
    {
      flags: '--limit <commits>',
      summary: 'look at so many commits that touch an agreement',
      check: (value) => (/^[1-9]\d{0,5}$/.test(value) ? null : `takes a number such as 20, not "${value}"`),
    },
    ...outputOptions,
  ],
  examples: [
    ['sla log', 'every change of every agreement here'],
    ['sla log acme.sla.yaml -o CHANGES.md', 'as a changelog'],
  ],
  statuses: [
    [0, 'the history is written, whatever it says'],
    [2, 'no answer: no repository, no such agreement'],
  ],
  async run(input, io) {
    const targets = targetsOf(input, 'log');
    const limit = input.text('limit');
    const [{ log: recipe }, { writerOf }] = await Promise.all([
      import('../../app/log.ts'),
      import('../../app/render.ts'),
    ]);
    const request = { paths: input.args, limit: limit === null ? null : Number(limit) };
    const result = await withProgress('Reading the history', io, () => recipe(request, io));
    await announce(result, result.findings, targets, input, io);
    await emit(targets, input, io, async (format, options) =>
      (await writerOf(format, 'log'))(result, options),
    );
    return exitStatus(result.findings, [], 'never');
  },
};

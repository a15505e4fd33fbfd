import { mark, t } from '../../messages/index.ts';
import { announce } from '../answer.ts';
import type { Command } from '../command.ts';
import { exitStatus } from '../exit.ts';
import { failOnOf, failOnOption, outputOptions, selectionOf, selectionOptions } from '../options.ts';
import { emit, targetsOf } from '../output.ts';
import { withProgress } from '../progress.ts';
import { dayOfToday } from '../today.ts';

export const diff: Command = {
  name: 'diff',
  summary: mark`what changes between two versions, for whom, what is open, and who has agreed`,
  arguments: [
    {
      syntax: '[BASE]',
      summary: mark`a file, a folder, a git reference or REF:PATH; default: where the work left the default branch`,
    },
    { syntax: '[HEAD]', summary: mark`the same; default: the working tree` },
  ],
  options: [
    failOnOption,
    ...selectionOptions,
    { flags: '--no-back-test', summary: mark`compare the text alone, without leads` },
    { flags: '--as-of <instant>', summary: mark`of the back-test; default: the latest instant in the data` },
    {
      flags: '--from <month>',
      summary: mark`first month of the back-test; default: three months up to the last`,
    },
    { flags: '--to <month>', summary: mark`last month of the back-test` },
    ...outputOptions,
  ],
  examples: [
    ['sla diff', mark`what this branch changes`],
    ['sla diff origin/main', mark`what the working tree changes against a branch`],
    [mark`sla diff before.sla.yaml after.sla.yaml`, mark`two files, in git or not`],
    [mark`sla diff v1.0:acme.sla.yaml --leads last-quarter.csv`, mark`on the leads of a quarter`],
    [mark`sla diff --format github -o comment.md`, mark`annotations, and a comment for the pull request`],
  ],
  statuses: [
    [0, mark`nothing is weakened, removed or open, or those concerned have accepted it`],
    [1, mark`what is weakened, removed or open and not accepted`],
    [2, mark`no answer: an unknown reference, a base without agreements, a file that can not be read`],
  ],
  async run(input, io) {
    const targets = await targetsOf(input, 'diff', io);
    const failOn = failOnOf(input, 'error');
    const [base = null, head = null] = input.args;
    const { paths: _, ...selection } = selectionOf(input);
    const request = {
      ...selection,
      base,
      head,
      today: dayOfToday(io.env),
      backTest: input.flag('back-test'),
      asOf: input.text('as-of'),
      from: input.text('from'),
      to: input.text('to'),
    };
    const [{ diff: recipe }, { writerOf }] = await Promise.all([
      import('../../app/diff.ts'),
      import('../../app/render.ts'),
    ]);
    const result = await withProgress(t`Comparing`, io, (watched) => recipe(request, watched));
    const fatal = result.findings.filter((each) => each.fatal === true);
    await announce({ answer: result, all: fatal, targets, input, io });
    await emit({
      targets,
      input,
      io,
      render: async (format, options) => (await writerOf(format, 'diff'))(result, options),
    });
    return exitStatus(result.findings, [], failOn);
  },
};

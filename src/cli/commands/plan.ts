import { mark, t } from '../../messages/index.ts';
import { announce } from '../answer.ts';
import type { Command, Option } from '../command.ts';
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
  async run(input, io) {
    const diff = input.flag('print-diff');
    const targets = await targetsOf(input, 'plan', io);
    const [{ plan: recipe }, { writerOf }] = await Promise.all([
      import('../../app/plan.ts'),
      import('../../app/render.ts'),
    ]);
    const request = { ...selectionOf(input), ...judgeFlagsOf(input), diff };
    const result = await withProgress(t`Counting`, io, (watched) => recipe(request, watched));
    const isPatch = diff && targets.every(({ format, file }) => format === 'text' && file === null);
    await announce({ answer: result, all: result.findings, targets: isPatch ? [] : targets, input, io });
    if (isPatch) {
      await io.stdout.write(result.diff);
      return exitStatus(result.findings, [], 'never');
    }
    await emit({
      targets,
      input,
      io,
      render: async (format, options) => (await writerOf(format, 'plan'))(result, options),
    });
    return exitStatus(result.findings, [], 'never');
  },
};

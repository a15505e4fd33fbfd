import { mark, t } from '../../messages/index.ts';
import { announce } from '../answer.ts';
import type { Command } from '../command.ts';
import { exitStatus } from '../exit.ts';
import { judgedSelectionOptions, outputOptions, pathsArgument, selectionOf } from '../options.ts';
import { emit, targetsOf } from '../output.ts';
import { withProgress } from '../progress.ts';

export const doctor: Command = {
  name: 'doctor',
  summary: mark`what is in use: versions, agreements and which is in force, exports and their age`,
  arguments: [pathsArgument],
  options: [
    ...judgedSelectionOptions,
    {
      flags: '--as-of <instant>',
      summary: mark`which version is in force then; default: at the latest instant in the data`,
    },
    { flags: '--data', summary: mark`and ask the data: how they came about, never who is to blame` },
    ...outputOptions,
  ],
  examples: [
    ['sla doctor', mark`of everything here`],
    ['sla doctor --data', mark`what the data themselves give to ask`],
    ['sla doctor --format json', mark`to put into a report of a bug`],
  ],
  statuses: [
    [0, mark`everything that the agreements name can be read`],
    [2, mark`something can not: no agreement, an export that is missing or broken, a wrong option`],
  ],
  async run(input, io) {
    const targets = await targetsOf(input, 'doctor', io);
    const [{ doctor: recipe }, { writerOf }] = await Promise.all([
      import('../../app/doctor.ts'),
      import('../../app/render.ts'),
    ]);
    const request = { ...selectionOf(input), asOf: input.text('as-of'), data: input.flag('data') };
    const result = await withProgress(t`Looking`, io, (watched) => recipe(request, watched));
    await announce({ answer: result, all: result.findings, targets, input, io });
    await emit({
      targets,
      input,
      io,
      render: async (format, options) => (await writerOf(format, 'doctor'))(result, options),
    });
    return exitStatus(result.findings, [], 'never');
  },
};

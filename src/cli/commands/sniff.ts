import { mark, t } from '../../messages/index.ts';
import { announce } from '../answer.ts';
import { type Command, UsageProblem } from '../command.ts';
import { exitStatus } from '../exit.ts';
import { outputOptions } from '../options.ts';
import { emit, targetsOf } from '../output.ts';
import { withProgress } from '../progress.ts';

export const sniff: Command = {
  name: 'sniff',
  summary: mark`what an export holds: delimiter, encoding, types, roles, each with its evidence`,
  arguments: [{ syntax: '[FILE...]', summary: mark`exports: CSV, also packed with gzip, or .xlsx` }],
  options: [
    { flags: '--sheet <name>', summary: mark`of a workbook, default the first; or the table of a .duckdb` },
    { flags: '--personal', summary: mark`show names, addresses and telephones in the examples` },
    ...outputOptions,
  ],
  examples: [
    ['sla sniff export.csv', mark`before the agreement is written`],
    ['sla sniff exports/*.csv --format json', mark`for a script`],
  ],
  statuses: [
    [0, mark`every file was read, whatever is odd about it`],
    [2, mark`a file that can not be read, a wrong option`],
  ],
  async run(input, io) {
    const targets = await targetsOf(input, 'sniff', io);
    if (input.args.length === 0) throw new UsageProblem(t`There is no file to sniff`, 'sla sniff export.csv');
    const [{ sniff: recipe }, { writerOf }] = await Promise.all([
      import('../../app/sniff.ts'),
      import('../../app/render.ts'),
    ]);
    const request = { files: input.args, sheet: input.text('sheet'), personal: input.flag('personal') };
    const result = await withProgress(t`Reading`, io, (watched) => recipe(request, watched));
    await announce({ answer: result, all: result.findings, targets, input, io });
    await emit({
      targets,
      input,
      io,
      render: async (format, options) => (await writerOf(format, 'sniff'))(result, options),
    });
    return exitStatus(result.findings, [], 'never');
  },
};

import { mark } from '../../messages/index.ts';
import { announce } from '../answer.ts';
import type { Command } from '../command.ts';
import { exitStatus } from '../exit.ts';
import { outputOptions, pathsArgument } from '../options.ts';
import { emit, targetsOf } from '../output.ts';

export const show: Command = {
  name: 'show',
  summary: mark`the agreement in plain words, as both teams read and sign it`,
  arguments: [pathsArgument],
  options: [
    { flags: '--all', summary: mark`every version; default: the newest of each agreement` },
    { flags: '--allow-outside', summary: mark`an agreement may name files outside its repository` },
    ...outputOptions,
  ],
  examples: [
    ['sla show', mark`the agreement here, in this terminal`],
    [mark`sla show acme.sla.yaml -o agreement.html`, mark`a page to print and to sign`],
    ['sla show --format markdown --lang fr', mark`for a wiki, in French`],
  ],
  statuses: [
    [0, mark`the agreement is shown`],
    [2, mark`no answer: no agreement found, a file that can not be read, a wrong option`],
  ],
  async run(input, io) {
    const targets = await targetsOf(input, 'agreement', io);
    const [{ show: recipe }, { writerOf }] = await Promise.all([
      import('../../app/show.ts'),
      import('../../app/render.ts'),
    ]);
    const result = await recipe(
      { paths: input.args, all: input.flag('all'), allowOutside: input.flag('allow-outside') },
      io,
    );
    await announce({ answer: result, all: result.findings, targets, input, io });
    await emit({
      targets,
      input,
      io,
      render: async (format, options) => (await writerOf(format, 'agreement'))(result, options),
    });
    return exitStatus(result.findings, [], 'never');
  },
};

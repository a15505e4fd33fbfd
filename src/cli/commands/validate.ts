import { mark } from '../../messages/index.ts';
import { announce } from '../answer.ts';
import type { Command } from '../command.ts';
import { exitStatus } from '../exit.ts';
import {
  failOnOf,
  failOnOption,
  outputOptions,
  pathsArgument,
  selectionOf,
  selectionOptions,
} from '../options.ts';
import { emit, targetsOf } from '../output.ts';

export const validate: Command = {
  name: 'validate',
  summary: mark`checks the agreements alone, and shows what their time limits mean`,
  arguments: [pathsArgument],
  options: [
    failOnOption,
    { flags: '--require-signatures', summary: mark`both teams and the sponsor must have signed these terms` },
    ...selectionOptions,
    ...outputOptions,
  ],
  examples: [
    ['sla validate', mark`every *.sla.yaml under the working directory`],
    ['sla validate acme.sla.yaml --fail-on warning', mark`one agreement, strictly`],
    ['sla validate --format json', mark`the same for a script`],
  ],
  statuses: [
    [0, mark`nothing at or above the threshold`],
    [1, mark`an error in an agreement`],
    [2, mark`no answer: no agreement found, a file that can not be read, a wrong option`],
  ],
  async run(input, io) {
    const targets = await targetsOf(input, 'findings', io);
    const [{ validate: recipe }, { writerOf }] = await Promise.all([
      import('../../app/validate.ts'),
      import('../../app/render.ts'),
    ]);
    const result = await recipe(
      {
        ...selectionOf(input),
        requireSignatures: input.flag('require-signatures'),
        // The only format that shows them.
        digests: targets.some(({ format }) => format === 'json'),
      },
      io,
    );
    await announce({ answer: result, all: result.findings, targets, input, io });
    await emit({
      targets,
      input,
      io,
      render: async (format, options) => (await writerOf(format, 'findings'))(result, options),
    });
    return exitStatus(result.findings, [], failOnOf(input, 'error'));
  },
};

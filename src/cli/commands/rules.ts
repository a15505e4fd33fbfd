import { mark, t } from '../../messages/index.ts';
import { nearestTyped } from '../../messages/nearest.ts';
import { type Command, UsageProblem } from '../command.ts';
import { outputOptions } from '../options.ts';
import { emit, targetsOf } from '../output.ts';

export const rules: Command = {
  name: 'rules',
  summary: mark`the rules behind every message: id, severity and law`,
  arguments: [{ syntax: '[RULE...]', summary: mark`only these` }],
  options: outputOptions,
  examples: [
    ['sla rules', mark`all of them`],
    ['sla rules one-way unused-stage', mark`what two of them say`],
    ['sla rules --format json', mark`for a script`],
  ],
  statuses: [
    [0, mark`the rules are on standard output`],
    [2, mark`there is no rule of that name, a wrong option`],
  ],
  async run(input, io) {
    const targets = await targetsOf(input, 'rules', io);
    const [{ ruleCatalogue }, { writerOf }] = await Promise.all([
      import('../../app/rules.ts'),
      import('../../app/render.ts'),
    ]);
    const ids = ruleCatalogue.map(({ id }) => id);
    const unknown = input.args.find((id) => !ids.includes(id));
    if (unknown !== undefined) {
      const near = nearestTyped(unknown, ids);
      throw new UsageProblem(
        t`There is no rule "${unknown}"`,
        near === null ? t`"sla rules" lists them` : t`did you mean "${near}"? "sla rules" lists them`,
      );
    }
    const wanted =
      input.args.length === 0 ? ruleCatalogue : ruleCatalogue.filter(({ id }) => input.args.includes(id));
    await emit({
      targets,
      input,
      io,
      render: async (format, options) => (await writerOf(format, 'rules'))({ rules: wanted }, options),
    });
    return 0;
  },
};

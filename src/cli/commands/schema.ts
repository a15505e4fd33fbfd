import { mark, t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import { nearestTyped, withNearest } from '../../messages/nearest.ts';
import { type Command, UsageProblem } from '../command.ts';

export const schema: Command = {
  name: 'schema',
  summary: mark`prints a JSON Schema: of the agreement, or of a JSON output`,
  arguments: [
    {
      syntax: '[NAME]',
      summary: mark`agreement (default), or an output: report, cases, receipt, diagnostics ...`,
    },
  ],
  options: [],
  examples: [
    ['sla schema > sla.schema.json', mark`for an editor that completes and checks YAML`],
    ['sla schema report', mark`what "sla check --format json" writes`],
  ],
  statuses: [
    [0, mark`the schema is on standard output`],
    [2, mark`no schema of that name`],
  ],
  async run(input, io) {
    const { schemaNames, schemaText } = await import('../../app/schema.ts');
    const name = input.args[0] ?? 'sla';
    const text = await schemaText(name);
    if (text === null) {
      const near = nearestTyped(name, schemaNames);
      const names = t`the schemas are ${allOf(schemaNames)}`;
      throw new UsageProblem(t`There is no schema "${name}"`, withNearest(names, near));
    }
    await io.stdout.write(text);
    return 0;
  },
};

import { type Command, UsageProblem } from '../command.ts';
import { nearest } from '../nearest.ts';

export const schema: Command = {
  name: 'schema',
  summary: 'prints a JSON Schema: of the agreement, or of a JSON output',
  arguments: [
    {
      syntax: '[NAME]',
      summary: 'agreement (default), or an output: report, cases, receipt, diagnostics ...',
    },
  ],
  options: [],
  examples: [
    ['sla schema > sla.schema.json', 'for an editor that completes and checks YAML'],
    ['sla schema report', 'what "sla check --format json" writes'],
  ],
  statuses: [
    [0, 'the schema is on standard output'],
    [2, 'no schema of that name'],
  ],
  async run(input, io) {
    const { schemaNames, schemaText } = await import('../../app/schema.ts');
    const name = input.args[0] ?? 'sla';
    const text = await schemaText(name);
    if (text === null) {
      const near = nearest(name, schemaNames);
      const names = `the schemas are ${schemaNames.join(', ')}`;
      throw new UsageProblem(
        `There is no schema "${name}"`,
        near === null ? names : `${names}; did you mean "${near}"?`,
      );
    }
    await io.stdout.write(text);
    return 0;
  },
};

import type { Command } from '../command.ts';

export const schema: Command = {
  name: 'schema',
  summary: 'prints a JSON Schema: of the agreement, or of a JSON output',
  arguments: [{ syntax: '[NAME]', summary: 'sla (default), report or diagnostics' }],
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
    const { schemaText } = await import('../../app/schema.ts');
    const text = await schemaText(input.args[0] ?? 'sla', io);
    await io.stdout.write(text);
    return 0;
  },
};

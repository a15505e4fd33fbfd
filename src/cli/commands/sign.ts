import { announce } from '../answer.ts';
import { type Command, UsageProblem } from '../command.ts';
import { colorOptions } from '../options.ts';

export const sign: Command = {
  name: 'sign',
  summary: 'writes a signature, with the digest of the terms, into an agreement',
  arguments: [{ syntax: '[PATH]', summary: 'the agreement; the only one under the working directory' }],
  options: [
    { flags: '--as <team>', summary: 'for which team, or "sponsor"' },
    { flags: '--name <text>', summary: 'who signs' },
    { flags: '--role <text>', summary: 'in which role; the one of the former signature' },
    { flags: '--date <date>', summary: 'such as 2026-07-01; today' },
    ...colorOptions,
  ],
  examples: [
    ['sla sign --as sales --name "A. Martin"', 'signs the terms as they are'],
    ['sla validate --require-signatures', 'whether both teams and the sponsor have signed these terms'],
  ],
  statuses: [
    [0, 'the signature is in the agreement'],
    [2, 'no signature: an agreement with an error, an unknown team'],
  ],
  async run(input, io) {
    const [as, name] = [input.text('as'), input.text('name')];
    if (as === null) throw new UsageProblem('For which team is it signed?', '--as TEAM');
    if (name === null) throw new UsageProblem('Who signs?', '--name "A. Martin"');
    const { sign: recipe } = await import('../../app/sign.ts');
    const result = await recipe(
      {
        paths: input.args,
        as,
        name,
        role: input.text('role'),
        date: input.text('date') ?? today(new Date()),
      },
      io,
    );
    await announce(result, result.findings, [], input, io);
    if (result.file === null) return 2;
    const line = `${as} signed ${result.file}: ${result.digest}`;
    await io.stdout.write(`${line.replace(/\p{Cc}/gu, ' ')}\n`);
    return 0;
  },
};

/** The date on the calendar of whoever signs. */
function today(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

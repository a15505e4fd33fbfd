import { mark, t } from '../../messages/index.ts';
import { announce } from '../answer.ts';
import { type Command, UsageProblem } from '../command.ts';
import { colorOptions } from '../options.ts';
import { renderOptions } from '../output.ts';
import { today } from '../today.ts';

export const sign: Command = {
  name: 'sign',
  summary: mark`shows the agreement in plain words and writes a signature, with the digest of the terms, into it`,
  arguments: [{ syntax: '[PATH]', summary: mark`the agreement; the only one under the working directory` }],
  options: [
    { flags: '--as <team>', summary: mark`for which team, or "sponsor"` },
    { flags: '--name <text>', summary: mark`who signs` },
    { flags: '--role <text>', summary: mark`in which role; the one of the former signature` },
    { flags: '--date <date>', summary: mark`such as 2026-07-01; today` },
    ...colorOptions,
  ],
  examples: [
    ['sla sign --as sales --name "A. Martin"', mark`signs the terms as they are`],
    ['sla validate --require-signatures', mark`whether both teams and the sponsor have signed these terms`],
  ],
  statuses: [
    [0, mark`the signature is in the agreement`],
    [2, mark`no signature: an agreement with an error, an unknown team`],
  ],
  async run(input, io) {
    const [as, name] = [input.text('as'), input.text('name')];
    if (as === null) throw new UsageProblem(t`For which team is it signed?`, '--as sales --name "A. Martin"');
    if (name === null) throw new UsageProblem(t`Who signs?`, '--name "A. Martin"');
    const [{ sign: recipe }, { writerOf, textOf }] = await Promise.all([
      import('../../app/sign.ts'),
      import('../../app/render.ts'),
    ]);
    const result = await recipe(
      {
        paths: input.args,
        as,
        name,
        role: input.text('role'),
        date: input.text('date') ?? today(io.env),
      },
      io,
      async (document) => {
        const write = await writerOf('text', 'agreement');
        await io.stdout.write(`${textOf(write(document, renderOptions(input, io, io.stdout)))}\n`);
      },
    );
    await announce({ answer: result, all: result.findings, targets: [], input, io });
    if (result.file === null) return 2;
    const line = t`${result.team ?? as} signed ${result.file}: ${result.digest ?? ''}`;
    await io.stdout.write(`${line.replace(/\p{Cc}/gu, ' ')}\n`);
    return 0;
  },
};

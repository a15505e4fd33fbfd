import { mark, t } from '../../messages/index.ts';
import type { Command } from '../command.ts';
import { outputOptions } from '../options.ts';
import { renderOptions } from '../output.ts';
import { withProgress } from '../progress.ts';

export const demo: Command = {
  name: 'demo',
  summary: mark`a scoreboard, a receipt and a change of terms, on data that ship; writes no file`,
  arguments: [],
  options: outputOptions.filter(({ flags }) => /--(color|ascii)/.test(flags)),
  examples: [['sla demo', mark`two minutes, nothing to prepare`]],
  statuses: [
    [0, mark`the tour is on standard output`],
    [2, mark`the installation is not whole`],
  ],
  async run(input, io) {
    const [{ demo: recipe }, { textOf, writerOf }] = await Promise.all([
      import('../../app/demo.ts'),
      import('../../app/render.ts'),
    ]);
    const { scoreboard, lead, receipt, change } = await withProgress(t`Judging`, io, (watched) =>
      recipe(watched),
    );
    const options = renderOptions(input, io, io.stdout);
    const parts = [
      heading(
        t`What the teams kept`,
        'sla check',
        textOf((await writerOf('text', 'compliance'))({ view: 'scoreboard', ...scoreboard }, options)),
      ),
      ...(receipt === null
        ? []
        : [
            heading(
              t`Why the lead ${lead ?? ''} counts as late`,
              `sla explain ${lead}`,
              (await writerOf('text', 'receipt'))(receipt, options),
            ),
          ]),
      heading(
        t`What looser terms would have meant`,
        'sla diff BEFORE AFTER',
        (await writerOf('text', 'diff'))(change, options),
      ),
      `${t`On your own leads`}\n  sla init --from export.csv\n`,
    ];
    await io.stdout.write(parts.join('\n'));
    return 0;
  },
};

const heading = (title: string, command: string, text: string): string =>
  `== ${title} (${command})\n\n${text}`;

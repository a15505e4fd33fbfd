import { mark, plural, t } from '../../messages/index.ts';
import type { CasesAs } from '../../model/agreement.ts';
import { announce } from '../answer.ts';
import { type Command, UsageProblem } from '../command.ts';
import { colorOptions, judgedSelectionOptions, judgeOptions, selectionOf } from '../options.ts';
import { today } from '../today.ts';

export const close: Command = {
  name: 'close',
  summary: mark`keeps the results of a month that is over, beside the agreement`,
  arguments: [
    { syntax: 'MONTH', summary: mark`such as 2026-05` },
    {
      syntax: '[PATH...]',
      summary: mark`agreements (*.sla.yaml) or folders that hold some; the working directory if none is given`,
    },
  ],
  options: [
    { flags: '--provisional', summary: mark`close it though some of its results may still change` },
    { flags: '--again', summary: mark`close it anew; the closing that is there stays` },
    { flags: '--why <text>', summary: mark`of --again: why, for those who read it later` },
    {
      flags: '--cases <kept>',
      summary: mark`how the leads behind the numbers are kept, in place of what the agreement says`,
      choices: ['hashed', 'ids', 'none'],
    },
    { flags: '--date <date>', summary: mark`of the closing, such as 2026-06-12; today` },
    ...judgeOptions.filter(({ flags }) => /^--(as-of|personal)\b/.test(flags)),
    ...judgedSelectionOptions,
    ...colorOptions,
  ],
  examples: [
    ['sla close 2026-05', mark`writes .sla/closed/2026-05.json, to be committed`],
    [mark`sla close 2026-05 --again --why "12 calls added"`, mark`a second closing, beside the first`],
    ['sla report --closed', mark`the closed numbers`],
  ],
  statuses: [
    [0, mark`the month is closed`],
    [
      2,
      mark`nothing is written: a month that is not over, or not yet to be closed, one that is closed already, an export that can not be read`,
    ],
  ],
  async run(input, io) {
    const [month, ...paths] = input.args;
    if (month === undefined) throw new UsageProblem(t`Which month is closed?`, 'sla close 2026-05');
    const [again, why] = [input.flag('again'), input.text('why')];
    if (why !== null && !again) throw new UsageProblem(t`--why goes with --again`, '--again --why "..."');
    const { close: recipe } = await import('../../app/close.ts');
    const result = await recipe(
      {
        ...selectionOf(input),
        ...{ paths, month, again, why },
        asOf: input.text('as-of'),
        provisional: input.flag('provisional'),
        cases: input.text('cases') as CasesAs | null,
        personal: input.flag('personal'),
        date: input.text('date') ?? today(io.env),
      },
      io,
    );
    await announce({ answer: result, all: result.findings, targets: [], input, io });
    const lines = result.closed.map(({ agreement, month: label, file, results }) =>
      plural(
        results.length,
        t`${label} of ${agreement} is closed: ${results.length} result in ${file}`,
        t`${label} of ${agreement} is closed: ${results.length} results in ${file}`,
      ),
    );
    // Without the salt nobody else can tell which cases move.
    if (lines.length > 0)
      lines.push(
        result.closed.some(({ salted }) => salted)
          ? t`Commit it, with .sla/salt, by which its cases are told`
          : t`Commit it`,
      );
    await io.stdout.write(lines.map((line) => `${line.replace(/\p{Cc}/gu, ' ')}\n`).join(''));
    return result.findings.some((each) => each.fatal === true) ? 2 : 0;
  },
};

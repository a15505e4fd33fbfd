import { mark, t } from '../../messages/index.ts';
import type { Command } from '../command.ts';
import { writeJudged } from '../judged-document.ts';
import {
  excelOption,
  judgeOptions,
  outputOptions,
  pathsArgument,
  selectionOptions,
  viewOption,
} from '../options.ts';

export const disputes: Command = {
  name: 'disputes',
  summary: mark`what is disputed about single leads, who settles it, and what hangs on it`,
  arguments: [pathsArgument],
  options: [
    ...judgeOptions.filter(({ flags }) => /^--(as-of|personal)\b/.test(flags)),
    viewOption,
    ...selectionOptions,
    excelOption,
    ...outputOptions,
  ],
  examples: [
    ['sla disputes', mark`all that was disputed, as of the latest date in the data`],
    [
      mark`sla disputes --as-of 2026-06-30 -o disputes.html`,
      mark`at the end of a quarter, as a page to send`,
    ],
    [mark`sla disputes -o disputes.xlsx`, mark`for a spreadsheet`],
  ],
  statuses: [
    [0, mark`the register is written: that something is disputed is no failure of the command`],
    [2, mark`no answer: no disputes in the agreement, an export that can not be read, a wrong option`],
  ],
  run: (input, io) =>
    writeJudged(
      {
        kind: 'disputes',
        watched: t`Counting`,
        recipe: async () => (await import('../../app/disputes.ts')).disputes,
        more: {},
      },
      input,
      io,
    ),
};

import { mark, t } from '../../messages/index.ts';
import type { Command } from '../command.ts';
import { writeJudged } from '../judged-document.ts';
import { judgedSelectionOptions, judgeOptions, outputOptions, pathsArgument } from '../options.ts';

export const funnel: Command = {
  name: 'funnel',
  summary: mark`how far the leads of each month came, and who promised which step`,
  arguments: [pathsArgument],
  options: [
    ...judgeOptions.filter(({ flags }) => !flags.startsWith('--rejects')),
    ...judgedSelectionOptions,
    ...outputOptions,
  ],
  examples: [
    ['sla funnel', mark`every month in the data`],
    ['sla funnel --from 2026-01 --to 2026-06 --by source', mark`half a year, each source for itself`],
    ['sla funnel --period quarter -o funnel.html', mark`quarters, as a page to send`],
  ],
  statuses: [
    [0, mark`the funnel is written, whatever it says`],
    [2, mark`no answer: no funnel in the agreement, an export that can not be read, a wrong option`],
  ],
  run: (input, io) =>
    writeJudged(
      {
        kind: 'funnel',
        watched: t`Counting`,
        recipe: async () => (await import('../../app/funnel.ts')).funnel,
        more: {},
      },
      input,
      io,
    ),
};

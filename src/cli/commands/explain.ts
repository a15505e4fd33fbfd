import { mark, t } from '../../messages/index.ts';
import { announce } from '../answer.ts';
import { type Command, UsageProblem } from '../command.ts';
import { exitStatus, isFatal } from '../exit.ts';
import {
  judgedSelectionOptions,
  judgeFlagsOf,
  judgeOptions,
  outputOptions,
  pathsArgument,
  selectionOf,
  viewOption,
} from '../options.ts';
import { emit, targetsOf } from '../output.ts';
import { withProgress } from '../progress.ts';

export const explain: Command = {
  name: 'explain',
  summary: mark`the receipt of one lead: what its verdicts rest on`,
  arguments: [{ syntax: '<LEAD>', summary: mark`its key, as the export writes it` }, pathsArgument],
  options: [
    ...judgeOptions.filter(({ flags }) => /^--(as-of|as-if|period|personal)\b/.test(flags)),
    viewOption,
    ...judgedSelectionOptions,
    ...outputOptions,
  ],
  examples: [
    ['sla explain L-1042', mark`each promise, each clock, each hour that counted or did not`],
    ['sla explain L-1042 acme.sla.yaml --as-of 2026-05-31', mark`as it stood then`],
    ['sla explain L-1042 --format json', mark`the same for a script, nothing folded`],
  ],
  statuses: [
    [0, mark`the receipt is on standard output`],
    [2, mark`no answer: no such lead, an export that can not be read, a wrong option`],
  ],
  async run(input, io) {
    const targets = await targetsOf(input, 'receipt', io);
    const [lead = '', ...paths] = input.args;
    if (lead === '') throw new UsageProblem(t`A receipt needs the key of a lead`, 'sla explain L-1042');
    const [{ explain: recipe }, { writerOf }, { besideAnswer }] = await Promise.all([
      import('../../app/explain.ts'),
      import('../../app/render.ts'),
      import('../../app/findings/fatal.ts'),
    ]);
    const request = { ...selectionOf(input), paths, ...judgeFlagsOf(input), lead };
    const result = await withProgress(t`Judging`, io, (watched) => recipe(request, watched));
    await announce({
      answer: result,
      all: besideAnswer(result.findings),
      targets: [],
      input,
      io,
    });
    await emit({
      targets,
      input,
      io,
      render: async (format, options) => (await writerOf(format, 'receipt'))(result, options),
      outcome: { answered: result.receipts.length > 0 || !isFatal(result) },
    });
    return exitStatus(result.findings, [], 'never');
  },
};

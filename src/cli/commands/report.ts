import { mark, t } from '../../messages/index.ts';
import { announce } from '../answer.ts';
import type { Command } from '../command.ts';
import { exitStatus, isFatal, verdictsOf } from '../exit.ts';
import {
  csvOptions,
  failOnOf,
  failOnOption,
  judgeFlagsOf,
  judgeOptions,
  outputOptions,
  pathsArgument,
  selectionOf,
  selectionOptions,
} from '../options.ts';
import { emit, targetsOf } from '../output.ts';
import { withProgress } from '../progress.ts';

export const report: Command = {
  name: 'report',
  summary: mark`compliance tables over a span of months`,
  arguments: [pathsArgument],
  options: [...judgeOptions, ...selectionOptions, ...csvOptions, failOnOption, ...outputOptions],
  examples: [
    ['sla report', mark`every month in the data`],
    ['sla report --from 2026-01 --to 2026-06 --by owner', mark`half a year, by owner`],
    ['sla report --period quarter -o report.html', mark`quarters, as a page to send`],
    ['sla report -o board.xlsx', mark`for a spreadsheet`],
  ],
  statuses: [
    [0, mark`the report is written, whatever it says, unless --fail-on is given`],
    [1, mark`with --fail-on: a promise is missed, or a problem is at or above the threshold`],
    [2, mark`no answer: an export that can not be read, too many rejected rows, a wrong option`],
  ],
  async run(input, io) {
    const targets = await targetsOf(input, 'compliance', io);
    const failOn = failOnOf(input, 'never');
    const request = { ...selectionOf(input), ...judgeFlagsOf(input) };
    const [{ report: recipe }, { writerOf }] = await Promise.all([
      import('../../app/report.ts'),
      import('../../app/render.ts'),
    ]);
    const result = await withProgress(t`Judging`, io, (watched) => recipe(request, watched));
    const findings = [...result.findings, ...result.compliances.flatMap((each) => each.findings)];
    await announce(result, findings, targets, input, io);
    await emit(
      targets,
      input,
      io,
      async (format, options) =>
        (await writerOf(format, 'compliance'))({ view: 'table', ...result }, options),
      { answered: result.compliances.length > 0 || !isFatal(result) },
    );
    // A month without a verdict is something that a report says, not a report that failed.
    const verdicts = verdictsOf(result.compliances);
    return exitStatus(findings, failOn === 'never' ? [] : verdicts, failOn);
  },
};

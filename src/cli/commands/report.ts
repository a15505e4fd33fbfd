import { mark } from '../../messages/index.ts';
import type { Command } from '../command.ts';
import { judgeAndWrite } from '../compliance.ts';
import { exitStatus, verdictsOf } from '../exit.ts';
import {
  csvOptions,
  failOnOf,
  failOnOption,
  judgeOptions,
  outputOptions,
  pathsArgument,
  selectionOptions,
} from '../options.ts';
import { targetsOf } from '../output.ts';

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
    const recipe = async () => (await import('../../app/report.ts')).report;
    const { findings, compliances } = await judgeAndWrite({ view: 'table', targets, recipe }, input, io);
    // A month without a verdict is something that a report says, not a report that failed.
    const verdicts = verdictsOf(compliances);
    return exitStatus(findings, failOn === 'never' ? [] : verdicts, failOn);
  },
};

import { mark, t } from '../../messages/index.ts';
import { type Command, type Input, type Option, UsageProblem } from '../command.ts';
import { judgeAndWrite } from '../compliance.ts';
import { exitStatus, verdictsOf } from '../exit.ts';
import {
  csvOptions,
  failOnOf,
  failOnOption,
  judgedSelectionOptions,
  judgeOptions,
  outputOptions,
  pathsArgument,
  viewOption,
} from '../options.ts';
import { targetsOf } from '../output.ts';

const closedOption: Option = {
  flags: '--closed',
  summary: mark`the numbers at which months were closed, from their records alone`,
};

export const report: Command = {
  name: 'report',
  summary: mark`compliance tables over a span of months`,
  arguments: [pathsArgument],
  options: [
    closedOption,
    ...judgeOptions,
    viewOption,
    ...judgedSelectionOptions,
    ...csvOptions,
    failOnOption,
    ...outputOptions,
  ],
  examples: [
    ['sla report', mark`the last twelve months`],
    ['sla report --from 2026-01 --to 2026-06 --by owner', mark`half a year, by owner`],
    [mark`sla report --period quarter -o report.html`, mark`quarters, as a page to send`],
    ['sla report --closed', mark`the months that are closed, at their official numbers`],
    [mark`sla report -o board.xlsx`, mark`for a spreadsheet`],
  ],
  statuses: [
    [0, mark`the report is written, whatever it says, unless --fail-on is given`],
    [1, mark`with --fail-on: a promise is missed, or a problem is at or above the threshold`],
    [2, mark`no answer: an export that can not be read, too many rejected rows, a wrong option`],
  ],
  async run(input, io) {
    const targets = await targetsOf(input, 'compliance', io);
    const failOn = failOnOf(input, 'never');
    const closed = input.flag('closed');
    if (closed) refuseBeside(input);
    const recipe = async () =>
      closed
        ? (await import('../../app/closed-report.ts')).closedReport
        : (await import('../../app/report.ts')).report;
    const { findings, compliances } = await judgeAndWrite({ view: 'table', targets, recipe }, input, io);
    // A month without a verdict is something that a report says, not a report that failed.
    const verdicts = verdictsOf(compliances);
    return exitStatus(findings, failOn === 'never' ? [] : verdicts, failOn);
  },
};

/** A record holds months as they were: nothing in it can be judged in another way. */
function refuseBeside(input: Input): void {
  const lists = ['by', 'leads', 'source'].filter((name) => input.list(name).length > 0);
  const texts = ['as-of', 'as-if', 'period', 'rejects', 'view'].filter((name) => input.text(name) !== null);
  const fiscal = ['from', 'to'].filter((name) => input.text(name)?.startsWith('FY'));
  const [other] = [...lists, ...texts, ...fiscal];
  if (other !== undefined)
    throw new UsageProblem(
      t`--closed shows months as they were closed, and --${other} asks for something else`,
      fiscal.length > 0 ? t`write --${other} 2026-01` : t`leave out --${other}`,
    );
}

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

export const check: Command = {
  name: 'check',
  summary: mark`validates, then judges the period at hand: the scoreboard`,
  arguments: [pathsArgument],
  options: [failOnOption, ...selectionOptions, ...judgeOptions, ...csvOptions, ...outputOptions],
  examples: [
    ['sla check', mark`every agreement here, on the exports that it names`],
    ['sla check acme.sla.yaml --leads export.csv', mark`on another export`],
    ['sla check --from 2026-06 --to 2026-06', mark`a month that is over`],
    ['sla check --format text -o check.json', mark`for the eye and for a script`],
  ],
  statuses: [
    [0, mark`no promise is missed, and no problem is at or above the threshold`],
    [1, mark`a promise is missed, or an error was found`],
    [
      2,
      mark`no answer: an export that can not be read, too many rejected rows, a verdict that the data can not give`,
    ],
  ],
  async run(input, io) {
    const targets = await targetsOf(input, 'compliance', io);
    const failOn = failOnOf(input, 'error');
    const request = { ...selectionOf(input), ...judgeFlagsOf(input) };
    const [{ check: recipe }, { writerOf }] = await Promise.all([
      import('../../app/check.ts'),
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
        (await writerOf(format, 'compliance'))({ view: 'scoreboard', ...result }, options),
      { answered: result.compliances.length > 0 || !isFatal(result) },
    );
    const verdicts = verdictsOf(result.compliances);
    return exitStatus(findings, verdicts, failOn);
  },
};

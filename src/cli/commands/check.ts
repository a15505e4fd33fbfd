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
    const recipe = async () => (await import('../../app/check.ts')).check;
    const { findings, compliances } = await judgeAndWrite({ view: 'scoreboard', targets, recipe }, input, io);
    return exitStatus(findings, verdictsOf(compliances), failOn);
  },
};

import { mark } from '../../messages/index.ts';
import type { Command } from '../command.ts';
import { judgeAndWrite } from '../compliance.ts';
import { exitStatus, verdictsOf } from '../exit.ts';
import {
  csvOptions,
  failOnOf,
  failOnOption,
  judgedSelectionOptions,
  judgeFlagsOf,
  judgeOptions,
  outputOptions,
  pathsArgument,
  viewOption,
} from '../options.ts';
import { type Target, targetsOf } from '../output.ts';

export const check: Command = {
  name: 'check',
  summary: mark`validates, then judges the period at hand: the scoreboard`,
  arguments: [pathsArgument],
  options: [
    {
      flags: '--brief',
      summary: mark`a digest of at most twelve lines, of the last period that ended and the one that runs`,
    },
    failOnOption,
    ...judgedSelectionOptions,
    ...judgeOptions,
    viewOption,
    ...csvOptions,
    ...outputOptions,
  ],
  examples: [
    ['sla check', mark`every agreement here, on the exports that it names`],
    ['sla check acme.sla.yaml --leads export.csv', mark`on another export`],
    ['sla check --from 2026-06 --to 2026-06', mark`a month that is over`],
    ['sla check --brief', mark`what one sends to the channel of both teams`],
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
    const brief = input.flag('brief');
    const targets = await targetsOf(input, 'compliance', io, brief ? [BRIEFLY] : []);
    const failOn = failOnOf(input, 'error');
    const recipe = async () => {
      const recipes = await import('../../app/check.ts');
      return brief ? recipes.checkBriefly : recipes.check;
    };
    const { findings, compliances } = await judgeAndWrite({ view: 'scoreboard', targets, recipe }, input, io);
    if (!brief) return exitStatus(findings, verdictsOf(compliances), failOn);
    const { gateOf } = await import('../../app/check.ts');
    const gates = compliances.map((one) => gateOf(one, judgeFlagsOf(input)));
    return exitStatus(findings, verdictsOf(gates), failOn);
  },
};

const BRIEFLY: Target = { format: 'brief', file: null };

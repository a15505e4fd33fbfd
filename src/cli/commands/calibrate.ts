import { mark, t } from '../../messages/index.ts';
import type { Basis } from '../../model/calibration.ts';
import { type Command, type Option, UsageProblem } from '../command.ts';
import { writeJudged } from '../judged-document.ts';
import { judgedSelectionOptions, judgeOptions, outputOptions, pathsArgument } from '../options.ts';

const BASES: readonly Basis[] = ['every-period', 'four-of-five', 'step-up'];

const ownOptions: readonly Option[] = [
  { flags: '--commitment <id>', summary: mark`only this commitment or objective`, repeat: true },
  {
    flags: '--print-diff',
    summary: mark`print the change of the agreement as a unified diff, and change nothing`,
  },
  {
    flags: '--basis <periods>',
    summary: mark`of --print-diff: what so many periods kept; default: four-of-five`,
    choices: BASES,
  },
];

export const calibrate: Command = {
  name: 'calibrate',
  summary: mark`which limits and targets the past kept, with the price of each`,
  arguments: [pathsArgument],
  options: [
    ...ownOptions,
    ...judgeOptions.filter(({ flags }) => /^--(as-of|from|to|by|as-if|personal)\b/.test(flags)),
    ...judgedSelectionOptions,
    ...outputOptions,
  ],
  examples: [
    ['sla calibrate', mark`every promise, by the months of the exports`],
    [
      'sla calibrate --commitment first-contact --from 2026-01 --to 2026-05',
      mark`one promise, over five months`,
    ],
    ['sla calibrate --by source', mark`each promise also by the source of its leads`],
    ['sla calibrate --print-diff', mark`the agreement with what four of five months kept`],
  ],
  statuses: [
    [0, mark`the calibration is written, whatever it says`],
    [2, mark`no answer: an export that can not be read, a wrong option`],
  ],
  async run(input, io) {
    const prints = input.flag('print-diff');
    const basis = input.text('basis') as Basis | null;
    if (basis !== null && !prints) throw new UsageProblem(t`--basis is of --print-diff`, t`add --print-diff`);
    return writeJudged(
      {
        kind: 'calibration',
        watched: t`Judging`,
        recipe: async () => (await import('../../app/calibrate.ts')).calibrate,
        more: { commitments: input.list('commitment'), diff: prints ? (basis ?? 'four-of-five') : null },
        asksForPatch: prints,
      },
      input,
      io,
    );
  },
};

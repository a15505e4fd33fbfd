import type { CloseMeetingResult } from '../../app/close-meeting.ts';
import { civil } from '../../messages/civil.ts';
import { mark, plural, t } from '../../messages/index.ts';
import type { Io } from '../../model/io.ts';
import { announce } from '../answer.ts';
import { type Command, type Input, type Option, UsageProblem } from '../command.ts';
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

const ownOptions: readonly Option[] = [
  {
    flags: '--period <period>',
    summary: mark`what the meeting is about, such as 2026-05, 2026-Q2, 2026-W20; default: the newest that is final`,
    check: periodProblem,
  },
  {
    flags: '--close <minutes>',
    summary: mark`takes the decisions of these minutes into records/decisions.yaml beside the agreement`,
  },
  { flags: '--closed', summary: mark`from the records of closed months alone: the exports are not opened` },
];

export const pack: Command = {
  name: 'pack',
  summary: mark`the agenda of the meeting of both teams, filled with the numbers: it becomes the minutes`,
  arguments: [pathsArgument],
  options: [
    ...ownOptions,
    ...judgeOptions.filter(({ flags }) => /^--(as-of|personal)\b/.test(flags)),
    viewOption,
    ...judgedSelectionOptions,
    ...outputOptions,
  ],
  examples: [
    [mark`sla pack -o minutes/2026-06-09.md`, mark`the agenda of the last month that is final, to fill in`],
    [mark`sla pack --period 2026-05 -o pack.html`, mark`to look at together, and to print`],
    [mark`sla pack --close minutes/2026-06-09.md`, mark`after the meeting: who does what by when is kept`],
    ['sla pack --closed --period 2026-05', mark`a closed month, without its exports`],
  ],
  statuses: [
    [0, mark`the agenda is written, whatever it says`],
    [2, mark`no answer: an export that can not be read, a period without a case, a wrong option`],
  ],
  async run(input, io) {
    const minutes = input.text('close');
    if (minutes !== null) return closeMeeting(minutes, input, io);
    const targets = await targetsOf(input, 'pack', io);
    const closed = input.flag('closed');
    if (closed) refuseBeside(input);
    const [{ pack: recipe }, { writerOf }] = await Promise.all([
      import('../../app/pack.ts'),
      import('../../app/render.ts'),
    ]);
    const request = { ...selectionOf(input), ...judgeFlagsOf(input), about: input.text('period'), closed };
    const result = await withProgress(t`Judging`, io, (watched) =>
      recipe({ ...request, period: null }, watched),
    );
    await announce({
      answer: result,
      all: result.findings.filter(({ fatal }) => fatal === true),
      // An agenda has no room for problems, in whatever format.
      targets: [],
      input,
      io,
    });
    await emit({
      targets,
      input,
      io,
      render: async (format, options) => (await writerOf(format, 'pack'))(result, options),
      outcome: { answered: result.packs.length > 0 || !isFatal(result) },
    });
    return exitStatus(result.findings, [], 'never');
  },
};

/** Says what was written, a line each. */
async function closeMeeting(minutes: string, input: Input, io: Io): Promise<number> {
  const other = ['period', 'as-of', 'view'].find((name) => input.text(name) !== null);
  const list = ['format', 'output', 'leads', 'source'].find((name) => input.list(name).length > 0);
  const flag = ['closed', 'personal'].find((name) => input.flag(name));
  const beside = other ?? list ?? flag;
  if (beside !== undefined)
    throw new UsageProblem(t`--close reads minutes, and judges nothing`, t`leave out --${beside}`);
  const { closeMeeting: recipe } = await import('../../app/close-meeting.ts');
  const result = await recipe({ paths: input.args, minutes }, io);
  await announce({ answer: result, all: result.findings, targets: [], input, io });
  const { file, added, corrected, done, again } = result;
  if (file === null) return 2;
  const lines = [
    ...added.map(({ id, what, who, due }) => t`${id}: ${what} (${who}, by ${civil(due)})`),
    ...corrected.map((id) => t`${id}: corrected`),
    ...done.map((id) => t`${id}: done`),
    ...again.map((id) => t`${id}: not done, comes back`),
    keptText(result, file),
  ];
  await io.stdout.write(lines.map((line) => `${line.replace(/\p{Cc}/gu, ' ')}\n`).join(''));
  return 0;
}

/** What became of the file of records, and what is left to do. */
function keptText({ added, corrected, done, again }: CloseMeetingResult, file: string): string {
  if (added.length > 0)
    return plural(
      added.length,
      t`${file}: ${added.length} decision written. Commit it, with the minutes`,
      t`${file}: ${added.length} decisions written. Commit it, with the minutes`,
    );
  return [...corrected, ...done, ...again].length === 0
    ? t`${file}: it has all of these minutes already`
    : t`${file}: no new decision, the others are up to date. Commit it, with the minutes`;
}

/** Records hold months as they were: nothing in them can be judged in another way. */
function refuseBeside(input: Input): void {
  const lists = ['leads', 'source'].filter((name) => input.list(name).length > 0);
  const texts = ['as-of', 'view'].filter((name) => input.text(name) !== null);
  const [other] = [...lists, ...texts];
  if (other !== undefined)
    throw new UsageProblem(
      t`--closed shows months as they were closed, and --${other} asks for something else`,
      t`leave out --${other}`,
    );
}

function periodProblem(value: string): string | null {
  return PERIOD.test(value) ? null : t`takes a period such as 2026-05, 2026-Q2 or 2026-W20, not "${value}"`;
}

const PERIOD = /^(FY\d{4}-Q[1-4]|\d{4}-(0[1-9]|1[0-2]|Q[1-4]|W(0[1-9]|[1-4]\d|5[0-3])))$/;

import { mark, t } from '../../messages/index.ts';
import type { CaseState } from '../../model/compliance.ts';
import type { Io } from '../../model/io.ts';
import type { Answer, CaseSink, Todo } from '../../model/requests.ts';
import type { PeriodUnit } from '../../model/time.ts';
import { announce } from '../answer.ts';
import { type Command, type Input, UsageProblem } from '../command.ts';
import { exitStatus } from '../exit.ts';
import { emitCases } from '../listing.ts';
import {
  excelOption,
  judgedSelectionOptions,
  judgeFlagsOf,
  judgeOptions,
  outputOptions,
  pathsArgument,
  selectionOf,
  viewOption,
} from '../options.ts';
import { targetsOf } from '../output.ts';
import { withProgress } from '../progress.ts';

const UNITS: readonly string[] = ['month', 'quarter', 'week'];

export const cases: Command = {
  name: 'cases',
  summary: mark`the leads behind a number, one case a line`,
  arguments: [pathsArgument],
  options: [
    {
      flags: '--state <state>',
      summary: mark`only cases in this state`,
      repeat: true,
      choices: ['met', 'breached', 'pending', 'excluded', 'unknown'],
    },
    {
      flags: '--due-before <date>',
      summary: mark`what is to be done: open cases that are due before this date begins, in the order of what is due`,
      check: (value) =>
        /^\d{4}-\d\d-\d\d$/.test(value) ? null : t`takes a date such as 2026-06-26, not "${value}"`,
    },
    {
      flags: '--at-risk',
      summary: mark`likewise, only those of which most of the time is used`,
    },
    {
      flags: '--by <whom>',
      summary: mark`what is to be done, a list for each person who owns leads`,
      choices: ['person'],
    },
    { flags: '--commitment <id>', summary: mark`only of this commitment or objective`, repeat: true },
    { flags: '--owner <name>', summary: mark`only of leads with this owner`, repeat: true },
    { flags: '--lead <key>', summary: mark`only of this lead`, repeat: true },
    { flags: '--recycled', summary: mark`only of leads that had been handed over before` },
    {
      flags: '--period <period>',
      summary: mark`only of this period, such as 2026-03, 2026-Q1, 2026-W10; or cut by month, quarter, week`,
      repeat: true,
      check: periodProblem,
    },
    {
      flags: '--moved <month>',
      summary: mark`the cases of a closed month that are not what they were when it was closed`,
      check: (value) =>
        MONTH.test(value) ? null : t`takes a month that is closed, such as 2026-05, not "${value}"`,
    },
    ...judgeOptions.filter(({ flags }) => /^--(as-of|as-if|from|to|personal)\b/.test(flags)),
    viewOption,
    ...judgedSelectionOptions,
    excelOption,
    ...outputOptions,
  ],
  examples: [
    ['sla cases --state breached --commitment first-contact', mark`who was contacted too late`],
    [mark`sla cases --state pending --owner "Ana Lopez"`, mark`what one person still has to do`],
    ['sla cases --due-before 2026-06-26', mark`what is to be done by the evening of the day before`],
    ['sla cases --by person --due-before 2026-06-26', mark`the same, a list for each person`],
    [mark`sla cases --period 2026-03 -o march.xlsx`, mark`every case of a month, for a spreadsheet`],
    ['sla cases --moved 2026-05', mark`what changed in a month that is closed, and why`],
    ['sla cases --lead L-1042', mark`one lead under every promise; "sla explain L-1042" says why`],
  ],
  statuses: [
    [0, mark`the list is written, however long`],
    [2, mark`no answer: an export that can not be read, too many rejected rows, a wrong option`],
  ],
  async run(input, io) {
    const targets = await targetsOf(input, 'cases', io);
    const [{ cases: recipe }, { besideAnswer }] = await Promise.all([
      import('../../app/cases.ts'),
      import('../../app/findings/fatal.ts'),
    ]);
    const todo = todoOf(input);
    const request = {
      ...selectionOf(input),
      ...judgeFlagsOf(input),
      // A list is cut by nothing: here it says whose it is.
      by: [],
      ...periodsOf(input),
      states: todo === null ? (input.list('state') as readonly CaseState[]) : (['pending'] as const),
      todo,
      commitments: input.list('commitment'),
      leadIds: input.list('lead'),
      owners: input.list('owner'),
      recycled: input.flag('recycled'),
    };
    const moved = movedOf(input);
    const list = async (sink: CaseSink, watched: Io): Promise<Answer> =>
      moved === null
        ? recipe(request, sink, watched)
        : (await import('../../app/moved.ts')).moved(request, moved, sink, watched);
    const answer = await withProgress(t`Listing`, io, (watched) =>
      emitCases(targets, input, watched, (sink) => list(sink, watched)),
    );
    await announce({ answer, all: besideAnswer(answer.findings), targets: [], input, io });
    return exitStatus(answer.findings, [], 'never');
  },
};

/** What is to be done is open, whatever its promise. */
function todoOf(input: Input): Todo | null {
  const [before, atRisk] = [input.text('due-before'), input.flag('at-risk')];
  const byPerson = input.text('by') === 'person';
  if (before === null && !atRisk && !byPerson) return null;
  const alone = atRisk ? '--at-risk' : '--by person';
  const flag = before === null ? alone : `--due-before ${before}`;
  const other = input.list('state').find((state) => state !== 'pending');
  if (other !== undefined)
    throw new UsageProblem(
      t`${flag} lists open cases, and --state ${other} asks for others`,
      t`leave out --state`,
    );
  return { before, atRisk, ...(byPerson ? { byPerson } : {}) };
}

/** The record says which cases there are, so that no other choice of them is left but the promise. */
function movedOf(input: Input): string | null {
  const month = input.text('moved');
  const lists = ['state', 'owner', 'lead', 'period'].filter((name) => input.list(name).length > 0);
  const texts = ['from', 'to', 'as-if', 'due-before', 'by'].filter((name) => input.text(name) !== null);
  const [other] = [
    ...lists,
    ...texts,
    ...(input.flag('recycled') ? ['recycled'] : []),
    ...(input.flag('at-risk') ? ['at-risk'] : []),
  ];
  if (month !== null && other !== undefined)
    throw new UsageProblem(t`--moved ${month} says which cases to list`, t`leave out --${other}`);
  return month;
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

function periodsOf(input: Input): {
  readonly periods: readonly string[];
  readonly period: PeriodUnit | null;
} {
  const typed = input.list('period');
  const [units, periods] = [
    typed.filter((text) => UNITS.includes(text)),
    typed.filter((text) => !UNITS.includes(text)),
  ];
  const [period = null, ...more] = units;
  const named = periods[0] ?? null;
  if (more.length > 0)
    throw new UsageProblem(t`--period ${period ?? ''} and --period ${more[0] ?? ''} exclude each other`);
  if (named !== null && (period !== null || input.text('from') !== null || input.text('to') !== null)) {
    throw new UsageProblem(
      t`--period ${named} says which cases to list, so that no other span can`,
      t`leave out ${period === null ? t`--from and --to` : `--period ${period}`}`,
    );
  }
  return { periods, period: period as PeriodUnit | null };
}

function periodProblem(value: string): string | null {
  return UNITS.includes(value) || PERIOD.test(value)
    ? null
    : t`takes a period such as 2026-03, 2026-Q1 or 2026-W10, or month, quarter or week, not "${value}"`;
}

const PERIOD = /^(FY\d{4}(-Q[1-4])?|\d{4}(-(0[1-9]|1[0-2])|-Q[1-4]|-W(0[1-9]|[1-4]\d|5[0-3]))?)$/;

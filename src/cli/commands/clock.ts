import { mark, t } from '../../messages/index.ts';
import { announce } from '../answer.ts';
import { type Command, UsageProblem } from '../command.ts';
import { exitStatus } from '../exit.ts';
import { outputOptions } from '../options.ts';
import { emit, targetsOf } from '../output.ts';

export const clock: Command = {
  name: 'clock',
  summary: mark`a business-time calculator on a calendar of an agreement`,
  arguments: [{ syntax: '[PATH...]', summary: mark`the agreement that holds the calendar` }],
  options: [
    { flags: '--calendar <id>', summary: mark`which calendar; needed where the agreement has several` },
    {
      flags: '--from <instant>',
      summary: mark`the start; local time of the calendar unless it carries an offset`,
    },
    { flags: '--to <instant>', summary: mark`the stop: how much business time lies between` },
    { flags: '--within <duration>', summary: mark`a time limit, such as "4 business hours": when it is due` },
    { flags: '--allow-outside', summary: mark`an agreement may name files outside its repository` },
    ...outputOptions,
  ],
  examples: [
    ['sla clock --calendar office --from 2026-03-06T16:30 --within "4 business hours"', mark`when is it due`],
    ['sla clock --calendar office --from 2026-03-06T16:30 --to 2026-03-09T11:00', mark`how long was that`],
  ],
  statuses: [
    [0, mark`the answer is on standard output`],
    [2, mark`no answer: no such calendar, not a date, a wrong option`],
  ],
  async run(input, io) {
    const targets = await targetsOf(input, 'clock', io);
    const [from, to, within] = [input.text('from'), input.text('to'), input.text('within')];
    if (from === null) throw new UsageProblem(t`A clock needs a start`, '--from 2026-03-06T16:30');
    if ((to === null) === (within === null)) {
      throw new UsageProblem(
        to === null
          ? t`A clock needs a stop or a time limit`
          : t`A clock takes a stop or a time limit, not both`,
        t`--to 2026-03-09T11:00, or --within "4 business hours"`,
      );
    }
    const [{ clock: recipe }, { writerOf }] = await Promise.all([
      import('../../app/clock.ts'),
      import('../../app/render.ts'),
    ]);
    const result = await recipe(
      {
        paths: input.args,
        allowOutside: input.flag('allow-outside'),
        calendar: input.text('calendar'),
        from,
        to,
        within,
      },
      io,
    );
    // A calculator has one answer or none: what prevents it is not a document.
    await announce({ answer: result, all: result.findings, targets: [], input, io });
    const { clock: answer } = result;
    if (answer === null) return 2;
    await emit({
      targets,
      input,
      io,
      render: async (format, options) => (await writerOf(format, 'clock'))(answer, options),
    });
    return exitStatus(result.findings, [], 'never');
  },
};

import { mark, t } from '../../messages/index.ts';
import { announce } from '../answer.ts';
import { type Command, UsageProblem } from '../command.ts';
import { colorOptions } from '../options.ts';
import { dayOfToday } from '../today.ts';

export const accept: Command = {
  name: 'accept',
  summary: mark`records that a team accepts what is weakened, removed or open, in .sla/accepted.yaml`,
  arguments: [{ syntax: '[CHANGE]', summary: mark`as "sla diff" names it: acme:first-contact/within` }],
  options: [
    { flags: '--by <team>', summary: mark`who accepts: a team, or sponsor`, repeat: true },
    { flags: '--why <text>', summary: mark`for those who read it later` },
    { flags: '--reason <text>', summary: mark`the same as --why` },
    { flags: '--all', summary: mark`every change that these teams have to accept, in place of one` },
    { flags: '--base <base>', summary: mark`what "sla diff" compares with, where it was named there` },
    { flags: '--head <path>', summary: mark`the agreement or folder that was compared` },
    {
      flags: '--prune',
      summary: mark`remove the entries of this branch that match no change, in place of writing one`,
    },
    ...colorOptions,
  ],
  examples: [
    [mark`sla accept acme:first-contact/within --by marketing --why "Two people left"`, mark`one weakening`],
    [
      mark`sla accept acme:feedback/commitment --by marketing --by sales --why "Replaced"`,
      mark`what is removed or open takes both`,
    ],
    [mark`sla accept --all --by sales --why "Agreed on 12 June"`, mark`all that is left to a team`],
    ['sla accept --prune', mark`entries of a change that was edited since`],
  ],
  statuses: [
    [0, mark`the entry is in the file`],
    [2, mark`no such change, a team that can not accept it, a file of acceptances that is malformed`],
  ],
  async run(input, io) {
    const [change = null] = input.args;
    const [by, prune, all] = [input.list('by'), input.flag('prune'), input.flag('all')];
    const reason = input.text('why') ?? input.text('reason');
    if (prune && change !== null) throw new UsageProblem(t`--prune takes no change`, 'sla accept --prune');
    if (all && (change !== null || prune))
      throw new UsageProblem(t`--all stands alone`, 'sla accept --all --by TEAM --why "..."');
    if (!prune && !all && change === null)
      throw new UsageProblem(t`Which change is accepted?`, t`"sla diff" prints the lines to type`);
    if (!prune && by.length === 0) throw new UsageProblem(t`Who accepts it?`, '--by TEAM');
    if (!prune && (reason === null || reason.trim() === ''))
      throw new UsageProblem(t`Why is it accepted?`, '--why "Two people left"');
    const { accept: recipe } = await import('../../app/accept.ts');
    const [base, head] = [input.text('base'), input.text('head')];
    const result = await recipe(
      { base, head, today: dayOfToday(io.env), change, all, reason, by, prune },
      io,
    );
    await announce({ answer: result, all: result.findings, targets: [], input, io });
    if (result.findings.some((each) => each.fatal === true)) return 2;
    const clean = (text: string) => text.replace(/\p{Cc}/gu, ' ');
    const lines = [
      ...result.written.map((each) => t`accepted by ${each.by}: ${each.commitment ?? ''}/${each.rule}`),
      ...result.removed.map((each) => t`removed, by ${each.by}: ${each.commitment ?? ''}/${each.rule}`),
    ];
    if (lines.length === 0)
      lines.push(prune ? t`Every new entry matches a change` : t`It was accepted before`);
    else lines.push(t`Wrote ${result.file ?? ''}`);
    await io.stdout.write(lines.map((line) => `${clean(line)}\n`).join(''));
    return 0;
  },
};

import { mark, t } from '../../messages/index.ts';
import { nearestTyped } from '../../messages/nearest.ts';
import { type Command, UsageProblem } from '../command.ts';

/** The command that completes the words of all commands, itself among them. */
export const completionOf = (all: () => readonly Command[]): Command => ({
  name: 'completion',
  summary: mark`completes commands, flags, promises and rules in a shell`,
  arguments: [{ syntax: '[SHELL...]', summary: mark`bash, zsh, fish or powershell` }],
  options: [{ flags: '--words', summary: mark`the words that fit the last argument`, hidden: true }],
  examples: [
    ['source <(sla completion bash)', mark`for this shell; in ~/.bashrc for all; likewise zsh`],
    ['sla completion fish | source', mark`for fish`],
    ['sla completion powershell | Out-String | Invoke-Expression', mark`for PowerShell`],
  ],
  statuses: [
    [0, mark`the script is on standard output`],
    [2, mark`no such shell`],
  ],
  async run(input, io) {
    const { complete, SHELLS } = await import('../complete.ts');
    if (input.flag('words')) {
      // PowerShell can't pass an empty word as it is.
      const typed = input.args.map((word) => (word === '""' ? '' : word));
      const words = await complete(typed, all(), io);
      await io.stdout.write(words.map((word) => `${word}\n`).join(''));
      return 0;
    }
    const [shell = '', ...more] = input.args;
    const known = SHELLS.find((each) => each === shell);
    const list = `sla completion ${SHELLS.join(', ')}`;
    if (more.length > 0) throw new UsageProblem(t`A script is for one shell`, list);
    if (shell === '') throw new UsageProblem(t`For which shell?`, list);
    if (!known) {
      const near = nearestTyped(shell, SHELLS);
      throw new UsageProblem(
        t`There is no script for the shell "${shell}"`,
        near ? t`did you mean "${near}"?` : list,
      );
    }
    const { SCRIPTS } = await import('../completion-scripts.ts');
    await io.stdout.write(SCRIPTS[known]);
    return 0;
  },
});

import { realFiles } from '../src/files/disk.ts';
import { main } from '../src/main.ts';
import type { Stream } from '../src/model/io.ts';
import { terminalPicture } from './terminal-picture.ts';

/** A picture that the documentation shows, and the command that it is of. */
interface Picture {
  readonly file: string;
  readonly title: string;
  readonly command: string;
}

const COMMAND = 'report examples/acme --from 2026-03 --color always --lang';

export const pictures: readonly Picture[] = [
  { file: 'docs/pictures/scoreboard.svg', title: 'The scoreboard of the example', command: `${COMMAND} en` },
  {
    file: 'docs/pictures/tableau-de-bord.svg',
    title: 'Le tableau de bord de l’exemple',
    command: `${COMMAND} fr`,
  },
];

/** The tables that the command prints when it is typed at the root of the project; what comes after them is left out. */
export async function picture({ title, command }: Picture, root: string): Promise<string> {
  let text = '';
  const stdout: Stream = {
    isTTY: false,
    columns: null,
    write: (piece) => {
      text += piece;
      return true;
    },
  };
  const status = await main(command.split(' '), {
    stdout,
    stderr: { ...stdout, write: () => true },
    stdin: { isTTY: false, read: async () => '' },
    env: {},
    cwd: root,
    files: realFiles(),
    signal: new AbortController().signal,
  });
  if (status !== 0) throw new Error(`"sla ${command}" ended with ${status}`);
  const end = text.lastIndexOf('┘');
  return terminalPicture(title, text.slice(0, end + 1));
}

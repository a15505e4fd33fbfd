import type { WordKind } from '../app/completion-words.ts';
import { formats } from '../app/render.ts';
import type { Io } from '../model/io.ts';
import type { DocumentKind } from '../model/render.ts';
import type { Command, Option } from './command.ts';
import { languageOption } from './options.ts';

/** What the value of an option is one of, where it has no choices of its own. */
const VALUES: Readonly<Record<string, WordKind>> = {
  '--calendar': 'calendars',
  '--commitment': 'promises',
  '--by': 'fields',
  '--source': 'sources',
};

/** What the arguments of a command are; files where nothing is said. */
const ARGUMENTS: Readonly<Record<string, WordKind>> = { rules: 'rules', schema: 'schemas' };

const DOCUMENTS: Readonly<Record<string, DocumentKind>> = {
  validate: 'findings',
  check: 'compliance',
  report: 'compliance',
  cases: 'cases',
  funnel: 'funnel',
  calibrate: 'calibration',
  plan: 'plan',
  disputes: 'disputes',
  experiments: 'experiments',
  explain: 'receipt',
  clock: 'clock',
  pack: 'pack',
  diff: 'diff',
  log: 'log',
  sniff: 'sniff',
  rules: 'rules',
  doctor: 'doctor',
};

/** Shells for which there is a script. */
export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;

/**
 * The words that can stand where the last of `typed` is being written; none where a file is to stand there.
 * A shell that cuts `--format=json` at the sign gives three words for it.
 */
export async function complete(
  typed: readonly string[],
  commands: readonly Command[],
  io: Io,
): Promise<readonly string[]> {
  const last = typed.at(-1) ?? '';
  const before = typed.slice(0, -1);
  const starting = (words: readonly string[], prefix = last) =>
    words.filter((word) => word.startsWith(prefix));
  const command = commands.find(({ name }) => name === before[0]);
  if (!command) {
    if (before.length > 0) return [];
    return starting([...commands.map(({ name }) => name), 'help', '--help', '--version']);
  }
  const glued = /^(--[a-z-]+)=(.*)$/s.exec(last);
  if (glued) {
    const [, flag = '', value = ''] = glued;
    return starting(await valuesOf(flag, command, io), value).map((word) => `${flag}=${word}`);
  }
  const words = last === '=' ? [...before, last] : before;
  const flag = words.at(-1) === '=' ? words.at(-2) : words.at(-1);
  const option = optionsOf(command).find((each) => namesOf(each).includes(flag ?? ''));
  if (option && takesValue(option))
    return starting(await valuesOf(flag ?? '', command, io), last === '=' ? '' : last);
  if (last.startsWith('-')) {
    const flags = optionsOf(command)
      .filter((each) => each.hidden !== true)
      .flatMap(longOf);
    return starting([...flags, '--help']);
  }
  const kind = ARGUMENTS[command.name];
  if (command.name === 'completion') return starting(SHELLS);
  return kind ? starting(await known(kind, io)) : [];
}

async function valuesOf(flag: string, command: Command, io: Io): Promise<readonly string[]> {
  const option = optionsOf(command).find((each) => namesOf(each).includes(flag));
  if (option?.choices) return option.choices;
  const [long = ''] = option ? longOf(option) : [];
  const document = DOCUMENTS[command.name];
  if (long === '--format' && document)
    return formats.filter((each) => each.writes.includes(document)).map(({ name }) => name);
  const kind = VALUES[long];
  return kind ? known(kind, io) : [];
}

async function known(kind: WordKind, io: Io): Promise<readonly string[]> {
  const { wordsOf } = await import('../app/completion-words.ts');
  return wordsOf(kind, io);
}

const optionsOf = (command: Command): readonly Option[] => [...command.options, languageOption];
const namesOf = (option: Option): readonly string[] => option.flags.match(/(?<=^|[ ,])--?[a-z-]+/g) ?? [];
const longOf = (option: Option): readonly string[] => namesOf(option).filter((name) => name.startsWith('--'));
const takesValue = (option: Option): boolean => option.flags.includes('<');

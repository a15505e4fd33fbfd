import { CommanderError, Command as Parser, Option as ParserOption } from 'commander';
import { isLanguage, languageAsked, languageOf, splitLanguage } from '../messages/choose.ts';
import { plural, reset, speak, t } from '../messages/index.ts';
import { allOf } from '../messages/list.ts';
import { nearestTyped, withNearest } from '../messages/nearest.ts';
import type { Io } from '../model/io.ts';
import { TOOL } from '../model/tool.ts';
import { type Command, type Input, type Option, UsageProblem } from './command.ts';
import { commands } from './commands/index.ts';
import { commandHelp, programHelp, welcome } from './help.ts';
import { languageOption } from './options.ts';

/** Parses the command line and runs the command that it names. Resolves to the exit status. */
export async function runProgram(typed: readonly string[], io: Io): Promise<number> {
  await chooseLanguage(typed, io);
  const argv = languageLast(typed);
  if (argv.length === 0) {
    await io.stdout.write(welcome());
    return 0;
  }
  let status = 0;
  let help = '';
  const program = silent(new Parser('sla'), (text) => {
    help += text;
  });
  program.version(TOOL.version, '-V, --version').configureHelp({ formatHelp: () => programHelp(commands) });
  program.helpCommand('help [command]').argument('[command]').allowExcessArguments(true);
  // Reached only where the first word names no command.
  program.action(() => {
    throw unknownCommand(program.args[0] ?? '');
  });
  // What is not named can't be run, and to set up all of them takes as long as to read an agreement.
  for (const command of commands.filter(({ name }) => argv.includes(name))) {
    const parser = silent(program.command(command.name), (text) => {
      help += text;
    }).allowExcessArguments(false);
    parser.configureHelp({ formatHelp: () => commandHelp(command) });
    declare(parser, command);
    parser.action(async () => {
      status = await command.run(inputOf(parser, command), io);
    });
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw usageProblem(error, program, argv);
    const text = error.code === 'commander.version' ? `${TOOL.version}\n` : help;
    await io.stdout.write(text);
    return 0;
  }
  return status;
}

/** What the environment prefers, until `--lang` or an agreement says better. */
async function chooseLanguage(argv: readonly string[], io: Io): Promise<void> {
  reset();
  const asked = languageAsked(argv);
  if (asked !== null && isLanguage(asked)) return speak(asked, { firm: true });
  return speak(languageOf(io.env) ?? 'en');
}

/** `--lang` before the command stands after it, where its parser knows it; it is gone where there is none. */
function languageLast(argv: readonly string[]): readonly string[] {
  const { words, asked } = splitLanguage(argv);
  const [name, ...rest] = words;
  if (asked.length === 0) return argv;
  if (name !== undefined && commands.some((command) => command.name === name))
    return name === argv[0] ? argv : [name, ...asked, ...rest];
  const wanted = languageAsked(argv) ?? '';
  if (wanted === '') throw needsValue(languageOption.flags);
  parserOption(languageOption).parseArg?.(wanted, undefined);
  return words;
}

function needsValue(flags: string): UsageProblem {
  return new UsageProblem(t`${flags.split(' ')[0] ?? ''} needs a value`, flags);
}

function declare(parser: Parser, command: Command): void {
  for (const argument of command.arguments) parser.argument(argument.syntax, argument.summary);
  for (const option of [...command.options, languageOption]) parser.addOption(parserOption(option));
}

function silent(parser: Parser, out: (text: string) => void): Parser {
  return parser
    .exitOverride()
    .configureOutput({ writeOut: out, writeErr: () => {}, outputError: () => {} })
    .helpOption('-h, --help', 'what it does, by example')
    .showSuggestionAfterError(false);
}

function parserOption(option: Option): ParserOption {
  const made = new ParserOption(option.flags, option.summary);
  const name = made.long ?? made.flags;
  return made.argParser((value: string, previous: unknown) => {
    const problem = option.check?.(value) ?? null;
    if (problem !== null) throw new UsageProblem(`${name} ${problem}`);
    if (option.choices && !option.choices.includes(value)) {
      const near = nearestTyped(value, option.choices);
      const values = withNearest(t`the values are ${allOf(option.choices)}`, near);
      const instead = option.instead?.(value) ?? null;
      const help = instead === null ? values : t`${values}; ${instead}`;
      throw new UsageProblem(t`${name} does not know "${value}"`, help);
    }
    return option.repeat ? [...(Array.isArray(previous) ? previous : []), value] : value;
  });
}

function inputOf(parser: Parser, command: Command): Input {
  const values: Record<string, unknown> = parser.opts();
  const key = (name: string) => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const known = new Set(parser.options.map((option) => option.attributeName()));
  const value = (name: string): unknown => {
    if (!known.has(key(name))) throw new Error(`"${command.name}" has no option "${name}"`);
    return values[key(name)];
  };
  return {
    args: parser.args,
    has: (name) => known.has(key(name)),
    text: (name) => {
      const text = value(name);
      return typeof text === 'string' ? text : null;
    },
    list: (name) => {
      const list = value(name);
      return Array.isArray(list) ? list.map(String) : [];
    },
    flag: (name) => value(name) === true,
  };
}

function unknownCommand(name: string): UsageProblem {
  const near = nearestTyped(
    name,
    commands.map((command) => command.name),
  );
  const names = t`the commands are ${allOf(commands.map((command) => command.name))}`;
  return new UsageProblem(
    t`There is no command "${name}"`,
    withNearest(names, near === null ? null : `sla ${near}`),
  );
}

function usageProblem(error: CommanderError, program: Parser, argv: readonly string[]): UsageProblem {
  const message = error.message.replace(/^error: /, '').replaceAll("'", '"');
  const parser = program.commands.find((each) => argv.includes(each.name())) ?? program;
  const wrong = /^\(outputHelp\)$/.test(message) ? argv[argv.length - 1] : undefined;
  if (wrong !== undefined) return unknownCommand(wrong);
  const absent = /^option "(?:-\w, )?(\S+) (<.*>)" argument missing$/.exec(message);
  if (absent) return needsValue(`${absent[1]} ${absent[2]}`);
  const command = parser === program ? 'sla' : `sla ${parser.name()}`;
  const help = t`"${command} --help" lists what it takes`;
  const typed = /unknown option "(.*)"/.exec(message)?.[1];
  if (typed === undefined) return new UsageProblem(argumentText(message), help);
  const flags = parser.options.map((option) => option.long ?? option.flags);
  return unknownOption(typed.split('=')[0] ?? typed, { command, flags, help });
}

/** An option of other commands says of which; what is near one of this command, or else of another, is named. */
function unknownOption(
  typed: string,
  {
    command,
    flags,
    help,
  }: { readonly command: string; readonly flags: readonly string[]; readonly help: string },
): UsageProblem {
  const near = nearestTyped(typed, flags);
  const own = near === null ? help : t`did you mean "${near}"? ${help}`;
  const takers = commandsTaking(typed);
  if (takers.length > 0 && command !== 'sla')
    return new UsageProblem(t`"${command}" has no option "${typed}"`, t`${takenBy(typed, takers)}; ${own}`);
  const what = t`There is no option "${typed}"`;
  if (near !== null) return new UsageProblem(what, own);
  const elsewhere = nearestTyped(typed, [...new Set(commands.flatMap(longFlags))]);
  if (elsewhere === null) return new UsageProblem(what, help);
  const taken = takenBy(elsewhere, commandsTaking(elsewhere));
  return new UsageProblem(what, t`did you mean "${elsewhere}"? ${t`${taken}; ${help}`}`);
}

/** `--commitment`, of `--commitment <id>` and of `-f, --format <format>`. */
const longFlags = ({ options }: Command): readonly string[] =>
  options.flatMap(({ flags }) => /--[\w-]+/.exec(flags)?.[0] ?? []);

const commandsTaking = (flag: string): readonly string[] =>
  commands.filter((command) => longFlags(command).includes(flag)).map(({ name }) => `sla ${name}`);

const takenBy = (flag: string, takers: readonly string[]): string =>
  t`"${flag}" is an option of ${allOf(takers)}`;

/** What the parser says of arguments, of which there are too many or too few. */
function argumentText(message: string): string {
  const missing = /^missing required argument "(.*)"$/.exec(message)?.[1];
  if (missing !== undefined) return t`Missing required argument "${missing}"`;
  const [, name, most = '', given = ''] =
    /^too many arguments for "(.*)"\. Expected (\d+) arguments? but got (\d+)\.$/.exec(message) ?? [];
  if (name === undefined) return message.charAt(0).toUpperCase() + message.slice(1);
  return plural(
    Number(most),
    t`Too many arguments for "${name}". Expected ${most} argument but got ${given}.`,
    t`Too many arguments for "${name}". Expected ${most} arguments but got ${given}.`,
  );
}

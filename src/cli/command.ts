import type { Io } from '../model/io.ts';

/** One command, as data for the parser and the help, and the function that runs it. */
export interface Command {
  readonly name: string;
  /** One line, without a period. */
  readonly summary: string;
  readonly arguments: readonly Argument[];
  readonly options: readonly Option[];
  /** What to type, then what it does. */
  readonly examples: readonly (readonly [command: string, does: string])[];
  readonly statuses: readonly (readonly [status: number, when: string])[];
  /** Resolves to the exit status. */
  run(input: Input, io: Io): Promise<number>;
}

export interface Argument {
  /** `[PATH...]` */
  readonly syntax: string;
  readonly summary: string;
}

export interface Option {
  /** `-o, --output <file>` */
  readonly flags: string;
  readonly summary: string;
  /** May be given several times. */
  readonly repeat?: true;
  /** For programs: not in the help. */
  readonly hidden?: true;
  readonly choices?: readonly string[];
  /** Where a value is none of the choices: what else to type for what was meant, null if nothing comes to mind. */
  readonly instead?: (value: string) => string | null;
  /** Returns what is wrong with a value, null if nothing is. */
  readonly check?: (value: string) => string | null;
}

/** What was typed, checked one option at a time. */
export interface Input {
  readonly args: readonly string[];
  /** Whether the command has that option at all. */
  has(name: string): boolean;
  text(name: string): string | null;
  list(name: string): readonly string[];
  flag(name: string): boolean;
}

/** What was typed makes no sense: exit status 2, with the sentence and the remedy. */
export class UsageProblem extends Error {
  readonly help: string | null;

  constructor(message: string, help: string | null = null) {
    super(message);
    this.name = 'UsageProblem';
    this.help = help;
  }
}

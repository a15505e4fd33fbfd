import { languages, mark, t } from '../messages/index.ts';
import type { Selection } from '../model/requests.ts';
import type { PeriodUnit } from '../model/time.ts';
import { type Argument, type Input, type Option, UsageProblem } from './command.ts';
import type { FailOn } from './exit.ts';

export const pathsArgument: Argument = {
  syntax: '[PATH...]',
  summary: mark`agreements (*.sla.yaml) or folders that hold some; the working directory if none is given`,
};

/** Of every command. */
export const languageOption: Option = {
  flags: '--lang <language>',
  summary: mark`of what is said; default: the agreement's, then the environment's`,
  choices: languages,
};

export const outputOptions: readonly Option[] = [
  {
    flags: '-f, --format <format>',
    summary: mark`of standard output; FORMAT=FILE writes a file`,
    repeat: true,
  },
  { flags: '-o, --output <file>', summary: mark`write FILE, in the format of its suffix`, repeat: true },
  { flags: '--force', summary: mark`overwrite files that exist` },
  { flags: '--color <when>', summary: mark`colour`, choices: ['auto', 'always', 'never'] },
  { flags: '--ascii', summary: mark`plain ASCII symbols and lines` },
];

/** Of commands that write no document. */
export const colorOptions: readonly Option[] = outputOptions.filter(({ flags }) =>
  /^--(color|ascii)/.test(flags),
);

export const selectionOptions: readonly Option[] = [
  { flags: '--leads <file>', summary: mark`a lead export in place of the agreement's own`, repeat: true },
  {
    flags: '--source <name=file>',
    summary: mark`an export in place of that of the source NAME`,
    repeat: true,
    check: (value) =>
      /^[^=]+=./.test(value) ? null : t`takes NAME=FILE, such as deals=deals.csv, not "${value}"`,
  },
  { flags: '--allow-outside', summary: mark`an agreement may name files outside its repository` },
];

/** Of commands that judge, and may ask servers for it. */
export const judgedSelectionOptions: readonly Option[] = [
  ...selectionOptions,
  {
    flags: '--connection <name=url>',
    summary: mark`where the server NAME is for this run, such as replica=postgres://localhost/odoo`,
    repeat: true,
    // What was typed may hold a secret, and is not repeated.
    check: (value) =>
      /^[a-z0-9][a-z0-9_-]*=./.test(value)
        ? null
        : t`takes NAME=URL, such as replica=postgres://localhost/odoo`,
  },
];

export const judgeOptions: readonly Option[] = [
  {
    flags: '--as-of <instant>',
    summary: mark`judge as of then, such as 2026-07-01; default: the latest instant in the data`,
  },
  { flags: '--from <month>', summary: mark`first month, such as 2026-01`, check: monthProblem },
  { flags: '--to <month>', summary: mark`last month, such as 2026-10`, check: monthProblem },
  {
    flags: '--period <unit>',
    summary: mark`cut by`,
    choices: ['month', 'quarter', 'week'],
    instead: (value) =>
      monthProblem(value) === null ? t`for that month alone: --from ${value} --to ${value}` : null,
  },
  {
    flags: '--by <field>',
    summary: mark`cut each result by a field of the lead, such as owner`,
    repeat: true,
  },
  { flags: '--rejects <file>', summary: mark`write every cell that could not be read to FILE, as CSV` },
  { flags: '--as-if <version>', summary: mark`judge every case by this version, whenever it started` },
  { flags: '--personal', summary: mark`show the values of fields marked personal` },
];

/** Of commands that show results, and the leads behind them. */
export const viewOption: Option = {
  flags: '--view <name>',
  summary: mark`what the view NAME of the agreement lets see`,
};

export const excelOption: Option = {
  flags: '--excel',
  summary: mark`CSV that a spreadsheet opens at a double click: byte order mark, separators of the language, local times`,
};

export const csvOptions: readonly Option[] = [
  { flags: '--layout <layout>', summary: mark`of CSV`, choices: ['tidy', 'wide'] },
  excelOption,
];

export const failOnOption: Option = {
  flags: '--fail-on <severity>',
  summary: mark`exit with 1 from`,
  choices: ['error', 'warning', 'never'],
};

export function selectionOf(input: Input): Selection {
  const sources: Record<string, string[]> = Object.create(null);
  for (const pair of input.list('source')) {
    const at = pair.indexOf('=');
    const name = pair.slice(0, at);
    sources[name] = [...(sources[name] ?? []), pair.slice(at + 1)];
  }
  return {
    paths: input.args,
    leads: input.list('leads'),
    sources: { ...sources },
    ...(input.has('connection') ? { connections: addressesOf(input.list('connection')) } : {}),
    allowOutside: input.flag('allow-outside'),
  };
}

const addressesOf = (pairs: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );

export interface JudgeFlags {
  readonly asOf: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly period: PeriodUnit | null;
  readonly by: readonly string[];
  readonly asIf: string | null;
  readonly rejects: string | null;
  readonly personal: boolean;
  readonly view: string | null;
  readonly force: boolean;
}

/** What a command does not offer was not asked for. */
export function judgeFlagsOf(input: Input): JudgeFlags {
  const text = (name: string) => (input.has(name) ? input.text(name) : null);
  const [from, to] = [text('from'), text('to')];
  if (from !== null && to !== null && MONTH.test(from) && MONTH.test(to) && from > to) {
    throw new UsageProblem(t`--from ${from} is after --to ${to}`, `--from ${to} --to ${from}`);
  }
  return {
    asOf: input.text('as-of'),
    from,
    to,
    period: text('period') as PeriodUnit | null,
    by: input.has('by') ? input.list('by') : [],
    asIf: text('as-if'),
    rejects: text('rejects'),
    personal: input.has('personal') && input.flag('personal'),
    view: text('view'),
    force: input.flag('force'),
  };
}

export function failOnOf(input: Input, otherwise: FailOn): FailOn {
  return (input.text('fail-on') as FailOn | null) ?? otherwise;
}

function monthProblem(value: string): string | null {
  return MONTH.test(value) || FISCAL.test(value) ? null : t`takes a month such as 2026-01, not "${value}"`;
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** A year that starts in another month than January, or a quarter of it. */
const FISCAL = /^FY\d{4}(-Q[1-4])?$/;

import { say, t } from '../messages/index.ts';
import { TOOL } from '../model/tool.ts';
import type { Command } from './command.ts';
import { languageOption } from './options.ts';

/** What `sla` alone prints: the first things to type. */
export function welcome(): string {
  const first = [
    ['sla demo', t`a scoreboard at once, on invented data`],
    ['sla init', t`a first agreement: ${'sla init --from export.csv'}`],
    ['sla validate', t`is the agreement (*.sla.yaml) sound, and when are its leads due`],
    ['sla check', t`which promises are kept in the period at hand, and on how many leads`],
    ['sla report', t`the same, month by month`],
  ] as const;
  return [
    t`${`sla ${TOOL.version}`}: the agreement between marketing and sales, judged lead by lead`,
    '',
    ...first.map(([command, does]) => `  ${command.padEnd(16)} ${does}`),
    '',
    t`"sla --help" lists every command, "sla check --help" explains one by example`,
    '',
  ].join('\n');
}

export function programHelp(commands: readonly Command[]): string {
  const rows = commands.map((command) => [`sla ${command.name}`, say(command.summary)] as const);
  return [
    `${t`${'sla'}: the agreement between marketing and sales, judged lead by lead`}\n`,
    section(t`Commands`, rows),
    section(t`Options`, [
      ['-V, --version', t`the version`],
      ['-h, --help', t`this help; after a command, that command by example`],
    ]),
  ].join('\n');
}

/** Examples come first: they are what most readers look for. */
export function commandHelp(command: Command): string {
  const syntax = command.arguments.map((argument) => ` ${argument.syntax}`).join('');
  const argumentRows = command.arguments.map((each) => [each.syntax, say(each.summary)] as const);
  const optionRows = [...command.options, languageOption]
    .filter((each) => each.hidden !== true)
    .map(
      (each) =>
        [
          each.flags.startsWith('-') && !each.flags.startsWith('--') ? each.flags : `    ${each.flags}`,
          each.choices ? t`${say(each.summary)}: ${each.choices.join(', ')}` : say(each.summary),
        ] as const,
    );
  return [
    `${t`${`sla ${command.name}`}: ${say(command.summary)}`}\n`,
    section(
      t`Examples`,
      command.examples.map(([typed, does]) => [say(typed), say(does)] as const),
    ),
    `${t`Usage`}\n  sla ${command.name} [options]${syntax}\n`,
    ...(argumentRows.length > 0 ? [section(t`Arguments`, argumentRows)] : []),
    section(t`Options`, [...optionRows, ['-h, --help', t`this help`]]),
    section(
      t`Exit status`,
      command.statuses.map(([status, when]) => [String(status), say(when)] as const),
    ),
  ].join('\n');
}

const COLUMN = 38;

function section(title: string, rows: readonly (readonly [string, string])[]): string {
  const column = Math.min(COLUMN, Math.max(...rows.map(([left]) => left.length)) + 2);
  const lines = rows.map(([left, right]) =>
    left.length + 2 > column
      ? `  ${left}\n  ${' '.repeat(column)}${right}`
      : `  ${left.padEnd(column)}${right}`,
  );
  return `${title}\n${lines.join('\n')}\n`;
}

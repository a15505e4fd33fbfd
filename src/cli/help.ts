import type { Command } from './command.ts';
import { languageOption } from './options.ts';
import { TOOL } from './version.ts';

/** What `sla` alone prints: the first things to type. */
export function welcome(): string {
  return `sla ${TOOL.version}: the agreement between marketing and sales, judged lead by lead

  sla demo         a scoreboard at once, on invented data
  sla init         a first agreement: sla init --from export.csv
  sla validate     is the agreement (*.sla.yaml) sound, and when are its leads due
  sla check        which promises are kept in the period at hand, and on how many leads
  sla report       the same, month by month

"sla --help" lists every command, "sla check --help" explains one by example
`;
}

export function programHelp(commands: readonly Command[]): string {
  const rows = commands.map((command) => [`sla ${command.name}`, command.summary] as const);
  return [
    'sla: the agreement between marketing and sales, judged lead by lead\n',
    section('Commands', rows),
    section('Options', [
      ['-V, --version', 'the version'],
      ['-h, --help', 'this help; after a command, that command by example'],
    ]),
  ].join('\n');
}

/** Examples come first: they are what most readers look for. */
export function commandHelp(command: Command): string {
  const syntax = command.arguments.map((argument) => ` ${argument.syntax}`).join('');
  const argumentRows = command.arguments.map((each) => [each.syntax, each.summary] as const);
  const optionRows = [...command.options, languageOption]
    .filter((each) => each.hidden !== true)
    .map(
      (each) =>
        [
          each.flags.startsWith('-') && !each.flags.startsWith('--') ? each.flags : `    ${each.flags}`,
          each.summary + (each.choices ? `: ${each.choices.join(', ')}` : ''),
        ] as const,
    );
  return [
    `sla ${command.name}: ${command.summary}\n`,
    section('Examples', command.examples),
    `Usage\n  sla ${command.name} [options]${syntax}\n`,
    ...(argumentRows.length > 0 ? [section('Arguments', argumentRows)] : []),
    section('Options', [...optionRows, ['-h, --help', 'this help']]),
    section(
      'Exit status',
      command.statuses.map(([status, when]) => [String(status), when] as const),
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

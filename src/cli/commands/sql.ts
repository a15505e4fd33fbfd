import { mark, t } from '../../messages/index.ts';
import { announce } from '../answer.ts';
import { type Command, type Input, UsageProblem } from '../command.ts';
import { exitStatus } from '../exit.ts';
import { colorOptions } from '../options.ts';

export const sql: Command = {
  name: 'sql',
  summary: mark`prints the statement that counts the cases of a promise in a warehouse`,
  arguments: [
    {
      syntax: '[PROMISE]',
      summary: mark`the id of an objective or a commitment; all of them if none is given`,
    },
    {
      syntax: '[PATH...]',
      summary: mark`agreements (*.sla.yaml) or folders that hold some, with a "." or a "/" in them; the working directory if none is given`,
    },
  ],
  options: [
    {
      flags: '--dialect <name>',
      summary: mark`of the engine`,
      choices: ['duckdb', 'postgres', 'trino', 'spark', 'snowflake', 'bigquery'],
    },
    {
      flags: '--as-of <instant>',
      summary: mark`judge as of then, such as 2026-07-01; what came later is not looked at`,
    },
    {
      flags: '--from <month>',
      summary: mark`first month, such as 2026-01; default: the first in which a version is in force`,
      check: (value) => (MONTH.test(value) ? null : t`takes a month such as 2026-01, not "${value}"`),
    },
    {
      flags: '--table <source=table>',
      summary: mark`the table of the source NAME, such as leads=crm.leads; default: the name of the source`,
      repeat: true,
      check: (value) =>
        /^[^=]+=./.test(value) ? null : t`takes SOURCE=TABLE, such as leads=crm.leads, not "${value}"`,
    },
    { flags: '--allow-outside', summary: mark`an agreement may name files outside its repository` },
    ...colorOptions,
  ],
  examples: [
    [
      'sla sql first-contact --dialect postgres --as-of 2026-07-01',
      mark`for a view or a model of the warehouse; nothing is connected to`,
    ],
  ],
  statuses: [
    [0, mark`the statements are on standard output`],
    [2, mark`no answer: no such promise, a promise that the engine can not judge exactly, a wrong option`],
  ],
  async run(input, io) {
    const [dialect, asOf] = [input.text('dialect'), input.text('as-of')];
    if (dialect === null)
      throw new UsageProblem(t`A statement is written for an engine`, '--dialect postgres');
    if (asOf === null) throw new UsageProblem(t`A statement judges as of an instant`, '--as-of 2026-07-01');
    const isPath = (text: string) => /[./\\]/.test(text);
    const [first, second] = input.args.filter((text) => !isPath(text));
    if (second !== undefined)
      throw new UsageProblem(
        t`One promise at a time: "${first ?? ''}" or "${second}"`,
        t`leave out the promise for all of them`,
      );
    const { sql: recipe } = await import('../../app/sql.ts');
    const answer = await recipe(
      {
        ...{ paths: input.args.filter(isPath), promise: first ?? null, dialect, asOf },
        ...{ from: input.text('from'), tables: tablesOf(input), allowOutside: input.flag('allow-outside') },
      },
      io,
    );
    await announce({ answer, all: answer.findings, targets: [], input, io });
    for (const { promise, sql: text, why } of answer.statements)
      await io.stdout.write(text === null ? `-- ${promise}: ${why ?? ''}\n\n` : `${text}\n`);
    // A promise that was asked for by name and has no statement is no answer; of all, each says so itself.
    if (first !== undefined && answer.statements.some(({ sql: text }) => text === null)) return 2;
    return exitStatus(answer.findings, [], 'never');
  },
};

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

function tablesOf(input: Input): Readonly<Record<string, string>> {
  const pairs = input.list('table').map((pair) => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), pair.slice(at + 1)] as const;
  });
  return Object.fromEntries(pairs);
}

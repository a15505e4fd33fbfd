import { mark, t } from '../../messages/index.ts';
import type { InitRequest, InitResult } from '../../model/init.ts';
import type { Io } from '../../model/io.ts';
import { announce } from '../answer.ts';
import { asker } from '../ask.ts';
import { type Command, type Input, UsageProblem } from '../command.ts';
import { exitStatus } from '../exit.ts';
import { outputOptions } from '../options.ts';
import { renderOptions } from '../output.ts';
import { withProgress } from '../progress.ts';

export const init: Command = {
  name: 'init',
  summary: mark`writes a first agreement; from an export: proposes the columns and the targets`,
  arguments: [{ syntax: '[FILE]', summary: mark`the agreement to write; default: agreement.sla.yaml` }],
  options: [
    {
      flags: '--from <export>',
      summary: mark`an export of your leads, CSV, .xlsx or .parquet; again for deals or activities of the same leads`,
      repeat: true,
    },
    { flags: '--sheet <name>', summary: mark`of a workbook, default the first; or the table of a .duckdb` },
    { flags: '--title <title>', summary: mark`of the agreement` },
    {
      flags: '--timezone <zone>',
      summary: mark`of the times in the export and of the months, such as Europe/Paris`,
    },
    { flags: '--hours <windows>', summary: mark`Monday to Friday, such as "09:00-12:30, 14:00-18:00"` },
    { flags: '--holidays <country>', summary: mark`FR, FR-57, or none` },
    { flags: '--key <columns>', summary: mark`the column that identifies a lead, or several with commas` },
    { flags: '--qualified <column>', summary: mark`the date that hands a lead to sales` },
    { flags: '--contacted <column>', summary: mark`the date of the first contact by sales, or none` },
    { flags: '--won <column>', summary: mark`the date on which a lead became a customer, or none` },
    {
      flags: '--won-words <words>',
      summary: mark`words of the status that say so, with commas, or any`,
    },
    {
      flags: '--date-order <order>',
      summary: mark`where no cell proves it`,
      choices: ['day-first', 'month-first'],
    },
    {
      flags: '--target <percent>',
      summary: mark`targets that so many past cases kept`,
      choices: ['80', '90'],
    },
    {
      flags: '--ci <kind>',
      summary: mark`also write the files of a pipeline`,
      choices: ['github', 'gitlab'],
    },
    { flags: '--no-gitignore', summary: mark`do not add the export to .gitignore` },
    { flags: '--print', summary: mark`print the agreement and write nothing` },
    { flags: '--yes', summary: mark`ask nothing: take every default` },
    ...outputOptions.filter(({ flags }) => /--(color|ascii)/.test(flags)),
  ],
  examples: [
    ['sla init --from leads.csv', mark`asks what the export can not tell, each with a default`],
    ['sla init --from leads.csv --timezone Europe/Paris --holidays FR --yes', mark`asks nothing`],
    ['sla init --from leads.csv --print', mark`shows the agreement and writes nothing`],
    [
      mark`sla init --from leads.csv --from deals.csv --from activities.csv`,
      mark`finds how they belong together`,
    ],
    ['sla init', mark`a commented agreement to fill in`],
  ],
  statuses: [
    [0, mark`the agreement is written, validates, and judges the export`],
    [2, mark`nothing is written: a file that exists, an export that can not be read, a wrong option`],
  ],
  async run(input, io) {
    if (input.args.length > 1)
      throw new UsageProblem(t`Init writes one agreement`, 'sla init --from leads.csv acme.sla.yaml');
    const { init: recipe } = await import('../../app/init/init.ts');
    const asks = io.stdin.isTTY && io.stderr.isTTY && io.stdin.line !== undefined && !input.flag('yes');
    // Nothing is drawn while a question waits for its answer: then no step is under way.
    const result = await withProgress(asks ? null : t`Judging the past`, io, (watched) =>
      recipe(requestOf(input), asker(watched), asks, watched),
    );
    await announce({ answer: result, all: result.findings, targets: [], input, io });
    await tell(result, input, io);
    return exitStatus(result.findings, [], 'never');
  },
};

function requestOf(input: Input): InitRequest {
  return {
    file: input.args[0] ?? null,
    from: input.list('from'),
    sheet: input.text('sheet'),
    title: input.text('title'),
    timezone: input.text('timezone'),
    hours: input.text('hours'),
    holidays: input.text('holidays'),
    key: input.text('key'),
    qualified: input.text('qualified'),
    contacted: input.text('contacted'),
    won: input.text('won'),
    wonWords: input.text('won-words'),
    dateOrder: input.text('date-order') as InitRequest['dateOrder'],
    target: input.text('target') as InitRequest['target'],
    ci: input.text('ci') as InitRequest['ci'],
    gitignore: input.flag('gitignore'),
    print: input.flag('print'),
  };
}

/** Where everything went, what was taken by default, and what to type next. */
async function tell({ agreement, written, decisions }: InitResult, input: Input, io: Io): Promise<void> {
  if (agreement === null) return;
  const defaults = decisions.filter(({ by }) => by === 'default');
  if (defaults.length > 0) {
    const lines = defaults.map(({ flag, value, why }) => `  ${flag} ${JSON.stringify(value)}  ${why}\n`);
    await io.stderr.write(
      `${t`Taken by default; each flag changes one`}\n${lines.join('').replace(/(?!\n)\p{Cc}+/gu, ' ')}`,
    );
  }
  if (input.flag('print')) {
    await io.stdout.write(agreement);
    return;
  }
  const [file = ''] = written;
  const quoted = /^[\w./-]+$/.test(file) ? file : `"${file}"`;
  await io.stdout.write(
    [
      ...written.map((each) => t`Wrote ${each.replace(/\p{Cc}/gu, ' ')}`),
      '',
      ...(await inWords(file, input, io)),
      ...(input.list('from').length > 0 ? nextLines(quoted) : fillInLines(quoted)),
      '',
    ].join('\n'),
  );
}

const nextLines = (file: string): readonly string[] => [
  t`Next`,
  `  sla report ${file}    ${t`every month of the export`}`,
  `  sla check ${file}     ${t`the month at hand`}`,
];

/** Nothing can be judged yet: what is missing, and what to type. */
const fillInLines = (file: string): readonly string[] => [
  t`What is missing: an export of your leads, and your answers to the questions in ${file}`,
  `  sla init --from leads.csv mine.sla.yaml    ${t`with an export: proposes all of it from your own past`}`,
  `  sla validate ${file}    ${t`after each answer`}`,
  `  sla demo    ${t`without an export: what such an agreement shows`}`,
];

/** What has been written, as both teams would read and sign it; the export is there to be judged either way. */
async function inWords(file: string, input: Input, io: Io): Promise<readonly string[]> {
  const [{ show }, { writerOf, textOf }] = await Promise.all([
    import('../../app/show.ts'),
    import('../../app/render.ts'),
  ]);
  const { pages } = await show({ paths: [file], all: false, allowOutside: true }, io);
  const write = await writerOf('text', 'agreement');
  const document = { pages, findings: [], texts: {} };
  return pages.length === 0 ? [] : [textOf(write(document, renderOptions(input, io, io.stdout)))];
}

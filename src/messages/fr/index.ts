import type { Catalogue } from '../catalogue.ts';
import { agreementPage } from './agreement-page.ts';
import { ahead } from './ahead.ts';
import { app } from './app.ts';
import { bounds } from './bounds.ts';
import { calendar } from './calendar.ts';
import { change } from './change.ts';
import { cli } from './cli.ts';
import { closed } from './closed.ts';
import { commands } from './commands.ts';
import { common } from './common.ts';
import { decode } from './decode.ts';
import { differences } from './differences.ts';
import { disputes } from './disputes.ts';
import { encodings } from './encodings.ts';
import { examples } from './examples.ts';
import { experiments } from './experiments.ts';
import { exports } from './exports.ts';
import { firstAgreement } from './first-agreement.ts';
import { firstRows } from './first-rows.ts';
import { init } from './init.ts';
import { joining } from './joining.ts';
import { kinds } from './kinds.ts';
import { language } from './language.ts';
import { laws } from './laws.ts';
import { moreCommands } from './more-commands.ts';
import { objectives } from './objectives.ts';
import { pack } from './pack.ts';
import { page } from './page.ts';
import { past } from './past.ts';
import { pauses } from './pauses.ts';
import { presets } from './presets.ts';
import { progress } from './progress.ts';
import { questions } from './questions.ts';
import { reading } from './reading.ts';
import { receipt } from './receipt.ts';
import { report } from './report.ts';
import { rules } from './rules.ts';
import { runLaws } from './run-laws.ts';
import { servers } from './servers.ts';
import { sniff } from './sniff.ts';
import { sql } from './sql.ts';
import { termExamples } from './term-examples.ts';
import { todo } from './todo.ts';
import { touched } from './touched.ts';
import { twoColumns } from './two-columns.ts';
import { typed } from './typed.ts';
import { typeset } from './typeset.ts';
import { views } from './views.ts';
import { why } from './why.ts';
import { words } from './words.ts';
import { workbook } from './workbook.ts';

/** One file a part of the program. A key stands in one of them only. */
export const parts: readonly Catalogue[] = [
  agreementPage,
  ahead,
  app,
  bounds,
  calendar,
  change,
  closed,
  commands,
  common,
  cli,
  decode,
  differences,
  disputes,
  encodings,
  experiments,
  exports,
  firstAgreement,
  firstRows,
  init,
  joining,
  kinds,
  language,
  laws,
  moreCommands,
  objectives,
  pack,
  page,
  past,
  pauses,
  touched,
  views,
  examples,
  presets,
  progress,
  questions,
  reading,
  twoColumns,
  typed,
  receipt,
  report,
  rules,
  runLaws,
  servers,
  sniff,
  sql,
  termExamples,
  todo,
  why,
  words,
  workbook,
];

export const french: Catalogue = Object.fromEntries(
  parts.flatMap((part) => Object.entries(part).map(([key, text]) => [key, typeset(text)])),
);

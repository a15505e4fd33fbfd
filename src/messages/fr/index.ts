import type { Catalogue } from '../index.ts';
import { app } from './app.ts';
import { calendar } from './calendar.ts';
import { change } from './change.ts';
import { cli } from './cli.ts';
import { common } from './common.ts';
import { decode } from './decode.ts';
import { init } from './init.ts';
import { kinds } from './kinds.ts';
import { language } from './language.ts';
import { laws } from './laws.ts';
import { reading } from './reading.ts';
import { report } from './report.ts';
import { rules } from './rules.ts';
import { sniff } from './sniff.ts';
import { typeset } from './typeset.ts';
import { workbook } from './workbook.ts';

/** One file a part of the program. A key stands in one of them only. */
export const parts: readonly Catalogue[] = [
  app,
  calendar,
  change,
  common,
  cli,
  decode,
  init,
  kinds,
  language,
  laws,
  reading,
  report,
  rules,
  sniff,
  workbook,
];

export const french: Catalogue = Object.fromEntries(
  parts.flatMap((part) => Object.entries(part).map(([key, text]) => [key, typeset(text)])),
);

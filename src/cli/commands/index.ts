import type { Command } from '../command.ts';
import { cases } from './cases.ts';
import { check } from './check.ts';
import { clock } from './clock.ts';
import { diff } from './diff.ts';
import { explain } from './explain.ts';
import { report } from './report.ts';
import { schema } from './schema.ts';
import { validate } from './validate.ts';

/** In the order of the help. */
export const commands: readonly Command[] = [validate, check, report, cases, explain, clock, diff, schema];

import type { Command } from '../command.ts';
import { accept } from './accept.ts';
import { calibrate } from './calibrate.ts';
import { cases } from './cases.ts';
import { check } from './check.ts';
import { clock } from './clock.ts';
import { close } from './close.ts';
import { completionOf } from './completion.ts';
import { demo } from './demo.ts';
import { diff } from './diff.ts';
import { disputes } from './disputes.ts';
import { doctor } from './doctor.ts';
import { experiments } from './experiments.ts';
import { explain } from './explain.ts';
import { funnel } from './funnel.ts';
import { init } from './init.ts';
import { log } from './log.ts';
import { pack } from './pack.ts';
import { plan } from './plan.ts';
import { report } from './report.ts';
import { rules } from './rules.ts';
import { schema } from './schema.ts';
import { show } from './show.ts';
import { sign } from './sign.ts';
import { sniff } from './sniff.ts';
import { sql } from './sql.ts';
import { validate } from './validate.ts';

/** In the order of the help. */
export const commands: readonly Command[] = [
  demo,
  init,
  sniff,
  validate,
  check,
  report,
  cases,
  funnel,
  calibrate,
  plan,
  experiments,
  disputes,
  explain,
  clock,
  close,
  pack,
  diff,
  accept,
  sign,
  show,
  log,
  rules,
  schema,
  sql,
  doctor,
  completionOf(() => commands),
];

import type { ExperimentRegister } from '../../model/experiment.ts';
import type { Family } from '../agreements/family.ts';
import type { RunTables } from '../exports/tables.ts';
import type { Planned, Run } from '../judging/run.ts';
import { measuredIn, plansOf } from './measured.ts';
import type { Reading } from './owed.ts';
import { registerOf } from './register.ts';

/** What a run is opened with, so that the register can be asked of it. */
export const measuring =
  (family: Family) =>
  (tables: RunTables): readonly Planned[] =>
    plansOf(measuredIn(family, tables));

/** The register beside the results; nothing where the agreement names no experiments. */
export async function experimentsBeside(
  run: Run,
  reading: Reading,
): Promise<{ readonly experiments?: ExperimentRegister }> {
  if (run.newest.agreement.experiments === undefined) return {};
  return { experiments: (await registerOf(run, reading)).register };
}

import { kindOf } from '../../kinds/index.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Io } from '../../model/io.ts';
import { promisesOf } from '../../model/promises.ts';
import type { ReadPlan } from '../../model/reading.ts';
import { UNASKED } from '../../model/requests.ts';
import { lower } from '../../plan/lower.ts';
import type { Family } from '../agreements/family.ts';
import { withEvidence } from '../exports/evidence.ts';
import { exportFiles, readPlan } from '../exports/files.ts';
import { runTables } from '../exports/tables.ts';
import { yamlRecords } from '../exports/yaml-records.ts';
import { withEngine } from './engine.ts';

/**
 * The evidence that records name and that is not there, without any export. What else is wrong with a file
 * of records is told where it is judged.
 */
export async function evidenceFindings(
  family: Family,
  allowOutside: boolean,
  io: Io,
): Promise<readonly Diagnostic[]> {
  const newest = family.versions.at(-1);
  if (!newest) return [];
  const tables = runTables(newest);
  for (const { agreement } of family.versions)
    for (const promise of promisesOf(agreement))
      if (kindOf(promise.measure.kind).records?.(promise.measure)) lower(promise, agreement, tables);
  const plans: ReadPlan[] = [];
  for (const facts of tables.handKept()) {
    const selection = { ...UNASKED, paths: [], allowOutside };
    const { files, findings: wrong } = await exportFiles(facts.source, newest, selection, io);
    const { records, findings: broken } = await yamlRecords(facts.source, files, io);
    if (files.length > 0 && wrong.length + broken.length === 0)
      plans.push({ ...readPlan(facts, { files }, []), plain: records });
  }
  return withEngine(io, async (engine) => {
    await engine.confine(plans.flatMap(({ files }) => files));
    const findings: Diagnostic[] = [];
    for (const plan of plans)
      findings.push(...(await withEvidence({ plan, sourced: newest, allowOutside, engine, io })).findings);
    return findings;
  });
}

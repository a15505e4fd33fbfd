import type { Basis, Calibration } from '../model/calibration.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Io } from '../model/io.ts';
import type { CalibrationDocument, JudgeRequest } from '../model/requests.ts';
import { type Family, newestOf, type Sourced } from './agreements/family.ts';
import { noSuchVersion } from './agreements/in-force.ts';
import { loadFamilies } from './agreements/load.ts';
import { promisesMeant } from './agreements/promises-meant.ts';
import { unknownSources } from './exports/files.ts';
import { rejectFindings } from './exports/findings.ts';
import { sortFindings } from './findings/order.ts';
import { resultsOver } from './judging/compliance.ts';
import { withEngine } from './judging/engine.ts';
import { judgeableOf } from './judging/judgeable.ts';
import { openRun } from './judging/open.ts';
import { spanOfData, spanProblems } from './judging/span.ts';
import { calibrationOf } from './past/calibration.ts';
import { changedBy } from './past/edits.ts';
import { lastingFindings } from './past/lasting.ts';
import { withTrials } from './past/trials.ts';

export interface CalibrateRequest extends JudgeRequest {
  /** Commitments and objectives; all where none is named. */
  readonly commitments: readonly string[];
  /** The change of the agreement to what so many periods kept is asked for too; null where it is not. */
  readonly diff: Basis | null;
}

/** What the past kept of each promise, under its terms of today and under stricter and milder ones. */
export async function calibrate(typed: CalibrateRequest, io: Io): Promise<CalibrationDocument> {
  const loaded = await loadFamilies(typed.paths, io);
  const meant = promisesMeant(typed.commitments, loaded.families);
  const request = { ...typed, commitments: meant.ids };
  const { families, findings: asked } = judgeableOf(loaded, [
    ...spanProblems(request, loaded.families.flatMap(newestOf)),
    ...unknownSources(request, loaded.families),
    ...meant.findings,
  ]);
  const findings: Diagnostic[] = [...asked];
  const calibrations: Calibration[] = [];
  const diffs: string[] = [];
  for (const family of families) {
    const one = await calibrated(family, request, io);
    findings.push(...one.findings);
    if (one.calibration === null || one.sourced === null) continue;
    calibrations.push(one.calibration);
    if (request.diff !== null) {
      const { text, findings: left } = await changedBy(one.calibration, request.diff, one.sourced, io);
      diffs.push(text);
      findings.push(...left);
    }
  }
  return { calibrations, diff: diffs.join(''), findings: sortFindings(findings), texts: loaded.texts };
}

interface Calibrated {
  readonly calibration: Calibration | null;
  readonly sourced: Sourced | null;
  readonly findings: readonly Diagnostic[];
}

function calibrated(family: Family, request: CalibrateRequest, io: Io): Promise<Calibrated> {
  const nothing = { calibration: null, sourced: null };
  const asIf = request.asIf ?? family.versions.at(-1)?.agreement.version ?? '';
  const sourced = family.versions.find(({ agreement }) => agreement.version === asIf);
  if (!sourced) return Promise.resolve({ ...nothing, findings: [noSuchVersion(family, asIf)] });
  const isWanted = (id: string): boolean =>
    request.commitments.length === 0 || request.commitments.includes(id);
  const { agreement, trials } = withTrials(sourced.agreement, isWanted);
  const versions = family.versions.map((each) => (each === sourced ? { ...each, agreement } : each));
  return withEngine(io, async (engine) => {
    const opened = await openRun({
      ...{ family: { ...family, versions }, request: { ...request, asIf }, engine, io },
    });
    const { run, findings } = opened;
    if (run === null) return { ...nothing, findings };
    const names = new Set(trials.map(({ id }) => id));
    const own = {
      ...run,
      folding: 'over-all-periods' as const,
      planned: run.planned.filter(({ promise }) => !names.has(promise.id)),
    };
    const span = await spanOfData(own, request);
    const isAsked = request.from !== null || request.to !== null;
    const { results } = await resultsOver(own, span);
    const calibration = await calibrationOf(run, { results, trials, span, asked: isAsked, isWanted });
    const lasting = sourced.weigh(lastingFindings(results.filter(({ id }) => isWanted(id))));
    const told = [...findings, ...(await rejectFindings(run.exports)), ...lasting];
    return { calibration, sourced, findings: told };
  });
}

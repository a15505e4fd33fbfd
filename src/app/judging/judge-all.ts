import type { Engine } from '../../engine/engine.ts';
import type { Behind, Causes, ComplianceShown } from '../../model/behind.ts';
import type { Compliance } from '../../model/compliance.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { DisputeRegister } from '../../model/dispute.ts';
import type { ExperimentRegister } from '../../model/experiment.ts';
import type { Funnel } from '../../model/funnel.ts';
import type { Io } from '../../model/io.ts';
import type { ComplianceResult, JudgeRequest } from '../../model/requests.ts';
import { type Family, newestOf } from '../agreements/family.ts';
import { loadFamilies } from '../agreements/load.ts';
import { reviewFindings } from '../agreements/review-findings.ts';
import { asSeen } from '../agreements/views.ts';
import { unknownSources } from '../exports/files.ts';
import { rejectLines, writeRejects } from '../exports/rejects.ts';
import type { TellingCommand } from '../findings/folded.ts';
import { eachOnce, sortFindings } from '../findings/order.ts';
import { complianceOf } from './compliance.ts';
import { withEngine, withEngineAhead } from './engine.ts';
import { judgeableOf } from './judgeable.ts';
import { type LookedUp, openRun } from './open.ts';
import type { AlsoMeasure, AskFor } from './plan-run.ts';
import type { Run } from './run.ts';
import { type SpanOf, spanProblems } from './span.ts';
import { filesInView, inView, problemsInView } from './without-leads.ts';

/**
 * Judges every agreement found. An agreement with an error is not judged, but for one of a lint rule; the
 * others are.
 */
export function judgeAll(
  request: JudgeRequest,
  io: Io,
  spanOf: SpanOf,
  {
    beside = async () => NOTHING,
    ask = () => {},
    measure,
    lookedUp,
    telling = null,
    mayStay = false,
  }: More = {},
): Promise<ComplianceResult> {
  // The first engine opens while the agreements are read.
  return withEngineAhead(io, (engine) =>
    judge({ request, spanOf, beside, ask, measure, lookedUp, telling, mayStay }, io, engine),
  );
}

/** What is looked for beside the results, and the columns that it asks for before the exports are read. */
export interface More {
  readonly beside?: Beside;
  readonly ask?: AskFor;
  /** What else is measured of an agreement on the same exports. */
  readonly measure?: (family: Family) => AlsoMeasure;
  readonly lookedUp?: LookedUp;
  /** What the command is about, beside the promises: all that is found in it is told. */
  readonly telling?: TellingCommand | null;
  /** As of a run that is opened. */
  readonly mayStay?: boolean;
}

/**
 * What else is found of an agreement while its exports are open: `files` of what lies beside it, `data` of
 * the exports.
 */
export type Beside = (
  run: Run,
  io: Io,
  judged: { readonly compliance: Compliance; readonly request: JudgeRequest },
) => Promise<{
  readonly files: readonly Diagnostic[];
  readonly data: readonly Diagnostic[];
  readonly behind?: Behind;
  readonly causes?: readonly Causes[];
  readonly funnel?: Funnel;
  readonly experiments?: ExperimentRegister;
  readonly disputes?: DisputeRegister;
}>;

const NOTHING = { files: [], data: [] };

interface Asked {
  readonly request: JudgeRequest;
  readonly spanOf: SpanOf;
  readonly beside: Beside;
  readonly ask: AskFor;
  readonly measure: More['measure'];
  readonly lookedUp: LookedUp | undefined;
  readonly telling: TellingCommand | null;
  readonly mayStay: boolean;
}

async function judge(
  { request: asked, spanOf, beside, ask, measure, lookedUp, telling, mayStay }: Asked,
  io: Io,
  ahead: () => Promise<Engine> | undefined,
): Promise<ComplianceResult> {
  const loaded = await loadFamilies(asked.paths, io);
  const problems = [
    ...spanProblems(asked, loaded.families.flatMap(newestOf)),
    ...unknownSources(asked, loaded.families),
  ];
  const { families, findings } = judgeableOf(loaded, problems, telling);
  const unanswered: Diagnostic[] = [...findings];
  const compliances: ComplianceShown[] = [];
  /** Of each agreement whose exports could be read. */
  const rejected: (readonly string[])[] = [];
  // Lines of an agreement are shown beside what is found in them, and waivers name leads.
  let texts = loaded.texts;
  let files = (problems: readonly Diagnostic[]): readonly Diagnostic[] => problems;
  for (const family of families) {
    const { request, findings: unseen } = asSeen(asked, family);
    if (request.hidesLeads) [texts, files] = [{}, filesInView];
    if (unseen.length > 0) {
      unanswered.push(...unseen);
      continue;
    }
    const one = async (engine: Engine): Promise<void> => {
      const {
        run,
        exports,
        findings: problems,
      } = await openRun({
        ...{ family, request, engine, io, mayStay },
        ask,
        ...(measure ? { measure: measure(family) } : {}),
        ...(lookedUp ? { lookedUp } : {}),
      });
      if (request.rejects !== null && exports !== null) rejected.push(await rejectLines(exports));
      if (run === null) {
        unanswered.push(...problemsInView(problems, request));
        return;
      }
      unanswered.push(...reviewFindings(run.newest, run.asOf));
      const span = await spanOf(run, request);
      const compliance = await complianceOf(run, span);
      const { files: ofFiles, data, ...more } = await beside(run, io, { compliance, request });
      unanswered.push(...ofFiles);
      const whole = { ...compliance, ...more, findings: eachOnce([...compliance.findings, ...data]) };
      compliances.push(inView(whole, request));
    };
    await withEngine(io, one, ahead());
  }
  if (asked.rejects !== null && rejected.length > 0)
    await writeRejects(rejected.flat(), asked.rejects, asked.force, io);
  return { findings: sortFindings(files(unanswered)), texts, compliances };
}

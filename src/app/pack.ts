import { resolve } from 'node:path';
import { t } from '../messages/index.ts';
import type { ComplianceShown } from '../model/behind.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Funnel } from '../model/funnel.ts';
import type { Io } from '../model/io.ts';
import type { Pack, PackAhead, PackDocument, PackRequest } from '../model/pack.ts';
import type { JudgeRequest } from '../model/requests.ts';
import { MICROS_PER_DAY, type Period, type PeriodUnit } from '../model/time.ts';
import { periodOfLabel } from '../plan/periods.ts';
import { packFacts } from '../report/pack/facts.ts';
import { factsOf } from '../report/page/facts.ts';
import { loadFamilies } from './agreements/load.ts';
import { saltOf } from './agreements/salt.ts';
import { askForAnswers } from './behind/ask.ts';
import { besideResults } from './behind/beside.ts';
import { calibrate } from './calibrate.ts';
import { latestClosing } from './closed/beside.ts';
import { closedMonths, officialOf } from './closed/load.ts';
import { closedNote, closedReport } from './closed-report.ts';
import { sortFindings } from './findings/order.ts';
import { askForQuestions, questionsOf } from './instrument/questions.ts';
import { shownOf } from './judging/case-rows.ts';
import { type Beside, judgeAll } from './judging/judge-all.ts';
import type { Run } from './judging/run.ts';
import type { SpanOf } from './judging/span.ts';
import { openOf, readDecisions } from './meeting/decisions.ts';
import { askForSize, leadsToTalkAbout } from './meeting/leads.ts';
import { withOfficial } from './meeting/official.ts';
import { openDaysOf } from './meeting/open-days.ts';
import { planOfRun } from './plan.ts';
import { experimentsBeside, measuring } from './tried/beside.ts';
import { arrivalsIn } from './why/beside.ts';
import { causesOf } from './why/causes.ts';
import { profileAnswersOver } from './why/profile-answers.ts';
import { type Arrivals, waterfallOf } from './why/waterfall.ts';
import { codesOf } from './wording/names.ts';

/** A pack before its agreement has all that stands beside its results. */
type Part = Omit<Pack, 'compliance'> & Pick<ComplianceShown, 'results'>;

/** The agenda of a meeting of both teams, with the numbers of the period that it is about. */
export async function pack(request: PackRequest, io: Io): Promise<PackDocument> {
  if (request.closed) return packOfRecords(request, io);
  const parts = new Map<string, Part>();
  const arrivals = new Map<string, readonly Arrivals[]>();
  const beside: Beside = async (run, world, judged) => {
    const found = await besideResults(run, world, judged);
    const { id } = run.newest.agreement;
    const own = arrivals.get(id) ?? [];
    const ahead = await aheadOf(run, own, judged.request, world);
    const shown = { ...judged.compliance, ...(found.behind ? { behind: found.behind } : {}) };
    const asked = { ...judged, shown, about: request.about, arrivals: own };
    parts.set(id, { ...(await partOf(run, world, asked)), ahead });
    return {
      ...{ ...found, causes: await causesOf(run, judged.compliance) },
      ...(await experimentsBeside(run, { io: world, allowOutside: request.allowOutside })),
    };
  };
  const periods = request.about === null ? [] : [request.about];
  const judged = await judgeAll({ ...request, periods, behind: true }, io, spanAbout(request.about), {
    beside,
    lookedUp: latestClosing,
    measure: measuring,
    ask: (tables, planned) => {
      askForAnswers(tables, planned);
      askForSize(tables, planned);
      askForQuestions(tables, planned);
      const id = planned[0]?.inForce.sourced.agreement.id;
      if (id !== undefined) arrivals.set(id, arrivalsIn(planned, tables));
    },
  });
  const packs = judged.compliances.flatMap((compliance): readonly Pack[] => {
    const part = parts.get(compliance.agreement.id);
    if (part === undefined) return [];
    const { results, ...more } = part;
    return [{ ...more, compliance: { ...compliance, results } }];
  });
  const all = await withPast(packs, request, io);
  return answered(await withDecisions(all, judged, io), request);
}

/** What the meeting has of one agreement: official numbers, and what it looks at beside them. */
async function partOf(
  run: Run,
  io: Io,
  {
    shown,
    about,
    arrivals,
    request,
  }: {
    readonly shown: ComplianceShown;
    readonly about: string | null;
    readonly arrivals: readonly Arrivals[];
    readonly request: JudgeRequest;
  },
): Promise<Omit<Part, 'ahead'>> {
  const { agreement } = run.newest;
  const { months } = await closedMonths(run.family, io);
  const results = withOfficial(shown, months);
  const { focus } = factsOf({ ...shown, results }, '', 1, about);
  const own = months.filter((month) =>
    officialOf(month).results.some(({ period }) => period.label === focus?.label),
  );
  const periods = shown.periods.filter(({ unit, to }) => unit === focus?.unit && to <= (focus?.to ?? 0));
  const first = periods[0]?.from ?? focus?.from ?? 0;
  return {
    results,
    about,
    codes: Object.fromEntries(codesOf(agreement)),
    decisions: [],
    funnel: focus === null ? null : await funnelUpTo(run, arrivals, focus, periods.slice(-MOST_PERIODS)),
    profileAnswers:
      focus === null
        ? []
        : await profileAnswersOver(run, { from: first, to: focus.to - 1, unit: focus.unit }),
    closed: own.map((month) => closedNote(month, agreement.timezone)),
    leads:
      focus === null || request.hidesLeads
        ? null
        : await leadsToTalkAbout(run, focus, shownOf(run, request, await saltOf(agreement.file, io))),
    openDays: openDaysOf(run, periods.slice(-MOST_PERIODS)),
  };
}

/** How far the leads came of some periods, the last of them that of the meeting. */
async function funnelUpTo(
  run: Run,
  arrivals: readonly Arrivals[],
  { from, to, unit }: Period,
  periods: readonly Period[],
): Promise<Funnel | null> {
  if (arrivals.length === 0) return null;
  return waterfallOf(run, arrivals, { from: periods[0]?.from ?? from, to: to - 1, unit });
}

/** What the objective takes and what the data are asked, by the run at hand. */
async function aheadOf(
  run: Run,
  arrivals: readonly Arrivals[],
  request: JudgeRequest,
  io: Io,
): Promise<PackAhead> {
  const made = await planOfRun(run, arrivals, request, io);
  return {
    past: [],
    plan: made?.plan ?? null,
    // A question names the leads behind it.
    questions: request.hidesLeads ? [] : await questionsOf(run),
  };
}

/** With what the past kept of each promise that was missed. */
async function withPast(packs: readonly Pack[], request: PackRequest, io: Io): Promise<readonly Pack[]> {
  const missedOf = (one: Pack) => packFacts(one).missed.map(({ newest }) => newest.id);
  const commitments = [...new Set(packs.flatMap(missedOf))];
  if (commitments.length === 0) return packs;
  const { calibrations } = await calibrate(
    { ...request, by: [], commitments, diff: null, rejects: null },
    io,
  );
  return packs.map((one) => {
    const own = calibrations.find(({ agreement }) => agreement.id === one.compliance.agreement.id);
    if (own === undefined || one.ahead === null) return one;
    const missed = missedOf(one);
    const past = own.promises.filter(({ id }) => missed.includes(id));
    return { ...one, ahead: { ...one.ahead, past } };
  });
}

/** Periods that are held beside one another. */
const MOST_PERIODS = 4;

/** From a few periods before that of the meeting to the one at hand. */
const spanAbout =
  (about: string | null): SpanOf =>
  async (run: Run) => {
    const period = about === null ? null : periodOfLabel(about, run);
    const last = run.asOf - 1;
    const unit = period?.unit ?? 'month';
    const first = Math.min(period?.from ?? last, last);
    return { from: first - BEFORE * LENGTHS[unit], to: Math.max((period?.to ?? 0) - 1, last), unit };
  };

const BEFORE = 4;

const LENGTHS: Readonly<Record<PeriodUnit, number>> = {
  day: MICROS_PER_DAY,
  week: 7 * MICROS_PER_DAY,
  month: 31 * MICROS_PER_DAY,
  quarter: 92 * MICROS_PER_DAY,
  year: 366 * MICROS_PER_DAY,
};

/** From what was written when months were closed: nothing in it is of a single lead. */
async function packOfRecords(request: PackRequest, io: Io): Promise<PackDocument> {
  const [found, loaded] = [await closedReport(request, io), await loadFamilies(request.paths, io)];
  const packs = found.compliances.map((compliance): Pack => {
    const newest = loaded.families.find(({ id }) => id === compliance.agreement.id)?.versions.at(-1);
    return {
      compliance,
      about: request.about,
      codes: newest === undefined ? {} : Object.fromEntries(codesOf(newest.agreement)),
      closed: compliance.notes,
      leads: null,
      ahead: null,
      decisions: [],
      funnel: null,
      profileAnswers: [],
      openDays: [],
    };
  });
  return answered(await withDecisions(packs, found, io), request);
}

/** What earlier meetings decided, from the records beside each agreement. */
async function withDecisions(
  packs: readonly Pack[],
  { findings, texts }: Pick<PackDocument, 'findings' | 'texts'>,
  io: Io,
): Promise<PackDocument> {
  const problems: Diagnostic[] = [];
  const told: Pack[] = [];
  for (const one of packs) {
    const { id, file } = one.compliance.agreement;
    const read = await readDecisions(resolve(io.cwd, file), io);
    problems.push(...read.findings);
    told.push({ ...one, decisions: openOf(read.records, id) });
  }
  return { packs: problems.length > 0 ? [] : told, findings: [...findings, ...problems], texts };
}

/** A pack about nothing is no pack. */
function answered({ packs, findings, texts }: PackDocument, { about }: PackRequest): PackDocument {
  const idle = packs.filter(({ compliance }) => {
    const { focus, told } = factsOf(compliance, '', 1, about);
    const isAhead = focus !== null && focus.from >= compliance.asOf;
    return isAhead || told.every(({ last }) => last?.verdict === 'no data');
  });
  const told = packs.filter((one) => !idle.includes(one));
  return {
    packs: told,
    findings: sortFindings([...findings, ...idle.map((one) => nothing(one, about))]),
    texts,
  };
}

const nothing = ({ compliance: { agreement } }: Pack, about: string | null): Diagnostic => ({
  rule: 'nothing-judged',
  severity: 'error',
  message:
    about === null
      ? t`Nothing was judged: "${agreement.id}" has no case in the period asked for`
      : t`Nothing was judged: "${agreement.id}" has no case in ${about}`,
  help: t`check --as-of, --from and --to, the "effective:" of the agreement, and the export`,
  fatal: true,
});

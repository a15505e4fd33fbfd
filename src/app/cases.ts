import { createHash } from 'node:crypto';
import { zoneTable } from '../calendar/zone.ts';
import { openDuckDb } from '../engine/duckdb.ts';
import type { Engine, Row, Value } from '../engine/engine.ts';
import { t } from '../messages/index.ts';
import { alikeText } from '../model/alike.ts';
import type { Agreement } from '../model/agreement.ts';
import type { Case, CaseState } from '../model/compliance.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Io } from '../model/io.ts';
import { REASONS, STATES } from '../model/judge.ts';
import { MONTH_NAMES } from '../model/month-names.ts';
import { promisesOf } from '../model/promises.ts';
import type { Answer, CaseHeader, CasePromise, CaseSink, CasesRequest } from '../model/requests.ts';
import type { Period } from '../model/time.ts';
import { handedOverBy } from '../plan/facts.ts';
import { periodOfLabel, periodsBetween } from '../plan/periods.ts';
import { HAND_OVER } from '../sql/hand-over.ts';
import { listingSql } from '../sql/judge/listing.ts';
import { tabulateActivities } from './judging/activities.ts';
import { termsOf } from './judging/calendar-tables.ts';
import { openRun } from './judging/open.ts';
import { contextOf, termsNames } from './judging/context.ts';
import { withEngine } from './judging/engine.ts';
import { ledgersOf } from './judging/ledgers.ts';
import { type Planned, type Run, titleOf } from './judging/run.ts';
import { spanOfAll, spanProblems } from './judging/span.ts';
import { unknownSources } from './exports/files.ts';
import { rejectFindings } from './exports/findings.ts';
import { newestOf } from './agreements/family.ts';
import { loadFamilies } from './agreements/load.ts';
import type { Family } from './agreements/family.ts';
import { nobodyCameBack } from './judging/groups.ts';
import { microsOf } from '../engine/cell.ts';
import { sortFindings } from './findings/order.ts';
import { judgeableOf } from './judging/judgeable.ts';
import { runTables } from './exports/tables.ts';

/**
 * A list is sorted, and one of millions of cases is sorted in pieces, which must fit when they come
 * together.
 */
const LISTING_MEMORY = '350MB';

/**
 * The leads behind the numbers, one case at a time: each batch goes to the sink as it comes, so that
 * nothing piles up. Ends early where the sink wants no more.
 */
export async function cases(request: CasesRequest, sink: CaseSink, io: Io): Promise<Answer> {
  const loaded = await loadFamilies(request.paths, io);
  const judgeable = judgeableOf(loaded, [
    ...spanProblems(request, loaded.families.flatMap(newestOf)),
    ...unknownSources(request, loaded.families),
  ]);
  const findings: Diagnostic[] = [...judgeable.findings];
  const answer = (): Answer => ({ findings: sortFindings(findings), texts: loaded.texts });
  if (judgeable.families.length === 0) return answer();
  const ids = new Set(judgeable.families.flatMap(promiseIds));
  const unknown = request.commitments.filter((id) => !ids.has(id));
  if (unknown.length > 0) {
    findings.push(...unknown.map((id) => noSuchPromise(id, [...ids])));
    return answer();
  }
  const wrong = judgeable.families.flatMap(newestOf).flatMap((agreement) => wrongPeriods(request, agreement));
  if (wrong.length > 0) {
    findings.push(...wrong);
    return answer();
  }
  const silent = request.recycled ? judgeable.families.flatMap(notTelling) : [];
  if (silent.length > 0) {
    findings.push(...silent);
    return answer();
  }
  for (const family of judgeable.families) {
    const list = async (engine: Engine): Promise<boolean> => {
      const { run, findings: problems } = await openRun({ family, request, engine, io });
      findings.push(...problems);
      if (run !== null) findings.push(...(await rejectFindings(run.exports)));
      return run === null || listCases(run, request, sink);
    };
    const more = await withEngine(io, list, openDuckDb({ ...io, memoryLimit: LISTING_MEMORY }));
    if (!more) break;
  }
  return answer();
}

/** The cases of one agreement; resolves to false once the sink wants no more. */
export async function listCases(run: Run, request: CasesRequest, sink: CaseSink): Promise<boolean> {
  const wanted = run.planned.filter(
    ({ promise }) => request.commitments.length === 0 || request.commitments.includes(promise.id),
  );
  const spansOf = await spansToList(run, request);
  const ledgers = await ledgersOf(run, (planned) => spansOf(planned).flat());
  if (!(await sink.begin({ ...headerOf(run, wanted), ledgers }))) return false;
  if (request.leadIds.length === 0) await tabulateActivities(run, wanted);
  for (const planned of wanted) {
    for (const periods of spansOf(planned)) {
      if (!(await list({ run, planned, periods, request, sink }))) return false;
    }
  }
  return true;
}

/** The periods to list of a promise, as rows of periods that follow one another. */
async function spansToList(
  run: Run,
  request: CasesRequest,
): Promise<(planned: Planned) => readonly (readonly Period[])[]> {
  const named = (request.periods ?? []).flatMap((label) => periodOfLabel(label, run) ?? []);
  if (named.length > 0) {
    return ({ promise }) =>
      named
        .filter(({ unit }) => promise.target.per === null || promise.target.per === unit)
        .map((period) => [period]);
  }
  const { from, to, unit } = await spanOfAll(run, request);
  return ({ promise }) => [periodsBetween(promise.target.per ?? unit, from, to, run)];
}

async function list({
  run,
  planned,
  periods,
  request,
  sink,
}: {
  readonly run: Run;
  readonly planned: Planned;
  readonly periods: readonly Period[];
  readonly request: CasesRequest;
  readonly sink: CaseSink;
}): Promise<boolean> {
  const last = periods.at(-1);
  const context = contextOf(run, planned, [...periods.map(({ from }) => from), ...(last ? [last.to] : [])]);
  const { states, recycled = false } = request;
  const [leads, owners] = [request.leadIds, request.owners].map((texts) => texts.map(alikeText)) as [
    string[],
    string[],
  ];
  const wanted = { states, leads, owners, recycled };
  const { fields, key } = run.tables.leads.source;
  const hidden = {
    lead: fields[key]?.personal === true && !request.personal,
    owner: fields.owner?.personal === true && !request.personal,
  };
  for await (const rows of run.engine.stream(listingSql(planned.plan, context, wanted))) {
    if (!(await sink.batch(rows.map((row) => caseOf(row, planned, periods, hidden))))) return false;
  }
  return true;
}

/** Personal values that are not to appear. */
interface Hidden {
  readonly lead: boolean;
  readonly owner: boolean;
}

function caseOf(
  row: Row,
  { inForce, promise, plan }: Planned,
  periods: readonly Period[],
  hidden: Hidden,
): Case {
  const key = String(row.key);
  return {
    // A key that is personal stands for itself by a digest, the same in every run.
    lead: hidden.lead ? `sha256:${createHash('sha256').update(key).digest('hex').slice(0, 16)}` : key,
    handOver: microsOf(row[HAND_OVER]),
    commitment: promise.id,
    version: inForce.sourced.agreement.version,
    segment: termsNames(plan)[microsOf(row.seg) ?? 0] ?? null,
    state: STATES[Number(row.state)] as CaseState,
    reason: REASONS[microsOf(row.reason) ?? -1] ?? null,
    atRisk: row.risk === true,
    start: microsOf(row.s0),
    due: microsOf(row.due),
    stop: microsOf(row.e0),
    elapsedSeconds: seconds(row.elapsed),
    period: periods[microsOf(row.period) ?? -1]?.label ?? null,
    owner: hidden.owner || row.owner == null ? null : String(row.owner),
  };
}

const seconds = (value: Value | undefined): number | null => {
  const micros = microsOf(value);
  return micros === null ? null : micros / 1e6;
};

function headerOf(run: Run, wanted: readonly Planned[]): Omit<CaseHeader, 'ledgers'> {
  const { newest, asOf, asOfFrom, exports } = run;
  const { id, timezone } = newest.agreement;
  return {
    promises: wanted.map(promiseOf),
    agreement: { id, title: titleOf(run), timezone, file: newest.file },
    asOf,
    asOfFrom,
    inputs: exports.inputs,
  };
}

function promiseOf({ inForce, promise, plan }: Planned): CasePromise {
  const limits = termsOf(plan).map(({ within }) => within);
  return {
    id: promise.id,
    version: inForce.sourced.agreement.version,
    promise: promise.promise ?? promise.title,
    within: limits[0]?.text ?? null,
    businessTime: limits.some(({ unit }) => unit.startsWith('business')),
  };
}

const promiseIds = ({
  versions,
}: {
  readonly versions: readonly { readonly agreement: Planned['inForce']['sourced']['agreement'] }[];
}) => versions.flatMap(({ agreement }) => promisesOf(agreement).map(({ id }) => id));

/** The exports are read as the newest version maps them. */
function notTelling({ versions }: Family): readonly Diagnostic[] {
  return versions
    .slice(-1)
    .filter((newest) => handedOverBy(runTables(newest).leads.source) === null)
    .map(({ agreement }) => nobodyCameBack('--recycled', agreement));
}

/** A label names a period in any zone or in none. */
const UTC = zoneTable('UTC', 0, 0);

function wrongPeriods({ periods }: CasesRequest, { id, yearStarts }: Agreement): readonly Diagnostic[] {
  const wrong = (periods ?? []).filter((label) => periodOfLabel(label, { zone: UTC, yearStarts }) === null);
  const month = MONTH_NAMES[yearStarts - 1]?.[1] ?? '';
  return wrong.map((label) => ({
    rule: 'wrong-option',
    severity: 'error',
    message: t`--period: "${label}" is not a period`,
    help:
      yearStarts === 1
        ? t`write 2026-03, 2026-Q1, 2026-W10 or 2026`
        : t`write 2026-03, 2026-W10, FY2026-Q1 or FY2026: the year of ${id} starts in ${month} (year_starts)`,
    fatal: true,
  }));
}

const noSuchPromise = (id: string, ids: readonly string[]): Diagnostic => ({
  rule: 'wrong-option',
  severity: 'error',
  message: t`--commitment: there is no commitment or objective "${id}"`,
  help: t`there are ${ids.join(', ')}`,
  fatal: true,
});

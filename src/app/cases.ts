import { createHash } from 'node:crypto';
import type { Row, Value } from '../engine/engine.ts';
import type { Case, CaseState } from '../model/compliance.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Io } from '../model/io.ts';
import { REASONS, STATES } from '../model/judge.ts';
import type { Answer, CaseHeader, CaseSink, CasesRequest } from '../model/requests.ts';
import type { Period } from '../model/time.ts';
import { periodsBetween } from '../plan/periods.ts';
import { listingSql } from '../sql/judge/listing.ts';
import type { Cover } from './compliance.ts';
import { type Court, contextOf, openCourt, type Planned, termsNames, withEngine } from './court.ts';
import { coverOfData, coverProblems } from './cover.ts';
import { loadFamilies } from './families.ts';
import { sorted } from './sorted.ts';

/**
 * The leads behind the numbers, one case at a time: each batch goes to the sink as it comes, so that nothing piles up. Ends
 * early where the sink wants no more.
 */
export async function cases(request: CasesRequest, sink: CaseSink, io: Io): Promise<Answer> {
  const loaded = await loadFamilies(request.paths, io);
  const findings: Diagnostic[] = [...loaded.findings, ...coverProblems(request)];
  const answer = (): Answer => ({ findings: sorted(findings), texts: loaded.texts });
  const broken = findings.some(({ severity }) => severity === 'error');
  if (broken) {
    findings.splice(0, findings.length, ...findings.map(asFatal));
    return answer();
  }
  const ids = new Set(loaded.families.flatMap(promiseIds));
  const unknown = request.commitments.filter((id) => !ids.has(id));
  if (unknown.length > 0) {
    findings.push(...unknown.map((id) => noSuchPromise(id, [...ids])));
    return answer();
  }
  for (const family of loaded.families) {
    const more = await withEngine(io, async (engine) => {
      const { court, findings: problems } = await openCourt(family, request, engine, io);
      findings.push(...problems);
      if (court === null) return true;
      const cover = await coverOfData(court, request);
      if (!(await sink.begin(headerOf(court)))) return false;
      for (const planned of court.planned) {
        if (request.commitments.length > 0 && !request.commitments.includes(planned.promise.id)) continue;
        if (!(await list(court, planned, cover, request, sink))) return false;
      }
      return true;
    });
    if (!more) break;
  }
  return answer();
}

async function list(
  court: Court,
  planned: Planned,
  cover: Cover,
  request: CasesRequest,
  sink: CaseSink,
): Promise<boolean> {
  const { promise } = planned;
  const periods = periodsBetween(promise.target.per ?? cover.unit, cover.from, cover.to, court.zone);
  const last = periods.at(-1);
  const context = contextOf(court, planned, [...periods.map(({ from }) => from), ...(last ? [last.to] : [])]);
  const wanted = { states: request.states, leads: request.leadIds, owners: request.owners };
  const hidden =
    court.tables.leads.source.fields[court.tables.leads.source.key]?.personal && !request.personal;
  for await (const rows of court.engine.stream(listingSql(planned.plan, context, wanted))) {
    const batch = rows.map((row) => caseOf(row, planned, periods, hidden === true));
    if (!(await sink.batch(batch))) return false;
  }
  return true;
}

function caseOf(
  row: Row,
  { force, promise, plan }: Planned,
  periods: readonly Period[],
  hidden: boolean,
): Case {
  const key = String(row.key);
  return {
    // A key that is personal stands for itself by a digest, the same in every run.
    lead: hidden ? `sha256:${createHash('sha256').update(key).digest('hex').slice(0, 16)}` : key,
    commitment: promise.id,
    version: force.sourced.agreement.version,
    segment: termsNames(plan)[integer(row.seg) ?? 0] ?? null,
    state: STATES[integer(row.state) ?? 0] as CaseState,
    reason: REASONS[integer(row.reason) ?? -1] ?? null,
    atRisk: row.risk === true,
    start: integer(row.s0),
    due: integer(row.due),
    stop: integer(row.e0),
    elapsedSeconds: seconds(row.elapsed),
    period: periods[integer(row.period) ?? -1]?.label ?? null,
    owner: row.owner === null || row.owner === undefined ? null : String(row.owner),
  };
}

const integer = (value: Value | undefined): number | null =>
  value === null || value === undefined ? null : Number(value);

const seconds = (value: Value | undefined): number | null => {
  const micros = integer(value);
  return micros === null ? null : micros / 1e6;
};

function headerOf({ newest, asOf, asOfFrom, world }: Court): CaseHeader {
  const { id, title, timezone } = newest.agreement;
  return {
    agreement: { id, title, timezone, file: newest.file },
    asOf,
    asOfFrom,
    inputs: world.inputs,
    ledgers: world.ledgers,
  };
}

const promiseIds = ({
  versions,
}: {
  readonly versions: readonly { readonly agreement: Planned['force']['sourced']['agreement'] }[];
}) =>
  versions.flatMap(({ agreement }) =>
    [...agreement.objectives, ...agreement.commitments].map(({ id }) => id),
  );

const asFatal = (finding: Diagnostic): Diagnostic =>
  finding.severity === 'error' ? { ...finding, fatal: true } : finding;

const noSuchPromise = (id: string, ids: readonly string[]): Diagnostic => ({
  rule: 'wrong-option',
  severity: 'error',
  message: `--commitment: there is no commitment or objective "${id}"`,
  help: `there are ${ids.join(', ')}`,
  fatal: true,
});

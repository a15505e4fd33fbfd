import { openDuckDb } from '../engine/duckdb.ts';
import { t } from '../messages/index.ts';
import type { Move } from '../model/closed.ts';
import type { Case } from '../model/compliance.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Io } from '../model/io.ts';
import type { Answer, CaseSink, CasesRequest } from '../model/requests.ts';
import type { Family } from './agreements/family.ts';
import { loadFamilies } from './agreements/load.ts';
import { promisesMeant } from './agreements/promises-meant.ts';
import { saltOf } from './agreements/salt.ts';
import { listSeen } from './agreements/views.ts';
import { latestClosing } from './closed/beside.ts';
import { type HeldMonth, heldMonths } from './closed/held.ts';
import { closedMonths } from './closed/load.ts';
import { casesOf, columnOf, periodsEnding } from './closed/states.ts';
import { unknownSources } from './exports/files.ts';
import { asFatal, isFatalError } from './findings/fatal.ts';
import { sortFindings } from './findings/order.ts';
import { caseOf, headerOf, type Shown, shownOf } from './judging/case-rows.ts';
import { withEngine } from './judging/engine.ts';
import { openRun } from './judging/open.ts';

/** The cases of a closed month that are not today what they were when it was closed, with why. */
export async function moved(asked: CasesRequest, month: string, sink: CaseSink, io: Io): Promise<Answer> {
  const loaded = await loadFamilies(asked.paths, io);
  const meant = promisesMeant(asked.commitments, loaded.families);
  const request = { ...asked, commitments: meant.ids };
  const findings: Diagnostic[] = [
    ...loaded.findings,
    ...unknownSources(request, loaded.families),
    ...meant.findings,
  ];
  const answer = (): Answer => ({ findings: sortFindings(findings), texts: loaded.texts });
  if (findings.some(isFatalError)) {
    findings.splice(0, findings.length, ...findings.map(asFatal));
    return answer();
  }
  let known = false;
  for (const family of loaded.families) {
    const { request: seen, findings: unseen } = listSeen(request, family);
    if (unseen.length > 0) {
      findings.push(...unseen);
      known = true;
      continue;
    }
    const closed = await closedMonths(family, io);
    findings.push(...closed.findings);
    const months = closed.months.filter((each) => each.month === month);
    known ||= months.length > 0 || closed.findings.length > 0;
    if (months.length > 0)
      findings.push(...(await listMoved({ family, months: closed.months, month }, seen, sink, io)));
  }
  if (!known) findings.push(notClosed(month, loaded.families));
  return answer();
}

interface ToList {
  readonly family: Family;
  /** All that are closed: a lead may have come from another of them. */
  readonly months: Parameters<typeof heldMonths>[1];
  readonly month: string;
}

function listMoved(
  { family, months, month }: ToList,
  request: CasesRequest,
  sink: CaseSink,
  io: Io,
): Promise<readonly Diagnostic[]> {
  const list = async (engine: Parameters<typeof openRun>[0]['engine']): Promise<readonly Diagnostic[]> => {
    const { run, findings } = await openRun({ family, request, engine, io, lookedUp: latestClosing });
    if (run === null) return findings;
    const [held] = await heldMonths(run, months, io, month);
    if (!held) return [...findings, lookedBack(month)];
    if (held.naming === null) return [...findings, withoutCases(month)];
    const salt = await saltOf(run.newest.agreement.file, io);
    if (
      await sink.begin({ ...headerOf(held.run, held.run.planned), ledgers: run.exports.ledgers, moved: true })
    )
      await listHeld(held, request, sink, salt);
    return findings;
  };
  return withEngine(io, list, openDuckDb(io));
}

async function listHeld(
  held: HeldMonth,
  request: CasesRequest,
  sink: CaseSink,
  salt: Parameters<typeof shownOf>[2],
): Promise<void> {
  const { run, period, naming } = held;
  if (naming === null) return;
  const moves = new Map<string, Map<string, Move>>();
  for (const { promise, period: label, moves: own } of held.differences)
    if (request.commitments.length === 0 || request.commitments.includes(promise))
      moves.set(`${promise} ${label}`, new Map((own ?? []).map((move) => [move.lead, move])));
  const shown = shownOf(run, request, salt);
  const found: Case[] = [];
  for await (const { row, planned, period: own, lead } of casesOf(run, period, naming)) {
    const column = columnOf(planned.promise.id, own);
    const move = moves.get(column)?.get(lead);
    if (!move) continue;
    moves.get(column)?.delete(lead);
    const one = caseOf(row, planned, periodsEnding(period, planned, run), shown);
    found.push({ ...one, moved: { from: move.from, why: move.why } });
  }
  for (const { promise, period: label } of held.differences)
    for (const move of moves.get(`${promise} ${label}`)?.values() ?? [])
      found.push(goneCase(move, { promise, label }, held, shown));
  for (const batch of inOrder(found, held)) if (!(await sink.batch(batch))) return;
}

/** Promise by promise, as the agreement has them. */
function inOrder(found: readonly Case[], { run }: HeldMonth): readonly (readonly Case[])[] {
  const ids = [
    ...new Set([...run.planned.map(({ promise }) => promise.id), ...found.map((one) => one.commitment)]),
  ];
  return ids.map((id) => found.filter((one) => one.commitment === id)).filter(({ length }) => length > 0);
}

/** A case of the record that is not there today: it is known by the name that the record has for its lead. */
const goneCase = (
  move: Move,
  { promise: commitment, label: period }: { readonly promise: string; readonly label: string },
  { closing, naming }: HeldMonth,
  shown: Shown,
): Case => ({
  lead:
    move.key === null
      ? naming?.as === 'ids'
        ? move.lead
        : `keyed:${move.lead}`
      : shown.lead(move.key, commitment),
  ...{ handOver: null, commitment, period },
  ...{ version: closing.versions.at(-1)?.version ?? '', segment: null, state: 'excluded', reason: null },
  ...{ atRisk: false, start: null, due: null, stop: null, elapsedSeconds: null, owner: null },
  moved: { from: move.from, why: move.why },
});

const problem = (message: string, help: string): Diagnostic => ({
  rule: 'wrong-option',
  severity: 'error',
  message,
  help,
  fatal: true,
});

const notClosed = (month: string, families: readonly Family[]): Diagnostic =>
  problem(
    t`--moved ${month}: no such month of ${families.map(({ id }) => `"${id}"`).join(', ')} is closed`,
    t`closed months lie in .sla/closed beside the agreement; "sla close ${month}" closes one`,
  );

const withoutCases = (month: string): Diagnostic =>
  problem(
    t`--moved ${month}: the record does not tell the cases, or they were hashed with another salt than the one in .sla/salt`,
    t`restore .sla/salt from git; a month closed with --cases none has numbers alone`,
  );

const lookedBack = (month: string): Diagnostic =>
  problem(t`--moved ${month}: the run looks back to before the closing`, t`leave out --as-of`);

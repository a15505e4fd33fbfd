import { microsOf } from '../../engine/cell.ts';
import type { Row } from '../../engine/engine.ts';
import { kindOf } from '../../kinds/index.ts';
import { t } from '../../messages/index.ts';
import type { Agreement, PromiseDef } from '../../model/agreement.ts';
import type { CaseState, Reason } from '../../model/compliance.ts';
import type { Io } from '../../model/io.ts';
import { type CasePlan, REASONS, type Span, STATES, type StageRef } from '../../model/judge.ts';
import { isHidden, type Personal } from '../../model/personal.ts';
import type { ExplainRequest, ReceiptLine } from '../../model/receipt.ts';
import type { Micros } from '../../model/time.ts';
import { type Facts, isKeyed } from '../../plan/facts.ts';
import { casesIn } from '../../plan/lower.ts';
import { localDay, periodOfDay } from '../../plan/periods.ts';
import { idInWords, nameOf } from '../../report/names.ts';
import { listingSql } from '../../sql/judge/listing.ts';
import { leadColumnsSql } from '../../sql/receipt/lead-columns.ts';
import { caseFields } from '../judging/case-fields.ts';
import { contextOf, judgesUndated } from '../judging/context.ts';
import { dueBy } from '../judging/dispute-due.ts';
import type { Planned, Run } from '../judging/run.ts';
import { conditionWords } from '../wording/conditions.ts';
import { rowsOf } from '../wording/names.ts';
import { brokenAt, type Told, withCauses } from './causes.ts';
import { clockOf } from './clock.ts';
import { disputedTexts } from './disputed.ts';
import { holdsOf } from './holds.ts';
import type { LeadRows } from './rows.ts';
import { type Tests, tried } from './tests.ts';
import { touchesOf } from './touches.ts';
import { waiverOf, waiverText } from './waived.ts';
import { doneBy, endedEarly, endsAnother, notReached, reached, reachedToo, reasonSentence } from './why.ts';

/** Every promise of every version, in the order of the agreement, with what it makes of the lead. */
export async function receiptLines(
  run: Run,
  tests: Tests,
  request: ExplainRequest,
  { of, judged, handOver, io }: LeadRows & { readonly of: Facts; readonly io: Io },
): Promise<readonly ReceiptLine[]> {
  const lines: Told[] = [];
  const dueOf = dueBy(run, { io, allowOutside: request.allowOutside });
  for (const planned of run.planned) {
    const { inForce, promise } = planned;
    if (!isToldOf(of, casesIn(run.tables, promise), run)) continue;
    const head = {
      id: promise.id,
      kind: promise.kind,
      measure: promise.measure.kind,
      title: promise.title,
      promise: promise.promise ?? nameOf(promise),
      version: inForce.sourced.agreement.version,
      place: inForce.sourced.place(promise.path, 'key'),
      countsTouches: planned.plan.shape === 'attempts',
    };
    const tail =
      judged === null
        ? nothing(t`none of its rows could be judged`)
        : await tailOf({
            ...{ run, planned, tests, request },
            judged: { cells: judged, nth: handOver?.nth ?? null },
          });
    const { brokenAt, ...rest } = { brokenAt: null, ...tail };
    const disputed = await disputedTexts(run, planned, { lead: request.lead, dueOf });
    const line = { ...head, ...rest, ...(disputed.length === 0 ? {} : { disputed }) };
    lines.push({ planned, line, brokenAt });
  }
  return withCauses(lines, run.asOf);
}

interface Tail
  extends Omit<
    ReceiptLine,
    'id' | 'kind' | 'measure' | 'title' | 'promise' | 'version' | 'place' | 'countsTouches' | 'causes'
  > {
  readonly brokenAt?: Micros | null;
}

const nothing = (...why: readonly string[]): Tail => ({
  applies: false,
  why,
  segment: null,
  state: null,
  reason: null,
  atRisk: false,
  period: null,
  waiver: null,
  clock: null,
  atLeast: 0,
  touches: [],
});

/** All of time, so that a case of another version is found and can be named. */
const EVER = { from: -9e15, to: 9e15 };

/** Its index; a case that nothing dates has the one behind it. */
const ONLY_PERIOD = 0;

/** What is judged of a lead. */
interface JudgedRow {
  readonly cells: Readonly<Record<string, string>>;
  /** Its place among the hand-overs of the lead; null where leads have one row. */
  readonly nth: number | null;
}

/** A promise, and what a run knows of the lead. */
interface Asked {
  readonly run: Run;
  readonly planned: Planned;
  readonly tests: Tests;
  readonly request: ExplainRequest;
  readonly judged: JudgedRow;
}

/** Whether a receipt tells of a promise about some rows: of a lead also that records, which have no receipts, are none. */
const isToldOf = (of: Facts, rows: Facts, { tables }: Run): boolean =>
  rows === of || (of === tables.leads && !isKeyed(rows.source));

async function tailOf({ run, planned, tests, request, judged }: Asked): Promise<Tail> {
  const { promise, plan } = planned;
  const { cells, nth } = judged;
  const { lead, personal } = request;
  if (!isKeyed(casesIn(run.tables, promise).source))
    return nothing(t`it counts the rows of a records file, not leads`);
  const known = contextOf(run, planned, [EVER.from, EVER.to]);
  const context = { ...known, undated: true, inForce: EVER, orphans: [] };
  const [row] = await run.engine.rows<Row>(
    listingSql(plan, context, { states: [], leads: [lead], owners: [], handOver: nth }),
  );
  if (!row) return nothing(notReached(planned, cells, await isElsewhere(run, plan.start, lead, nth)));
  const isUndated = Number(row.period) !== ONLY_PERIOD;
  const outside = isUndated ? judgedByAnother(run, planned) : outsideVersion(planned, row);
  if (outside !== null) return outside;

  const reason: Reason | null = row.reason === null ? null : (REASONS[Number(row.reason)] ?? null);
  const { scope, part } = tests.get(planned) ?? { scope: [], part: [] };
  const inScope = await tried(run, scope, { lead, cells, nth, of: casesIn(run.tables, promise) }, personal);
  const state = STATES[Number(row.state)] ?? null;
  const period = isUndated ? null : periodName(run, planned, row, request);
  if (reason === 'out-of-scope') {
    const failed = inScope.filter(({ holds }) => !holds);
    const why = failed.map(({ text }) => t`out of scope, as it does not hold that ${text}`);
    return { ...nothing(...why), state, reason, period };
  }
  const inPart = await tried(run, part, { lead, cells, nth, of: casesIn(run.tables, promise) }, personal);
  const segment = 'terms' in plan ? (plan.terms[Number(row.seg)]?.segment ?? null) : null;
  const waiver =
    reason === 'waived' ? await waiverOf(run, planned, { lead, nth, start: microsOf(row.s0) }) : null;
  const end = row.e0 === null ? endOf(plan) : null;
  const elsewhere = end !== null && (await isElsewhere(run, end, lead, nth));
  const alsoReached = elsewhere ? null : reachedToo(planned, state, cells);
  return {
    applies: true,
    why: [
      ...(reason === 'no-start' ? [] : startedBy(planned, state, cells)),
      ...(isUndated ? [t`nobody knows to which period it belongs`] : []),
      ...inScope.map(({ text }) => t`in scope: ${text}`),
      ...inPart.map(({ text, holds }) =>
        holds ? t`it holds that ${text}` : t`it does not hold that ${text}`,
      ),
      ...addedSentence(run, promise, cells, personal),
      ...segmentSentence(promise, planned.inForce.sourced.agreement, segment),
      ...(plan.shape === 'attempts' && Number(row.x1) === 1 ? [endedEarly(planned)] : []),
      ...(elsewhere ? [endsAnother(planned)] : []),
      ...[alsoReached, reasonSentence(reason, planned, row.s0 === null)].filter((said) => said !== null),
    ],
    segment,
    state,
    reason,
    atRisk: row.risk === true,
    period,
    waiver: waiver && waiverText(waiver, planned),
    clock: clockOf(run, planned, row, await holdsOf(run, planned, { lead, nth }, row)),
    atLeast: plan.shape === 'attempts' ? (plan.terms[Number(row.seg)]?.atLeast ?? 0) : 0,
    touches: await touchesBefore(run, planned, lead, row),
    brokenAt: await brokenAt(run, planned, { row, reason, lead }),
  };
}

/** What started the case, or by when it is to be done. */
function startedBy(planned: Planned, state: CaseState | null, cells: JudgedRow['cells']): readonly string[] {
  const steps = doneBy(planned, state, cells);
  return steps.length > 0 ? steps : [reached(planned)];
}

/** The touches of a case that has a start and a due instant. */
async function touchesBefore(run: Run, planned: Planned, lead: string, row: Row): Promise<Tail['touches']> {
  const [start, startLatest, due] = [microsOf(row.s0), microsOf(row.s1), microsOf(row.due)];
  if (start === null || startLatest === null || due === null) return [];
  return touchesOf(run, planned, lead, { start, startLatest, due });
}

/** What is said of a case that nothing dates and another version judges; null where this one does. */
function judgedByAnother(run: Run, planned: Planned): Tail | null {
  if (judgesUndated(run, planned)) return null;
  return nothing(t`nothing dates it: it is judged by the version in force at as-of`);
}

/** What is said of a case that another version judges, or none; null where this version judges it. */
function outsideVersion(planned: Planned, row: Row): Tail | null {
  const { orphans, span, sourced } = planned.inForce;
  const booked = microsOf(row.s0) ?? microsOf(row.e0);
  const within = ({ from, to }: Span) => booked !== null && booked >= from && booked < to;
  if (orphans.some(within)) {
    const why = reasonSentence('no-version', planned) ?? '';
    return { ...nothing(why), state: 'excluded', reason: 'no-version' };
  }
  if (within(span)) return null;
  return nothing(t`version ${sourced.agreement.version} was not in force when it started`);
}

/** The cell that is added up, or whose value is counted; nothing where cases are counted, and of a personal one. */
function addedSentence(
  run: Run,
  promise: PromiseDef,
  cells: Readonly<Record<string, string>>,
  personal: Personal,
): readonly string[] {
  const { measure, target } = promise;
  const kind = kindOf(measure.kind);
  const added = kind.adds(measure)?.field;
  const field = added ?? kind.distinct?.(measure) ?? undefined;
  const cell = field === undefined ? undefined : cells[field];
  if (field === undefined) return [];
  const def = caseFields(run, promise)[field];
  const column = def?.column ?? field;
  if (cell === undefined) return added === undefined ? [t`it counts for nobody: "${column}" is blank`] : [];
  if (isHidden(def, personal)) return [];
  if (added === undefined) return [t`it counts for "${column}": "${cell}"`];
  return [target.of === 'rate' ? t`it weighs "${column}": "${cell}"` : t`it adds "${column}": "${cell}"`];
}

/** Which condition put the case into its segment; nothing where it has the promise's own terms. */
function segmentSentence(
  promise: PromiseDef,
  agreement: Agreement,
  segment: string | null,
): readonly string[] {
  const where = promise.segments.find(({ id }) => id === segment)?.where;
  return where
    ? [t`segment "${idInWords(segment ?? '')}": ${conditionWords(where, agreement, rowsOf(promise))}`]
    : [];
}

/** Whether a stage has a date that is told of another hand-over of the lead. */
async function isElsewhere(run: Run, stage: StageRef, lead: string, nth: number | null): Promise<boolean> {
  if (!stage.own) return false;
  const sql = leadColumnsSql(run.tables.leads.table, [stage.own], nth, run.engine.dialect);
  const [row] = await run.engine.rows<{ t0: boolean }>(sql, [lead]);
  return row?.t0 === false;
}

/** The stage that would end the case, where a stage does. */
function endOf(plan: CasePlan): StageRef | null {
  switch (plan.shape) {
    case 'tally':
      return null;
    case 'ratio':
      return plan.reaches;
    case 'timed':
      return 'table' in plan.stop ? null : plan.stop;
    case 'attempts':
      return plan.until;
  }
}

function periodName(run: Run, { promise }: Planned, row: Row, { period }: ExplainRequest): string | null {
  const due = promise.bookBy === 'due' ? microsOf(row.due) : null;
  const booked = (due === null ? null : due - 1) ?? microsOf(row.s0) ?? microsOf(row.e0);
  const unit = promise.target.per ?? period ?? 'month';
  return booked === null ? null : periodOfDay(unit, localDay(run.zone, booked), run).label;
}

import { microsOf } from '../../engine/cell.ts';
import type { Row, Value } from '../../engine/engine.ts';
import { kindOf } from '../../kinds/index.ts';
import type { PromiseDef } from '../../model/agreement.ts';
import type { Case, CaseState } from '../../model/compliance.ts';
import { REASONS, STATES } from '../../model/judge.ts';
import { isHidden, type Personal } from '../../model/personal.ts';
import type { CaseHeader, CasePromise, JudgeRequest } from '../../model/requests.ts';
import type { Period } from '../../model/time.ts';
import { isKeyed } from '../../plan/facts.ts';
import { casesIn } from '../../plan/lower.ts';
import { HAND_OVER } from '../../sql/hand-over.ts';
import { leadHash, type Salt } from '../agreements/salt.ts';
import { termsOf } from './calendar-tables.ts';
import { caseFields } from './case-fields.ts';
import { termsNames } from './context.ts';
import { isToldOwnerHidden } from './groups.ts';
import { type Planned, type Run, titleOf } from './run.ts';

/** How a case shows whose it is. */
export interface Shown {
  /** By the id of the promise, which says whose key it is. */
  readonly lead: (key: string, promise: string) => string;
  /** False: a personal value that is not to appear. */
  readonly owner: boolean;
  /** Whether a promise, as one version makes it, adds up an amount that may appear. */
  readonly amount: (promise: PromiseDef) => boolean;
}

/**
 * A key that is personal stands for itself by a keyed hash, the same in every run of one repository, and by
 * its place in this list where the repository has no salt: whoever has a list of addresses can't tell whose
 * either is.
 */
export function shownOf(run: Run, { personal }: Pick<JudgeRequest, 'personal'>, salt: Salt | null): Shown {
  const places = new Map<string, string>();
  const place = (lead: string): string => {
    const known = places.get(lead) ?? `#${places.size + 1}`;
    places.set(lead, known);
    return known;
  };
  const { id: agreement } = run.newest.agreement;
  const promiseOf = (id: string) => run.planned.find(({ promise }) => promise.id === id)?.promise;
  const keyed = (lead: string) => (salt === null ? place(lead) : `keyed:${leadHash(salt, agreement, lead)}`);
  return {
    lead: (key, id) => {
      const of = promiseOf(id);
      const facts = of ? casesIn(run.tables, of) : run.tables.leads;
      return isHidden(facts.source.fields[facts.source.key], personal) ? keyed(key) : key;
    },
    owner: !isOwnerHidden(run, personal),
    amount: (of) => {
      const added = kindOf(of.measure.kind).adds(of.measure);
      return added !== null && !isHidden(caseFields(run, of)[added.field], personal);
    },
  };
}

/** A history of owners may say that names are personal, and so may the rows of the cases. */
const isOwnerHidden = ({ tables }: Run, personal: Personal): boolean =>
  isToldOwnerHidden(tables, personal) ||
  tables.cases().some(({ source }) => isHidden(source.fields.owner, personal));

export function caseOf(
  row: Row,
  { inForce, promise, plan }: Planned,
  periods: readonly Period[],
  shown: Shown,
): Case {
  const key = String(row.key);
  return {
    lead: shown.lead(key, promise.id),
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
    owner: !shown.owner || row.owner == null ? null : String(row.owner),
    ...(shown.amount(promise) ? { amount: row.amount == null ? null : Number(row.amount) } : {}),
  };
}

const seconds = (value: Value | undefined): number | null => {
  const micros = microsOf(value);
  return micros === null ? null : micros / 1e6;
};

export function headerOf(run: Run, wanted: readonly Planned[]): Omit<CaseHeader, 'ledgers'> {
  const { newest, asOf, asOfFrom, exports } = run;
  const { id, timezone } = newest.agreement;
  return {
    promises: wanted.map((one) => casePromise(run, one)),
    agreement: { id, title: titleOf(run), timezone, file: newest.file },
    asOf,
    asOfFrom,
    inputs: exports.inputs,
  };
}

function casePromise({ tables }: Run, { inForce, promise, plan }: Planned): CasePromise {
  const limits = termsOf(plan).map(({ within }) => within);
  return {
    id: promise.id,
    version: inForce.sourced.agreement.version,
    promise: promise.promise ?? promise.title,
    title: promise.title,
    within: limits[0]?.text ?? null,
    population: promise.population ?? null,
    ofRecords: !isKeyed(casesIn(tables, promise).source),
    adds: kindOf(promise.measure.kind).adds(promise.measure)?.field ?? null,
    deadline: limits[0]?.unit === 'row' ? limits[0].field : null,
    businessTime: limits.some(({ unit }) => unit.startsWith('business')),
  };
}

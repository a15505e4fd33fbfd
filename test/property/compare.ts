import type { Case, Compliance, Result } from '../../src/model/compliance.ts';
import { populationOf, promisesOf, type World, weightOf } from '../oracle/agreement.ts';
import { type CauseOf, causesIn } from '../oracle/causes.ts';
import type { Ruling } from '../oracle/judge.ts';
import { ledgersOf } from '../oracle/ledgers.ts';
import { isIn, type Outcome, periodsOf, undatedOf } from '../oracle/results.ts';
import type { Ledger } from '../oracle/source.ts';
import type { Said } from './run.ts';

/** What the program and the oracle do not agree on, in words; empty where they agree. */
export function differences(
  said: Said,
  ruling: Ruling,
  outcomes: readonly Outcome[],
  world: World,
): readonly string[] {
  const { compliance } = said;
  if (!compliance) return ['the program gave no answer'];
  return [
    ...unlike('as-of', compliance.asOf, ruling.asOf),
    ...unlike(
      'the ledgers',
      sortedLedgers(compliance.ledgers),
      sortedLedgers(asTold(ledgersOf(ruling, world), compliance.ledgers)),
    ),
    ...unlikeLists('case', said.cases.map(caseText), expectedCases(ruling, world)),
    ...unlikeResults(compliance, outcomes),
    ...unlikeLists('cause', causesTold(said), causesIn(ruling, outcomes, world).map(causeText)),
    ...unlike('cases of no period', undatedText(compliance.undated), undatedText(undatedOf(ruling, world))),
    ...unlike(
      'rows judged, and rows that cases lists',
      compliance.ledgers.leads?.judged,
      rowsListed(said, world),
    ),
    ...unlike('lines of cases, and cases of the report', said.cases.length, casesReported(compliance)),
  ];
}

/** No case is lost between the list and the report, whatever versions there are and whatever it is booked by. */
function casesReported({ results, undated }: Compliance): number {
  const whole = results.filter(({ by }) => by === null).flatMap(({ counts }) => Object.values(counts));
  const ofNone = undated.flatMap(({ unknown, excluded }) => [unknown, excluded]);
  return [...whole, ...ofNone].reduce((sum, n) => sum + n, 0);
}

/** Beside each, that it is one of the broken cases that are told. */
function causesTold({ causes, compliance }: Said): string[] {
  return causes.flatMap(({ id, period, versions, broken, causes: all }) => {
    const result = compliance?.results.find(
      (one) =>
        one.by === null &&
        one.id === id &&
        one.period.label === period &&
        `${one.versions}` === `${versions}`,
    );
    const cases = all.reduce((sum, one) => sum + one.cases, 0);
    const isOf = result !== undefined && cases <= broken;
    return all.map((one) =>
      causeText({ id, period, versions, cause: isOf ? one.id : `${one.id} of none`, cases: one.cases }),
    );
  });
}

const causeText = ({ id, period, versions, cause, cases }: CauseOf): string =>
  JSON.stringify([id, period, versions, cause, cases]);

const undatedText = (undated: Compliance['undated']) =>
  undated.map(({ id, unknown, excluded, of, reasons }) =>
    JSON.stringify([id, unknown, excluded, of, sorted(reasons)]),
  );

/** The rows of leads of which a case in a period is listed that is neither out of scope nor of no version. */
function rowsListed({ cases }: Said, world: World): number {
  const records = new Set(
    world.versions.flatMap((version) =>
      promisesOf(version)
        .filter((promise) => promise.occurrence !== undefined || populationOf(promise, version) !== null)
        .map(({ id }) => id),
    ),
  );
  const judged = cases.filter(
    ({ commitment, period, reason }) =>
      period !== null && !records.has(commitment) && reason !== 'out-of-scope' && reason !== 'no-version',
  );
  return new Set(judged.map(({ lead, handOver }) => JSON.stringify([lead, handOver]))).size;
}

function expectedCases(ruling: Ruling, world: World): string[] {
  return ruling.cases.flatMap((ruled) => {
    const period = periodsOf(ruled.promise, ruling, world).find((one) => isIn(ruled, one));
    if (!period && !ruled.case.undated) return [];
    const { lead, handOver, segment, start, due, stop, elapsed, row } = ruled.case;
    return [
      caseText({
        lead,
        handOver,
        commitment: ruled.promise.id,
        version: ruled.version.version,
        segment,
        state: ruled.state,
        reason: ruled.reason,
        atRisk: ruled.atRisk,
        start: start?.first ?? null,
        due,
        stop: stop?.first ?? null,
        elapsedSeconds: elapsed === null ? null : elapsed / 1e6,
        period: period?.label ?? null,
        owner: ruled.promise.occurrence ? null : ((row.owner ?? null) as string | null),
        ...(ruled.promise.sum || weightOf(ruled.promise) !== null ? { amount: amountOf(ruled) } : {}),
      }),
    ];
  });
}

function caseText(one: Case): string {
  const {
    lead,
    handOver,
    commitment,
    version,
    segment,
    state,
    reason,
    atRisk,
    start,
    due,
    stop,
    elapsedSeconds,
    period,
    owner,
    amount,
  } = one;
  return JSON.stringify({
    lead,
    handOver,
    commitment,
    version,
    segment,
    state,
    reason,
    atRisk,
    start: instant(start),
    due: instant(due),
    stop: instant(stop),
    elapsedSeconds,
    period,
    owner,
    amount,
  });
}

/** What the cell holds, whatever becomes of the case. */
function amountOf({ promise, case: { row } }: Ruling['cases'][number]): number | null {
  const amount = row[promise.sum?.field ?? weightOf(promise) ?? ''];
  return typeof amount === 'number' ? amount : null;
}

const instant = (at: number | null): string | null =>
  at === null ? null : new Date(at / 1000).toISOString();

function unlikeResults({ results }: Compliance, outcomes: readonly Outcome[]): readonly string[] {
  const [said, expected] = [
    new Map(results.map((one) => [nameOfResult(one), one])),
    new Map(outcomes.map((one) => [nameOf(one), one])),
  ];
  return [
    ...unlikeLists('result', [...said.keys()], [...expected.keys()]),
    ...[...expected].flatMap(([name, outcome]) => {
      const result = said.get(name);
      if (!result) return [];
      return [
        ...unlike(`${name} counts`, result.counts, outcome.counts),
        ...unlike(`${name} reasons`, sorted(result.reasons), sorted(outcome.reasons)),
        ...unlike(`${name} at risk`, result.atRisk, outcome.atRisk),
        ...unlike(`${name} attainment`, result.attainment, outcome.attainment),
        ...unlike(`${name} worst`, result.worst, outcome.worst),
        ...unlike(`${name} best`, result.best, outcome.best),
        ...unlike(`${name} recycled`, result.recycled, outcome.recycled),
        ...unlike(`${name} weight`, judgedOf(result.weight?.byState), judgedOf(outcome.weight)),
        ...unlike(`${name} value`, result.value, outcome.value),
        ...unlike(`${name} verdict`, result.verdict, outcome.verdict),
        ...unlike(`${name} final`, result.final, outcome.final),
        ...unlike(`${name} percentiles`, points(result.percentiles), outcome.percentiles),
        ...(outcome.extras === undefined
          ? []
          : unlike(`${name} extras`, known(result.extras), known(outcome.extras))),
      ];
    }),
  ];
}

const nameOf = ({ id, period, versions, by }: Outcome): string =>
  JSON.stringify([id, period, versions, by && sorted(by)]);

const nameOfResult = ({ id, period, versions, by }: Result): string =>
  JSON.stringify([id, period.label, versions, by && sorted(by)]);

/** The ledgers of the oracle with that fault of each row of several that the program tells. */
const asTold = (ledgers: Readonly<Record<string, Ledger>>, told: Compliance['ledgers']) =>
  Object.fromEntries(
    Object.entries(ledgers).map(([name, ledger]) => {
      const rejected = { ...ledger.rejected };
      const move = (fault: string, n: number) => {
        rejected[fault] = (rejected[fault] ?? 0) + n;
        if (rejected[fault] === 0) delete rejected[fault];
      };
      for (const [first = ''] of ledger.several ?? []) move(first, -1);
      for (const faults of ledger.several ?? [])
        move(faults.find((one) => (rejected[one] ?? 0) < (told[name]?.rejected[one] ?? 0)) ?? '', 1);
      return [name, { ...ledger, rejected }];
    }),
  );

const sortedLedgers = (ledgers: Compliance['ledgers']) =>
  sorted(
    Object.fromEntries(
      Object.entries(ledgers).map(([name, { read, judged, excluded, rejected }]) => [
        name,
        { read, judged, excluded: sorted(excluded), rejected: sorted(rejected) },
      ]),
    ),
  );

const sorted = <T>(map: Readonly<Record<string, T>>) =>
  Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));

const points = (percentiles: Result['percentiles']) =>
  percentiles && { p50: percentiles.p50, p90: percentiles.p90, p95: percentiles.p95 };

/** A figure that is not there is one that nobody knows. The part of the whole is a matter of the table. */
const known = (extras: Result['extras']) =>
  sorted(
    Object.fromEntries(
      Object.entries(extras).filter(([name, figure]) => figure !== null && name !== 'shareOfWhole'),
    ),
  );

function unlike(what: string, said: unknown, expected: unknown): readonly string[] {
  const [left, right] = [JSON.stringify(said), JSON.stringify(expected)];
  return left === right ? [] : [`${what}: the program says ${left}, the oracle ${right}`];
}

function unlikeLists(what: string, said: readonly string[], expected: readonly string[]): readonly string[] {
  const left = [...said];
  const missing = expected.filter((one) => {
    const found = left.indexOf(one);
    if (found >= 0) left.splice(found, 1);
    return found < 0;
  });
  return [
    ...left.map((one) => `${what} of the program alone: ${one}`),
    ...missing.map((one) => `${what} of the oracle alone:  ${one}`),
  ];
}

/** What is left out weighs nothing in any number. */
const judgedOf = (weight: Readonly<Record<string, number>> | null | undefined) =>
  weight ? { ...weight, excluded: 0 } : null;

/** Of one commitment in one month; percentiles in seconds, null where none are asked. */
interface Answers {
  readonly met: number;
  readonly breached: number;
  readonly pending: number;
  readonly excluded: number;
  readonly unknown: number;
  readonly atRisk: number;
  readonly percentiles: readonly number[] | null;
}

interface HandWritten {
  readonly asOf: string;
  readonly sha256: string;
  readonly rows: number;
  readonly rejected: number;
  readonly duplicates: number;
  /** Cells whose local time the clock skips. */
  readonly skipped: number;
  /** Commitment, then month. */
  readonly results: Readonly<Record<string, Readonly<Record<string, Answers>>>>;
}

interface Report {
  readonly asOf: string;
  readonly inputs: readonly { readonly sha256: string; readonly rows: number }[];
  readonly ledger: Readonly<
    Record<
      string,
      {
        readonly read: number;
        readonly judged: number;
        readonly excluded: Readonly<Record<string, number>>;
        readonly rejected: Readonly<Record<string, number>>;
      }
    >
  >;
  readonly results: readonly {
    readonly id: string;
    readonly period: string;
    readonly value: number | null;
    readonly counts: Readonly<Record<'met' | 'breached' | 'pending' | 'excluded' | 'unknown', number>>;
    readonly atRisk: number;
    readonly percentiles: { readonly p50: number; readonly p90: number; readonly p95: number } | null;
  }[];
}

/** Where the answers of the hand-written query and of `sla report --format json` are not the same; empty when they are. */
export function differences(handWritten: string, report: string): string[] {
  const hand = JSON.parse(handWritten) as HandWritten;
  const ours = JSON.parse(report) as Report;
  const found: string[] = [];
  const compare = (what: string, theirs: unknown, own: unknown): void => {
    if (JSON.stringify(theirs) !== JSON.stringify(own)) {
      found.push(`${what}: ${JSON.stringify(theirs)} by hand, ${JSON.stringify(own)} by sla`);
    }
  };
  // The bench's last instant is in June, when Paris is two hours ahead of UTC.
  compare(
    'as-of',
    hand.asOf.replace(' ', 'T'),
    new Date(Date.parse(ours.asOf) + 7_200_000).toISOString().slice(0, 19),
  );
  const ledger = ours.ledger.leads;
  compare('hash of the export', hand.sha256, ours.inputs[0]?.sha256);
  compare('rows read', hand.rows, ledger?.read);
  compare('rows rejected', hand.rejected, sum(ledger?.rejected));
  // A row without any of the dates that promises ask for is no duplicate.
  const { 'no date': dateless = 0, ...duplicates } = ledger?.excluded ?? {};
  compare('duplicates', hand.duplicates, sum(duplicates));
  compare('rows judged', hand.rows - hand.rejected - hand.duplicates, (ledger?.judged ?? 0) + dateless);
  compare('times that the clock skips', hand.skipped, 0);
  compareAnswers(hand.results, ours, compare);
  return found;
}

/** Where two reports have other results. */
export function sameResults(what: string, one: string, other: string): string[] {
  const [first, second] = [one, other].map((text) => JSON.stringify((JSON.parse(text) as Report).results));
  return first === second ? [] : [`${what}: other results than the clean export in one file`];
}

type Compare = (what: string, theirs: unknown, own: unknown) => void;

function compareAnswers(results: HandWritten['results'], ours: Report, compare: Compare): void {
  for (const [id, months] of Object.entries(results)) {
    const results = ours.results.filter((result) => result.id === id);
    compare(`${id}, months`, Object.keys(months).sort(), results.map(({ period }) => period).sort());
    for (const { period, counts, atRisk, percentiles, value } of results) {
      const theirs = months[period];
      const { met, breached, pending, excluded, unknown } = counts;
      const took = percentiles && [percentiles.p50, percentiles.p90, percentiles.p95];
      compare(
        `${id}, ${period}`,
        { ...theirs, percentiles: theirs?.percentiles ?? null },
        { met, breached, pending, excluded, unknown, atRisk, percentiles: took },
      );
      if (value !== null) compare(`${id}, ${period}, value`, theirs?.met, value);
    }
  }
}

/** What a leanest query prints: seconds of local time, and rows as `bench/peers/lean-sql.js` selects them. */
interface Lean {
  readonly asOf: number;
  readonly counts: readonly (readonly [number, boolean, boolean, number, number, number, number])[];
  readonly percentiles: readonly (readonly [number, ...(readonly number[] | null)[]])[];
}

const STATES = ['excluded', 'unknown', 'met', 'breached', 'breached', 'pending', 'pending'] as const;

/** Where the answers of a leanest query and of `sla report --format json` are not the same. */
export function leanDifferences(lean: string, report: string): string[] {
  const { asOf, counts, percentiles } = JSON.parse(lean) as Lean;
  const ours = JSON.parse(report) as Report;
  const results: Record<string, Record<string, { -readonly [key in keyof Answers]: Answers[key] }>> = {};
  const of = (id: string, m: number) => {
    const months = results[id] ?? {};
    const answers = months[`2026-0${m}`] ?? {
      ...{ met: 0, breached: 0, pending: 0, excluded: 0, unknown: 0, atRisk: 0, percentiles: null },
    };
    results[id] = { ...months, [`2026-0${m}`]: answers };
    return answers;
  };
  for (const [m, profile, complete, k1, k4, k5, n] of counts) {
    of('volume', m)[profile ? 'met' : 'excluded'] += n;
    of('complete', m)[complete ? 'met' : 'breached'] += n;
    for (const [id, k] of [
      ['first-contact', k1],
      ['feedback', k4],
      ['two-days', k5],
    ] as const) {
      of(id, m)[STATES[k] ?? 'unknown'] += n;
      if (k === 5) of(id, m).atRisk += n;
    }
  }
  for (const [m, ...took] of percentiles)
    for (const [at, id] of ['first-contact', 'feedback', 'two-days'].entries())
      of(id, m).percentiles = took[at] ?? null;
  const found: string[] = [];
  const compare: Compare = (what, theirs, own) => {
    if (JSON.stringify(theirs) !== JSON.stringify(own))
      found.push(`${what}: ${JSON.stringify(theirs)} by the lean query, ${JSON.stringify(own)} by sla`);
  };
  compare('as-of', asOf - 7200, Date.parse(ours.asOf) / 1000);
  compareAnswers(results, ours, compare);
  return found;
}

const sum = (counts: Readonly<Record<string, number>> = {}): number =>
  Object.values(counts).reduce((total, n) => total + n, 0);

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
  compare('duplicates', hand.duplicates, sum(ledger?.excluded));
  compare('rows judged', hand.rows - hand.rejected - hand.duplicates, ledger?.judged);
  compare('times that the clock skips', hand.skipped, 0);
  for (const [id, months] of Object.entries(hand.results)) {
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
  return found;
}

const sum = (counts: Readonly<Record<string, number>> = {}): number =>
  Object.values(counts).reduce((total, n) => total + n, 0);

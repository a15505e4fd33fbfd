interface HandWritten {
  readonly asOf: string;
  readonly rows: number;
  /** Commitment, then month, then met, breached and pending. */
  readonly results: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
}

interface Report {
  readonly asOf: string;
  readonly ledger: Readonly<Record<string, { readonly read: number; readonly judged: number }>>;
  readonly results: readonly {
    readonly id: string;
    readonly period: string;
    readonly value: number | null;
    readonly counts: Readonly<Record<string, number>>;
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
  compare('rows read', hand.rows, ours.ledger.leads?.read);
  compare('rows judged', hand.rows, ours.ledger.leads?.judged);
  for (const [id, months] of Object.entries(hand.results)) {
    const results = ours.results.filter((result) => result.id === id);
    compare(
      `${id}, months`,
      Object.keys(months).sort(),
      results
        .filter(({ counts }) => Object.values(counts).some((n) => n > 0))
        .map(({ period }) => period)
        .sort(),
    );
    for (const { period, counts, value } of results) {
      const [met = 0, breached = 0, pending = 0] = months[period] ?? [];
      compare(
        `${id}, ${period}`,
        [met, breached, pending, 0],
        [counts.met, counts.breached, counts.pending, counts.unknown],
      );
      if (value !== null) compare(`${id}, ${period}, value`, met, value);
    }
  }
  return found;
}

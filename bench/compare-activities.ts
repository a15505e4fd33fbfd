interface ByHand {
  readonly asOf: string;
  /** Commitment, then month, then met, breached, pending and the median. */
  readonly results: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
}

interface Report {
  readonly asOf: string;
  readonly results: readonly {
    readonly id: string;
    readonly period: string;
    readonly counts: Readonly<Record<string, number>>;
    readonly percentiles: { readonly p50: number } | null;
    readonly extras: { readonly medianAttempts?: number } | null;
  }[];
}

/** Where the answers of the query by hand and of `sla report --format json` are not the same: states and medians of each month, as-of. */
export function activitiesDifferences(handWritten: string, report: string): string[] {
  const byHand = JSON.parse(handWritten) as ByHand;
  const ours = JSON.parse(report) as Report;
  // The latest instant is in June, when Paris is two hours ahead of UTC.
  const asOf = new Date(Date.parse(ours.asOf) + 7_200_000).toISOString().slice(0, 19);
  const found =
    byHand.asOf.replace(' ', 'T') === asOf ? [] : [`as-of: ${byHand.asOf} by hand, ${asOf} by sla`];
  for (const [id, months] of Object.entries(byHand.results)) {
    for (const [month, figures] of Object.entries(months)) {
      const result = ours.results.find((one) => one.id === id && one.period === month);
      const { met, breached, pending } = result?.counts ?? {};
      const own = [met, breached, pending, result?.percentiles?.p50 ?? result?.extras?.medianAttempts];
      if (JSON.stringify(own) !== JSON.stringify(figures))
        found.push(`${id}, ${month}: ${JSON.stringify(figures)} by hand, ${JSON.stringify(own)} by sla`);
    }
  }
  return found;
}

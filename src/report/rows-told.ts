import type { Ledger } from '../model/compliance.ts';

/** So many rows of an export, and what became of them. */
export interface RowsTold {
  readonly source: string;
  readonly what: 'read' | 'judged' | 'excluded' | 'rejected';
  /** Of those that are no case: why, in the words of programs. */
  readonly reason: string | null;
  readonly rows: number;
}

/** The ledgers as a table has them: what was read, and the parts that add up to it. */
export function rowsTold(ledgers: Readonly<Record<string, Ledger>>): readonly RowsTold[] {
  return Object.entries(ledgers).flatMap(([source, { read, judged, excluded, rejected }]) => {
    const because = (what: RowsTold['what'], reasons: Readonly<Record<string, number>>) =>
      Object.entries(reasons)
        .filter(([, rows]) => rows > 0)
        .map(([reason, rows]) => ({ source, what, reason, rows }));
    return [
      { source, what: 'read', reason: null, rows: read },
      { source, what: 'judged', reason: null, rows: judged },
      ...because('excluded', excluded),
      ...because('rejected', rejected),
    ];
  });
}

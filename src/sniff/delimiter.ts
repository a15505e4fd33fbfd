import { mark, say, t } from '../messages/index.ts';
import { decimals, figure } from '../messages/numbers.ts';
import { type HeadRecord, headRecords, isBlank } from './head.ts';

export interface Delimiter {
  readonly delimiter: string;
  readonly quote: string;
  readonly records: readonly HeadRecord[];
  /** Cells that most records have. */
  readonly width: number;
  readonly delimiterEvidence: string;
  readonly quoteEvidence: string;
}

const CANDIDATES = [',', ';', '\t', '|'] as const;

const NAMES: Readonly<Record<string, string>> = {
  ',': mark`comma`,
  ';': mark`semicolon`,
  '\t': mark`tab`,
  '|': mark`bar`,
};

/** Records that the choice rests on. */
const MOST = 2000;

/**
 * The delimiter under which the most records have the same number of cells, more than one; of equals the
 * one that makes more cells. A table of one column has no delimiter: comma, which changes nothing.
 */
export function delimiterOf(head: string, complete: boolean): Delimiter {
  const { quote, evidence } = quoteOf(head);
  const tried = CANDIDATES.map((delimiter) => {
    const records = headRecords({ head, delimiter, quote, complete, most: MOST });
    const filled = records.filter((record) => !isBlank(record));
    const { width, n } = commonWidth(filled);
    const share = filled.length === 0 ? 0 : n / filled.length;
    return { delimiter, records, width, share, score: width > 1 ? share : 0 };
  });
  const best = tried.reduce((a, b) =>
    b.score > a.score + 0.02 || (b.score > a.score - 0.02 && b.width > a.width && b.score > 0) ? b : a,
  );
  const name = say(NAMES[best.delimiter] ?? best.delimiter);
  const delimiterEvidence =
    best.score === 0
      ? t`no delimiter makes more than one column`
      : t`under ${name}, ${percent(best.share)} of the first ${figure(best.records.length)} records have ${best.width} cells`;
  return { ...best, quote, delimiterEvidence, quoteEvidence: evidence };
}

function quoteOf(head: string): { readonly quote: string; readonly evidence: string } {
  const cells = (quote: string): number =>
    head.match(new RegExp(`(?:^|[,;\\t|])${quote}[^${quote}\\n]*${quote}(?=[,;\\t|\\r\\n]|$)`, 'gm'))
      ?.length ?? 0;
  const [double, single] = [cells('"'), cells("'")];
  if (single > double && double === 0)
    return { quote: "'", evidence: t`${figure(single)} cells stand in single quotes` };
  return {
    quote: '"',
    evidence: head.includes('"')
      ? t`${figure(double)} cells of the head stand in double quotes`
      : t`no cell of the head is quoted`,
  };
}

/** Of the records, a width that so many have is a table's. */
const TABLE = 0.2;

/**
 * The width of the first table: the earliest that many records have, which a longer table below does not
 * hide. Records of one cell are titles or notes unless all are.
 */
function commonWidth(records: readonly HeadRecord[]): { readonly width: number; readonly n: number } {
  const counts = new Map<number, number>();
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const wide = [...counts].filter(([width]) => width > 1);
  const all = wide.length > 0 ? wide : [...counts];
  const most = Math.max(0, ...all.map(([, n]) => n));
  // A map keeps the order in which the widths came.
  const first =
    all.find(([, n]) => n >= Math.max(2, records.length * TABLE)) ?? all.find(([, n]) => n === most);
  return { width: first?.[0] ?? 1, n: most };
}

function percent(share: number): string {
  const value = Math.floor(share * 1000) / 10;
  return t`${decimals(value, Number.isInteger(value) ? 0 : 1)}%`;
}

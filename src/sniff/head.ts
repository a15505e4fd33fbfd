/** A record of the head of a file, as text whose letters beyond ASCII need not be right. */
export interface HeadRecord {
  readonly cells: readonly string[];
  /** Physical line of its start, from 1. */
  readonly line: number;
}

/**
 * The first records under a delimiter and a quote. `complete` is false where the head is cut out of a
 * longer file.
 */
export function headRecords({
  head,
  delimiter,
  quote,
  complete,
  most,
}: {
  readonly head: string;
  readonly delimiter: string;
  readonly quote: string;
  readonly complete: boolean;
  readonly most: number;
}): readonly HeadRecord[] {
  const records: HeadRecord[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let inside = false;
  let [line, start] = [1, 1];
  const endCell = (): void => {
    cells.push(quoted ? cell : bare(cell));
    cell = '';
    quoted = false;
  };
  const endRecord = (): void => {
    endCell();
    records.push({ cells, line: start });
    cells = [];
  };
  for (let i = 0; i < head.length && records.length < most; i++) {
    const char = head[i];
    if (inside) {
      if (char === quote) {
        if (head[i + 1] === quote) {
          cell += quote;
          i++;
        } else inside = false;
      } else {
        if (char === '\n') line++;
        cell += char;
      }
    } else if (char === quote && cell.trim() === '') {
      inside = true;
      quoted = true;
      cell = '';
    } else if (char === delimiter) endCell();
    else if (char === '\n' || (char === '\r' && head[i + 1] !== '\n')) {
      endRecord();
      start = ++line;
    } else if (char !== '\r') cell += char;
  }
  // The last record of a cut head may be cut too.
  if (complete && records.length < most && (cell !== '' || cells.length > 0)) endRecord();
  return records;
}

/**
 * Without the blanks around it. The letters of a head are bytes that are not decoded yet: the last one of `à` in
 * UTF-8 is the no-break space of Latin-1, which no trim may take.
 */
export const bare = (text: string): string => text.replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, '');

export const isBlank = ({ cells }: HeadRecord): boolean => cells.every((cell) => cell.trim() === '');

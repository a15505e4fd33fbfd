import { plural, t } from '../messages/index.ts';
import { allOf } from '../messages/list.ts';
import { figure } from '../messages/numbers.ts';
import type { Oddity } from '../model/sniff.ts';
import type { RecordSink } from './records.ts';

/** Rows of another width in a run so long are a table of their own. */
const TABLE = 3;

const PLACES = 3;

const TOTALS =
  /^(?:grand )?(?:sub-?)?totals?\b|^sous-total|^total général|^(?:sum|somme|summe|suma|somma)\b|^(?:zwischen|gesamt)summe|^gesamt(?:zahl)?\b|^totale?\b|^totaal\b/i;

interface Run {
  readonly width: number;
  readonly line: number;
  readonly text: string;
  rows: number;
}

export interface Structure {
  readonly rows: number;
  readonly oddities: readonly Oddity[];
}

export interface StructureWatcher extends RecordSink {
  /** So far. */
  rows(): number;
  /** `fix` makes the texts read as they are, once the encoding is known. */
  end(fix: (text: string) => string): Structure;
}

/**
 * * Counts the rows of the table and notes what does not fit it. `row` takes each record that is as wide as
 * the table. `decode` is for the few texts that are shown. Long because every record adds to the same
 * counters, which are local variables for speed.
 */
export function watchStructure(
  table: { readonly width: number; readonly headerLine: number | null },
  row: (bytes: Buffer, view: DataView, starts: Int32Array, ends: Int32Array) => void,
  decode: (bytes: Uint8Array) => string,
): StructureWatcher {
  const { width, headerLine } = table;
  const first = headerLine ?? 1;
  let rows = 0;
  let header: Buffer | null = null;
  let [blanks, firstBlank, trailing] = [0, 0, 0];
  const ragged = { n: 0, lines: [] as number[], widths: new Map<number, number>(), multiline: 0 };
  const runs: Run[] = [];
  let run: Run | null = null;
  /** Narrow rows since the last row of the table. */
  let below: Run | null = null;
  const repeated: number[] = [];
  const totals: { line: number; text: string }[] = [];
  const broken = { n: 0, line: 0 };
  const oddities: Oddity[] = [];

  const other = (count: number, line: number, text: string): void => {
    ragged.n++;
    if (ragged.lines.length < PLACES) ragged.lines.push(line);
    ragged.widths.set(count, (ragged.widths.get(count) ?? 0) + 1);
    if (run?.width === count) run.rows++;
    else run = { width: count, line, text, rows: 1 };
    if (run.rows === TABLE && run.width > 1 && runs.length < PLACES) runs.push(run);
    if (below === null) below = { width: count, line, text, rows: 0 };
    below.rows++;
  };

  return {
    rows: () => rows,
    // Positional because it is called for each record.
    record(bytes, view, starts, ends, count, line, inner, isBroken) {
      if (line < first) return;
      if (isEmpty(starts, ends, count, bytes)) {
        blanks++;
        trailing++;
        if (blanks === 1) firstBlank = line;
        return;
      }
      if (isBroken && broken.n++ === 0) broken.line = line;
      if (line === headerLine) {
        header = Buffer.from(bytes.subarray(starts[0] ?? 0, ends[count - 1] ?? 0));
        return;
      }
      if (count !== width) {
        if (inner > 0) ragged.multiline++;
        const start = starts[0] as number;
        const isFirst = below === null || run?.width !== count;
        const cut = isFirst ? Math.min(ends[count - 1] as number, start + 80) : start;
        other(count, line, decode(bytes.subarray(start, cut)));
        return;
      }
      run = null;
      below = null;
      trailing = 0;
      if (header !== null && same(bytes, starts[0] ?? 0, ends[count - 1] ?? 0, header)) {
        repeated.push(line);
        return;
      }
      const total = totalOf(bytes, starts, ends, count, decode);
      if (total !== null && totals.length < PLACES) totals.push({ line, text: total });
      rows++;
      row(bytes, view, starts, ends);
    },
    openQuote(line, swallowed) {
      if (oddities.filter(({ kind }) => kind === 'open-quote').length >= PLACES) return;
      oddities.push({
        kind: 'open-quote',
        line,
        message: plural(
          swallowed,
          t`A quote is opened here and never closed: it would swallow ${figure(swallowed)} line`,
          t`A quote is opened here and never closed: it would swallow ${figure(swallowed)} lines`,
        ),
        help: t`double the quote if it is part of the cell, or remove it, and export again`,
      });
    },
    longLine(line) {
      oddities.push({
        kind: 'long-line',
        line,
        message: t`A line is longer than 4 MB`,
        help: t`it is no row of a table: remove it`,
      });
    },
    end(fix) {
      oddities.push(...raggedOddities(fix));
      const between = blanks - trailing;
      if (between > 0) {
        oddities.push({
          kind: 'blank-rows',
          line: firstBlank,
          message: plural(
            between,
            t`${figure(between)} blank line between the rows`,
            t`${figure(between)} blank lines between the rows`,
          ),
          help: t`nothing to do: blank lines are left out and counted`,
        });
      }
      if (repeated.length > 0) {
        oddities.push({
          kind: 'repeated-header',
          line: repeated[0] ?? null,
          message: plural(
            repeated.length,
            t`The header comes again once: exports were pasted together`,
            t`The header comes again ${figure(repeated.length)} times: exports were pasted together`,
          ),
          help: t`nothing to do: such lines are left out and counted where a date or a number is read`,
        });
      }
      for (const { line, text } of totals) {
        oddities.push({
          kind: 'totals',
          line,
          message: t`A row looks like a total: "${fix(text)}"`,
          help: t`remove it, or export the details only`,
        });
      }
      if (broken.n > 0) {
        oddities.push({
          kind: 'broken-quote',
          line: broken.line,
          message: plural(
            broken.n,
            t`${figure(broken.n)} record has text after a closing quote`,
            t`${figure(broken.n)} records have text after a closing quote`,
          ),
          help: t`quotes inside a cell are to be doubled; such rows are rejected`,
        });
      }
      if (rows === 0) {
        oddities.push({
          kind: 'no-rows',
          line: null,
          message: t`The table has no rows`,
          help: t`check the filter of the export`,
        });
      }
      return { rows, oddities: oddities.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
    },
  };

  function raggedOddities(fix: (text: string) => string): readonly Oddity[] {
    const found: Oddity[] = [];
    const footer = below !== null && below.rows < 12 ? below : null;
    for (const { width: cells, line, text } of runs) {
      if (footer !== null && line >= footer.line) continue;
      found.push({
        kind: 'second-table',
        line,
        message: t`Another table of ${cells} columns begins here: "${fix(text)}"`,
        help: t`put it into a file of its own: only the first table can be read`,
      });
    }
    if (footer !== null) {
      found.push({
        kind: 'totals',
        line: footer.line,
        message: plural(
          footer.rows,
          t`${footer.rows} line below the table, from here on: "${fix(footer.text)}"`,
          t`${footer.rows} lines below the table, from here on: "${fix(footer.text)}"`,
        ),
        help: t`remove them, or export the details only: they are rejected and count against max_rejected`,
      });
    }
    const left = ragged.n - (footer?.rows ?? 0);
    if (left > 0) {
      const widths = [...ragged.widths].sort((a, b) => b[1] - a[1]).slice(0, 3);
      const list = allOf(widths.map(([cells, n]) => t`${figure(n)} with ${cells}`));
      const several = figure(ragged.multiline);
      found.push({
        kind: 'ragged-rows',
        line: ragged.lines[0] ?? null,
        message:
          ragged.multiline > 0
            ? t`${widthText(left, list)}; ${several} of them span several lines, as after a quote that is not closed`
            : widthText(left, list),
        help: plural(
          ragged.lines.length,
          t`look at line ${allOf(ragged.lines.map(String))}: such rows are rejected, most often for a delimiter or a quote that is not quoted`,
          t`look at lines ${allOf(ragged.lines.map(String))}: such rows are rejected, most often for a delimiter or a quote that is not quoted`,
        ),
      });
    }
    return found;
  }

  function widthText(n: number, list: string): string {
    return plural(
      n,
      t`${figure(n)} row has more or fewer cells than the ${width} of the header (${list})`,
      t`${figure(n)} rows have more or fewer cells than the ${width} of the header (${list})`,
    );
  }
}

function isEmpty(starts: Int32Array, ends: Int32Array, count: number, bytes: Buffer): boolean {
  for (let k = 0; k < count; k++) {
    for (let at = starts[k] as number; at < (ends[k] as number); at++)
      if (bytes[at] !== 32 && bytes[at] !== 9) return false;
  }
  return true;
}

const same = (bytes: Buffer, start: number, end: number, header: Buffer): boolean =>
  end - start === header.length && header.compare(bytes, start, end) === 0;

/** The text of a row that is mostly blank and whose first filled cell speaks of a total. Positional because it is asked of each record. */
function totalOf(
  bytes: Buffer,
  starts: Int32Array,
  ends: Int32Array,
  count: number,
  decode: (bytes: Uint8Array) => string,
): string | null {
  let first = 0;
  while (first < count && (ends[first] as number) <= (starts[first] as number)) first++;
  if (first === count) return null;
  const letter = (bytes[starts[first] as number] as number) | 32;
  if (letter !== 116 && letter !== 115 && letter !== 103) return null;
  let filled = 0;
  for (let k = first; k < count; k++) if ((ends[k] as number) > (starts[k] as number)) filled++;
  if (filled > Math.max(2, count / 2)) return null;
  const text = decode(
    bytes.subarray(starts[first] as number, Math.min(ends[first] as number, (starts[first] as number) + 60)),
  );
  return TOTALS.test(text) ? text : null;
}

import { unmarked } from '../model/cell-marks.ts';
import { firstLine } from '../model/first-line.ts';
import { namesOf, placeIn } from '../model/header-names.ts';
import type { ReadPlan, Reject } from '../model/reading.ts';
import type { BadLine } from './bad-line.ts';
import type { BadCells } from './bad-rows.ts';
import type { Scan } from './scan.ts';
import type { SourceFile } from './source-file.ts';
import { bytesOf } from './text/bytes.ts';
import { blankWords, cleanRecordCell, recordsWatched, recordsWith, textAt } from './text/records.ts';

/** Which cells and lines are looked for, and where. */
export interface RejectQuestion {
  readonly plan: ReadPlan;
  readonly scans: readonly Scan[];
  readonly lines: readonly BadLine[];
  readonly cells: BadCells;
  /** At most so many. */
  readonly limit: number;
  /** At least those of rows that hold this text, which are found sooner; null for all. */
  readonly holding: string | null;
}

/** Reads files again only to tell where the cells are that the scan refused: nothing is judged here. */
export async function findRejects(question: RejectQuestion): Promise<readonly Reject[]> {
  const { scans, lines, cells, limit, holding } = question;
  const found: Reject[] = [];
  for (const [index, scan] of scans.entries()) {
    if (found.length >= limit) break;
    if (scan.rows) {
      found.push(...(await scan.rows.rejects(limit - found.length, holding)));
      continue;
    }
    const own = await linesOf(scan, lines.filter(({ file }) => file === index).slice(0, limit));
    const inCells = cells.size === 0 ? [] : await cellsOf(scan, question);
    found.push(...[...own, ...inCells].sort((a, b) => a.line - b.line));
  }
  return found.slice(0, limit);
}

/** Characters of a rejected cell that are kept. */
const LONGEST_VALUE = 500;

/** Physical line, from 1, of a byte of the text. */
export async function lineOfByte(source: SourceFile, byte: number): Promise<number> {
  return (await linesOfBytes(source, [byte]))[0] ?? 1;
}

async function linesOf(scan: Scan, bad: readonly BadLine[]): Promise<readonly Reject[]> {
  const lines = await linesOfBytes(
    scan.source,
    bad.map(({ byte }) => byte),
  );
  return bad.map(({ reason }, index) => ({
    file: scan.source.file,
    line: lines[index] ?? 1,
    column: null,
    value: null,
    reason,
  }));
}

/**
 * Of ascending positions from 1. A position may point at the line break before its line, which is counted.
 */
async function linesOfBytes(source: SourceFile, bytes: readonly number[]): Promise<readonly number[]> {
  const lines: number[] = [];
  let [line, offset] = [1, 0];
  if (bytes.length === 0) return lines;
  for await (const chunk of bytesOf(source.text, source.gzip)) {
    let from = 0;
    for (;;) {
      const target = bytes[lines.length];
      if (target === undefined) return lines;
      const stop = Math.min(chunk.length, target - offset);
      for (let at = chunk.indexOf(10, from); at >= 0 && at < stop; at = chunk.indexOf(10, at + 1)) line++;
      from = Math.max(from, stop);
      if (target > offset + chunk.length) break;
      lines.push(line);
    }
    offset += chunk.length;
  }
  while (lines.length < bytes.length) lines.push(line);
  return lines;
}

async function cellsOf(
  scan: Scan,
  { plan, cells, limit, holding }: RejectQuestion,
): Promise<readonly Reject[]> {
  const { csv } = plan;
  const watched = [...cells].map(([name, values]) => {
    const field = plan.fields[name];
    const column = field ? namesOf(field).find((header) => scan.source.header.includes(header)) : undefined;
    const isPersonal = field?.personal === true;
    const position = field?.parts
      ? placeIn(scan.source.header, field)
      : scan.source.header.indexOf(column ?? '');
    return { column: column ?? field?.column ?? name, position, values, isPersonal };
  });
  const blanks = blankWords(plan.nulls);
  const found: Reject[] = [];
  // A blank key is any cell that is cleaned to nothing, so the words for that begin such a cell too.
  const looked = watched.map(({ position, values }) => ({
    position: typeof position === 'number' ? position : -1,
    values: values.has('') ? [...values.keys(), ...plan.nulls] : values.keys(),
  }));
  const records =
    holding === null ? recordsWatched(scan.source, csv, looked) : recordsWith(scan.source, csv, holding);
  for await (const { cells: record, line } of records) {
    const bad = watched.find(({ position, values }) => values.has(textAt(position, record, blanks)));
    if (!bad) continue;
    if (
      plan.unlinked !== undefined &&
      plan.unlinked !== 'rejected' &&
      textAt(scan.positions[0], record, blanks) === ''
    )
      continue;
    const value = textAt(bad.position, record, blanks);
    const blankRow = record.every((cell) => cleanRecordCell(cell, blanks) === '');
    if (bad.values.get(value) === 'blank-key' && blankRow) continue;
    const reason = bad.values.get(value) ?? '';
    const isHidden = value === '' || bad.isPersonal || reason === 'broken-quotes';
    found.push({
      file: scan.source.file,
      line,
      column: bad.column,
      value: isHidden ? null : firstLine(unmarked(value), LONGEST_VALUE),
      reason,
    });
    if (found.length >= limit) break;
  }
  return found;
}

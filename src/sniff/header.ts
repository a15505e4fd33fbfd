import { plural, t } from '../messages/index.ts';
import { bare, type HeadRecord, isBlank } from './head.ts';

export interface Header {
  /** Physical line, from 1; null where the first record is data. */
  readonly line: number | null;
  readonly names: readonly string[];
  /** Position of its record in the head. */
  readonly record: number;
  readonly evidence: string;
}

/** A report has a handful of title rows; a header does not come later than this. */
const LATEST = 60;

/**
 * The first record that is as wide as the table and mostly filled with words. Above it stand titles; where
 * that record holds numbers, dates or addresses, it is data and there is no header.
 */
export function headerOf(records: readonly HeadRecord[], width: number): Header {
  const wide = (record: HeadRecord): boolean => record.cells.length === width && !isBlank(record);
  const candidates = records.slice(0, LATEST).flatMap((record, i) => (wide(record) ? [i] : []));
  const full = candidates.find((i) => filled(records[i]) >= Math.max(1, width / 2));
  const first = full ?? candidates[0] ?? 0;
  const at = isFiner(records, first, width) ? first + 1 : first;
  const record = records[at];
  if (!record) return { line: null, names: [], record: 0, evidence: t`the file has no record` };
  const data = record.cells.filter(isData);
  const names = record.cells.map((cell) => bare(cell.replaceAll('\ufeff', '')));
  if (data.length > 0 && data.length >= names.filter((name) => name !== '').length / 3) {
    return {
      line: null,
      names,
      record: at,
      evidence: t`line ${record.line} holds data such as "${short(data[0] ?? '')}", not names`,
    };
  }
  const above = record.line - 1;
  return {
    line: record.line,
    names,
    record: at,
    evidence:
      above === 0
        ? plural(
            width,
            t`line 1 has ${width} name and no number or date`,
            t`line 1 has ${width} names and no number or date`,
          )
        : plural(
            above,
            t`line ${record.line} is the first with ${width} filled cells; ${above} line above`,
            t`line ${record.line} is the first with ${width} filled cells; ${above} lines above`,
          ),
  };
}

/** Records that show whether what stands above them is a header. */
const BELOW = 5;

/**
 * Whether a record of groups (`Lead, , Dates, , Follow-up`) stands above the names: the next one has more of them, and
 * where it has words the rows below hold numbers or dates.
 */
function isFiner(records: readonly HeadRecord[], at: number, width: number): boolean {
  const [groups, names, ...rows] = records.slice(at, at + 2 + BELOW);
  if (!groups || names?.cells.length !== width || names.cells.some(isData)) return false;
  if (differing(names) <= differing(groups)) return false;
  const below = rows.filter(({ cells }) => cells.length === width);
  return below.filter(({ cells }) => cells.some(isData)).length * 2 > below.length;
}

const differing = ({ cells }: HeadRecord): number =>
  new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== '')).size;

const filled = (record: HeadRecord | undefined): number =>
  record?.cells.filter((cell) => cell.trim() !== '').length ?? 0;

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/**
 * Numbers with more than four digits or a fraction, dates, e-mail addresses: a year alone may be a name of
 * a column.
 */
function isData(cell: string): boolean {
  const text = cell.trim();
  return (
    /^[+-]?\d{5,}$|^[+-]?\d+[.,]\d+$/.test(text) ||
    /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[ T].*)?$/.test(text) ||
    /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i.test(text) ||
    (/^[+-]?\d{1,3}$/.test(text) && text !== '')
  );
}

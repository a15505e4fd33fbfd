import { mark, say, t } from '../../messages/index.ts';
import type { CsvDialect } from '../../model/agreement.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { fatalAt, warningAt } from '../problems.ts';
import type { SourceFile } from '../source-file.ts';
import { isByte } from './byte.ts';
import { type QuotingEvents, type Span, scanQuotes } from './quote-scan.ts';
import { ENDLESS_RECORD } from './row-watch.ts';

/** Lines of one record beyond which it must not look like rows that a stray quote has swallowed. */
const LONG_RECORD = 100;

/** Fewer columns than these say nothing: a sentence has as many commas as a row. */
const TELLING_COLUMNS = 4;

const HELP = mark`double the quote ("") or remove it in the CRM, and export again; check quote and delimiter under csv`;

/** What was counted of a file while it was read. */
export interface Counted {
  /** Lines with something on them, the header and what is before it included. */
  readonly lines: number;
  /** Rows that the engine read or rejected. */
  readonly rows: number;
  /** Whether the engine rejected a line for its quotes. */
  readonly broken: boolean;
  /** Whether it rejected more lines than it can tell of: then `rows` are not all. */
  readonly overflown: boolean;
}

/**
 * Whether quotes have swallowed rows: then there are fewer rows than lines, and only then is the text
 * looked at. An error where rows can't be counted, a warning where they may be missing.
 */
export async function quoteProblem(
  source: SourceFile,
  csv: CsvDialect,
  { lines, rows, broken, overflown }: Counted,
): Promise<Diagnostic | null> {
  const isClean = lines - 1 <= rows && !broken && source.header.length > 1;
  if (source.isMade || isClean || !isByte(csv.quote) || !isByte(csv.delimiter)) return null;
  const seen = await scanQuotes(source, csv, isSuspect);
  return fatalOf(source.file, seen, rows, source.header.length > 1 && !overflown) ?? suspicion(source, seen);
}

function fatalOf(
  file: string,
  { open, spans, records }: QuotingEvents,
  rows: number,
  isCounted: boolean,
): Diagnostic | null {
  const fatal = (line: number, message: string) =>
    fatalAt({ file, line }, 'broken-quotes', message, say(HELP));
  if (open !== null) {
    return fatal(
      open.line,
      open.lines === 1
        ? t`A quote opens here and is never closed: the line can not be read`
        : t`A quote opens here and is never closed: ${open.lines} lines from here on can not be read`,
    );
  }
  for (const span of spans) {
    if (span.broken)
      return fatal(
        span.line,
        span.lines === 1
          ? t`A quote opens here, and what follows is no CSV: the line can not be told apart`
          : t`A quote opens here, and what follows is no CSV: ${span.lines} lines from here on can not be told apart`,
      );
    if (isEndless(span))
      return fatal(span.line, t`A quote opens here and makes one row of ${span.lines} lines`);
  }
  if (isCounted && records - 1 > rows) {
    return fatal(
      spans[0]?.line ?? 1,
      t`The export has ${records - 1} rows and ${rows} can be read, for its quotes`,
    );
  }
  return null;
}

function suspicion({ file, header }: SourceFile, { spans }: QuotingEvents): Diagnostic | null {
  const like = header.length < TELLING_COLUMNS ? [] : spans.filter(looksLikeRows);
  const [first] = like;
  if (!first) return null;
  return warningAt(
    { file, line: first.line },
    'broken-quotes',
    like.length === 1
      ? t`A quote opens here and makes one row of ${first.lines} lines that each look like one`
      : t`A quote opens here and makes one row of ${first.lines} lines that each look like one, and ${like.length - 1} more like it`,
    say(HELP),
  );
}

const isSuspect = (span: Span): boolean => span.broken || isEndless(span) || looksLikeRows(span);

const isEndless = (span: Span): boolean =>
  span.lines > ENDLESS_RECORD || (span.lines > LONG_RECORD && looksLikeRows(span));

/** A line of a note has few delimiters, a row that became part of a cell has all of them. */
const looksLikeRows = ({ filled, like }: Span): boolean => like * 2 > filled;

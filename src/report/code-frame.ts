import { t } from '../messages/index.ts';
import type { Diagnostic, Place } from '../model/diagnostic.ts';
import type { RenderOptions } from '../model/render.ts';
import { inline, terminal } from './escape.ts';
import { painter } from './paint.ts';
import { characterWidth, displayWidth, wrap } from './width.ts';
import { wordOf } from './words.ts';

const BEFORE = 1;
const TAB = 4;

/**
 * `error  unknown-stage  acme.sla.yaml:71:23`, the lines around it with carets under the place, and help to
 * paste.
 */
export function diagnosticText(
  finding: Diagnostic,
  texts: Readonly<Record<string, string>>,
  options: RenderOptions,
): string {
  const paint = painter(options);
  const { place } = finding;
  const tone = finding.severity === 'error' ? 'bad' : finding.severity === 'warning' ? 'watch' : 'quiet';
  const head = [
    paint(wordOf(finding.severity), tone),
    finding.rule === '' ? null : terminal(finding.rule),
    place ? `${terminal(place.file)}:${place.start.line}:${place.start.column}` : null,
  ];
  const lines = [head.filter((each) => each !== null).join('  ')];
  const text = place ? texts[place.file] : undefined;
  const message = terminal(finding.message);
  const frame = place && text !== undefined ? frameOf(place, text, message, options) : null;
  if (frame === null) lines.push(...indented(message, '   ', options.width));
  else lines.push(...frame);
  if (finding.help !== undefined) {
    const [first = '', ...more] = finding.help.split('\n');
    lines.push(...indented(t`help: ${terminal(first)}`, '   ', options.width));
    // Further lines are to be pasted: kept as they are.
    lines.push(...more.map((line) => `   ${paintable(line)}`));
  }
  return `${lines.join('\n')}\n`;
}

function paintable(line: string): string {
  return terminal(line.replaceAll('\t', ' '.repeat(TAB))).trimEnd();
}

function indented(text: string, indent: string, width: number): readonly string[] {
  return wrap(text, Math.max(30, width - indent.length)).map(
    (line, index) => indent + (index > 0 ? '  ' : '') + line,
  );
}

let cut: { readonly text: string; readonly lines: readonly string[] } = { text: '', lines: [''] };

/** Thousands of findings may be in one file, one behind the other: it is cut once. */
function linesOf(text: string): readonly string[] {
  if (cut.text !== text) cut = { text, lines: text.split(/\r\n|\n|\r/) };
  return cut.lines;
}

/** Null where the file has no such line. */
function frameOf(
  place: Place,
  text: string,
  message: string,
  options: RenderOptions,
): readonly string[] | null {
  const lines = linesOf(text);
  const { line, column } = place.start;
  const source = lines[line - 1];
  if (source === undefined) return null;
  const paint = painter(options);
  const digits = String(line).length;
  const room = Math.max(30, options.width - digits - 6);
  const end = place.end.line === line ? place.end.column : source.length + 1;
  const shown = windowOf({
    source,
    from: column - 1,
    to: Math.max(column, end - 1),
    room,
    ascii: options.ascii,
  });
  const gutter = (number: string) => `   ${number.padStart(digits)} | `;
  const before = lines.slice(Math.max(0, line - 1 - BEFORE), line - 1).map((each, index, all) => {
    const number = String(line - all.length + index);
    return (
      gutter(number) +
      windowOf({ source: each, from: 0, to: 0, room, ascii: options.ascii, skip: shown.skipped }).text
    );
  });
  const carets = ' '.repeat(shown.before) + '^'.repeat(Math.max(1, shown.marked));
  const fits = displayWidth(carets) + 1 + displayWidth(message) <= room;
  const caretLine = gutter('') + paint(carets, 'bad') + (fits ? ` ${message}` : '');
  return [
    ...before.map((each) => each.trimEnd()),
    (gutter(String(line)) + shown.text).trimEnd(),
    caretLine,
    ...(fits ? [] : indented(message, '   ', options.width)),
  ];
}

interface Shown {
  readonly text: string;
  /** Columns on the terminal before the place, and of the place. */
  readonly before: number;
  readonly marked: number;
  /** UTF-16 units left out at the start. */
  readonly skipped: number;
}

/**
 * The part of a line around a place that fits the room, tabs widened, with `…` where something is left out.
 */
function windowOf({
  source,
  from,
  to,
  room,
  ascii,
  skip,
}: {
  readonly source: string;
  readonly from: number;
  readonly to: number;
  readonly room: number;
  readonly ascii: boolean;
  readonly skip?: number;
}): Shown {
  const dots = ascii ? '~' : '…';
  const lead = Math.floor(room / 2);
  const tooLong = source.length > room;
  const skipped = skip ?? (tooLong && from > lead ? from - lead : 0);
  let text = skipped > 0 && skipped < source.length ? dots : '';
  let width = displayWidth(text);
  let before = from <= skipped ? width : 0;
  let marked = 0;
  let at = skipped;
  for (const character of source.slice(skipped, skipped + room * 4)) {
    const safe = character === '\t' ? ' '.repeat(TAB - (width % TAB)) : inline(character);
    const cells = safe.length > 2 && character !== '\t' ? safe.length : widthOfSafe(safe);
    if (width + cells > room - 1 && at + character.length < source.length) {
      text += dots;
      break;
    }
    if (at < from) before = width + cells;
    else if (at < to) marked += cells;
    text += safe;
    width += cells;
    at += character.length;
  }
  // As `terminal` does, but of the same width, so that the carets stay.
  return { text: text.replace(/##(?=\w*\[)/g, '#.'), before, marked, skipped };
}

function widthOfSafe(safe: string): number {
  return /^ *$/.test(safe) ? safe.length : safe.length === 1 ? characterWidth(safe) : displayWidth(safe);
}

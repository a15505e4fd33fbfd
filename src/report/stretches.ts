import { t } from '../messages/index.ts';
import type { RenderOptions } from '../model/render.ts';
import type { ClockStretch } from '../model/requests.ts';
import type { Micros } from '../model/time.ts';
import { terminal } from './escape.ts';
import { clocksChanged, duration, span } from './instant.ts';
import { painter } from './paint.ts';
import { dayLines, daysCounted, reasonText } from './stretch-days.ts';
import type { Line } from './stretch-line.ts';
import { pad } from './width.ts';

/** Something that happens at an instant of the account: a line of its own between the stretches. */
export interface Mark {
  readonly at: Micros;
  readonly text: string;
}

/** What an account adds up, and where its detail ends. */
export interface AccountOptions {
  readonly marks: readonly Mark[];
  /** IANA name. */
  readonly zone: string;
  /** What comes after is folded into days where it is long; null folds nothing. */
  readonly foldAfter: Micros | null;
  /** Open days are counted, not hours: one line a day. */
  readonly inDays: boolean;
}

/** Stretches after the fold beyond this many are one line a day. */
const MOST_UNFOLDED = 12;

/** The account of a clock as lines of which the columns stand under one another. */
export const account = (
  stretches: readonly ClockStretch[],
  asked: AccountOptions,
  options: RenderOptions,
): readonly string[] => drawn(entriesOf(stretches, asked), options);

/** A line of an account, or what happens between two of them. */
export type Entry = Line | Mark;

/**
 * The account of a clock, stretch by stretch with the running total: what a reader adds up with a calendar
 * in hand.
 */
export function entriesOf(stretches: readonly ClockStretch[], asked: AccountOptions): readonly Entry[] {
  const lines = asked.inDays ? inDays(stretches, asked) : inHours(stretches, asked);
  const marks = [...asked.marks].sort((a, b) => a.at - b.at);
  const entries = lines.flatMap((line): readonly Entry[] => {
    const passed = marks.splice(0, marks.filter(({ at }) => at <= line.from).length);
    return [...passed, line];
  });
  return [...entries, ...marks];
}

function inHours(stretches: readonly ClockStretch[], { zone, foldAfter }: AccountOptions): readonly Line[] {
  const [, late] = parted(stretches, foldAfter);
  const folded = late.length > MOST_UNFOLDED ? late : [];
  let total = 0;
  const lines = stretches.slice(0, stretches.length - folded.length).map((each) => {
    total += each.counted ? each.to - each.from : 0;
    return lineOf(each, total, zone);
  });
  return [...lines, ...dayLines(folded, total, zone)];
}

function inDays(stretches: readonly ClockStretch[], { zone, foldAfter }: AccountOptions): readonly Line[] {
  const [before, after] = parted(stretches, foldAfter);
  const late = dayLines(after, 0, zone).map((line) => ({ ...line, adds: '', total: '' }));
  return [...daysCounted(before, zone), ...late];
}

function parted(
  stretches: readonly ClockStretch[],
  at: Micros | null,
): readonly [readonly ClockStretch[], readonly ClockStretch[]] {
  if (at === null) return [stretches, []];
  return [stretches.filter(({ from }) => from < at), stretches.filter(({ from }) => from >= at)];
}

function lineOf({ from, to, counted, reason, name }: ClockStretch, total: Micros, zone: string): Line {
  return {
    from,
    span: span(from, to, zone),
    adds: counted ? duration((to - from) / 1e6) : '',
    total: counted ? duration(total / 1e6) : '',
    why: changeText(reasonText(reason, name), clocksChanged(from, to, zone)),
  };
}

/** Why the two ends of a stretch do not tell its length. */
function changeText(why: string, seconds: number): string {
  if (seconds === 0) return why;
  const by = duration(Math.abs(seconds));
  return seconds > 0 ? t`${why}, the clocks went forward ${by}` : t`${why}, the clocks went back ${by}`;
}

export function drawn(entries: readonly Entry[], options: RenderOptions): readonly string[] {
  const paint = painter(options);
  const lines = entries.filter((entry) => 'span' in entry);
  const width = (text: (line: Line) => string) => Math.max(0, ...lines.map((line) => text(line).length));
  const [spans, adds, totals] = [
    width((line) => line.span),
    width((line) => line.adds),
    width((line) => line.total),
  ];
  const column = (sign: string, text: string, most: number) =>
    most === 0 ? '' : `${text === '' ? ' ' : sign} ${pad(text, most, 'right')}  `;
  return entries.map((entry) => {
    if (!('span' in entry)) return paint(`--- ${terminal(entry.text)}`, 'title');
    const sums = column('+', entry.adds, adds) + column('=', entry.total, totals);
    const text = `${pad(entry.span, spans)}  ${sums}${terminal(entry.why)}`;
    return entry.total === '' ? paint(text, 'quiet') : text;
  });
}

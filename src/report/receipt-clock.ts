import { mark, say, t } from '../messages/index.ts';
import { whole } from '../messages/numbers.ts';
import type { Moment, Receipt, ReceiptClock, ReceiptLine, Touch } from '../model/receipt.ts';
import type { RenderOptions } from '../model/render.ts';
import type { Micros } from '../model/time.ts';
import { terminal } from './escape.ts';
import { duration, local, spokenDate, spokenEnd, spokenInstant } from './instant.ts';
import { idInWords } from './names.ts';
import { limitText as spoken } from './page/counts.ts';
import { drawn, type Entry, entriesOf, type Mark } from './stretches.ts';

/** The clock of a case: from when, until when, whose hours, what counted. */
export function clockLines(line: ReceiptLine, receipt: Receipt, options: RenderOptions): readonly string[] {
  const { moments, entries, touches } = clockParts(line, receipt);
  const width = Math.max(...Object.values(LABELS).map((each) => say(each).length));
  return [
    ...moments.map((line) => columns(line, line.label === '' ? '' : `${line.label.padEnd(width)} `)),
    ...(entries.length === 0 ? [] : ['', ...drawn(entries, options)]),
    ...(touches.length === 0 ? [] : ['']),
    ...touches.map((line) => columns(line, line.label === '' ? '' : `  ${line.label.padStart(2)}  `)),
  ];
}

/** `due     Mon 2026-03-09 11:00`: what follows stands under one another. */
const columns = ({ text, beside }: ClockLine, label: string): string =>
  `${label}${text}${beside === undefined ? '' : `  ${beside}`}`;

/** A line of a clock in its parts: a terminal puts them into columns, a page a colon before what is beside. */
export interface ClockLine {
  readonly label: string;
  readonly text: string;
  /** The stage and the column of a moment, or why a touch does not count. */
  readonly beside?: string;
}

/** What a clock says: its moments, its account, and the touches where it counts some. */
interface ClockParts {
  readonly moments: readonly ClockLine[];
  readonly entries: readonly Entry[];
  readonly touches: readonly ClockLine[];
}

export function clockParts(line: ReceiptLine, receipt: Receipt): ClockParts {
  const { clock } = line;
  if (clock === null) return { moments: [], entries: [], touches: [] };
  const { start, stop, due, timezone } = clock;
  const at = (instant: Micros) => spokenInstant(instant, timezone);
  const dueText = due === null ? '' : counted(clock) ? spokenEnd(due, timezone) : at(due);
  const marks: readonly Mark[] = [
    ...(due === null ? [] : [{ at: due, text: t`due ${dueText}` }]),
    ...(stop === null && line.countsTouches && due !== null && due <= receipt.asOf
      ? []
      : stop === null
        ? [{ at: receipt.asOf, text: t`as of ${at(receipt.asOf)}, nothing yet` }]
        : [{ at: stop.at, text: `${stop.title} ${at(stop.at)}` }]),
  ];
  // Where the clock stood still, a part of a day is left out.
  const inDays = clock.unit === 'business-days' && clock.holds.every(({ span }) => span === null);
  const asked = { marks, zone: timezone, foldAfter: due, inDays };
  const moments = [
    { label: say(LABELS.started), ...moment(start, timezone) },
    labelled('limit', limitText(clock, receipt)),
    ...(due === null ? [] : [labelled('due', dueText)]),
    ...(line.countsTouches ? [] : [stopLine(stop, timezone)]),
    ...(line.countsTouches && stop !== null ? [{ label: say(LABELS.ended), ...moment(stop, timezone) }] : []),
    ...tookLines(clock),
    ...holdLines(clock),
  ];
  const entries = clock.stretches.length === 0 ? [] : entriesOf(clock.stretches, asked);
  return { moments, entries, touches: touchLines(line, timezone) };
}

/** Whether a midnight ends the day at which something is due. */
const counted = ({ calendar, unit }: ReceiptClock): boolean => calendar !== null || unit === 'row';

const LABELS = {
  started: mark`started`,
  limit: mark`limit`,
  due: mark`due`,
  stopped: mark`stopped`,
  ended: mark`ended`,
  took: mark`took`,
  hold: mark`on hold`,
} as const;

const labelled = (label: keyof typeof LABELS, text: string): ClockLine => ({
  label: say(LABELS[label]),
  text,
});

const stopLine = (stop: Moment | null, zone: string): ClockLine =>
  stop === null ? labelled('stopped', t`not yet`) : { label: say(LABELS.stopped), ...moment(stop, zone) };

function limitText({ within, calendar, timezone }: ReceiptClock, { agreement }: Receipt): string {
  const said = spoken(within);
  const limit = terminal(calendar === null ? said : t`${said}, calendar ${idInWords(calendar)}`);
  return timezone === agreement.timezone ? limit : t`${limit}; times in ${timezone}`;
}

function moment({ title, column, at, latest }: Moment, zone: string): Omit<ClockLine, 'label'> {
  // A date without a time means any instant of that day.
  const someTime = latest - at >= HALF_A_DAY;
  const text = someTime ? t`${spokenDate(at, zone)}, some time that day` : spokenInstant(at, zone);
  return { text, beside: terminal(column === '' ? title : t`${title}, column "${column}"`) };
}

const HALF_A_DAY = 43_200e6;

function tookLines(clock: ReceiptClock): readonly ClockLine[] {
  const { elapsedSeconds, due, stop, calendar } = clock;
  if (elapsedSeconds === null) return [];
  const time = duration(elapsedSeconds);
  const took = calendar === null ? time : t`${time} of business time`;
  if (due === null || stop === null || stop.at <= due) return [labelled('took', took)];
  const late = duration(lateSeconds(clock, due, stop.at));
  return [labelled('took', t`${took}, ${late} too late`)];
}

/** Each pause on its own line, and what it took. */
function holdLines({ holds, timezone }: ReceiptClock): readonly ClockLine[] {
  if (holds.length === 0) return [];
  const all = holds.reduce((sum, { tookSeconds }) => sum + tookSeconds, 0);
  return [
    labelled('hold', duration(all)),
    ...holds.map(({ from, to, tookSeconds, reason }) => {
      const begins = local(from, timezone);
      const took = `${duration(tookSeconds)}${reason === null ? '' : `, ${say(reason)}`}`;
      const said =
        to === null ? t`${t`${begins} on`}: ${took}` : t`${begins} to ${local(to, timezone)}: ${took}`;
      return { label: '', text: `  ${said}` };
    }),
  ];
}

/** Counted time from due to the stop; all of it where no calendar counts, or none of it was open. */
function lateSeconds({ stretches, calendar }: ReceiptClock, due: Micros, stop: Micros): number {
  const counted = stretches
    .filter((each) => each.counted && each.from >= due && each.to <= stop)
    .reduce((sum, { from, to }) => sum + to - from, 0);
  return (calendar === null || counted === 0 ? stop - due : counted) / 1e6;
}

/** More touches than this are left to json. */
const MOST_TOUCHES = 40;

function touchLines({ touches, atLeast, countsTouches }: ReceiptLine, zone: string): readonly ClockLine[] {
  if (!countsTouches) return [];
  const counted = touches.filter((each) => each.counted).length;
  let number = 0;
  const lines = touches.slice(0, MOST_TOUCHES).map((touch: Touch) => {
    const label = touch.counted ? String(++number) : '-';
    const line = { label, text: local(touch.at, zone) };
    return touch.reason === null ? line : { ...line, beside: say(touch.reason) };
  });
  const more = touches.length - MOST_TOUCHES;
  return [
    { label: '', text: t`touches ${counted} of ${atLeast} owed` },
    ...lines,
    ...(more > 0
      ? [{ label: '', text: `  ${t`... ${whole(more)} more, every one of them with --format json`}` }]
      : []),
  ];
}

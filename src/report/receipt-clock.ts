import type { Moment, Receipt, ReceiptClock, ReceiptLine, Touch } from '../model/receipt.ts';
import type { RenderOptions } from '../model/render.ts';
import type { Micros } from '../model/time.ts';
import { terminal } from './escape.ts';
import { dateOf, duration, local } from './instant.ts';
import { account, type Mark } from './stretches.ts';

/** The clock of a case: from when, until when, whose hours, what counted. */
export function clockLines(line: ReceiptLine, receipt: Receipt, options: RenderOptions): readonly string[] {
  const { clock } = line;
  if (clock === null) return [];
  const { start, stop, due, timezone } = clock;
  const zone = timezone === receipt.agreement.timezone ? '' : `; times in ${timezone}`;
  const at = (instant: Micros) => local(instant, timezone);
  const marks: readonly Mark[] = [
    ...(due === null ? [] : [{ at: due, text: `due ${at(due)}` }]),
    ...(stop === null && line.measure === 'attempts' && due !== null && due <= receipt.asOf
      ? []
      : stop === null
        ? [{ at: receipt.asOf, text: `as of ${at(receipt.asOf)}, nothing yet` }]
        : [{ at: stop.at, text: `${stop.stage} ${at(stop.at)}` }]),
  ];
  const inDays = clock.unit === 'business-days';
  const asked = { marks, zone: timezone, foldAfter: due, inDays };
  const lines = account(clock.stretches, asked, options);
  return [
    `started ${moment(start, timezone)}`,
    `limit   ${terminal(clock.within)}${clock.calendar === null ? '' : `, calendar ${terminal(clock.calendar)}`}${zone}`,
    ...(due === null ? [] : [`due     ${at(due)}`]),
    ...(line.measure === 'attempts' ? [] : [`stopped ${stop === null ? 'not yet' : moment(stop, timezone)}`]),
    ...(line.measure === 'attempts' && stop !== null ? [`ended   ${moment(stop, timezone)}`] : []),
    ...tookLines(clock),
    ...(clock.stretches.length === 0 ? [] : ['', ...lines]),
    ...touchLines(line, timezone),
  ];
}

function moment({ stage, column, at, latest }: Moment, zone: string): string {
  const cell = column === '' ? '' : `, column "${column}"`;
  const time = local(at, zone);
  // A date without a time means any instant of that day.
  const said = latest - at >= HALF_A_DAY ? `${dateOf(at, zone)}, some time that day` : time;
  return terminal(`${said}  ${stage}${cell}`);
}

const HALF_A_DAY = 43_200e6;

function tookLines(clock: ReceiptClock): readonly string[] {
  const { elapsedSeconds, due, stop, calendar } = clock;
  if (elapsedSeconds === null) return [];
  const of = calendar === null ? '' : ' of business time';
  const late =
    due !== null && stop !== null && stop.at > due
      ? `, ${duration(lateSeconds(clock, due, stop.at))} too late`
      : '';
  return [`took    ${duration(elapsedSeconds)}${of}${late}`];
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

function touchLines({ touches, atLeast, measure }: ReceiptLine, zone: string): readonly string[] {
  if (measure !== 'attempts') return [];
  const counted = touches.filter((each) => each.counted).length;
  let number = 0;
  const lines = touches.slice(0, MOST_TOUCHES).map((touch: Touch) => {
    const mark = touch.counted ? String(++number) : '-';
    return `  ${mark.padStart(2)}  ${local(touch.at, zone)}${touch.reason === null ? '' : `  ${touch.reason}`}`;
  });
  const more = touches.length - MOST_TOUCHES;
  return [
    '',
    `touches ${counted} of ${atLeast} owed`,
    ...lines,
    ...(more > 0 ? [`  ... ${more} more, every one of them with --format json`] : []),
  ];
}

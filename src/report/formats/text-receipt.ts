import { t } from '../../messages/index.ts';
import type { ReceiptDocument, RenderOptions } from '../../model/render.ts';
import type { Clock } from '../../model/requests.ts';
import type { Micros } from '../../model/time.ts';
import { terminal } from '../escape.ts';
import { duration, spokenEnd, spokenInstant, zoneText } from '../instant.ts';
import { limitText as spoken } from '../page/counts.ts';
import { painter } from '../paint.ts';
import { receiptText } from '../receipt.ts';
import { account } from '../stretches.ts';

/** The receipts of a lead, one for each agreement that knows it. */
export function receipt(document: ReceiptDocument, options: RenderOptions): string {
  return document.receipts.map((each) => receiptText(each, options)).join('\n\n');
}

export function clock(answer: Clock, options: RenderOptions): string {
  const at = (instant: number) => spokenInstant(instant, answer.timezone);
  const paint = painter(options);
  const asked =
    answer.due === null
      ? t`${at(answer.from)} to ${at(answer.to ?? answer.from)}: ${paint(duration(answer.businessSeconds ?? 0), 'title')} of business time`
      : t`${terminal(spoken(answer.within ?? ''))} from ${at(answer.from)}: due ${paint(dueText(answer, answer.due), 'title')}`;
  const marks = answer.due === null ? [] : [{ at: answer.due, text: t`due ${dueText(answer, answer.due)}` }];
  const asks = { marks, zone: answer.timezone, foldAfter: null, inDays: false };
  const lines = account(answer.stretches, asks, options);
  const calendar = t`calendar ${terminal(answer.calendar)}, times in ${terminal(zoneText(answer.timezone))}`;
  const legend = answer.stretches.length > 0 ? ['', ...lines.map((line) => `  ${line}`)] : [];
  return `${[asked, calendar, ...legend].join('\n')}\n`;
}

/** What is due where open time ends is due on the date that ends. */
function dueText({ stretches, timezone }: Clock, due: Micros): string {
  const ends = stretches.some(({ counted, to }) => counted && to === due);
  return ends ? spokenEnd(due, timezone) : spokenInstant(due, timezone);
}

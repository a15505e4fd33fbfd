import { ZONES_RELEASE } from '../../calendar/zone.ts';
import type { Moment, Receipt, ReceiptClock, ReceiptLine } from '../../model/receipt.ts';
import type { ReceiptDocument, RenderOptions } from '../../model/render.ts';
import type { ClockStretch } from '../../model/requests.ts';
import { iso } from '../instant.ts';
import { findingOf, inputsOf, instant, print, severities, toolOf } from './json.ts';

/**
 * The receipt with every stretch of every clock: nothing is folded. Described by
 * schemas/receipt.schema.json.
 */
export function receipt(document: ReceiptDocument, options: RenderOptions): string {
  const { receipts, findings } = document;
  const asOf = receipts.map((each) => each.asOf);
  return print({
    schema: 'receipt/1',
    tool: toolOf(options),
    inputs: inputsOf(receipts),
    asOf: instant(asOf.length === 0 ? null : Math.max(...asOf)),
    zones: ZONES_RELEASE,
    summary: { receipts: receipts.length, findings: severities(findings) },
    results: receipts.map(receiptOf),
    findings: findings.map(findingOf),
  });
}

function receiptOf(each: Receipt) {
  return {
    agreement: each.agreement.id,
    title: each.agreement.title,
    file: each.agreement.file,
    timezone: each.agreement.timezone,
    asOf: iso(each.asOf),
    asOfFrom: each.asOfFrom,
    lead: each.lead,
    ...(each.population === null ? {} : { population: each.population }),
    mergedIds: each.mergedIds,
    handOver: each.handOver && {
      nth: each.handOver.nth,
      of: each.handOver.of,
      field: each.handOver.field,
      at: instant(each.handOver.at),
    },
    rows: each.rows.map(({ source, file, line, outcome, cells }) => ({ source, file, line, outcome, cells })),
    promises: each.lines.map(lineOf),
  };
}

function lineOf(line: ReceiptLine) {
  return {
    id: line.id,
    kind: line.kind,
    measure: line.measure,
    promise: line.promise,
    version: line.version,
    file: line.place.file,
    line: line.place.start.line,
    applies: line.applies,
    why: line.why,
    segment: line.segment,
    state: line.state,
    reason: line.reason,
    atRisk: line.atRisk,
    period: line.period,
    waiver: line.waiver,
    ...(line.disputed === undefined ? {} : { disputed: line.disputed }),
    clock: line.clock && clockOf(line.clock),
    touches: line.touches.map(({ at, counted, reason }) => ({ at: iso(at), counted, reason })),
    atLeast: line.countsTouches ? line.atLeast : null,
    causes: line.causes.map(({ id, owedBy, at, excuses }) => ({ id, owedBy, at: iso(at), excuses })),
  };
}

function clockOf(clock: ReceiptClock) {
  let total = 0;
  return {
    start: momentOf(clock.start),
    stop: clock.stop && momentOf(clock.stop),
    within: clock.within,
    unit: clock.unit,
    calendar: clock.calendar,
    timezone: clock.timezone,
    due: instant(clock.due),
    elapsedSeconds: clock.elapsedSeconds,
    stretches: clock.stretches.map((each) => {
      if (each.counted) total += each.to - each.from;
      return { ...stretchOf(each), totalSeconds: total / 1e6 };
    }),
    holds: clock.holds.map(({ from, to, tookSeconds, reason }) => ({
      ...{ from: iso(from), to: instant(to) },
      ...{ tookSeconds, reason },
    })),
  };
}

const momentOf = ({ stage, title, column, at, latest }: Moment) => ({
  stage,
  title,
  column,
  at: iso(at),
  latest: iso(latest),
});

const stretchOf = ({ from, to, counted, reason, name }: ClockStretch) => ({
  from: iso(from),
  to: iso(to),
  counted,
  reason,
  name: name ?? null,
});

import { ZONES_RELEASE } from '../../calendar/zone.ts';
import type { Case, CaseState } from '../../model/compliance.ts';
import type { CaseWriter, RenderOptions } from '../../model/render.ts';
import type { CaseHeader } from '../../model/requests.ts';
import { jsonText } from '../escape.ts';
import { isRecycled } from '../recycled.ts';
import { findingOf, inputsOf, instant, ledgerOf, severities, toolOf } from './json.ts';

/**
 * One result a line, then what is known only at the end: a reader of lines need not wait for it. Names and
 * order of keys are the interface of scripts: they change only by addition. Described by
 * schemas/cases.schema.json.
 */
export function cases(options: RenderOptions): CaseWriter {
  const headers: CaseHeader[] = [];
  const states: Record<CaseState, number> = { met: 0, breached: 0, pending: 0, excluded: 0, unknown: 0 };
  let [opened, listed] = [false, 0];
  const open = (): string => {
    if (opened) return '';
    opened = true;
    return `{\n  "schema": "cases/1",\n  "tool": ${jsonText(toolOf(options), 0)},\n  "results": [`;
  };
  return {
    begin(header) {
      headers.push(header);
      return open();
    },
    batch(batch) {
      const agreement = headers.at(-1)?.agreement.id ?? '';
      const lines = batch.map((one) => {
        states[one.state]++;
        return `${listed++ === 0 ? '\n    ' : ',\n    '}${jsonText(resultOf(agreement, one), 0)}`;
      });
      return open() + lines.join('');
    },
    end(findings) {
      const asOf = headers.map((each) => each.asOf);
      const rest = {
        inputs: inputsOf(headers),
        asOf: instant(asOf.length === 0 ? null : Math.max(...asOf)),
        zones: ZONES_RELEASE,
        summary: {
          agreements: headers.map((each) => ({
            id: each.agreement.id,
            title: each.agreement.title,
            file: each.agreement.file,
            timezone: each.agreement.timezone,
            asOf: instant(each.asOf),
            asOfFrom: each.asOfFrom,
          })),
          cases: listed,
          states,
          findings: severities(findings),
        },
        ledger: ledgerOf(headers),
        findings: findings.map(findingOf),
      };
      // The braces of the two halves meet here.
      return `${open()}${listed === 0 ? '' : '\n  '}],${jsonText(rest, 2).slice(1)}\n`;
    },
  };
}

function resultOf(agreement: string, one: Case) {
  return {
    agreement,
    lead: one.lead,
    commitment: one.commitment,
    version: one.version,
    segment: one.segment,
    state: one.state,
    atRisk: one.atRisk,
    start: instant(one.start),
    due: instant(one.due),
    stop: instant(one.stop),
    elapsedSeconds: one.elapsedSeconds,
    reason: one.reason,
    period: one.period,
    owner: one.owner,
    handOver: one.handOver,
    recycled: isRecycled(one),
    ...(one.amount === undefined ? {} : { amount: one.amount }),
    ...(one.moved ? { moved: { from: one.moved.from, why: one.moved.why } } : {}),
  };
}

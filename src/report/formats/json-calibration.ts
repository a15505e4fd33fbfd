import type { CalibratedPart, CalibratedPromise, Calibration, Proposal } from '../../model/calibration.ts';
import type { RenderOptions } from '../../model/render.ts';
import type { CalibrationDocument } from '../../model/requests.ts';
import { json } from '../escape.ts';
import { iso } from '../instant.ts';
import { findingOf } from './json.ts';

/** Names and order of keys change only by addition. Described by schemas/calibration.schema.json. */
export function calibration(
  { calibrations, diff, findings }: CalibrationDocument,
  options: RenderOptions,
): string {
  return json({
    schema: 'calibration/1',
    tool: { name: options.tool.name, version: options.tool.version },
    results: calibrations.map(resultOf),
    diff: diff === '' ? null : diff,
    findings: findings.map(findingOf),
  });
}

function resultOf({ agreement, asOf, asOfFrom, promises }: Calibration) {
  return {
    agreement: agreement.id,
    title: agreement.title,
    file: agreement.file,
    timezone: agreement.timezone,
    version: agreement.version,
    asOf: iso(asOf),
    asOfFrom,
    promises: promises.map(promiseOf),
  };
}

function promiseOf(one: CalibratedPromise) {
  const { id, kind, measure, title, promise, owedBy, owedTo, sharedBy, by, minCases, target } = one;
  return {
    ...{ id, kind, measure, title, promise, owedBy, owedTo, sharedBy, by, minCases },
    target: { cmp: target.cmp, value: target.value, of: target.of, unit: target.unit, per: target.per },
    held: one.held,
    periods: one.periods.map(({ period, counts, reached, target: owed, verdict, used }) => ({
      ...{ period: period.label, periodStart: iso(period.from), periodEnd: iso(period.to) },
      ...{ counts, reached, target: owed, verdict, used },
    })),
    targets: one.targets.map(proposalOf),
    seasonal: one.seasonal.map(({ period, reached, median, target: own }) => ({
      ...{ period, reached, median, target: own },
    })),
    parts: one.parts.map((part) => partOf(part, one)),
  };
}

function partOf({ segment, term, rows, proposals }: CalibratedPart, { periods }: CalibratedPromise) {
  return {
    segment,
    term,
    rows: rows.map(({ text, now, held, met, cases, more, periods: own }) => ({
      ...{ text, now, held, met, cases, keptMore: more },
      periods: own.map(({ counts, rate }, i) => ({ period: periods[i]?.period.label ?? '', counts, rate })),
    })),
    proposals: proposals.map(proposalOf),
  };
}

const proposalOf = ({ basis, text, value, now, held, kept, owed }: Proposal) => ({
  ...{ basis, text, value, now, held },
  ...{ keptMore: kept, owedMore: owed },
});

import { t } from '../messages/index.ts';
import { allOf } from '../messages/list.ts';
import type { Compliance } from '../model/compliance.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Io } from '../model/io.ts';
import type { ComplianceResult, JudgeRequest } from '../model/requests.ts';
import type { Period } from '../model/time.ts';
import { moreOf } from './behind/beside.ts';
import { judgeAll, type More } from './judging/judge-all.ts';
import { spanCompared, spanLately } from './judging/span.ts';

/** Validates, then judges the period at hand: the one in which as-of lies, or the span asked for. */
export async function check(
  request: JudgeRequest,
  io: Io,
  more: More = moreOf(request),
): Promise<ComplianceResult> {
  return checked(
    await judgeAll(request, io, spanCompared, { ...more, mayStay: true }),
    (one) => one,
    request,
  );
}

/** The same with the periods before, as a digest tells the last that ended. */
export async function checkBriefly(request: JudgeRequest, io: Io): Promise<ComplianceResult> {
  return checked(
    await judgeAll(request, io, spanLately, { ...moreOf(request), mayStay: true }),
    (one) => gateOf(one, request),
    request,
  );
}

/** What decides whether a digest passes: the span asked for, else the period at hand, as without a digest. */
export function gateOf(one: Compliance, { from, to }: Pick<JudgeRequest, 'from' | 'to'>): Compliance {
  if (from !== null || to !== null) return one;
  const isAtHand = (period: Period) => period.from < one.asOf && one.asOf <= period.to;
  return {
    ...one,
    periods: one.periods.filter(isAtHand),
    results: one.results.filter(({ period }) => isAtHand(period)),
  };
}

function checked(
  result: ComplianceResult,
  gate: (one: Compliance) => Compliance,
  { from, to }: Pick<JudgeRequest, 'from' | 'to'>,
): ComplianceResult {
  const isAtHand = from === null && to === null;
  const idle = result.compliances
    .map(gate)
    .filter(judgedNothing)
    .map((one) => nothingJudged(one, isAtHand));
  return { ...result, findings: [...result.findings, ...idle] };
}

/** A gate that looked at nothing has not passed. */
function judgedNothing({ results }: Compliance): boolean {
  return results.every(
    ({ verdict, noVerdict }) =>
      verdict === 'no data' || verdict === null || noVerdict?.why === 'partial-period',
  );
}

function nothingJudged({ agreement, periods, results }: Compliance, isAtHand: boolean): Diagnostic {
  const labels = allOf(periods.map(({ label }) => label));
  const isPartial = results.some(({ noVerdict }) => noVerdict?.why === 'partial-period');
  const month = isAtHand && !isPartial ? periods.find(({ label }) => MONTH.test(label)) : undefined;
  const others = t`check --as-of, --from and --to, the "effective:" of the agreement, and the export`;
  return {
    rule: 'nothing-judged',
    severity: 'error',
    message:
      labels === ''
        ? t`Nothing was judged: "${agreement.id}" has no case in the period asked for`
        : isPartial
          ? t`Nothing was judged: "${agreement.id}" is in force for a part of ${labels} only`
          : t`Nothing was judged: "${agreement.id}" has no case in ${labels}`,
    help: month === undefined ? others : [justBegun(month.label), others].join(t`; `),
    fatal: true,
  };
}

const MONTH = /^\d{4}-\d{2}$/;

/** What judges the month before one that has just begun. */
function justBegun(label: string): string {
  const [year, month] = label.split('-').map(Number) as [number, number];
  const before = new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 7);
  return t`the month at hand may have just begun: sla check --from ${before} --to ${before} judges the one before`;
}

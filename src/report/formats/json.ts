import { ZONES_RELEASE } from '../../calendar/zone.ts';
import type { ComplianceShown } from '../../model/behind.ts';
import type { Compliance, Counts, Input, Ledger, Result, Undated } from '../../model/compliance.ts';
import type { Diagnostic, Severity } from '../../model/diagnostic.ts';
import type { ComplianceDocument, RenderOptions } from '../../model/render.ts';
import type { Clock } from '../../model/requests.ts';
import type { Micros } from '../../model/time.ts';
import { disputesIn } from '../dispute-records.ts';
import { json } from '../escape.ts';
import { leftOutNote } from '../heading.ts';
import { iso } from '../instant.ts';

/**
 * Names and order of keys are the interface of scripts: they change only by addition.
 * Described by schemas/report.schema.json.
 */
export function compliance(document: ComplianceDocument, options: RenderOptions): string {
  const { compliances } = document;
  const results = compliances.flatMap((each) => each.results.map((one) => resultOf(each.agreement.id, one)));
  const findings = [...document.findings, ...compliances.flatMap((each) => each.findings)];
  const asOf = compliances.map((each) => each.asOf);
  return print({
    schema: 'report/1',
    tool: toolOf(options),
    inputs: inputsOf(compliances),
    asOf: instant(asOf.length === 0 ? null : asOf.reduce((a, b) => Math.max(a, b))),
    zones: ZONES_RELEASE,
    summary: {
      agreements: compliances.map((each) => ({
        id: each.agreement.id,
        title: each.agreement.title,
        versions: each.agreement.versions,
        file: each.agreement.file,
        timezone: each.agreement.timezone,
        asOf: instant(each.asOf),
        asOfFrom: each.asOfFrom,
        restsOn: each.restsOn,
        bookBy: each.bookBy,
        ...(each.agreement.priorities === undefined ? {} : { priorities: each.agreement.priorities }),
        notes: [...leftOutNote(each), ...each.notes],
      })),
      verdicts: countBy(
        VERDICTS,
        compliances.flatMap((each) => each.results.flatMap((one) => one.verdict ?? [])),
      ),
      findings: severities(findings),
    },
    results,
    ...stepsIn(compliances),
    undated: undatedIn(compliances),
    ledger: ledgerOf(compliances),
    ...causesIn(compliances),
    ...disputesIn(compliances),
    waivers: compliances.flatMap((each) =>
      each.waivers.map((waiver) => ({ agreement: each.agreement.id, ...waiver })),
    ),
    findings: findings.map(findingOf),
  });
}

export function clock(answer: Clock): string {
  const { calendar } = answer;
  const stretches = answer.stretches.map((each) => ({
    from: iso(each.from),
    to: iso(each.to),
    counted: each.counted,
    reason: each.reason,
    name: each.name ?? null,
  }));
  const asked =
    answer.due === null
      ? { to: instant(answer.to), businessSeconds: answer.businessSeconds }
      : { within: answer.within, due: iso(answer.due) };
  return print({ calendar, from: iso(answer.from), ...asked, stretches, zones: ZONES_RELEASE });
}

const VERDICTS = ['met', 'missed', 'open', 'no data', 'no verdict'] as const;
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

function noVerdictOf({ noVerdict }: Result) {
  if (noVerdict === null) return null;
  const { why, days, undated } = noVerdict;
  return {
    why,
    days: days && { inForce: days.inForce, period: days.period },
    undated: undated && undatedOf(undated),
  };
}

const undatedOf = ({ unknown, excluded, of, reasons }: Undated): Undated => ({
  unknown,
  excluded,
  of,
  reasons,
});

export function resultOf(agreement: string, result: Result) {
  const { counts, period, target } = result;
  return {
    agreement,
    id: result.id,
    kind: result.kind,
    measure: result.measure,
    title: result.title,
    promise: result.promise,
    versions: result.versions,
    owedBy: result.owedBy,
    owedTo: result.owedTo,
    sharedBy: result.sharedBy,
    ...(result.partOf === undefined ? {} : { partOf: result.partOf }),
    period: period.label,
    periodStart: iso(period.from),
    periodEnd: iso(period.to),
    by: result.by,
    counts: countsOf(counts),
    reasons: result.reasons,
    atRisk: result.atRisk,
    attainment: result.attainment,
    worst: result.worst,
    best: result.best,
    value: result.value,
    ...weightOf(result),
    target: { cmp: target.cmp, value: target.value, of: target.of, unit: target.unit, text: target.text },
    verdict: result.verdict,
    noVerdict: noVerdictOf(result),
    outlook: result.outlook,
    final: result.final,
    minCases: result.minCases,
    percentiles: result.percentiles
      ? {
          p50: result.percentiles.p50,
          p90: result.percentiles.p90,
          p95: result.percentiles.p95,
          businessTime: result.percentiles.businessTime,
        }
      : null,
    extras: result.extras,
    endedEarly: result.endedEarly.map(({ words, cases }) => ({ words, cases })),
    pace: result.pace
      ? {
          expected: result.pace.expected,
          projected: result.pace.projected,
          openDaysPassed: result.pace.openDaysPassed,
          openDaysTotal: result.pace.openDaysTotal,
        }
      : null,
    recycled: result.recycled
      ? {
          counts: countsOf(result.recycled.counts),
          attainment: result.recycled.attainment,
          value: result.recycled.value,
        }
      : null,
  };
}

function weightOf({ weight }: Result) {
  if (!weight) return {};
  const { field, unit, byState } = weight;
  return { weight: { field, unit, byState: countsOf(byState) } };
}

const countsOf = ({ met, breached, pending, excluded, unknown }: Counts): Counts => ({
  met,
  breached,
  pending,
  excluded,
  unknown,
});

export function findingOf(finding: Diagnostic) {
  const { place } = finding;
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    help: finding.help ?? null,
    file: place?.file ?? null,
    start: place ? { line: place.start.line, column: place.start.column } : null,
    end: place ? { line: place.end.line, column: place.end.column } : null,
    fatal: finding.fatal === true,
  };
}

/** Of rows that stayed on their server neither bytes nor a digest is known. */
interface InputTold extends Pick<Input, 'source' | 'file' | 'rows' | 'snapshot'> {
  readonly bytes: number | null;
  readonly sha256: string | null;
}

/** Two agreements may read the same export: it is one input. */
export function inputsOf(answers: readonly { readonly inputs: readonly Input[] }[]): readonly InputTold[] {
  const inputs = new Map<string, InputTold>();
  for (const { source, file, bytes, sha256, rows, snapshot, stayed } of answers.flatMap(
    (each) => each.inputs,
  )) {
    const told = stayed ? { bytes: null, sha256: null } : { bytes, sha256 };
    const known = { source, file, ...told, rows };
    inputs.set(JSON.stringify([source, file]), snapshot === undefined ? known : { ...known, snapshot });
  }
  return [...inputs.values()];
}

/** The cases of each promise that belong to no period. */
/** Absent where no promise is kept step by step. */
function stepsIn(compliances: readonly Compliance[]) {
  const steps = compliances.flatMap(({ agreement, steps: all = [] }) =>
    all.map(({ steps: each, next: _, ...one }) => ({
      agreement: agreement.id,
      ...one,
      steps: each.map(({ key, state, due, done }) => ({
        ...{ key, state },
        ...{ due: instant(due), done: instant(done) },
      })),
    })),
  );
  return steps.length === 0 ? {} : { steps };
}

export function undatedIn(compliances: readonly Compliance[]) {
  return compliances.flatMap(({ agreement, undated }) =>
    undated.map((one) => ({ agreement: agreement.id, id: one.id, ...undatedOf(one) })),
  );
}

/** Where they were looked for. */
function causesIn(compliances: readonly ComplianceShown[]) {
  if (!compliances.some(({ causes }) => causes)) return {};
  return {
    causes: compliances.flatMap(({ agreement, causes = [] }) =>
      causes.map(({ id, period, versions, broken, causes: own }) => ({
        ...{ agreement: agreement.id, id, period, versions, breached: broken },
        causes: own.map(({ id: cause, owedBy, cases, excuses }) => ({ id: cause, owedBy, cases, excuses })),
      })),
    ),
  };
}

/** By source; where several agreements are judged, by agreement and source: `acme-demand/leads`. */
export function ledgerOf(
  answers: readonly {
    readonly agreement: { readonly id: string };
    readonly ledgers: Compliance['ledgers'];
  }[],
): Readonly<Record<string, Ledger>> {
  const entries = answers.flatMap((each) =>
    Object.entries(each.ledgers).map(([source, ledger]) => {
      const { read, judged, excluded, rejected } = ledger;
      const name = answers.length > 1 ? `${each.agreement.id}/${source}` : source;
      return [name, { read, judged, excluded, rejected }] as const;
    }),
  );
  return Object.fromEntries(entries);
}

export function toolOf(options: RenderOptions) {
  return { name: options.tool.name, version: options.tool.version };
}

export function severities(findings: readonly Diagnostic[]): Readonly<Record<string, number>> {
  return countBy(
    SEVERITIES,
    findings.map((each) => each.severity),
  );
}

export function countBy<T extends string>(
  names: readonly T[],
  values: readonly T[],
): Readonly<Record<string, number>> {
  return Object.fromEntries(names.map((name) => [name, values.filter((each) => each === name).length]));
}

export function instant(value: Micros | null): string | null {
  return value === null ? null : iso(value);
}

export function print(value: unknown): string {
  return json(value);
}

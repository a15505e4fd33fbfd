import type { Compliance, Result } from '../model/compliance.ts';
import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import type { ComplianceDocument, FindingsDocument } from '../model/render.ts';
import { attained, decidedOf, targetText, whole } from './number.ts';

/** What a verdict is as a problem; one that is met, open and on track, or without data is none. Worst first. */
const PROBLEMS = [
  {
    rule: 'no-verdict',
    severity: 'error',
    says: 'has no verdict',
    state: 'unknown',
    of: (result: Result) => result.verdict === 'no verdict',
  },
  {
    rule: 'missed',
    severity: 'error',
    says: 'is missed',
    state: 'breached',
    of: (result: Result) => result.verdict === 'missed',
  },
  {
    rule: 'at-risk',
    severity: 'warning',
    says: 'is at risk',
    state: 'pending',
    of: (result: Result) => result.verdict === 'open' && result.outlook === 'at risk',
  },
] as const satisfies readonly {
  readonly rule: string;
  readonly severity: Severity;
  readonly says: string;
  readonly state: string;
  of(result: Result): boolean;
}[];

/** Periods that a message names. */
const NAMED = 3;

/**
 * One finding for each promise that is not kept, whatever the number of its leads and of its periods: a reviewer reads
 * promises. It stands where the agreement makes the promise.
 */
export function verdictFindings(compliance: Compliance): readonly Diagnostic[] {
  const wholes = compliance.results.filter((each) => each.by === null);
  const byId = new Map<string, Result[]>();
  for (const result of wholes.length > 0 ? wholes : compliance.results)
    byId.set(result.id, [...(byId.get(result.id) ?? []), result]);
  return [...byId].flatMap(([id, results]) => {
    const found = PROBLEMS.map((problem) => ({ ...problem, results: results.filter(problem.of) })).filter(
      (problem) => problem.results.length > 0,
    );
    const [worst] = found;
    const result = worst?.results[0];
    if (!worst || !result) return [];
    const parts = found.map((each) => `${each.says} in ${periods(each.results)}`);
    const start = { line: 1, column: 1 };
    return [
      {
        rule: worst.rule,
        severity: worst.severity,
        message: `"${id}" ${parts.join(' and ')}; the target is ${targetText(result.target)}`,
        ...(result.target.of === 'rate'
          ? { help: `sla cases --commitment ${id} --state ${worst.state}: the leads behind it` }
          : {}),
        place: result.place ?? { file: compliance.agreement.file, start, end: start },
      },
    ];
  });
}

/** Everything that a document of verdicts says in the form of problems: of the agreements, of the promises, of the data. */
export function asFindings(document: ComplianceDocument): FindingsDocument {
  const { compliances, findings, texts } = document;
  return {
    findings: [
      ...findings,
      ...compliances.flatMap(verdictFindings),
      ...compliances.flatMap((each) => each.findings),
    ],
    texts,
    agreements: [],
    dueExamples: [],
  };
}

function periods(results: readonly Result[]): string {
  const named = results.slice(0, NAMED).map((each) => `${each.period.label} (${reached(each)})`);
  const more = results.length - named.length;
  return [...named, ...(more > 0 ? [`${whole(more)} more`] : [])].join(', ');
}

function reached(result: Result): string {
  const { counts } = result;
  if (result.verdict === 'no verdict') {
    const cases = counts.met + counts.breached + counts.pending + counts.unknown;
    return `${whole(counts.unknown)} of ${whole(cases)} cases unknown`;
  }
  const text = attained(result);
  return text.endsWith('%') ? `${text} of ${whole(decidedOf(result))}` : text;
}

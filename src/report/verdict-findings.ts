import { t } from '../messages/index.ts';
import { allOf } from '../messages/list.ts';
import { whole } from '../messages/numbers.ts';
import type { Compliance, Result } from '../model/compliance.ts';
import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import type { ComplianceDocument, FindingsDocument } from '../model/render.ts';
import { ledgerText } from './afterwards.ts';
import { attainedOf } from './attained.ts';
import { terminal } from './escape.ts';
import { zonesLine } from './instant.ts';
import { noPeriodText, undatedText } from './no-period.ts';
import { targetShown } from './number.ts';

/**
 * What a verdict is as a problem; one that is met, open and on track, or without data is none. Worst first.
 */
const PROBLEMS = [
  {
    rule: 'no-verdict',
    severity: 'error',
    says: (periods: string) => t`has no verdict in ${periods}`,
    state: 'unknown',
    // That the agreement covers a part of a period is nothing to mend.
    of: (result: Result) => result.verdict === 'no verdict' && result.noVerdict?.why !== 'partial-period',
  },
  {
    rule: 'missed',
    severity: 'error',
    says: (periods: string) => t`is missed in ${periods}`,
    state: 'breached',
    of: (result: Result) => result.verdict === 'missed',
  },
  {
    rule: 'at-risk',
    severity: 'warning',
    says: (periods: string) => t`is at risk in ${periods}`,
    state: 'pending',
    of: (result: Result) => result.verdict === 'open' && result.outlook === 'at risk',
  },
] as const satisfies readonly {
  readonly rule: string;
  readonly severity: Severity;
  says(periods: string): string;
  readonly state: string;
  of(result: Result): boolean;
}[];

/** Periods that a message names. */
const NAMED = 3;

/**
 * One finding for each promise that is not kept, whatever the number of its leads and of its periods: a
 * reviewer reads promises. It stands where the agreement makes the promise.
 */
function verdictFindings(compliance: Compliance): readonly Diagnostic[] {
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
    const parts = allOf(found.map((each) => each.says(periods(each.results))));
    const cases = `sla cases --commitment ${id} --state ${worst.state}`;
    const start = { line: 1, column: 1 };
    return [
      {
        rule: worst.rule,
        severity: worst.severity,
        message: t`"${id}" ${parts}; the target is ${targetShown(result.target)}`,
        ...(result.target.of === 'rate' ? { help: t`${cases}: the cases behind it` } : {}),
        place: result.place ?? { file: compliance.agreement.file, start, end: start },
      },
    ];
  });
}

/**
 * Everything that a document of verdicts says in the form of problems: of the agreements, of the promises,
 * of the data.
 */
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

/**
 * What a list of problems says below them: which cases belong to no period, what became of the rows of each
 * export, and the rules of time zones.
 */
export function belowFindings({ compliances }: ComplianceDocument): string {
  const told = compliances.flatMap(({ undated, ledgers }) => [
    ...undated.map((each) => t`${each.id}: ${noPeriodText(each)}`),
    ...Object.entries(ledgers).map(([source, ledger]) => ledgerText(source, ledger)),
  ]);
  return told.map((line) => `${t`Rows`}  ${terminal(line)}\n`).join('') + zonesLine();
}

function periods(results: readonly Result[]): string {
  const named = results.slice(0, NAMED).map((each) => `${each.period.label} (${reached(each)})`);
  const more = results.length - named.length;
  return [...named, ...(more > 0 ? [t`${whole(more)} more`] : [])].join(', ');
}

function reached(result: Result): string {
  const { counts } = result;
  const undated = result.noVerdict?.undated;
  if (undated) return undatedText(undated);
  if (result.verdict === 'no verdict' && counts.unknown > 0) {
    const cases = counts.met + counts.breached + counts.pending + counts.unknown;
    return t`${whole(counts.unknown)} of ${whole(cases)} cases unknown`;
  }
  return attainedOf(result);
}

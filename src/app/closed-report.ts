import { t } from '../messages/index.ts';
import type { ClosedMonth } from '../model/closed.ts';
import type { Compliance } from '../model/compliance.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Io } from '../model/io.ts';
import { promisesOf } from '../model/promises.ts';
import type { ComplianceResult, JudgeRequest } from '../model/requests.ts';
import type { Period } from '../model/time.ts';
import { spokenEnd } from '../report/instant.ts';
import type { Family } from './agreements/family.ts';
import { loadFamilies } from './agreements/load.ts';
import { closedMonths, officialOf } from './closed/load.ts';
import { asFatal, isFatalError } from './findings/fatal.ts';
import { sortFindings } from './findings/order.ts';
import { wordsOf } from './judging/run.ts';

/** The numbers of the closed months, from their records alone: the exports are not opened. */
export async function closedReport(request: JudgeRequest, io: Io): Promise<ComplianceResult> {
  const loaded = await loadFamilies(request.paths, io);
  const findings: Diagnostic[] = [...loaded.findings];
  if (findings.some(isFatalError))
    return { findings: sortFindings(findings.map(asFatal)), texts: loaded.texts, compliances: [] };
  const compliances: Compliance[] = [];
  const [from, to] = [request.from ?? '0000', request.to ?? '9999'];
  for (const family of loaded.families) {
    const closed = await closedMonths(family, io);
    findings.push(...closed.findings);
    const months = closed.months.filter(({ month }) => month >= from && month <= to);
    if (months.length > 0) compliances.push(complianceOf(family, months));
  }
  if (compliances.length === 0 && !findings.some(isFatalError)) findings.push(nothingClosed(request));
  return { findings: sortFindings(findings), texts: loaded.texts, compliances };
}

function complianceOf({ versions, id }: Family, months: readonly ClosedMonth[]): Compliance {
  const newest = versions.at(-1);
  if (!newest) throw new Error('A family has versions');
  const { agreement, file } = newest;
  const official = months.map((month) => ({ month, closing: officialOf(month) }));
  const results = official.flatMap(({ closing }) => closing.results);
  const order = [
    ...new Set([...promisesOf(agreement).map((each) => each.id), ...results.map((each) => each.id)]),
  ];
  const periods = new Map<string, Period>(results.map(({ period }) => [period.label, period]));
  const inputs = new Map(
    official.flatMap(({ closing }) =>
      closing.inputs.map((input) => [`${input.source} ${input.file} ${input.sha256}`, input]),
    ),
  );
  const [book, ...more] = new Set(promisesOf(agreement).map(({ bookBy }) => bookBy));
  return {
    agreement: {
      ...{ id, file, title: agreement.title, timezone: agreement.timezone, language: agreement.language },
      ...wordsOf(agreement),
      versions: [
        ...new Set(official.flatMap(({ closing }) => closing.versions.map(({ version }) => version))),
      ],
    },
    asIf: null,
    asOf: Math.max(...official.map(({ closing }) => closing.asOf)),
    asOfFrom: 'flag',
    restsOn: null,
    bookBy: more.length === 0 && book ? book : 'mixed',
    periods: [...periods.values()].sort((a, b) => a.from - b.from || b.to - a.to),
    results: [...results].sort(
      (a, b) => order.indexOf(a.id) - order.indexOf(b.id) || a.period.from - b.period.from,
    ),
    undated: [],
    ledgers: {},
    inputs: [...inputs.values()],
    waivers: [],
    findings: [],
    notes: official.map(({ month }) => closedNote(month, agreement.timezone)),
  };
}

/** When a month was closed, and what the records say of it. */
export function closedNote(one: ClosedMonth, zone: string): string {
  const { month, closings } = one;
  const closing = officialOf(one);
  const { closed, why, provisional } = closing;
  const at = spokenEnd(closing.asOf, zone);
  const told = provisional
    ? t`${month} was closed provisionally on ${closed}, as of ${at}`
    : t`${month} was closed on ${closed}, as of ${at}`;
  const first = closings[0].closed;
  return closings.length === 1
    ? told
    : t`${told}, for the first time on ${first}; anew because: ${why ?? ''}`;
}

const nothingClosed = ({ from, to }: JudgeRequest): Diagnostic => ({
  rule: 'nothing-judged',
  severity: 'error',
  message:
    from === null && to === null
      ? t`No month is closed here`
      : t`No month between --from and --to is closed here`,
  help: t`closed months lie in .sla/closed beside the agreement; "sla close 2026-05" closes one`,
  fatal: true,
});

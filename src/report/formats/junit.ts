import { ZONES_RELEASE } from '../../calendar/zone.ts';
import { t } from '../../messages/index.ts';
import type { Compliance, Result } from '../../model/compliance.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { ComplianceDocument, FindingsDocument, RenderOptions } from '../../model/render.ts';
import { ledgerText } from '../afterwards.ts';
import { attainedOf } from '../attained.ts';
import { fromRoot, sentences, spotOf } from '../ci.ts';
import { xml } from '../escape.ts';
import { noPeriodText } from '../no-period.ts';
import { targetShown } from '../number.ts';
import { verdictText } from '../verdict.ts';
import { wordOf } from '../words.ts';

/** One test of a suite. Only errors fail: a warning that fails a build would be an error. */
interface TestCase {
  readonly name: string;
  readonly kind: 'passed' | 'failure' | 'error' | 'skipped';
  readonly type: string;
  readonly message: string;
  readonly text: string;
}

interface Suite {
  readonly name: string;
  readonly file: string;
  readonly cases: readonly TestCase[];
  /** What holds for all of its tests. */
  readonly properties: readonly (readonly [name: string, value: string])[];
}

/** One suite a file, one test a finding; a file without one passes. */
export function findings(document: FindingsDocument, options: RenderOptions): string {
  return page(suitesOf(document, options, true));
}

/** One suite an agreement, one test a promise and a period; then the findings. */
export function compliance(document: ComplianceDocument, options: RenderOptions): string {
  const { texts } = document;
  const suites = document.compliances.map((each): Suite => {
    const wholes = each.results.filter((one) => one.by === null);
    return {
      name: each.agreement.id,
      file: fromRoot(each.agreement.file, options),
      cases: (wholes.length > 0 ? wholes : each.results).map((one) => verdictCase(each, one)),
      properties: propertiesOf(each),
    };
  });
  const all = [...document.findings, ...document.compliances.flatMap((each) => each.findings)];
  const problems = { findings: all, texts, agreements: [], dueExamples: [] };
  return page([...suites, ...suitesOf(problems, options, false)]);
}

function suitesOf(document: FindingsDocument, options: RenderOptions, sound: boolean): readonly Suite[] {
  const byFile = new Map<string, TestCase[]>();
  if (sound) for (const { file } of document.agreements) byFile.set(fromRoot(file, options), []);
  for (const each of document.findings) {
    const { path, start } = spotOf(each, document, options);
    byFile.set(path, [
      ...(byFile.get(path) ?? []),
      findingCase(each, `${path}:${start.line}:${start.column}`),
    ]);
  }
  return [...byFile].map(([file, cases]) => ({
    name: file,
    file,
    cases:
      cases.length > 0 ? cases : [{ name: t`is sound`, kind: 'passed', type: '', message: '', text: '' }],
    properties: [],
  }));
}

function findingCase(finding: Diagnostic, at: string): TestCase {
  const failed = finding.fatal === true ? 'error' : 'failure';
  return {
    name: `${finding.rule} ${at}`,
    kind: finding.severity === 'error' ? failed : 'passed',
    type: finding.rule,
    message: finding.message,
    text: [t`${wordOf(finding.severity)} at ${at}`, ...sentences(finding)].join('\n'),
  };
}

function verdictCase(compliance: Compliance, result: Result): TestCase {
  const [reached, target] = [attainedOf(result), targetShown(result.target)];
  const text = t`${reached} where the target is ${target}: ${verdictText(result)}`;
  const kinds = {
    missed: 'failure',
    'no verdict': 'error',
    'no data': 'skipped',
    met: 'passed',
    open: 'passed',
  } as const;
  const partial = result.noVerdict?.why === 'partial-period';
  return {
    name: `${result.id} ${result.period.label}`,
    kind: partial ? 'skipped' : result.verdict === null ? 'passed' : kinds[result.verdict],
    type: result.verdict ?? 'part',
    message: text,
    text: [text, result.promise ?? result.title, compliance.agreement.title].join('\n'),
  };
}

/** The rules of time zones, and what is in none of the tests: cases of no period, rows that are no case. */
function propertiesOf({ undated, ledgers }: Compliance): Suite['properties'] {
  return [
    ['zones', ZONES_RELEASE],
    ...undated.map((each) => [`undated.${each.id}`, noPeriodText(each)] as const),
    ...Object.entries(ledgers).map(
      ([source, ledger]) => [`rows.${source}`, ledgerText(source, ledger)] as const,
    ),
  ];
}

function propertiesText(properties: Suite['properties']): string {
  if (properties.length === 0) return '';
  const all = properties.map(
    ([name, value]) => `      <property name="${xml(name)}" value="${xml(value)}"/>\n`,
  );
  return `    <properties>\n${all.join('')}    </properties>\n`;
}

function page(suites: readonly Suite[]): string {
  const all = suites.flatMap((each) => each.cases);
  const body = suites.map(
    (suite) =>
      `  <testsuite name="${xml(suite.name)}" ${counts(suite.cases)} file="${xml(suite.file)}">\n` +
      `${propertiesText(suite.properties)}${suite.cases.map((each) => caseText(each, suite)).join('')}  </testsuite>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="sla" ${counts(all)}>\n${body.join('')}</testsuites>\n`;
}

function counts(cases: readonly TestCase[]): string {
  const of = (kind: TestCase['kind']) => cases.filter((each) => each.kind === kind).length;
  return `tests="${cases.length}" failures="${of('failure')}" errors="${of('error')}" skipped="${of('skipped')}"`;
}

function caseText(each: TestCase, suite: Suite): string {
  const open = `    <testcase name="${xml(each.name)}" classname="${xml(suite.name)}"`;
  if (each.kind === 'skipped') return `${open}><skipped message="${xml(each.message)}"/></testcase>\n`;
  if (each.kind !== 'passed')
    return `${open}><${each.kind} type="${xml(each.type)}" message="${xml(each.message)}">${xml(each.text)}</${each.kind}></testcase>\n`;
  return each.text === '' ? `${open}/>\n` : `${open}><system-out>${xml(each.text)}</system-out></testcase>\n`;
}

import { t } from '../messages/index.ts';
import { whole } from '../messages/numbers.ts';
import type { ComplianceShown } from '../model/behind.ts';
import type { Compliance, Result } from '../model/compliance.ts';
import { afterwards } from './afterwards.ts';
import { attainedOf } from './attained.ts';
import { basis, title } from './heading.ts';
import { headlines } from './headline.ts';
import { hasTwin, idInWords, nameOf, ofVersions, periodOf } from './names.ts';
import { bounds, targetShown } from './number.ts';
import { byParties, groupText, indentOf, rowName } from './parties.ts';
import { recycledName, recycledPart } from './recycled.ts';
import type { Block, Cell, Column, Row, Table } from './table.ts';
import { noVerdictText, partText, toneOf } from './verdict.ts';
import { wordOf } from './words.ts';

/** One period in full: who kept which promise, on how many leads, and what is still open. */
export function scoreboard(compliance: ComplianceShown): readonly Block[] {
  const periods = new Map(compliance.results.map(({ period }) => [period.label, period]));
  return [
    title(compliance),
    ...headlines(compliance, 'scoreboard'),
    basis(compliance, [...periods.values()]),
    { kind: 'table', table: tableOf(compliance, periods.size > 1) },
    ...afterwards(compliance, 'scoreboard'),
    ...next(compliance),
  ];
}

const STATES = ['met', 'breached', 'pending', 'excluded', 'unknown'] as const;

function tableOf(compliance: Compliance, severalPeriods: boolean): Table {
  const { results } = compliance;
  const [reached, cases] = [t`attained`, t`cases`];
  const columns: Column[] = [
    { title: t`promise`, align: 'left' },
    { title: reached, align: 'right', fold: reached },
    { title: t`target`, align: 'right', fold: reached, label: '' },
    { title: t`range`, align: 'right', fold: reached },
    ...STATES.map((state) => ({ title: wordOf(state), align: 'right', fold: cases }) as const),
    { title: t`verdict`, align: 'left' },
  ];
  const rows: Row[] = [];
  for (const [parties, owed] of byParties(results, compliance)) {
    for (const [label, period] of new Map(owed.map((each) => [each.period.label, each.period]))) {
      rows.push({ kind: 'group', text: severalPeriods ? `${parties}, ${periodOf(period)}` : parties });
      const own = owed.filter((each) => each.period.label === label);
      for (const result of own)
        rows.push(rowOf(result, hasTwin(result, own), compliance), ...recycledRow(result, results));
    }
  }
  return { columns, rows, fixed: columns.length };
}

function rowOf(result: Result, twin: boolean, compliance: Compliance): Row {
  const tone = toneOf(result);
  const part = result.by !== null;
  const verdict: Cell = {
    text: result.verdict === null ? partText(result) : wordOf(result.verdict),
    under: underVerdict(result),
    ...(result.verdict === null ? {} : { mark: result.verdict }),
    ...(tone ? { tone } : {}),
  };
  const words = result.promise ?? nameOf(result);
  const name = part ? groupText(result, compliance) : rowName(result, words, compliance);
  const cells: Cell[] = [
    { text: twin ? ofVersions(name, result) : name },
    { text: attainedOf(result), ...(tone ? { tone } : {}) },
    { text: targetShown(result.target) },
    { text: bounds(result), tone: 'quiet' },
    ...STATES.map((state) => ({ text: whole(result.counts[state]) })),
    verdict,
  ];
  // Words that are the id itself say it.
  const isNamed = part || idInWords(words) === idInWords(result.id);
  return {
    kind: 'row',
    indent: indentOf(result),
    cells,
    ...(isNamed ? {} : { note: result.id }),
  };
}

function underVerdict(result: Result): string {
  if (result.outlook !== null) return wordOf(result.outlook);
  return noVerdictText(result) ?? (result.final ? t`final` : t`provisional`);
}

/** Under a promise its cases of leads that came back: the target is for all of them together. */
function recycledRow(result: Result, all: readonly Result[]): readonly Row[] {
  const part = recycledPart(result, all);
  if (part === null) return [];
  const cells: Cell[] = [
    { text: recycledName() },
    { text: attainedOf(part) },
    { text: '' },
    { text: '' },
    ...STATES.map((state) => ({ text: whole(part.counts[state]) })),
    { text: '' },
  ];
  return [{ kind: 'row', indent: 1, cells }];
}

/** How the reader goes on. A file name that a shell would read otherwise is left to the reader. */
function next(compliance: Compliance): readonly Block[] {
  const { versions } = compliance.agreement;
  // One file of several versions would leave out what the others judge.
  const file = compliance.agreement.file.replace(versions.length > 1 ? /\/?[^/]*$/ : '', '');
  const path = /^[\w./-]+$/.test(file) && !file.startsWith('-') ? ` ${file}` : '';
  const rejected = Object.values(compliance.ledgers).some((ledger) =>
    Object.values(ledger.rejected).some((count) => count > 0),
  );
  const [report, check] = [`sla report${path}`, `sla check${path} --rejects rejects.csv`];
  const items = [
    t`${report}: the same promises, month by month`,
    ...(rejected ? [t`${check}: every cell that could not be read`] : []),
  ];
  return [{ kind: 'list', title: t`Next`, items }];
}

import type { Compliance, Result } from '../model/compliance.ts';
import { heading } from './heading.ts';
import { attained, bounds, decidedOf, targetText, whole } from './number.ts';
import { afterwards } from './afterwards.ts';
import { byParties, groupText } from './parties.ts';
import type { Block, Cell, Column, Row, Table } from './table.ts';
import { partText, toneOf } from './verdict.ts';

/** One period in full: who kept which promise, on how many leads, and what is still open. */
export function scoreboard(compliance: Compliance): readonly Block[] {
  const labels = new Set(compliance.results.map((each) => each.period.label));
  return [
    heading(compliance, [...labels]),
    { kind: 'table', table: tableOf(compliance.results, labels.size > 1) },
    ...afterwards(compliance, 'scoreboard'),
    ...next(compliance),
  ];
}

const STATES = ['met', 'breached', 'pending', 'excluded', 'unknown'] as const;

function tableOf(results: readonly Result[], severalPeriods: boolean): Table {
  const columns: Column[] = [
    { title: 'promise', align: 'left' },
    { title: 'attained', align: 'right', fold: 'attained' },
    { title: 'target', align: 'right', fold: 'attained', label: '' },
    { title: 'range', align: 'right', fold: 'attained' },
    ...STATES.map((title) => ({ title, align: 'right', fold: 'cases' }) as const),
    { title: 'verdict', align: 'left' },
  ];
  const rows: Row[] = [];
  for (const [parties, owed] of byParties(results)) {
    for (const label of new Set(owed.map((each) => each.period.label))) {
      rows.push({ kind: 'group', text: severalPeriods ? `${parties}, ${label}` : parties });
      const own = owed.filter((each) => each.period.label === label);
      for (const result of own) rows.push(rowOf(result, hasTwin(result, own)));
    }
  }
  return { columns, rows, fixed: columns.length };
}

/** A change of target within the period gives a promise two rows: each says whose terms it shows. */
function hasTwin({ id, by, versions }: Result, others: readonly Result[]): boolean {
  return others.some(
    (other) =>
      other.id === id &&
      JSON.stringify(other.by) === JSON.stringify(by) &&
      JSON.stringify(other.versions) !== JSON.stringify(versions),
  );
}

function rowOf(result: Result, twin: boolean): Row {
  const tone = toneOf(result);
  const part = result.by !== null;
  const verdict: Cell = {
    text: result.verdict ?? partText(result),
    under: result.outlook ?? (result.final ? 'final' : 'provisional'),
    ...(result.verdict === null ? {} : { mark: result.verdict }),
    ...(tone ? { tone } : {}),
  };
  const cells: Cell[] = [
    {
      text: `${part ? groupText(result) : result.id}${twin ? `, version ${result.versions.join(', ')}` : ''}`,
    },
    { text: attainedOf(result), ...(tone ? { tone } : {}) },
    { text: targetText(result.target) },
    { text: bounds(result), tone: 'quiet' },
    ...STATES.map((state) => ({ text: whole(result.counts[state]) })),
    verdict,
  ];
  const note = result.promise ?? (result.title === result.id ? null : result.title);
  return { kind: 'row', indent: part ? 1 : 0, cells, ...(note === null || part ? {} : { note }) };
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
  const items = [
    `sla report${path}: the same promises, month by month`,
    ...(rejected ? [`sla check${path} --rejects rejects.csv: every cell that could not be read`] : []),
  ];
  return [{ kind: 'list', title: 'Next', items }];
}

/** `87% of 95`; a fraction and a number already say on how many they rest. */
export function attainedOf(result: Result): string {
  const text = attained(result);
  return text.endsWith('%') ? `${text} of ${whole(decidedOf(result))}` : text;
}

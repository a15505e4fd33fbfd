import type { Compliance, NoVerdict, Result } from '../model/compliance.ts';
import { decidedOf } from './number.ts';
import { rowsTold } from './rows-told.ts';

export type Cell = string | number | boolean | null;

/**
 * One promise under one target a row, its periods across: what was attained, on how many decided cases, and
 * the verdict. Last the rows of each export and what became of them.
 */
export function wide(compliances: readonly Compliance[]): readonly (readonly Cell[])[] {
  const fields = fieldsOf(compliances);
  const all = compliances.flatMap((each) =>
    each.results.map((result) => ({ agreement: each.agreement.id, result })),
  );
  const told: Told = {
    cohorts: tellsWhoCameBack(compliances),
    excuses: tellsExcuses(compliances),
    why: all.some(({ result }) => result.noVerdict !== null),
    noPeriod: compliances.some(({ undated }) => undated.length > 0),
  };
  const hasRows = compliances.some(({ ledgers }) => Object.keys(ledgers).length > 0);
  const starts = new Map(all.map(({ result }) => [result.period.label, result.period.from]));
  const labels = [...starts].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1)).map(([label]) => label);
  const lines = new Map<string, typeof all>();
  for (const each of all) {
    const key = JSON.stringify([each.agreement, each.result.id, each.result.by, each.result.target.text]);
    lines.set(key, [...(lines.get(key) ?? []), each]);
  }
  const header = [
    'agreement',
    'id',
    'title',
    'owedBy',
    'owedTo',
    ...fields,
    'target',
    ...labels.flatMap((label) => [
      label,
      ...['cases', 'verdict', ...(told.why ? ['noVerdict'] : [])].map((what) => `${label} ${what}`),
      ...(told.excuses ? [`${label} without excuses`] : []),
      ...(told.cohorts ? ['recycled', 'recycled cases'] : []).map((what) => `${label} ${what}`),
    ]),
    ...(told.noPeriod ? ['noPeriod'] : []),
    ...(hasRows ? ['rows'] : []),
  ];
  const rows = [...lines.values()].flatMap((line) => {
    const [first] = line;
    if (!first) return [];
    const { result } = first;
    return [
      [
        first.agreement,
        result.id,
        result.title,
        result.owedBy,
        result.owedTo,
        ...fields.map((field) => result.by?.[field] ?? null),
        result.target.value,
        ...labels.flatMap((label) =>
          across(line.find((each) => each.result.period.label === label)?.result, told),
        ),
        ...(told.noPeriod ? [undatedOf(compliances, first.agreement, result)] : []),
        ...(hasRows ? [null] : []),
      ],
    ];
  });
  return [header, ...rows, ...ledgerRows(compliances, header.length)];
}

/** What became of the rows of each export: who, what and how many, in the first columns and the last. */
function ledgerRows(compliances: readonly Compliance[], width: number): readonly (readonly Cell[])[] {
  return compliances.flatMap(({ agreement, ledgers }) =>
    rowsTold(ledgers).map(({ source, what, reason, rows }) => {
      const first = [agreement.id, source, reason === null ? what : `${what}: ${reason}`];
      return [...first, ...Array.from({ length: width - first.length - 1 }, () => null), rows];
    }),
  );
}

/** How many cases of a promise belong to no period; groups have none of their own. */
function undatedOf(compliances: readonly Compliance[], agreement: string, { id, by }: Result): Cell {
  const mine = compliances.find((each) => each.agreement.id === agreement);
  return by === null ? (mine?.undated.find((each) => each.id === id)?.unknown ?? null) : null;
}

/** What stands beside an attainment where some result of the report has it. */
interface Told {
  /** Of the cases of leads that came back, what was attained and on how many decided ones. */
  readonly cohorts: boolean;
  /** What was attained without the excuses. */
  readonly excuses: boolean;
  /** Why there is no verdict. */
  readonly why: boolean;
  /** How many cases belong to no period. */
  readonly noPeriod: boolean;
}

function across(result: Result | undefined, { cohorts, why, excuses }: Told): readonly Cell[] {
  const reached = (of: Pick<Result, 'attainment' | 'value'>) =>
    result?.target.of === 'rate' ? of.attainment : of.value;
  const recycled = result?.recycled ?? null;
  return [
    result ? reached(result) : null,
    result ? decidedOf(result) : null,
    result?.verdict ?? null,
    ...(why ? [whyText(result?.noVerdict ?? null)] : []),
    ...(excuses ? [result ? (result.extras.attainmentBeforeExcuses ?? reached(result)) : null] : []),
    ...(cohorts ? [recycled && reached(recycled), recycled && decidedOf(recycled)] : []),
  ];
}

/** `partial-period 27/31`: the days of the period in force, where they are the reason. */
function whyText(noVerdict: NoVerdict | null): Cell {
  if (noVerdict === null) return null;
  const { why, days } = noVerdict;
  return days === null ? why : `${why} ${days.inForce}/${days.period}`;
}

/** Whether a source tells who came back: their part of each row is told as well. */
export const tellsWhoCameBack = (compliances: readonly Compliance[]): boolean =>
  compliances.some((each) => each.results.some(({ recycled }) => recycled !== null));

/** Whether some result has cases that the other side excuses. */
export const tellsExcuses = (compliances: readonly Compliance[]): boolean =>
  compliances.some((each) => each.results.some(({ extras }) => extras.attainmentBeforeExcuses !== undefined));

/** In the order in which they first appear. */
export function fieldsOf(compliances: readonly Compliance[]): readonly string[] {
  const fields = compliances.flatMap((each) =>
    each.results.flatMap((result) => Object.keys(result.by ?? {})),
  );
  return [...new Set(fields)];
}

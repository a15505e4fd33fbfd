import { microsOf } from '../../engine/cell.ts';
import { plural, t } from '../../messages/index.ts';
import { whole } from '../../messages/numbers.ts';
import { quoted } from '../../messages/quoted.ts';
import type { PromiseDef } from '../../model/agreement.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { firstLine } from '../../model/first-line.ts';
import { type Facts, fieldsRead } from '../../plan/facts.ts';
import { type CasesOf, casesIn } from '../../plan/lower.ts';
import type { Asked } from '../../sql/facts/questions.ts';
import type { Planned, Run } from '../judging/run.ts';

/** How many there are, how many of them are in question, and some of their keys. */
export interface Counted {
  readonly all: number;
  readonly n: number;
  /** None where keys are personal. */
  readonly keys: readonly string[];
}

/** What is asked of the rows that are the cases of a promise. */
export const askedOf = (run: Run, promise: CasesOf): Asked => askedOfRows(run, casesIn(run.tables, promise));

export const askedOfRows = ({ engine, asOf, zone }: Run, { table }: Facts): Asked => ({
  ...{ dialect: engine.dialect, cases: table },
  ...{ asOf, zone },
});

/**
 * Whether a question may look at a field: one of a preset only where it is read anyway, for an export needs no
 * more of the preset's columns.
 */
export function isThere({ source, columns }: Facts, name: string): boolean {
  const field = Object.hasOwn(source.fields, name) ? source.fields[name] : undefined;
  return field !== undefined && (field.path.at(-1) !== 'preset' || fieldsRead(columns()).has(name));
}

/** The promises of the newest version, which alone is asked about. */
export const newestOf = ({ planned, newest }: Run): readonly Planned[] =>
  planned.filter(({ inForce }) => inForce.sourced === newest);

/** Characters of a key that are shown. */
const SHOWN = 40;

export async function count(run: Run, promise: CasesOf, sql: string): Promise<Counted> {
  const [row = {}] = await run.engine.rows(sql);
  const { fields, key } = casesIn(run.tables, promise).source;
  const keys = [row.key0, row.key1, row.key2].flatMap((each) => (each == null ? [] : [String(each)]));
  return {
    all: microsOf(row.all_of) ?? 0,
    n: microsOf(row.n) ?? 0,
    keys: fields[key]?.personal ? [] : [...new Set(keys)].map((each) => quoted(firstLine(each, SHOWN))),
  };
}

/** `54 of 70: "ACM-1", "ACM-2", "ACM-3" and 51 more`, without the keys where they are not to be shown. */
export function countedText({ all, n, keys }: Counted): string {
  const text = t`${whole(n)} of ${whole(all)}`;
  if (keys.length === 0) return text;
  const list = keys.join(', ');
  const more = n - keys.length;
  return more <= 0
    ? t`${text}: ${list}`
    : plural(more, t`${text}: ${list} and ${whole(more)} more`, t`${text}: ${list} and ${whole(more)} more`);
}

/** Enough of them to be asked about: some, and a part of all. */
export const isMany = ({ all, n }: Counted, least: number, part: number): boolean =>
  n >= least && n >= part * all;

export const question = (
  rule: string,
  message: string,
  help: string,
  at: { readonly run: Run; readonly promise: PromiseDef },
): Diagnostic => ({
  ...{ rule, severity: 'info', message, help },
  place: at.run.newest.place([...at.promise.path, 'id']),
});

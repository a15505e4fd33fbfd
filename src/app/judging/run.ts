import type { Engine } from '../../engine/engine.ts';
import { kindOf } from '../../kinds/index.ts';
import { t } from '../../messages/index.ts';
import type { Agreement, PromiseDef } from '../../model/agreement.ts';
import type { Compliance } from '../../model/compliance.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { CasePlan, OwnersPlan } from '../../model/judge.ts';
import { promisesOf } from '../../model/promises.ts';
import type { ZoneTable } from '../../model/reading.ts';
import type { Micros } from '../../model/time.ts';
import type { Folding } from '../../plan/fold.ts';
import type { HeldCases } from '../../sql/judge/context.ts';
import type { Family, Sourced } from '../agreements/family.ts';
import type { VersionInForce } from '../agreements/in-force.ts';
import type { ReadExports } from '../exports/read-all.ts';
import type { RunTables } from '../exports/tables.ts';
import type { Grounds, StrayDates } from './as-of.ts';
import type { CalendarsInUse } from './calendar-tables.ts';
import type { GroupField } from './groups.ts';

/** One promise under one version, as a plan of cases. */
export interface Planned {
  readonly inForce: VersionInForce;
  readonly promise: PromiseDef;
  readonly plan: CasePlan;
}

/** Everything read and compiled for one agreement: ask it for results or for cases. */
export interface Run {
  readonly family: Family;
  readonly newest: Sourced;
  readonly planned: readonly Planned[];
  readonly tables: RunTables;
  readonly exports: ReadExports;
  readonly calendars: CalendarsInUse;
  readonly by: readonly GroupField[];
  /** Which groups of too few cases are told as one: a view asks for those of each period. */
  readonly folding: Folding;
  readonly owner: string | null;
  /** The histories of owners that are declared, by the table of the cases. */
  readonly owners: ReadonlyMap<string, OwnersPlan>;
  /** By plan: the table of the cases with the owner of each at its due. */
  readonly owned: Map<CasePlan, string>;
  /** By plan: the table of the leads that tells which of its cases the other side is the reason of. */
  readonly excused: Map<CasePlan, string>;
  /** The leads that have what stood under ids that waivers name, by id; of leads that were merged alone. */
  readonly survivors: ReadonlyMap<string, string>;
  /** Whether it is judged as if every open dispute were upheld; absent: it is not. */
  readonly upholds?: true;
  readonly zone: ZoneTable;
  /** The month, from 1, in which its year begins: with `zone`, how it cuts the periods. */
  readonly yearStarts: number;
  readonly asIf: string | null;
  readonly asOf: Micros;
  readonly asOfFrom: 'flag' | 'data';
  /** Dates that are not taken for the present; null where there are none, or where as-of was asked for. */
  readonly stray: StrayDates | null;
  /** What as-of rests on; null where it was asked for, or rests on no event. */
  readonly grounds: Grounds | null;
  /** What is to be told of as-of, whatever is asked of the run. */
  readonly warnings: readonly Diagnostic[];
  readonly notes: readonly string[];
  readonly engine: Engine;
  /** By statement: the table that `holdActivities` has made of its rows. */
  readonly activityTables: Map<string, string>;
  /**
   * By what tells the cases of a plan from others: the table that `holdCases` has made of them. Null where
   * they are too many to be held.
   */
  readonly heldCases: Map<string, HeldCases> | null;
}

/** `exports` are those that were read, also where they can't be judged; null where nothing was. */
export interface Opened {
  readonly run: Run | null;
  readonly exports: ReadExports | null;
  readonly findings: readonly Diagnostic[];
}

/** What people read of an agreement beside its numbers. */
export const wordsOf = (
  agreement: Agreement,
): Pick<Compliance['agreement'], 'teams' | 'timed' | 'headers'> => ({
  teams: Object.fromEntries(Object.values(agreement.teams).map(({ id, title }) => [id, title])),
  timed: promisesOf(agreement)
    .filter(({ measure }) => kindOf(measure.kind).timing(measure) !== null)
    .map(({ id }) => id),
  headers: headersOf(agreement),
});

/** The header of each field's column; what the leads have goes first. */
const headersOf = ({ sources }: Agreement): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.values(sources)
      .toSorted((a, b) => Number(a.kind === 'leads') - Number(b.kind === 'leads'))
      .flatMap(({ fields }) => Object.values(fields).map(({ name, column }) => [name, column])),
  );

/** The agreement's title; it says so where other terms than those in force judge. */
export const titleOf = ({ newest, asIf }: Run): string =>
  asIf === null
    ? newest.agreement.title
    : t`${newest.agreement.title}, as if version ${asIf} had always been in force`;

import type { CaseState, Result } from './compliance.ts';
import type { YamlPath } from './diagnostic.ts';
import type { PromiseDef } from './promise-def.ts';
import type { Day, Duration, Micros } from './time.ts';

/** What an agreement says of disputes, and those that its files hold. */
export interface DisputeTerms {
  /** Paths or globs relative to the agreement. */
  readonly files: readonly string[];
  /** Teams or `sponsor`, all of whom settle a dispute; none: the teams that the promise binds. */
  readonly settledBy: readonly string[];
  /** From the day on which a dispute is raised to that on which it is settled. */
  readonly within: Duration | null;
  /** On which business time is counted. */
  readonly calendar: string | null;
  /** As they stand in the files. They are no part of what is signed. */
  readonly raised: readonly Dispute[];
}

/** A team does not agree with what is said of one lead under one promise. */
export interface Dispute {
  /** As shown to the reader. */
  readonly file: string;
  readonly lead: string;
  /** The id of a commitment or an objective that is a share. */
  readonly promise: string;
  /** A team. */
  readonly by: string;
  readonly on: Day;
  /** The argument, in the words of the team. */
  readonly says: string;
  readonly settled: Settlement | null;
  readonly path: YamlPath;
}

export interface Settlement {
  readonly outcome: 'upheld' | 'rejected';
  /** Teams or `sponsor`. */
  readonly by: readonly string[];
  readonly on: Day;
  readonly minutes: string | null;
}

/** What is agreed and signed of disputes: neither the files nor what is in them. */
export const agreedOnDisputes = ({ settledBy, within, calendar }: DisputeTerms) => ({
  settledBy: [...new Set(settledBy)].sort(),
  within,
  calendar,
});

/** The teams that a promise binds. */
const partiesOf = ({ owedBy, owedTo, sharedBy }: PromiseDef): readonly string[] => [
  ...new Set([owedBy, owedTo, ...sharedBy].flatMap((team) => team ?? [])),
];

/**
 * Who settles a dispute about a promise together. A third may settle it for both sides; where only sides are
 * named, no side settles it without the others.
 */
export function settlersOf(
  promise: PromiseDef,
  { settledBy }: Pick<DisputeTerms, 'settledBy'>,
): readonly string[] {
  const parties = partiesOf(promise);
  const hasThird = settledBy.some((one) => !parties.includes(one));
  return hasThird ? [...new Set(settledBy)] : parties;
}

/** The disputes of an agreement up to as-of, and what the numbers would be if the open ones were upheld. */
export interface DisputeRegister {
  readonly agreement: {
    readonly id: string;
    readonly title: string;
    readonly file: string;
    readonly timezone: string;
    /** The title of each team. */
    readonly teams: Readonly<Record<string, string>>;
  };
  readonly asOf: Micros;
  readonly asOfFrom: 'flag' | 'data';
  /** By the day on which they were raised. */
  readonly disputes: readonly DisputeState[];
  /** In the order of the agreement, then of the periods: those in which a case is disputed. */
  readonly ifUpheld: readonly IfUpheld[];
}

export interface DisputeState {
  readonly file: string;
  readonly line: number;
  /** Null where the leads are not shown. */
  readonly lead: string | null;
  readonly promise: string;
  /** Its title. */
  readonly title: string;
  readonly by: string;
  /** Local date, `2026-06-03`. */
  readonly on: string;
  /** Null where the leads are not shown: it is a free text about one of them. */
  readonly says: string | null;
  readonly is: 'open' | 'overdue' | 'upheld' | 'rejected';
  /** The last day on which it is settled in time; null where nothing is said. */
  readonly due: string | null;
  /** Teams or `sponsor`: who settles it, or has. */
  readonly settledBy: readonly string[];
  readonly settledOn: string | null;
  /** Null where the leads are not shown too: what is written for a path may name one. */
  readonly minutes: string | null;
  /** What the case is without any waiver; null where there is none. */
  readonly state: CaseState | null;
  readonly period: string | null;
}

/**
 * The numbers of the promise and the period of a case, where disputes about them are open. A period that a change of
 * terms cut has a number for each part: there the list of both says which is whose, and no row of a table.
 */
export function numbersBehind(
  { promise, period }: Pick<DisputeState, 'promise' | 'period'>,
  { ifUpheld }: Pick<DisputeRegister, 'ifUpheld'>,
): IfUpheld | null {
  const [one, ...others] = ifUpheld.filter((each) => each.id === promise && each.period === period);
  return one === undefined || others.length > 0 ? null : one;
}

/** One promise in one period, as it is and as it would be if every open dispute were upheld. */
export interface IfUpheld {
  readonly id: string;
  readonly period: string;
  /** Open disputes about its cases. */
  readonly open: number;
  readonly now: Result;
  readonly upheld: Result;
}

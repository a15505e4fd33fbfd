import type { Condition } from './condition.ts';
import type { YamlPath } from './diagnostic.ts';
import type { Measure } from './measure.ts';
import type { Day, Duration, PeriodUnit } from './time.ts';

/** A measure with a target: a commitment is owed by one team to the other, an objective is shared. */
export interface PromiseDef {
  readonly kind: 'commitment' | 'objective';
  readonly id: string;
  readonly title: string;
  readonly promise: string | null;
  /** Commitments and parts of an objective: one team; objectives: empty. */
  readonly owedBy: string | null;
  readonly owedTo: string | null;
  readonly sharedBy: readonly string[];
  /** Of a part of an objective: the id of the whole, whose measure it has. Absent for what is no part. */
  readonly partOf?: string;
  /** Of objectives: when and by whom it was drawn up; absent where nothing is said. */
  readonly drawnUp?: DrawnUp;
  readonly measure: Measure;
  /** The source whose rows are its cases, that of its stages; absent for the leads. */
  readonly population?: string;
  /** Scope of its cases at the start of their clocks. */
  readonly where: Condition | null;
  readonly target: Target;
  /** First match wins; a lead that none matches has the commitment's own terms. */
  readonly segments: readonly Segment[];
  /** Promises of the other side, by id, that excuse it; in the order in which they are told. Absent for none. */
  readonly excusedBy?: readonly string[];
  readonly minCases: number;
  readonly maxUnknown: number;
  /** Fraction of the time used from which a pending case is at risk. */
  readonly atRisk: number;
  readonly bookBy: 'start' | 'due';
  readonly formerly: string | null;
  readonly path: YamlPath;
}

/** How an objective came about: no verdict rests on it. */
export interface DrawnUp {
  readonly on: Day;
  /** Teams, or `sponsor`. */
  readonly by: readonly string[];
  /** A path from the folder of the agreement, or a link. */
  readonly minutes: string | null;
}

/** What a segment does not say, its commitment says. */
export interface Segment {
  readonly id: string;
  readonly where: Condition;
  readonly within: Duration | null;
  readonly calendar: string | null;
  readonly atLeast: number | null;
}

export interface Target {
  readonly cmp: '>=' | '<=';
  /** A rate is a fraction of 1; an amount is in `unit`. */
  readonly value: number;
  readonly of: 'rate' | 'number';
  /** `EUR`, `meetings`: printed, never converted; of a rate `steps`, where all of them are owed. */
  readonly unit: string | null;
  /** Null for a rate: the report's own period. */
  readonly per: PeriodUnit | null;
  readonly text: string;
  /** Other values of single periods, by their labels (`2026-08`); absent where all periods are alike. */
  readonly periods?: Readonly<Record<string, number>>;
}

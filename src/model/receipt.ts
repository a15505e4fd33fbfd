import type { CaseState, Input, Reason } from './compliance.ts';
import type { Place } from './diagnostic.ts';
import type { MeasureKind } from './measure.ts';
import type { Answer, ClockStretch, JudgeRequest } from './requests.ts';
import type { Limit, Micros } from './time.ts';

export interface ExplainRequest extends JudgeRequest {
  readonly lead: string;
}

export interface ExplainResult extends Answer {
  /**
   * One for each agreement that knows the lead, and of each of its hand-overs in their order; empty where
   * none does.
   */
  readonly receipts: readonly Receipt[];
}

/** All that the verdicts on one lead rest on. */
export interface Receipt {
  readonly agreement: {
    readonly id: string;
    readonly title: string;
    readonly file: string;
    readonly timezone: string;
  };
  readonly asOf: Micros;
  readonly asOfFrom: 'flag' | 'data';
  readonly inputs: readonly Input[];
  /** The key of the lead, or of the row. */
  readonly lead: string;
  /** The source that has the row; null for the leads. */
  readonly population: string | null;
  /** Of the leads that were merged into it. */
  readonly mergedIds: readonly string[];
  /** Which of the lead's hand-overs this is about; null where the export has one row a lead. */
  readonly handOver: ReceiptHandOver | null;
  /** The lines of the exports that hold the lead, and what became of each. */
  readonly rows: readonly ReceiptRow[];
  readonly lines: readonly ReceiptLine[];
}

export interface ReceiptHandOver {
  /** From 1, in the order of their dates. */
  readonly nth: number;
  readonly of: number;
  /** The field that tells them apart, the header of its column, and its instant; null for a blank cell. */
  readonly field: string;
  readonly column: string;
  readonly at: Micros | null;
}

export interface ReceiptRow {
  readonly source: string;
  /** As shown to the reader. */
  readonly file: string;
  /** Null where the row stays on its server, and is told by its key. */
  readonly line: number | null;
  /** Missing where a line tells the row, or the key is personal. */
  readonly key?: string;
  /** `judged`, `judged as hand-over 2`, `identical duplicate`, or why it was rejected. */
  readonly outcome: string;
  /** Mapped cells that are not blank, by field; personal ones only where asked for. */
  readonly cells: Readonly<Record<string, string>>;
  /** By field, the header of the column in which its cell stands. */
  readonly columns: Readonly<Record<string, string>>;
}

/** One promise under one version, and whether it applied to the lead. */
export interface ReceiptLine {
  readonly id: string;
  readonly kind: 'commitment' | 'objective';
  readonly measure: MeasureKind;
  /** Its author's title, else its id. */
  readonly title: string;
  readonly promise: string;
  readonly version: string;
  /** Of the promise in the agreement. */
  readonly place: Place;
  /** Whether the lead is a case of it. */
  readonly applies: boolean;
  /** Why it applies or not, in sentences; the conditions that decided come first. */
  readonly why: readonly string[];
  readonly segment: string | null;
  readonly state: CaseState | null;
  readonly reason: Reason | null;
  readonly atRisk: boolean;
  readonly period: string | null;
  readonly waiver: string | null;
  /** What was said of the lead under this promise, and what became of it, in sentences; absent where nothing was. */
  readonly disputed?: readonly string[];
  readonly clock: ReceiptClock | null;
  /** Whether touches are counted until due, and no stop is waited for. */
  readonly countsTouches: boolean;
  /** How many touches were owed; 0 where none are counted. */
  readonly atLeast: number;
  /** The touches that matched the filter, in order, and why one did not count. */
  readonly touches: readonly Touch[];
  /** Of a broken case, excused or not, those that excuse it first: what the other side had broken about the same lead by then. */
  readonly causes: readonly Cause[];
}

/** A promise of the other side that was broken before, or with, the one of the line. */
export interface Cause {
  readonly id: string;
  /** Its author's title, else its id. */
  readonly title: string;
  readonly owedBy: string;
  /** What people call the team. */
  readonly team: string;
  /** When it was broken; of a number that may not be passed, when the lead came to be counted. */
  readonly at: Micros;
  /** Whether the promise of the line names it as an excuse. */
  readonly excuses: boolean;
}

export interface Touch {
  readonly at: Micros;
  readonly counted: boolean;
  /** `before the start`, `after due`, `same day` ...; null where it counted. */
  readonly reason: string | null;
}

/** One clock from its start to its stop, or to as-of where nothing has stopped it. */
export interface ReceiptClock {
  readonly start: Moment;
  readonly stop: Moment | null;
  readonly within: string;
  readonly unit: Limit['unit'];
  /** Whose open time is counted; null for limits in wall time. */
  readonly calendar: string | null;
  /** IANA name: of the calendar, else of the agreement. */
  readonly timezone: string;
  readonly due: Micros | null;
  /** Business time where the limit is in business units, else wall time. */
  readonly elapsedSeconds: number | null;
  /**
   * From the start to the last of due, stop and as-of, without as-of where something has stopped the clock;
   * cut at each of them. Where touches are counted, to due. Empty for limits in wall time.
   */
  readonly stretches: readonly ClockStretch[];
  /** The pauses that the rows tell, in order; empty where the promise has none. */
  readonly holds: readonly ReceiptHold[];
}

/** One pause, and what it took off the clock. */
export interface ReceiptHold {
  readonly from: Micros;
  /** Null where it lasts. */
  readonly to: Micros | null;
  readonly tookSeconds: number;
  /** `before the start`, `inside another` ...; null where it took all that it lasted. */
  readonly reason: string | null;
  /** When the clock stood still for it and for none before it; null where it did not. */
  readonly span: { readonly from: Micros; readonly to: Micros } | null;
}

export interface Moment {
  /** Of the agreement. */
  readonly stage: string;
  readonly title: string;
  /** Header of the export's column. */
  readonly column: string;
  readonly at: Micros;
  /** The cell is a date without a time: the latest instant that it can mean. */
  readonly latest: Micros;
}

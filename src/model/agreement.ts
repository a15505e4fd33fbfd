import type { Condition } from './condition.ts';
import type { YamlPath } from './diagnostic.ts';
import type { DisputeTerms } from './dispute.ts';
import type { ExperimentTerms } from './experiment.ts';
import type { OnePerLead, OwnerHistory } from './links.ts';
import type { PlanTerms } from './plan.ts';
import type { PromiseDef } from './promise-def.ts';
import type { Day, DayRange, Duration, Window } from './time.ts';

export type { DrawnUp, PromiseDef, Segment, Target } from './promise-def.ts';

import type { View } from './view.ts';

/** A decoded agreement: what the YAML means, references checked, defaults filled in. */
export interface Agreement {
  /** Absolute path of its file; paths inside it are relative to this file's folder. */
  readonly file: string;
  readonly id: string;
  readonly title: string;
  readonly version: string;
  /** Why it replaces the version before it; null where nothing is said. */
  readonly why: string | null;
  /** Teams, or `sponsor`. */
  readonly decidedBy: readonly string[];
  readonly status: 'draft' | 'active' | 'retired';
  readonly effective: { readonly from: Day | null /** Inclusive. */; readonly to: Day | null };
  readonly review: { readonly every: Duration | null; readonly last: Day | null } | null;
  /** IANA name; cuts the periods. */
  readonly timezone: string;
  /** The month, from 1, in which the year begins; quarters and years follow it. */
  readonly yearStarts: number;
  readonly language: 'en' | 'fr';
  readonly teams: Readonly<Record<string, Team>>;
  readonly sponsor: string | null;
  readonly calendars: Readonly<Record<string, CalendarDef>>;
  readonly sources: Readonly<Record<string, SourceDef>>;
  readonly stages: Readonly<Record<string, Stage>>;
  /** The stages in the order in which a lead reaches them; empty where nothing is said. */
  readonly funnel: readonly string[];
  readonly profile: Profile | null;
  /** In the order of their priority where one is said, each with its parts behind it. */
  readonly objectives: readonly PromiseDef[];
  /** Objectives by id, the one first that goes before all others; absent where nothing is said. */
  readonly priorities?: readonly string[];
  readonly commitments: readonly PromiseDef[];
  readonly closing: ClosingTerms | null;
  /** What is assumed on the way to an objective: no verdict rests on it. Absent where nothing is said. */
  readonly plan?: PlanTerms;
  /** What may be tried, and what was; absent where nothing is said. */
  readonly experiments?: ExperimentTerms;
  /** Absent where nothing is said of them. */
  readonly disputes?: DisputeTerms;
  readonly views?: Readonly<Record<string, View>>;
  readonly waivers: readonly Waiver[];
  readonly approvals: readonly Approval[];
  readonly lint: Readonly<Record<string, 'error' | 'warning' | 'info' | 'off'>>;
}

/** How a month is closed; null where nothing is said. */
export interface ClosingTerms {
  /** From the end of the month. */
  readonly after: Duration | null;
  /** On which business time is counted. */
  readonly calendar: string | null;
  readonly cases: CasesAs | null;
}

/** How the record of a month names its cases: by a keyed hash of the lead, by the lead itself, or not at all. */
export type CasesAs = 'hashed' | 'ids' | 'none';

export interface Team {
  readonly id: string;
  readonly title: string;
  readonly lead: string | null;
}

export interface CalendarDef {
  readonly id: string;
  readonly timezone: string;
  readonly week: Week;
  /** Weeks that hold on some dates in place of `week`. */
  readonly seasons: readonly Season[];
  readonly holidays: readonly HolidayRef[];
  readonly closed: readonly DayRange[];
  /** A special opening replaces the day's windows, holidays and closed dates included. */
  readonly open: readonly { readonly day: Day; readonly windows: readonly Window[] }[];
}

/** Index 0 is Monday. Windows sorted; a window belongs to the day on which it opens. */
export type Week = readonly (readonly Window[])[];

/** A week that holds between some dates; no two of a calendar's seasons claim a date alike. */
export interface Season {
  readonly yearly: readonly YearlyDates[];
  readonly once: readonly DayRange[];
  readonly week: Week;
}

/** Dates of every year as month * 100 + day, both included; past the year's end where `to` is less. */
export interface YearlyDates {
  readonly from: number;
  readonly to: number;
}

export type HolidayRef =
  /** `FR` or `FR-57`, as written in `text`. */
  | { readonly kind: 'rule'; readonly country: string; readonly region: string | null; readonly text: string }
  /** Path relative to the agreement. */
  | { readonly kind: 'ics'; readonly file: string };

/**
 * `leads` has one row a lead (or a hand-over), `activities` many of a lead or another row, `joined` at most one.
 * `records` is a file kept by hand, which belongs to no lead. `population` has rows of its own, each with a
 * key: requests, actions, tickets.
 */
export interface SourceDef {
  readonly name: string;
  readonly kind: 'leads' | 'activities' | 'joined' | 'records' | 'population';
  /** Paths or globs relative to the agreement. */
  readonly files: readonly string[];
  readonly preset: string | null;
  readonly csv: CsvDialect;
  /** Of workbooks: the sheet by name; null or absent: the first. */
  readonly sheet?: string | null;
  /** Of databases and servers: the table; absent for the only one. */
  readonly table?: string;
  /** Of tables of a server: the connection by name; absent for files. */
  readonly connection?: string;
  /** IANA name, of timestamps without an offset; null where every datetime field carries an offset. */
  readonly timezone: string | null;
  /** Of activities: the source with rows of its own whose rows they are about; absent for the leads. */
  readonly of?: string;
  /**
   * Leads: the field that identifies a lead, which may be one made of several. Joined and activities:
   * the field that holds the key of the lead, or of the row that they are about.
   */
  readonly key: string;
  /** Joined: the field of the leads that `key` must equal. Elsewhere equal to the key of the leads, or of `of`. */
  readonly joinsTo: string;
  /** Activities: the fields of the leads of which one equals `key`; absent where that is their key. */
  readonly leadBy?: readonly string[];
  readonly fields: Readonly<Record<string, FieldDef>>;
  /** Cells read as blank, beside the empty cell; compared after trimming, whatever their case. */
  readonly nulls: readonly string[];
  /** Joined: which of several rows of a lead joins it. Absent: several that differ are an error. */
  readonly onePerLead?: OnePerLead;
  readonly duplicates: { readonly keep: 'error' } | { readonly keep: 'latest'; readonly by: string };
  /**
   * Of leads that come back. With one row a lead: which passage its dates tell. With one row a hand-over:
   * the date field that tells one from the next. Null: not declared.
   */
  readonly recycled: 'first' | 'latest' | { readonly handedOver: string } | null;
  /**
   * Of leads: the field that tells merges, with the ids that were merged into the lead of the row (`ids`),
   * or the id of the lead that the row was merged into (`into`). Null or absent: none.
   */
  readonly merged?: { readonly by: 'ids' | 'into'; readonly field: string } | null;
  /** Of cases: the source that tells who owned one from when to when. Absent: only the owner of today is known. */
  readonly owners?: OwnerHistory;
  /** Fraction of rows that may be rejected before there is no answer. */
  readonly maxRejected: number;
  readonly path: YamlPath;
}

export interface CsvDialect {
  readonly delimiter: string;
  readonly quote: string;
  readonly encoding: 'utf-8' | 'utf-16' | 'latin-1' | 'windows-1252';
  /** Lines before the header line. */
  readonly skip: number;
}

export interface FieldDef {
  readonly name: string;
  /** Header of the export's column. */
  readonly column: string;
  /**
   * Other headers that the same column has, in another language of the CRM; of presets. One of them all
   * must be there.
   */
  readonly aliases?: readonly string[];
  readonly type: 'text' | 'integer' | 'decimal' | 'boolean' | 'date' | 'datetime';
  /**
   * Of numbers: the unit of the target that adds them up, `EUR` or `€`; absent or null for none. It is no
   * key of the agreement.
   */
  readonly currency?: string | null;
  /** Of dates: `iso`, `epoch`, `epoch-ms`, `excel` or a Unicode pattern such as `dd/MM/yyyy HH:mm`. */
  readonly format: string | null;
  readonly decimal: '.' | ',';
  /** Of texts: the words that both teams agreed on; absent where they did not. Compared by `alikeText`. */
  readonly values?: readonly string[];
  /** Personal data: left out of outputs unless asked for. */
  readonly personal: boolean;
  /**
   * Of a key that is made of several columns: the fields of these, in their order; of a datetime in two columns:
   * that of its date and that of its time of day. Its text is theirs with " | " between them; `column` is for people.
   */
  readonly parts?: readonly FieldDef[];
  readonly path: YamlPath;
}

export interface Stage {
  readonly id: string;
  readonly title: string;
  /** A date or datetime field of the leads or of a joined source. */
  readonly at: string;
  /** The stage is reached only where this holds. */
  readonly when: Condition | null;
  /** The source whose rows reach it; absent for the leads. */
  readonly population?: string;
}

export interface Profile {
  readonly title: string | null;
  readonly must: Condition | null;
  readonly mustNot: Condition | null;
  readonly score: {
    readonly atLeast: number;
    readonly points: readonly { readonly add: number; readonly when: Condition }[];
  } | null;
  /** Answers that take a lead to be outside of it, or inside; absent where nothing is said. */
  readonly answers?: { readonly outside: Condition | null; readonly inside: Condition | null };
}

/** Names leads by their keys, or by the days of their starts, a condition, or both. */
export interface Waiver {
  readonly leads: readonly string[];
  /** Of the leads; absent where nothing is asked of them. */
  readonly where?: Condition;
  readonly between: DayRange | null;
  /** Null: every commitment. */
  readonly commitment: string | null;
  readonly reason: string;
  readonly approvedBy: readonly string[];
  readonly expires: Day | null;
  /** It holds from that day on, for whatever it names; absent where it always did. */
  readonly since?: Day;
  /** Who raised the dispute that it is the end of, and when; absent from what the agreement itself waives. */
  readonly dispute?: { readonly by: string; readonly on: Day };
  readonly path: YamlPath;
}

export interface Approval {
  readonly team: string;
  readonly role: string | null;
  readonly name: string | null;
  readonly date: Day | null;
  readonly digest: string | null;
  readonly path: YamlPath;
}

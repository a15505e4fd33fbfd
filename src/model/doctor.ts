import type { SourceDef } from './agreement.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { TableRead } from './reading.ts';
import type { Answer, Selection } from './requests.ts';
import type { Micros } from './time.ts';

export interface DoctorRequest extends Selection {
  /** Ask the data what their patterns give to ask. */
  readonly data: boolean;
  /** An instant or a date; null: the latest instant in the data. */
  readonly asOf: string | null;
}

/** What runs, and where. */
export interface Platform {
  readonly node: string;
  /** `linux x64` */
  readonly system: string;
  /** Release of the IANA time zone database that the program brings: `2026f`. */
  readonly zones: string;
  /** `DuckDB v1.5.6` */
  readonly engine: string;
}

export interface DoctorResult extends Answer {
  readonly platform: Platform;
  readonly agreements: readonly DoctorAgreement[];
}

export interface DoctorAgreement {
  readonly id: string;
  readonly title: string;
  readonly versions: readonly DoctorVersion[];
  /** The version in force at `asOf`; null where there is none, or where nothing tells an instant. */
  readonly inForce: string | null;
  readonly asOf: Micros | null;
  readonly asOfFrom: 'flag' | 'data' | null;
  readonly sources: readonly DoctorSource[];
  /** Of the newest version. */
  readonly timezone: string;
  /** IANA names: of the agreement, its calendars and its sources. */
  readonly zones: readonly string[];
  /** Whether the exports could be read. */
  readonly isRead: boolean;
  /** How much the data give to ask; null where they were not asked. */
  readonly asked: number | null;
}

interface DoctorVersion {
  readonly version: string;
  readonly status: string;
  readonly file: string;
  /** `2026-07-01`, null: without an end. */
  readonly from: string | null;
  readonly to: string | null;
}

/** Of the newest version. */
export interface DoctorSource {
  readonly name: string;
  readonly kind: SourceDef['kind'];
  readonly files: readonly { readonly file: string; readonly bytes: number; readonly modified: Micros }[];
  /** Of servers, as they were read; absent where files hold the rows. */
  readonly tables?: readonly TableRead[];
}

export interface DoctorDocument {
  readonly platform: Platform;
  readonly agreements: readonly DoctorAgreement[];
  readonly findings: readonly Diagnostic[];
  readonly texts: Readonly<Record<string, string>>;
}

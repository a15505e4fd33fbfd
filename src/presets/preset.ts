import type { CsvDialect, FieldDef } from '../model/agreement.ts';

/** What a CRM calls its columns and how it writes its dates, by our field names. */
export interface Preset {
  readonly name: string;
  readonly title: string;
  readonly csv: Partial<CsvDialect>;
  /** Columns that this export may have; one that nothing reads need not be there. */
  readonly fields: Readonly<Record<string, PresetField>>;
  /** The field that identifies a row. */
  readonly key: string;
  /**
   * Fields of which such an export has one, and the program's other exports none; absent where the key
   * tells.
   */
  readonly telling?: readonly string[];
  /** Whose clock a time without an offset shows: a sentence, for the person who must declare the zone. */
  readonly clock: string;
  /** The fields that can serve as a stage, the best first. */
  readonly stages: Readonly<Partial<Record<StageName, readonly string[]>>>;
  /**
   * Of tickets, whose rows are no leads: the fields of their stages and of their deadline. Absent for leads.
   */
  readonly ofTickets?: Readonly<Partial<Record<'opened' | 'answered' | 'solved' | 'due', string>>>;
  /** Columns that look like the first contact and are not. */
  readonly notContact: readonly { readonly columns: readonly string[]; readonly why: string }[];
  /** The field that holds the state of a lead, and what its words mean; null where each firm has its own. */
  readonly statuses: Statuses | null;
}

export type StageName = 'created' | 'qualified' | 'assigned' | 'contacted' | 'answered' | 'won';

interface Statuses {
  readonly field: string;
  readonly waiting: readonly string[];
  readonly contacted: readonly string[];
  readonly accepted: readonly string[];
  readonly refused: readonly string[];
}

export type PresetField = Omit<FieldDef, 'name' | 'path'>;

/** Headers of one column: the first is the usual one, the others are other interfaces'. */
type Headers = readonly [column: string, ...aliases: string[]];

const field = ([column, ...aliases]: Headers, rest: Omit<PresetField, 'column' | 'aliases'>): PresetField =>
  aliases.length === 0 ? { column, ...rest } : { column, aliases, ...rest };

const PLAIN = { type: 'text', format: null, decimal: '.', personal: false } as const;

export const text = (...headers: Headers): PresetField => field(headers, PLAIN);

/** Of a person: left out of outputs unless asked for. */
export const personal = (...headers: Headers): PresetField => field(headers, { ...PLAIN, personal: true });

export const integer = (...headers: Headers): PresetField => field(headers, { ...PLAIN, type: 'integer' });

export const decimal = (sign: '.' | ',', ...headers: Headers): PresetField =>
  field(headers, { ...PLAIN, type: 'decimal', decimal: sign });

export const moment = (format: string, ...headers: Headers): PresetField =>
  field(headers, { ...PLAIN, type: 'datetime', format });

export const day = (format: string, ...headers: Headers): PresetField =>
  field(headers, { ...PLAIN, type: 'date', format });

import type { CsvDialect, FieldDef } from '../model/agreement.ts';

/** What a CRM calls its columns and how it writes its dates, by our field names. */
export interface Preset {
  readonly name: string;
  readonly title: string;
  readonly csv: Partial<CsvDialect>;
  readonly fields: Readonly<Record<string, Omit<FieldDef, 'name' | 'path'>>>;
}

import type { FieldDef } from '../model/agreement.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { JudgeRequest } from '../model/requests.ts';
import type { Sourced } from './families.ts';
import type { RunTables } from './tables.ts';

/** A field by which results are cut, and its column. */
export interface GroupField {
  readonly field: string;
  readonly column: string;
}

/** The fields of `--by`; unknown and personal ones are refused. */
export function groupFields(
  request: Pick<JudgeRequest, 'by' | 'personal'>,
  { agreement }: Sourced,
  tables: RunTables,
): { readonly fields: readonly GroupField[]; readonly findings: readonly Diagnostic[] } {
  const known: Readonly<Record<string, FieldDef>> = Object.assign(
    {},
    ...tables.joined().map(({ source }) => source.fields),
    tables.leads.source.fields,
  );
  const findings: Diagnostic[] = [];
  const fields: GroupField[] = [];
  for (const field of new Set(request.by)) {
    const def = Object.hasOwn(known, field) ? known[field] : undefined;
    if (!def)
      findings.push(
        wrong(
          `--by: "${agreement.id}" has no field "${field}"`,
          `the fields are ${Object.keys(known).join(', ')}`,
        ),
      );
    else if (def.personal && !request.personal)
      findings.push(
        wrong(
          `--by: the field "${field}" is personal`,
          'add --personal to show its values, to people who may see them',
        ),
      );
    else fields.push({ field, column: tables.leads.text(field) });
  }
  return { fields, findings };
}

const wrong = (message: string, help: string): Diagnostic => ({
  rule: 'wrong-option',
  severity: 'error',
  message,
  help,
  fatal: true,
});

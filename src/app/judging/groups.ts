import { t } from '../../messages/index.ts';
import type { Agreement, FieldDef } from '../../model/agreement.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { JudgeRequest } from '../../model/requests.ts';
import { handedOverBy } from '../../plan/facts.ts';
import { RECYCLED } from '../../sql/hand-over.ts';
import type { Sourced } from '../agreements/family.ts';
import type { RunTables } from '../exports/tables.ts';

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
  const handOvers = handedOverBy(tables.leads.source) !== null;
  for (const field of new Set(request.by)) {
    const def = Object.hasOwn(known, field) ? known[field] : undefined;
    if (!def && field === RECYCLED && handOvers) fields.push({ field, column: RECYCLED });
    else if (!def && field === RECYCLED) findings.push(nobodyCameBack('--by', agreement));
    else if (!def)
      findings.push(
        wrong(
          t`--by: "${agreement.id}" has no field "${field}"`,
          t`the fields are ${Object.keys(known).join(', ')}`,
        ),
      );
    else if ((def.personal || (field === 'owner' && isOwnerPersonal(tables))) && !request.personal)
      findings.push(
        wrong(
          t`--by: the field "${field}" is personal`,
          t`add --personal to show its values, to people who may see them`,
        ),
      );
    else fields.push({ field, column: tables.leads.text(field) });
  }
  return { fields, findings };
}

/** Whether the history of the owners says that their names are personal. */
function isOwnerPersonal({ leads, activities }: RunTables): boolean {
  const { owners } = leads.source;
  return owners !== undefined && activities(owners.source).source.fields[owners.owner]?.personal === true;
}

/**
 * The leads whose rows are hand-overs tell which of them came back; where they are not, nothing may be
 * asked about those.
 */
export const nobodyCameBack = (option: string, { id }: Agreement): Diagnostic =>
  wrong(
    t`${option}: the leads of "${id}" do not tell which of them came back`,
    t`where the export has a row for each hand-over, declare "recycled: each" and "handed_over"`,
  );

const wrong = (message: string, help: string): Diagnostic => ({
  rule: 'wrong-option',
  severity: 'error',
  message,
  help,
  fatal: true,
});

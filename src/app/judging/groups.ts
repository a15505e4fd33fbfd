import { t } from '../../messages/index.ts';
import type { Agreement, FieldDef } from '../../model/agreement.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { isHidden, isToldHidden, type Personal } from '../../model/personal.ts';
import { promisesOf } from '../../model/promises.ts';
import type { JudgeRequest } from '../../model/requests.ts';
import { type Facts, handedOverBy } from '../../plan/facts.ts';
import { RECYCLED } from '../../sql/hand-over.ts';
import type { Sourced } from '../agreements/family.ts';
import { fieldMeant } from '../agreements/field-meant.ts';
import type { RunTables } from '../exports/tables.ts';
import { namesFor } from '../findings/meant.ts';
import { wrongOption } from '../findings/wrong-option.ts';

/** A field by which results are cut. */
export interface GroupField {
  readonly field: string;
  /** Its column, by the table whose rows have it: the leads, or another population. */
  readonly columns: Readonly<Record<string, string>>;
  /** Whether its values name persons: who owns a row, or what is personal. */
  readonly isPerson: boolean;
}

/** The fields of `--by`; unknown and personal ones are refused. */
export function groupFields(
  request: Pick<JudgeRequest, 'by' | 'personal'>,
  { agreement }: Sourced,
  tables: RunTables,
): { readonly fields: readonly GroupField[]; readonly findings: readonly Diagnostic[] } {
  const rows = rowsJudged(agreement, tables);
  const findings: Diagnostic[] = [];
  const fields: GroupField[] = [];
  const handOvers = handedOverBy(tables.leads.source) !== null;
  for (const field of new Set(request.by.map((typed) => fieldMeant(typed, agreement)))) {
    const having = rows.filter(({ known }) => Object.hasOwn(known, field));
    const hidden =
      having.some(({ known }) => isHidden(known[field], request.personal)) ||
      (field === 'owner' && isToldOwnerHidden(tables, request.personal));
    if (having.length === 0 && field === RECYCLED && handOvers)
      fields.push({ field, columns: { [tables.leads.table]: RECYCLED }, isPerson: false });
    else if (having.length === 0 && field === RECYCLED) findings.push(nobodyCameBack('--by', agreement));
    else if (having.length === 0)
      findings.push(
        wrongOption(
          t`--by: "${agreement.id}" has no field "${field}"`,
          t`the fields are ${namesFor(
            field,
            rows.flatMap(({ known }) =>
              Object.values(known).map(({ name, column }) => ({ id: name, title: column })),
            ),
          )}`,
        ),
      );
    else if (hidden)
      findings.push(
        wrongOption(
          t`--by: the field "${field}" is personal`,
          t`add --personal to show its values, to people who may see them`,
        ),
      );
    else
      fields.push({
        field,
        columns: Object.fromEntries(having.map(({ facts }) => [facts.table, facts.text(field)])),
        isPerson: field === 'owner' || having.some(({ known }) => known[field]?.personal === true),
      });
  }
  return { fields, findings };
}

/** The rows that promises are about, each with the fields that they have. */
function rowsJudged(
  agreement: Agreement,
  tables: RunTables,
): readonly { readonly facts: Facts; readonly known: Readonly<Record<string, FieldDef>> }[] {
  const names = new Set(promisesOf(agreement).flatMap(({ population }) => population ?? []));
  const ofLeads: Readonly<Record<string, FieldDef>> = Object.assign(
    {},
    ...tables.joined().map(({ source }) => source.fields),
    tables.leads.source.fields,
  );
  return [
    { facts: tables.leads, known: ofLeads },
    ...[...names].map((name) => {
      const facts = tables.population(name);
      return { facts, known: facts.source.fields };
    }),
  ];
}

/** Whether rows have every field by which results are cut: of others the whole alone is told. */
export const isCut = (by: readonly GroupField[], { table }: Facts): boolean =>
  by.length > 0 && by.every(({ columns }) => columns[table] !== undefined);

/** Whether a history of owners says that their names are personal, and nobody may see them. */
export const isToldOwnerHidden = ({ cases, activities }: RunTables, personal: Personal): boolean =>
  cases().some(({ source: { owners } }) =>
    isToldHidden(owners && activities(owners.source).source.fields[owners.owner], personal),
  );

/**
 * The leads whose rows are hand-overs tell which of them came back; where they are not, nothing may be
 * asked about those.
 */
export const nobodyCameBack = (option: string, { id }: Agreement): Diagnostic =>
  wrongOption(
    t`${option}: the leads of "${id}" do not tell which of them came back`,
    t`where the export has a row for each hand-over, declare "recycled: each" and "handed_over"`,
  );

import { t } from '../../messages/index.ts';
import { anyOf } from '../../messages/list.ts';
import type { Agreement, FieldDef, SourceDef } from '../../model/agreement.ts';
import { conditionWords } from './conditions.ts';
import { quoted } from './small-forms.ts';

/** How the rows of a source find the lead, or the row, that they are about; nothing where it is by the key. */
export function rowTexts(source: SourceDef, agreement: Agreement): readonly string[] {
  return [...linkTexts(source, agreement), ...oneOfSeveral(source, agreement)];
}

function linkTexts({ name, key, of, leadBy, fields }: SourceDef, agreement: Agreement): readonly string[] {
  const own = quotedColumn(fields[key], key);
  if (of !== undefined) return [t`A row of ${name} is about the row of ${of} that ${own} names.`];
  if (leadBy === undefined) return [];
  const leads = Object.values(agreement.sources).find(({ kind }) => kind === 'leads');
  const named = leadBy.map((field) => quotedColumn(leads?.fields[field], field));
  return [t`A row of ${name} is about each lead whose ${anyOf(named)} is what ${own} holds.`];
}

function oneOfSeveral({ name, onePerLead, fields }: SourceDef, agreement: Agreement): readonly string[] {
  if (onePerLead === undefined) return [];
  const { by, order, prefer } = onePerLead;
  const date = quotedColumn(fields[by], by);
  const taken =
    order === 'first'
      ? t`Of several rows of ${name} about one lead the one with the first ${date} counts`
      : t`Of several rows of ${name} about one lead the one with the latest ${date} counts`;
  return [
    prefer === null
      ? t`${taken}.`
      : t`${taken}; those where ${conditionWords(prefer, agreement)} go before the others.`,
  ];
}

const quotedColumn = (field: FieldDef | undefined, name: string): string => quoted(field?.column ?? name);

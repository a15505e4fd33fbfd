import { fieldsOf } from '../../kinds/fields.ts';
import { kindOf } from '../../kinds/index.ts';
import type { FieldDef } from '../../model/agreement.ts';
import { resolve } from '../../plan/facts.ts';
import type { RunTables } from '../exports/tables.ts';
import type { Planned } from '../judging/run.ts';

/** By this name a field says where a lead comes from. */
const SOURCE = 'source';

/** The fields by which the cases of a promise are told. */
interface AnswerFields {
  readonly words: readonly FieldDef[];
  /** Null where it is not mapped, or personal. */
  readonly source: FieldDef | null;
}

/** Asks for the columns that hold what one team tells the other of its leads. */
export function askForAnswers(tables: RunTables, planned: readonly Planned[]): void {
  for (const one of planned) {
    const fields = answerFields(one, tables);
    if (fields === null) continue;
    for (const { name } of [...fields.words, ...(fields.source === null ? [] : [fields.source])])
      tables.leads.text(name);
    profileColumn(one, tables);
  }
}

/** The flag of the profile; null where there is none. */
export const profileColumn = ({ inForce }: Planned, tables: RunTables): string | null => {
  const { agreement } = inForce.sourced;
  return agreement.profile === null ? null : tables.leads.flag(agreement, [{ op: 'profile' }]);
};

/**
 * The words that the last stage of a promise rests on, in the order in which its condition names them; null
 * where it rests on none, or is of no lead.
 */
export function answerFields({ promise, inForce }: Planned, tables: RunTables): AnswerFields | null {
  const { agreement } = inForce.sourced;
  const to = kindOf(promise.measure.kind).timing(promise.measure)?.to ?? null;
  if (promise.kind !== 'commitment' || promise.population !== undefined || typeof to !== 'string')
    return null;
  const when = agreement.stages[to]?.when ?? null;
  if (when === null) return null;
  const known = knownFields(tables);
  const told = (name: string): readonly FieldDef[] => {
    const field = known[name];
    return field !== undefined && field.type === 'text' && !field.personal ? [field] : [];
  };
  const words = [...new Set(fieldsOf(resolve(when, agreement)))].flatMap(told);
  const [source = null] = told(SOURCE);
  return words.length === 0 ? null : { words, source };
}

/** As the newest version maps them, by which the exports are read. */
const knownFields = (tables: RunTables): Readonly<Record<string, FieldDef>> =>
  Object.fromEntries(
    [...tables.joined(), tables.leads].flatMap(({ source }) => Object.entries(source.fields)),
  );

import type { FieldsOf } from '../../kinds/wording.ts';
import { language, t } from '../../messages/index.ts';
import { afterTeam } from '../../messages/team-word.ts';
import type { Agreement, FieldDef, PromiseDef } from '../../model/agreement.ts';
import { quoted } from './small-forms.ts';

/** Words in place of the signs that part them in an id. */
const spaced = (id: string): string => id.replace(/[_-]+/g, ' ');

/** Its title in quotes; else its id as words. */
export function stageName({ stages }: Agreement, id: string): string {
  const title = stages[id]?.title;
  return title === undefined || title === id ? quoted(spaced(id)) : quoted(title);
}

function fieldDef(agreement: Agreement, name: string, of: FieldsOf | undefined): FieldDef | undefined {
  if (of === 'records') return undefined;
  if (of !== undefined) return agreement.sources[of.source]?.fields[name];
  const rows = Object.values(agreement.sources).filter(({ kind }) => kind !== 'activities');
  // What the leads have goes first.
  const all = [
    ...rows.filter(({ kind }) => kind !== 'population'),
    ...rows.filter(({ kind }) => kind === 'population'),
  ];
  return all.map(({ fields }) => fields[name]).find((field) => field !== undefined);
}

/** Whose fields the conditions of a promise name: those of its own rows; of the leads where it has none. */
export const rowsOf = ({ population }: Pick<PromiseDef, 'population'>): FieldsOf | undefined =>
  population === undefined ? undefined : { source: population };

/** English takes the id for a word; other languages the header of the column, which the reader knows. */
export function fieldName(agreement: Agreement, name: string, of?: FieldsOf): string {
  if (language() === 'en') return spaced(name);
  return quoted(fieldDef(agreement, name, of)?.column ?? spaced(name));
}

/** The header of a field's column; of several, all of them. */
export const headerOf = (agreement: Agreement, name: string, of?: FieldsOf): string =>
  fieldDef(agreement, name, of)?.column ?? name;

/** The header of a field's column, in quotes. */
export const columnName = (agreement: Agreement, name: string): string => quoted(headerOf(agreement, name));

export const teamName = ({ teams }: Agreement, id: string): string => teams[id]?.title ?? id;

/**
 * `M1`, `S2`, `O1`: the first letter of the team that owes it, and its place among what that team owes; two
 * letters where teams begin alike. Objectives are `O`, and the parts of `O1` are `O1.1` and `O1.2`.
 */
export function codesOf(agreement: Agreement): ReadonlyMap<string, string> {
  const letters = (id: string, n: number): string => {
    const plain = teamName(agreement, id)
      .normalize('NFD')
      .replace(/[^\p{L}]/gu, '');
    const [first = '?', ...rest] = [...plain].slice(0, n);
    return first.toUpperCase() + rest.join('').toLowerCase();
  };
  const owing = [...new Set(agreement.commitments.flatMap(({ owedBy }) => owedBy ?? []))];
  const alike = new Set(['O', ...owing.map((id) => letters(id, 1))]).size <= owing.length;
  const places = new Map<string, number>();
  const codes = new Map<string, string>();
  for (const { id, kind, owedBy, partOf } of [...agreement.objectives, ...agreement.commitments]) {
    const letter = kind === 'objective' || owedBy === null ? 'O' : letters(owedBy, alike ? 2 : 1);
    const under = partOf === undefined ? letter : `${codes.get(partOf) ?? letter}.`;
    const place = (places.get(under) ?? 0) + 1;
    places.set(under, place);
    codes.set(id, `${under}${place}`);
  }
  return codes;
}

/** `Marketing owes Sales`, as a title. */
export const owesTitle = (agreement: Agreement, by: string, to: string): string =>
  t`What ${afterTeam(teamName(agreement, by))} owes ${afterTeam(teamName(agreement, to))}`;

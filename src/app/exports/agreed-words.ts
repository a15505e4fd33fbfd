import type { Engine } from '../../engine/engine.ts';
import { plural, t } from '../../messages/index.ts';
import { nearest } from '../../messages/nearest.ts';
import { whole } from '../../messages/numbers.ts';
import type { FieldDef } from '../../model/agreement.ts';
import { alikeText } from '../../model/alike.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { firstLine } from '../../model/first-line.ts';
import type { Facts } from '../../plan/facts.ts';
import { type WordOutside, wordsOutsideSql } from '../../sql/facts/words-outside.ts';
import type { Sourced } from '../agreements/family.ts';
import type { ReadExports } from './read-all.ts';
import type { RunTables } from './tables.ts';

/** Words that are shown of a field, and characters of each. */
const [EXAMPLES, SHOWN] = [3, 40];

interface WordField {
  readonly field: FieldDef;
  readonly agreed: readonly string[];
}

/** The fields of a source whose words both teams agreed on. */
const wordFields = (fields: Readonly<Record<string, FieldDef>>): readonly WordField[] =>
  Object.values(fields).flatMap((field) => (field.values ? [{ field, agreed: field.values }] : []));

/** Asks for the cells of these fields, in every table that is read. A joined table has them by name. */
export function askForWords(tables: RunTables): void {
  for (const facts of tables.all())
    if (!tables.joined().includes(facts))
      for (const { field } of wordFields(facts.source.fields)) facts.text(field.name);
}

/** What stands outside the agreed words: one finding a field, at the words. It changes no number. */
export async function wordFindings({
  newest,
  tables,
  exports,
  engine,
}: {
  readonly newest: Sourced;
  readonly tables: RunTables;
  readonly exports: ReadExports;
  readonly engine: Engine;
}): Promise<readonly Diagnostic[]> {
  const findings: Diagnostic[] = [];
  for (const { facts } of exports.reports) {
    const isJoined = tables.joined().includes(facts);
    for (const { field, agreed } of wordFields(facts.source.fields)) {
      const column = isJoined ? field.name : facts.text(field.name);
      const words = agreed.map((word) => alikeText(word.trim()));
      const outside = await engine.rows<WordOutside>(
        wordsOutsideSql({ table: facts.table, column }, words, EXAMPLES, engine.dialect),
      );
      const [first] = outside;
      if (first === undefined) continue;
      findings.push({
        ...said({ facts, field, first, outside, agreed }),
        place: newest.place([...field.path, 'values'], 'key'),
      });
    }
  }
  return newest.weigh(findings);
}

interface Outside extends WordField {
  readonly facts: Facts;
  /** One of them, which knows of all how many they are. */
  readonly first: WordOutside;
  readonly outside: readonly WordOutside[];
}

function said({ facts: { source }, field, first: { words, cells }, outside, agreed }: Outside): Diagnostic {
  const all = whole(cells);
  const which = field.personal ? t`personal, and not shown` : examples(outside, words, agreed);
  return {
    rule: 'word-outside',
    severity: 'warning',
    message: plural(
      cells,
      t`${all} cell of "${field.name}" in "${source.name}" is outside its agreed words: ${which}`,
      t`${all} cells of "${field.name}" in "${source.name}" are outside its agreed words: ${which}`,
    ),
    help: t`correct the cells in the CRM, or agree on the word and add it to "values"`,
  };
}

/** `"Pas de Budget" (12, did you mean "Pas de budget"?), "Autre" (3)`, and how many more words there are. */
function examples(outside: readonly WordOutside[], words: number, agreed: readonly string[]): string {
  const shown = outside.map(({ word, n }) => {
    const near = nearest(word, agreed);
    const cell = firstLine(word, SHOWN);
    return near === null ? `"${cell}" (${whole(n)})` : t`"${cell}" (${whole(n)}, did you mean "${near}"?)`;
  });
  const more = words - shown.length;
  const list = shown.join(', ');
  if (more === 0) return list;
  return plural(more, t`${list} and ${whole(more)} more word`, t`${list} and ${whole(more)} more words`);
}

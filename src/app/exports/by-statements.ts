import { chosenBy, evidenceOf, testsOf } from '../../kinds/fields.ts';
import { t } from '../../messages/index.ts';
import { allOf } from '../../messages/list.ts';
import { quoted } from '../../messages/quoted.ts';
import type { FieldDef, SourceDef } from '../../model/agreement.ts';
import type { Condition } from '../../model/condition.ts';
import { isInTwoColumns } from '../../model/two-columns.ts';
import type { Facts } from '../../plan/facts.ts';
import type { JudgingDialect } from '../../sql/dialects/dialect.ts';
import { portablePattern } from '../../sql/portable-pattern.ts';
import { fieldsOfColumns } from '../../sql/read/columns.ts';

/** Why statements of a server can not look at these tables as the reading here does, as a sentence; null where they can. */
export function whyNotByStatements(tables: readonly Facts[], { name, lacks }: JudgingDialect): string | null {
  for (const { source, columns } of tables) {
    if (source.kind === 'records')
      return t`It counts the records of "${source.name}", a file kept by hand that no warehouse holds`;
    if (source.merged)
      return t`"${source.name}" tells of merged leads, which a statement does not follow yet`;
    if (source.leadBy)
      return t`The rows of "${source.name}" name their lead by ${allOf(source.leadBy.map(quoted))}, which a statement does not follow yet`;
    const apart = [...fieldsOfColumns(columns()), ...toldApartBy(source)].find((name) =>
      isApart(source.fields[name]),
    );
    if (apart !== undefined)
      return t`"${apart}" of "${source.name}" is a date and its time in two columns, which a statement does not put together yet`;
    const conditions = columns().flatMap((each) => (each.kind === 'flag' ? [each.condition] : []));
    if (conditions.some((each) => evidenceOf(each).length > 0))
      return t`It asks for evidence in files beside the agreement, which no warehouse sees`;
    const pattern = conditions.flatMap(patternsOf).find((each) => portablePattern(each) === null);
    if (pattern !== undefined && lacks.has('patterns'))
      return t`The pattern "${pattern}" may mean something else to ${name}: write it with letters, classes and anchors`;
  }
  return null;
}

/** The fields by which the rows of a source are told apart. */
const toldApartBy = (source: SourceDef): readonly string[] => [
  ...chosenBy(source),
  ...(source.duplicates.keep === 'latest' ? [source.duplicates.by] : []),
  ...(typeof source.recycled === 'object' && source.recycled ? [source.recycled.handedOver] : []),
  ...(source.fields[source.key]?.parts ?? []).map(({ name }) => name),
];

const isApart = (field: FieldDef | undefined): boolean => field !== undefined && isInTwoColumns(field);

/** The patterns that a condition looks for. */
const patternsOf = (condition: Condition): readonly string[] =>
  testsOf(condition).flatMap((each) => (each.op === 'matches' ? [each.pattern] : []));

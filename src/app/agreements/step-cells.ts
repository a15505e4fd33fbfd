import type { SourceDef } from '../../model/agreement.ts';
import { alikeText } from '../../model/alike.ts';
import type { Condition } from '../../model/condition.ts';
import { namesOf } from '../../model/header-names.ts';
import { jointKey } from '../../model/joint-key.ts';
import type { YamlRecords } from '../../model/reading.ts';

/** The cell of a field as exports are read: what reads alike is one, and what stands for nothing is blank. */
export type CellOf = (field: string) => string;

interface Row {
  /** Blank where the row has none. */
  readonly key: string;
  readonly cellOf: CellOf;
}

export function cellsOf(records: YamlRecords | null, source: SourceDef): readonly Row[] {
  if (records === null) return [];
  const header = records.header.map((name) => alikeText(name.trim()));
  const nulls = new Set(source.nulls.map((word) => word.toLowerCase()));
  const key = source.fields[source.key];
  const columns = new Map<string, number>();
  for (const field of [...Object.values(source.fields), ...(key?.parts ?? [])])
    columns.set(
      field.name,
      header.findIndex((name) => namesOf(field).includes(name)),
    );
  return records.rows.map(({ cells }) => {
    const cellOf: CellOf = (field) => {
      const cell = alikeText((cells[columns.get(field) ?? -1] ?? '').trim());
      return nulls.has(cell.toLowerCase()) ? '' : cell;
    };
    const own =
      key?.parts === undefined ? cellOf(source.key) : jointKey(key.parts.map(({ name }) => cellOf(name)));
    return { key: own, cellOf };
  });
}

/**
 * Whether a condition holds, as far as the words of texts tell; null where that takes more than words: then it
 * may. A number or a boolean has many spellings.
 */
export function mayHold(condition: Condition, cellOf: CellOf, source: SourceDef): boolean | null {
  const inner = (part: Condition) => mayHold(part, cellOf, source);
  switch (condition.op) {
    case 'in':
      return source.fields[condition.field]?.type === 'text'
        ? condition.values.some((value) => alikeText(String(value).trim()) === cellOf(condition.field))
        : null;
    case 'present':
      return cellOf(condition.field) !== '';
    case 'not': {
      const held = inner(condition.of);
      return held === null ? null : !held;
    }
    case 'all':
    case 'any': {
      const held = condition.of.map(inner);
      const settles = condition.op === 'any';
      return held.includes(settles) ? settles : held.includes(null) ? null : !settles;
    }
    default:
      return null;
  }
}

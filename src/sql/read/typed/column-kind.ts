import type { FieldDef } from '../../../model/agreement.ts';

/**
 * What a column of a typed table holds, by the engine's name of its type: a `local` time is on no clock, an
 * `instant` is of the whole world, `numeric` are decimals of any length, `binary` fractions of 32 or 64 bits, and
 * `none` is a column without any value. Null where no field can be read from it: lists, structures, bytes.
 */
export type ColumnKind =
  | 'text'
  | 'integer'
  | 'decimal'
  | 'numeric'
  | 'binary'
  | 'boolean'
  | 'date'
  | 'local'
  | 'instant'
  | 'none';

/** A column of a typed table. */
export interface TypedColumn {
  readonly name: string;
  /** As the engine names it. */
  readonly type: string;
  /** As its server names it; missing where that is the engine. */
  readonly told?: string;
}

/** The name of a type of decimals that are as long as they like, and may be none (`NaN`): kept as texts. */
const NUMERIC = 'NUMERIC';

/** The type in which the engine holds a column. */
export const storedType = (type: string): string => (type === NUMERIC ? 'VARCHAR' : type);

/** The name of a type by which a column is called that has no value. */
export const NO_TYPE = 'NULL';

/** The name of a type of times that are instants to one program and local to another. */
export const TIME_OF_96_BITS = 'INT96';

const KINDS: readonly (readonly [type: RegExp, kind: ColumnKind])[] = [
  [/^(?:VARCHAR|UUID|JSON|TIME|ENUM\([^[\]]*\))$/, 'text'],
  [/^U?(?:TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)$/, 'integer'],
  [/^DECIMAL\(\d+,\s*\d+\)$/, 'decimal'],
  [new RegExp(`^${NUMERIC}$`), 'numeric'],
  [/^(?:FLOAT|DOUBLE)$/, 'binary'],
  [/^BOOLEAN$/, 'boolean'],
  [/^DATE$/, 'date'],
  [/^TIMESTAMP(?:_S|_MS|_NS)?$/, 'local'],
  [/^TIMESTAMP WITH TIME ZONE$/, 'instant'],
  [new RegExp(`^${NO_TYPE}$`), 'none'],
];

export function kindOfColumn(type: string): ColumnKind | null {
  return KINDS.find(([name]) => name.test(type))?.[1] ?? null;
}

/** Digits behind the point of a decimal type. */
export const scaleOf = (type: string): number => Number(/,\s*(\d+)\)/.exec(type)?.[1] ?? 0);

const READ: Readonly<Record<FieldDef['type'], readonly ColumnKind[]>> = {
  text: ['text', 'integer', 'decimal', 'numeric', 'binary', 'boolean', 'date', 'local', 'instant'],
  integer: ['integer', 'decimal', 'numeric', 'binary'],
  decimal: ['integer', 'decimal', 'numeric', 'binary'],
  boolean: ['boolean', 'integer'],
  date: ['date', 'local'],
  datetime: ['instant', 'local', 'date'],
};

/** Seconds or thousandths of them since 1970, where the field says that its numbers are that. */
const EPOCHS: Readonly<Record<string, number>> = { epoch: 1_000_000, 'epoch-ms': 1_000 };

/** Microseconds that one of a field's whole numbers counts; null where they are no instants. */
export const epochOf = ({ type, format }: FieldDef): number | null =>
  type === 'datetime' ? (EPOCHS[format ?? ''] ?? null) : null;

/** Whether a field can be read from a column of that type. */
export function isReadable(field: FieldDef, type: string): boolean {
  const kind = kindOfColumn(type);
  if (kind === null) return false;
  if (kind === 'none' || READ[field.type].includes(kind)) return true;
  return kind === 'integer' && epochOf(field) !== null;
}

/** Whether the column says at what time something was, and not in which zone. */
export function needsZone(field: FieldDef, type: string): boolean {
  const kind = kindOfColumn(type);
  return (field.type === 'date' || field.type === 'datetime') && (kind === 'local' || kind === 'date');
}

import type { FieldDef } from '../model/agreement.ts';
import type { ZoneTable } from '../model/plan.ts';
import type { Dialect } from './dialect.ts';
import { localTime } from './local-time.ts';
import { dateReader } from './read-date.ts';
import { booleanOf, numberOf } from './read-number.ts';

const DAY = 86_400_000_000;

/** Dates before 1990 and from 2100 on are slips of the pen or placeholders. */
const PLAUSIBLE = { from: Date.UTC(1990, 0, 1) * 1000, to: Date.UTC(2100, 0, 1) * 1000 };

/** How one field's cell becomes a value: columns that are added layer by layer, each layer seeing those before. */
export interface FieldReader {
  readonly field: FieldDef;
  /** Column of the clean cell. */
  readonly cell: string;
  readonly layers: readonly (readonly string[])[];
  /** Column of the parsed value: the cell itself for text, UTC microseconds for dates. */
  readonly value: string;
  /** Of dates: seconds to the latest reading. */
  readonly spread: string | null;
  /** Of dates: whether the clock skips the cell's local time. */
  readonly gap: string | null;
  /** Tests for what can be wrong with the cell, never null, false for a blank one; and the name of each. */
  readonly faults: readonly string[];
  readonly reasons: readonly string[];
}

export function fieldReader(
  field: FieldDef,
  index: number,
  zone: ZoneTable | null,
  dialect: Dialect,
): FieldReader {
  const cell = `x${index}`;
  const value = `v${index}`;
  const text: FieldReader = {
    field,
    cell,
    layers: [],
    value: cell,
    spread: null,
    gap: null,
    faults: [],
    reasons: [],
  };
  switch (field.type) {
    case 'text':
      return text;
    case 'integer':
    case 'decimal':
    case 'boolean': {
      const parsed = field.type === 'boolean' ? booleanOf(cell, dialect) : numberOf(cell, field, dialect);
      const reason = { integer: 'not-an-integer', decimal: 'not-a-number', boolean: 'not-a-boolean' }[
        field.type
      ];
      return {
        ...text,
        layers: [[`${parsed} AS ${value}`]],
        value,
        faults: [`(${cell} IS NOT NULL AND ${value} IS NULL)`],
        reasons: [reason],
      };
    }
    case 'date':
    case 'datetime':
      return timeReader(text, index, zone, dialect);
  }
}

function timeReader(text: FieldReader, index: number, zone: ZoneTable | null, dialect: Dialect): FieldReader {
  const [value, shape, local, offset, day] = ['v', 's', 'l', 'o', 'd'].map((letter) => letter + index);
  const [spread, gap] = [`w${index}`, `g${index}`];
  const reader = dateReader(text.cell, text.field, dialect);
  const parts = reader.parts(`${shape}`);
  const clock = zone === null ? null : localTime(zone);
  const plausible = `${local} >= ${PLAUSIBLE.from} AND ${local} < ${PLAUSIBLE.to}`;
  const naive = clock === null ? 'NULL::BIGINT' : clock.earliest(`${local}`);
  const nextDay = clock === null ? 'NULL' : clock.earliest(`(${local} + ${DAY})`);
  const width = clock === null ? '0' : clock.spread(`${local}`);
  return {
    ...text,
    layers: [
      [`${reader.shape} AS ${shape}`],
      [`${parts.local} AS ${local}`, `${parts.offset} AS ${offset}`, `${parts.dateOnly} AS ${day}`],
      [
        `CASE WHEN ${plausible} THEN CASE WHEN ${offset} IS NOT NULL THEN ${local} - ${offset} ELSE ${naive} END END AS ${value}`,
      ],
      [
        `CAST(CASE WHEN ${local} IS NULL THEN NULL WHEN ${day} THEN ((${nextDay}) - ${value}) // 1000000
          WHEN ${offset} IS NOT NULL THEN 0 ELSE ${width} END AS INTEGER) AS ${spread}`,
        `coalesce(${offset} IS NULL AND NOT ${day} AND ${clock === null ? 'false' : clock.skipped(`${local}`)}, false) AS ${gap}`,
      ],
    ],
    value: `${value}`,
    spread,
    gap,
    faults: [
      `(${text.cell} IS NOT NULL AND ${local} IS NULL)`,
      `(${local} IS NOT NULL AND NOT (${plausible}))`,
      `(${local} IS NOT NULL AND ${value} IS NULL)`,
    ],
    reasons: ['not-a-date', 'implausible-date', 'no-offset'],
  };
}

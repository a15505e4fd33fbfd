import type { FieldDef } from '../model/agreement.ts';
import { plainForms, visible } from './plain-date.ts';
import { nullWords, noWord } from './read-cell.ts';
import { PLAUSIBLE, type Reading, type Use } from './read-field.ts';
import { booleanOf, quickNumber } from './read-number.ts';

const DAY = 86_400_000_000;

/** How a field's cells of the frequent forms are read, without looking for anything that could be wrong with them. */
export interface PlainReader {
  readonly field: FieldDef;
  /** Column of the raw cell, which is the clean cell too. */
  readonly raw: string;
  readonly cell: string;
  readonly layers: readonly (readonly string[])[];
  readonly value: string;
  readonly spread: string | null;
  /** Whether the cell is of a frequent form, or blank, which may be null. The long way gives the same for each such cell. */
  readonly plain: string;
}

/** Null where a field has no frequent form. */
export function plainReader(field: FieldDef, index: number, use: Use, reading: Reading): PlainReader | null {
  switch (field.type) {
    case 'text':
      return textCell(field, index, use, reading);
    case 'integer':
    case 'decimal':
      return valueCell(field, index, quickNumber(`c${index}`, field, reading.dialect), reading);
    case 'boolean':
      return valueCell(field, index, booleanOf(`c${index}`, field, reading.dialect), reading);
    case 'date':
    case 'datetime':
      return timeCell(field, index, reading);
  }
}

function textCell(field: FieldDef, index: number, use: Use, { nulls, dialect }: Reading): PlainReader {
  const [raw, last] = [`c${index}`, `e${index}`];
  const words = nullWords(nulls);
  const isEnough = use === 'presence' && words.length === 0;
  const tests = [
    visible(raw),
    ...(isEnough ? [] : [visible(last)]),
    ...(words.length === 0 ? [] : [noWord(raw, words, dialect)]),
  ];
  return {
    ...{ field, raw, cell: raw, value: raw, spread: null },
    layers: isEnough ? [] : [[`${raw}[-1] AS ${last}`]],
    plain: tests.join(' AND '),
  };
}

/** Of values whose reading tells that the cell is nothing else. */
function valueCell(field: FieldDef, index: number, sql: string, { nulls, dialect }: Reading): PlainReader {
  const [raw, value] = [`c${index}`, `v${index}`];
  const words = nullWords(nulls);
  const known = `(${raw} IS NULL) = (${value} IS NULL)`;
  return {
    ...{ field, raw, cell: raw, value, spread: null },
    layers: [[`${sql} AS ${value}`]],
    plain: [known, ...(words.length === 0 ? [] : [noWord(raw, words, dialect)])].join(' AND '),
  };
}

function timeCell(field: FieldDef, index: number, { nulls, clock, dialect }: Reading): PlainReader | null {
  const [raw, last, value, spread] = [`c${index}`, `e${index}`, `v${index}`, `w${index}`];
  // Of a time on no clock nothing is known.
  const forms = plainForms(field, dialect).filter(({ shows }) => shows === 'instant' || clock !== null);
  if (forms.length === 0) return null;
  const words = nullWords(nulls);
  const micros = forms.map((_, form) => `m${index}_${form}`);
  const offset = (local: string) => (clock === null ? 'NULL::BIGINT' : clock.offset(local));
  const utc = forms.map(({ shows }, form) =>
    shows === 'instant' ? `${micros[form]}` : `${micros[form]} - u${index}_${form}`,
  );
  const [only, ...more] = utc;
  const isDay = forms.some(({ shows }) => shows === 'day');
  const next = `m${index}_0 + ${DAY}`;
  const tests = forms.map(({ bare }, form) => bare(raw, last, `${micros[form]}`));
  const isBare = tests.map((test, form) => `CASE WHEN ${micros[form]} IS NULL THEN true ELSE ${test} END`);
  return {
    ...{ field, raw, cell: raw, value, spread },
    layers: [
      [`${raw}[-1] AS ${last}`, ...forms.map((form, i) => `${form.micros(raw)} AS ${micros[i]}`)],
      [
        ...forms.flatMap(({ shows }, form) =>
          shows === 'instant' ? [] : [`${offset(`${micros[form]}`)} AS u${index}_${form}`],
        ),
        ...(isDay ? [`${offset(`(${next})`)} AS n${index}`] : []),
      ],
      [`${more.length === 0 ? only : `coalesce(${utc.join(', ')})`} AS ${value}`],
      [
        isDay
          ? `CAST((${next} - n${index} - ${value}) // 1000000 AS INTEGER) AS ${spread}`
          : `0::INTEGER AS ${spread}`,
      ],
    ],
    plain: [
      `(${raw} IS NULL) = (${isDay ? spread : value} IS NULL)`,
      ...isBare,
      ...forms.flatMap(({ shows }, form) =>
        shows === 'instant'
          ? [`${micros[form]} >= ${PLAUSIBLE.from} AND ${micros[form]} < ${PLAUSIBLE.to}`]
          : [],
      ),
      ...(words.some((word) => /\d/.test(word)) ? [noWord(raw, words, dialect)] : []),
    ].join(' AND '),
  };
}

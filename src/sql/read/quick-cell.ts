import type { FieldDef } from '../../model/agreement.ts';
import { CELL_MARKS } from '../../model/cell-marks.ts';
import { MICROS_PER_DAY } from '../../model/time.ts';
import { mayReadAlike, noWord, nullWords } from './cell.ts';
import { isMarked, plausible, type Reading, type Use } from './field.ts';
import { booleanOf, quickNumber } from './number.ts';
import { plainForms, visible } from './quick-date.ts';

/** How a field's cells of the frequent forms are read, without looking for anything that could be wrong with them. */
export interface PlainReader {
  readonly field: FieldDef;
  /** Column of the raw cell, which is the clean cell too. */
  readonly raw: string;
  readonly cell: string;
  readonly layers: readonly (readonly string[])[];
  readonly value: string;
  /** Null where it is nothing in each such cell. */
  readonly spread: string | null;
  /** Columns whose texts begin visibly where the cell is of a frequent form, or are null. */
  readonly visible: readonly string[];
  /** What else must hold of such a cell, or a blank one; each may be null for that. The long way gives the same for each such cell. */
  readonly plain: readonly string[];
  /** Columns that hold what each of its forms has read; none for a cell of one form. */
  readonly forms: readonly string[];
  /** What the few texts of a column may be asked for by: their column, and whether one is a plain cell, as SQL. */
  readonly texts: { readonly column: string; readonly isPlain: string } | null;
}

/** What a look at some rows has told. */
export interface Sampled {
  /** Whether a form, by its column, is tried at all: cells of any other take the long way. */
  isTried(form: string): boolean;
  /** Plain cells that a column holds often: to be one of these is the quickest test. */
  textsOf(column: string): readonly string[];
}

/** Before any row was looked at. */
export const UNSEEN_ROWS: Sampled = { isTried: () => true, textsOf: () => [] };

export interface CellToRead {
  readonly field: FieldDef;
  /** Position among the fields that are read. */
  readonly index: number;
  readonly use: Use;
  readonly reading: Reading;
  readonly sampled: Sampled;
}

/** Null where a field has no frequent form. */
export function plainReader({ field, index, use, reading, sampled }: CellToRead): PlainReader | null {
  switch (field.type) {
    case 'text':
      return textCell(field, index, use, { ...reading, sampled });
    case 'integer':
    case 'decimal':
      return valueCell(field, index, quickNumber(`c${index}`, field, reading.dialect), reading);
    case 'boolean':
      return valueCell(field, index, booleanOf(`c${index}`, field, reading.dialect), reading);
    case 'date':
    case 'datetime':
      return timeCell(field, index, reading, sampled);
  }
}

function textCell(
  field: FieldDef,
  index: number,
  use: Use,
  { nulls, keys, dialect, sampled, isBook = false }: Reading & Pick<CellToRead, 'sampled'>,
): PlainReader {
  const [raw, last] = [`c${index}`, `e${index}`];
  const words = nullWords(nulls);
  const isEnough = use === 'presence' && words.length === 0;
  const seen = isEnough ? [raw] : [raw, last];
  const plain = [
    ...(isEnough ? [] : [`NOT ${mayReadAlike(raw, dialect)}`]),
    ...(isBook
      ? Object.values(CELL_MARKS).map((mark) => `NOT ${isMarked(field, raw, dialect.text(mark))}`)
      : []),
    ...(keys?.has(field.name) ? [`NOT contains(${raw}, 'E+')`] : []),
    ...(words.length === 0 ? [] : [noWord(raw, words, dialect)]),
  ];
  const isPlain = [visible(seen), ...plain].map((test) => `(${test})`).join(' AND ');
  const often = isEnough ? [] : sampled.textsOf(`k${index}`).map((text) => dialect.text(text));
  const isOften = `list_contains([${often.join(', ')}], ${raw})`;
  return {
    ...{ field, raw, cell: raw, value: raw, spread: null, forms: [] },
    layers: isEnough ? [] : [[`${raw}[-1] AS ${last}`]],
    texts: isEnough ? null : { column: `k${index}`, isPlain },
    ...(often.length === 0
      ? { visible: seen, plain }
      : { visible: [], plain: [`CASE WHEN ${isOften} THEN true ELSE ${isPlain} END`] }),
  };
}

/** Of values whose reading tells that the cell is nothing else. */
function valueCell(field: FieldDef, index: number, sql: string, { nulls, dialect }: Reading): PlainReader {
  const [raw, value] = [`c${index}`, `v${index}`];
  const words = nullWords(nulls);
  const known = `(${raw} IS NULL) = (${value} IS NULL)`;
  return {
    ...{ field, raw, cell: raw, value, spread: null, forms: [], texts: null },
    layers: [[`${sql} AS ${value}`]],
    visible: [],
    plain: [known, ...(words.length === 0 ? [] : [noWord(raw, words, dialect)])],
  };
}

function timeCell(
  field: FieldDef,
  index: number,
  { nulls, clock, dialect }: Reading,
  { isTried }: Sampled,
): PlainReader | null {
  const [raw, last, value, spread] = [`c${index}`, `e${index}`, `v${index}`, `w${index}`];
  const known = plainForms(field, dialect)
    .map((form, nth) => ({ ...form, at: `m${index}_${nth}`, offset: `u${index}_${nth}` }))
    // Of a time on no clock nothing is known.
    .filter(({ shows }) => shows === 'instant' || clock !== null);
  if (known.length === 0) return null;
  const tried = known.filter(({ at }) => isTried(at));
  const forms = tried.length === 0 ? known.slice(0, 1) : tried;
  const words = nullWords(nulls);
  const offset = (local: string) => (clock === null ? 'NULL::BIGINT' : clock.offset(local));
  const utc = forms.map(({ shows, at, offset }) => (shows === 'instant' ? at : `${at} - ${offset}`));
  const day = forms.find(({ shows }) => shows === 'day');
  const next = `${day?.at} + ${MICROS_PER_DAY}`;
  return {
    ...{ field, raw, cell: raw, value, spread: day ? spread : null, texts: null },
    layers: [
      [`${raw}[-1] AS ${last}`, ...forms.map(({ micros, at }) => `${micros(raw)} AS ${at}`)],
      [
        ...forms.flatMap(({ shows, at, offset: name }) =>
          shows === 'instant' ? [] : [`${offset(at)} AS ${name}`],
        ),
        ...(day ? [`${offset(`(${next})`)} AS n${index}`] : []),
      ],
      [`${utc.length === 1 ? utc[0] : `coalesce(${utc.join(', ')})`} AS ${value}`],
      day ? [`CAST((${next} - n${index} - ${value}) // 1000000 AS INTEGER) AS ${spread}`] : [],
    ],
    visible: forms.some(({ bare }) => bare === 'visible') ? [raw, last] : [],
    plain: [
      `(${raw} IS NULL) = (${day ? spread : value} IS NULL)`,
      ...forms.flatMap(({ bare, at }) =>
        typeof bare === 'string' ? [] : [`CASE WHEN ${at} IS NULL THEN true ELSE ${bare(raw, last, at)} END`],
      ),
      ...forms.flatMap(({ shows, at }) =>
        shows === 'instant' ? [`${at} >= ${plausible(field).from} AND ${at} < ${plausible(field).to}`] : [],
      ),
      ...(words.some((word) => /\d/.test(word)) ? [noWord(raw, words, dialect)] : []),
    ],
    forms: forms.map(({ at }) => at),
  };
}

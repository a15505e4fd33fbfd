import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { Written } from '../../src/model/render.ts';
import { compliance as csv } from '../../src/report/formats/csv.ts';
import { formats } from '../../src/report/formats/index.ts';
import { counts, options, rated, scoreboardOf } from './fixtures.ts';

/** Of 9,471 rows 364 have no date and 77 came before the first version; of 613 cases 217 belong to no month. */
const DOCUMENT = scoreboardOf([rated('called', 'missed', counts(1, 40))], {
  undated: [{ id: 'called', unknown: 217, excluded: 0, of: 613, reasons: { 'no-date': 217 } }],
  ledgers: {
    leads: {
      read: 9471,
      judged: 9017,
      excluded: { 'no date': 364, 'before the first version': 77, 'out of scope': 0 },
      rejected: { 'not a date': 13 },
    },
  },
});

/** A list of issues has no place for what is no problem. */
const LAYOUTS = formats
  .filter(({ name, writes }) => writes.includes('compliance') && name !== 'gitlab')
  .flatMap((format) => [
    { name: format.name, format, layout: 'tidy' as const },
    ...(format.name === 'csv' ? [{ name: 'csv, wide', format, layout: 'wide' as const }] : []),
  ]);

const textOf = (written: Written): string =>
  typeof written === 'string'
    ? written
    : Object.values(unzipSync(written))
        .map((part) => strFromU8(part))
        .join('\n');

it.each(LAYOUTS)(
  'a report as $name tells every row that is in no table, by its reason, and the cases of no period',
  async ({ format, layout }) => {
    const { compliance } = await format.load('compliance');
    const text = textOf(compliance?.(DOCUMENT, options({ layout, laws: {} })) ?? '');
    for (const count of [/9[,\u202f]?471/, /9[,\u202f]?017/, /\b364\b/, /\b77\b/, /\b13\b/, /\b217\b/])
      expect(text).toMatch(count);
  },
);

it('the rows of an export stand at the end of a table, as many as were read', () => {
  const tidy = parse(csv(DOCUMENT, options()), { columns: true }) as Record<string, string>[];
  expect(
    tidy.map(({ id, kind, measure, title, unknown, value }) => [id, kind, measure, title, unknown, value]),
  ).toEqual([
    ['called', 'commitment', 'response', 'called', '0', ''],
    ['called', 'commitment', 'response', 'called', '217', ''],
    ['leads', 'rows', 'read', '', '', '9471'],
    ['leads', 'rows', 'judged', '', '', '9017'],
    ['leads', 'rows', 'excluded', 'no date', '', '364'],
    ['leads', 'rows', 'excluded', 'before the first version', '', '77'],
    ['leads', 'rows', 'rejected', 'not a date', '', '13'],
  ]);
  const across = parse(csv(DOCUMENT, options({ layout: 'wide' })), { columns: true }) as Record<
    string,
    string
  >[];
  expect(across.map(({ id, title, noPeriod, rows }) => [id, title, noPeriod, rows])).toEqual([
    ['called', 'called', '217', ''],
    ['leads', 'read', '', '9471'],
    ['leads', 'judged', '', '9017'],
    ['leads', 'excluded: no date', '', '364'],
    ['leads', 'excluded: before the first version', '', '77'],
    ['leads', 'rejected: not a date', '', '13'],
  ]);
});

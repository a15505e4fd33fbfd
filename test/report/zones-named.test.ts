import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { ZONES_RELEASE } from '../../src/calendar/zone.ts';
import type { Written } from '../../src/model/render.ts';
import { formats } from '../../src/report/formats/index.ts';
import { counts, options, rated, scoreboardOf } from './fixtures.ts';

/** A list of issues and a table of periods across: what holds for all of it has no place there. */
const WITHOUT_ROOM = ['gitlab', 'csv, wide'];

const LAYOUTS = formats
  .filter(({ writes }) => writes.includes('compliance'))
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

it.each(LAYOUTS)('a report as $name names the release of the zones', async ({ name, format, layout }) => {
  const document = scoreboardOf([rated('called', 'missed', counts(1, 40))]);
  const { compliance } = await format.load('compliance');
  const text = textOf(compliance?.(document, options({ layout, laws: {} })) ?? '');
  expect(text).not.toBe('');
  expect(text.split(ZONES_RELEASE)).toHaveLength(WITHOUT_ROOM.includes(name) ? 1 : 2);
});

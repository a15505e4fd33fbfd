import { parse } from 'csv-parse/sync';
import { afterEach, describe, expect, it } from 'vitest';
import { reset, speak } from '../../src/messages/index.ts';
import { compliance as csv } from '../../src/report/formats/csv.ts';
import { counts, month, options, rated, result, tableOf } from './fixtures.ts';

afterEach(reset);

const may = rated('first-contact', 'met', counts(96, 4), { period: month(2026, 5) });
const june = rated('first-contact', 'missed', counts(83, 12), { by: { owner: 'Ana; "A", B' } });

describe('CSV', () => {
  it('that is tidy has one result a row, rates unrounded, missing cells empty', () => {
    const rows = parse(csv(tableOf([may, june]), options()), { columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      id: 'first-contact',
      period: '2026-05',
      owner: '',
      met: '96',
      attainment: '0.96',
    });
    expect(rows[1]).toMatchObject({
      owner: 'Ana; "A", B',
      verdict: 'missed',
      attainment: String(83 / 95),
      value: '',
    });
  });

  it('that is wide has one promise a row and three columns a period', () => {
    const rows = parse(csv(tableOf([may, { ...june, by: null }]), options({ layout: 'wide' }))) as string[][];
    expect(rows).toEqual([
      [
        'agreement',
        'id',
        'title',
        'owedBy',
        'owedTo',
        'target',
        '2026-05',
        '2026-05 cases',
        '2026-05 verdict',
        '2026-06',
        '2026-06 cases',
        '2026-06 verdict',
      ],
      [
        'acme-demand',
        'first-contact',
        'first-contact',
        'sales',
        'marketing',
        '0.95',
        '0.96',
        '100',
        'met',
        String(83 / 95),
        '95',
        'missed',
      ],
    ]);
  });

  it('that is wide has the part of leads that came back beside each period, where the data tell it', () => {
    const again = { ...may, recycled: { counts: counts(3, 1, 2), attainment: 0.75, value: null } };
    const volume = result({
      id: 'volume',
      value: 120,
      counts: counts(120, 0),
      target: { cmp: '>=', value: 100, of: 'number', unit: null, text: '>= 100 per month' },
      recycled: { counts: counts(7, 0), attainment: null, value: 7 },
    });
    const text = csv(tableOf([again, volume]), options({ layout: 'wide' }));
    const rows = parse(text, { columns: true }) as Record<string, string>[];
    expect(rows[0]).toMatchObject({
      '2026-05': '0.96',
      '2026-05 verdict': 'met',
      '2026-05 recycled': '0.75',
      '2026-05 recycled cases': '4',
      '2026-06 recycled': '',
      '2026-06 recycled cases': '',
    });
    expect(rows[1]).toMatchObject({
      '2026-06': '120',
      '2026-06 recycled': '7',
      '2026-06 recycled cases': '7',
    });
  });

  it('for Excel has a byte order mark, and in French semicolons and decimal commas, with the same names', async () => {
    expect(csv(tableOf([may]), options({ excel: true }))).toContain(',0.96,');
    await speak('fr');
    const text = csv(tableOf([may]), options({ excel: true }));
    expect(text.startsWith('\ufeffagreement;id;')).toBe(true);
    expect(text).toContain(';0,96;');
    expect(text).toContain(';met;');
  });

  it('that is not for Excel is the same in every language', async () => {
    const english = csv(tableOf([may, june]), options());
    await speak('fr');
    expect(csv(tableOf([may, june]), options())).toBe(english);
  });

  it('leaves numbers alone that are below zero', () => {
    const target = { cmp: '>=', value: 0, of: 'number', unit: null, text: '>= 0 per month' } as const;
    expect(csv(tableOf([result({ id: 'sum', value: -5, target })]), options())).toContain(',-5,');
  });

  it('of nothing is a header', () => {
    expect(csv(tableOf([]), options()).split('\r\n')).toHaveLength(2);
  });
});

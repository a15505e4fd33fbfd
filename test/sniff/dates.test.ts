import { describe, expect, it } from 'vitest';
import { checkDateFormat } from '../../src/dates/format.ts';
import { column, lines, sniffed } from './sniffed.ts';

const dates = async (...cells: string[]) =>
  column(await sniffed(lines('Created at', ...cells)), 'Created at');

describe('the order of day and month', () => {
  it('is proved by a first number over 12', async () => {
    const found = await dates('09/03/2026', '31/12/2025', '01/02/2026');
    expect(found).toMatchObject({ type: 'date', format: 'dd/MM/yyyy', candidates: ['dd/MM/yyyy'] });
    expect(found.evidence).toContain('31 appears as first number');
  });

  it('is proved by a second number over 12', async () => {
    const found = await dates('3/9/2026', '12/31/2025');
    expect(found).toMatchObject({ type: 'date', format: 'M/d/yyyy' });
    expect(found.evidence).toContain('31 appears as second number');
  });

  it('is not guessed where no number is over 12', async () => {
    const found = await dates('09/03/2026', '01/02/2026', '12/12/2025');
    expect(found).toMatchObject({ type: 'date', format: null, candidates: ['dd/MM/yyyy', 'MM/dd/yyyy'] });
  });

  it('is not decided where both numbers are over 12 somewhere', async () => {
    const found = await dates('31/12/2025', '12/31/2025');
    expect(found.format).toBeNull();
    expect(found.evidence).toContain('two formats in one column');
  });

  it('is behind a year of two digits where the first number hardly changes', async () => {
    expect(await dates('26.01.05', '26.01.17', '26.02.03', '25.12.30')).toMatchObject({
      format: 'yy.MM.dd',
      candidates: ['yy.MM.dd'],
    });
    expect((await dates('26.01.05 09:14', '26.01.17 10:00')).format).toBe('yy.MM.dd HH:mm');
    // Days of one month, each under another year: whoever counts from 1 to 12 may mean a day.
    expect((await dates('05.01.24', '05.02.25', '05.13.26')).format).not.toContain('yy.');
    expect((await dates('26.01.05', '17.02.05', '30.03.06')).format).toBe('dd.MM.yy');
  });

  it('is read behind the day of the week', async () => {
    const found = await dates('Mo 05.01.2026', 'Di 31.03.2026', 'So 01.02.2026');
    expect(found).toMatchObject({ type: 'date', format: 'EEEE dd.MM.yyyy' });
    expect((await dates('lun. 05/01/2026 à 9:14', 'mar. 31/03/2026 à 17:00')).format).toMatch(/^EEEE/);
  });

  it('is not proved by a number that is no day', async () => {
    expect((await dates('45/03/2026', '01/02/2026')).format).toBeNull();
  });

  it('rests on all cells, not on the first thousand', async () => {
    const cells = Array.from({ length: 5000 }, () => '01/02/2026');
    expect((await dates(...cells)).format).toBeNull();
    expect((await dates(...cells, '13/02/2026')).format).toBe('dd/MM/yyyy');
  });
});

describe('formats of dates', () => {
  it.each([
    ['iso', ['2026-03-02', '2026-03-03'], 'date'],
    ['iso', ['2026-03-02 09:14', '2026-03-02T09:14:00+01:00'], 'datetime'],
    ['dd/MM/yyyy HH:mm', ['31/03/2026 09:14', '02/03/2026 17:00'], 'datetime'],
    ['d/M/yyyy H:mm', ['31/3/2026 9:14', '02/11/2026 17:00'], 'datetime'],
    ['M/d/yyyy h:mm a', ['3/15/2024 2:30 PM', '11/2/2024 12:05 AM'], 'datetime'],
    ['dd.MM.yyyy HH:mm:ss', ['31.03.2026 09:14:00', '02.03.2026 17:00:01'], 'datetime'],
    ['dd MMM, yyyy HH:mm:ss', ['15 Apr, 2021 00:03:00', '16 May, 2021 11:09:00'], 'datetime'],
    ['MMM dd, yyyy', ['Apr 15, 2021', 'May 16, 2021'], 'date'],
    ['yyyyMMdd', ['20260302', '20260331'], 'date'],
    ['epoch', ['1772442840', '1772442841'], 'datetime'],
    ['epoch-ms', ['1772442840000', '1772442841000'], 'datetime'],
  ])('are read off the cells: %s', async (format, cells, type) => {
    const found = await dates(...cells);
    expect(found).toMatchObject({ format, type });
    expect(checkDateFormat(format, found.type as 'date' | 'datetime')).toMatchObject({ ok: true });
  });

  it('are dates where the time is always midnight', async () => {
    const found = await dates('2026-12-01 00:00', '2026-12-31 00:00');
    expect(found.type).toBe('date');
    expect(found.notes.join()).toContain('00:00');
  });

  it('say whether cells carry an offset', async () => {
    expect((await dates('2026-03-02T09:14:00Z', '2026-03-03T09:14:00Z')).offset).toBe('always');
    expect((await dates('2026-03-02T09:14:00', '2026-03-03T09:14:00')).offset).toBe('never');
    expect((await dates('2026-03-02T09:14:00', '2026-03-03T09:14:00+02:00')).offset).toBe('sometimes');
  });

  it('are not believed where two formats share a column', async () => {
    const found = await dates('2026-03-02', '2026-03-03', '03/04/2026');
    expect(found.type).toBe('text');
    expect(found.notes.join()).toContain('two formats');
  });

  it('with names of months are read off too', async () => {
    expect((await dates('15 avr, 2021', '16 mai, 2021')).format).toBe('dd MMM, yyyy');
  });

  it.each([
    ['05-Jan-26', '31-Mar-26', 'dd-MMM-yy'],
    ['5 janv. 26 09:14', '31 mars 26 10:00', 'd MMM yy HH:mm'],
    ['05/01/2026 09 h 14', '31/01/2026 12 h 30', "dd/MM/yyyy HH 'h' mm"],
  ])('as %s are in a format that can be read', async (one, other, format) => {
    expect((await dates(one, other)).format).toBe(format);
    expect(checkDateFormat(format, 'date').ok).toBe(true);
  });

  it('with a word that is no month in any language are read in no format', async () => {
    expect((await dates('15 xyz, 2021', '16 xyz, 2021')).format).toBeNull();
  });

  it('count the cells of another form, and keep words for blank apart', async () => {
    const cells = [...Array.from({ length: 20 }, () => '31/03/2026'), 'n/c', 'n/c', 'à rappeler'];
    expect(await dates(...cells)).toMatchObject({
      format: 'dd/MM/yyyy',
      nulls: { 'n/c': 2 },
      unlike: 1,
      unlikeExamples: ['à rappeler'],
    });
  });
});

describe('whole numbers', () => {
  it('are no dates under a header that does not speak of one', async () => {
    const found = column(await sniffed(lines('Amount', '20260302', '20260331')), 'Amount');
    expect(found).toMatchObject({ type: 'integer' });
  });
});

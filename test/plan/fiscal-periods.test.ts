import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/calendar/day.ts';
import { zoneTable } from '../../src/calendar/zone.ts';
import type { PeriodUnit } from '../../src/model/time.ts';
import { type Cut, midnight, periodOfDay, periodOfLabel, periodsBetween } from '../../src/plan/periods.ts';

const zone = zoneTable('Europe/Paris', Date.UTC(2020, 0, 1) * 1000, Date.UTC(2030, 0, 1) * 1000);

const cutFrom = (yearStarts: number): Cut => ({ zone, yearStarts });

function day(text: string): number {
  const [year = 0, month = 0, date = 0] = text.split('-').map(Number);
  return dayOf(year, month, date) ?? Number.NaN;
}

const at = (text: string): number => midnight(zone, day(text));

/** Month in which the year starts, a date, its unit, and its period: label, first date, first date after it. */
type Row = readonly [number, string, PeriodUnit, string, string, string];

describe('a year that starts in another month than January', () => {
  it.each<Row>([
    [2, '2026-01-20', 'quarter', 'FY2025-Q4', '2025-11-01', '2026-02-01'],
    [2, '2026-01-20', 'year', 'FY2025', '2025-02-01', '2026-02-01'],
    [2, '2026-02-01', 'quarter', 'FY2026-Q1', '2026-02-01', '2026-05-01'],
    [2, '2026-04-10', 'quarter', 'FY2026-Q1', '2026-02-01', '2026-05-01'],
    [2, '2026-05-10', 'quarter', 'FY2026-Q2', '2026-05-01', '2026-08-01'],
    [2, '2026-12-31', 'quarter', 'FY2026-Q4', '2026-11-01', '2027-02-01'],
    [2, '2026-12-31', 'year', 'FY2026', '2026-02-01', '2027-02-01'],
    [4, '2026-03-31', 'quarter', 'FY2025-Q4', '2026-01-01', '2026-04-01'],
    [4, '2026-04-01', 'quarter', 'FY2026-Q1', '2026-04-01', '2026-07-01'],
    [10, '2026-09-30', 'year', 'FY2025', '2025-10-01', '2026-10-01'],
    [12, '2026-11-30', 'quarter', 'FY2025-Q4', '2026-09-01', '2026-12-01'],
    [12, '2026-12-01', 'quarter', 'FY2026-Q1', '2026-12-01', '2027-03-01'],
    [12, '2027-02-28', 'quarter', 'FY2026-Q1', '2026-12-01', '2027-03-01'],
    // Months and weeks stay those of the calendar.
    [2, '2026-01-20', 'month', '2026-01', '2026-01-01', '2026-02-01'],
    [2, '2026-01-20', 'week', '2026-W04', '2026-01-19', '2026-01-26'],
    [2, '2026-03-29', 'day', '2026-03-29', '2026-03-29', '2026-03-30'],
    // A year that starts in January is that of the calendar, under its name.
    [1, '2026-01-20', 'quarter', '2026-Q1', '2026-01-01', '2026-04-01'],
    [1, '2026-12-31', 'year', '2026', '2026-01-01', '2027-01-01'],
  ])('in month %i: %s lies in the %s %s', (starts, date, unit, label, from, to) => {
    const period = { label, unit, from: at(from), to: at(to) };
    expect(periodOfDay(unit, day(date), cutFrom(starts))).toEqual(period);
    expect(periodOfLabel(label, cutFrom(starts))).toEqual(period);
  });

  it('is cut without gaps, each of its days in one quarter', () => {
    for (let starts = 1; starts <= 12; starts++) {
      const quarters = periodsBetween('quarter', at('2025-01-01'), at('2026-12-31'), cutFrom(starts));
      expect(quarters.slice(1).map(({ from }) => from)).toEqual(quarters.slice(0, -1).map(({ to }) => to));
      expect(new Set(quarters.map(({ label }) => label)).size).toBe(quarters.length);
      expect([8, 9]).toContain(quarters.length);
    }
  });

  it('has no label of the other kind of year, so that none is read as another', () => {
    for (const label of [
      '2026-Q1',
      '2026',
      'FY2026-Q5',
      'FY2026-03',
      'FY2026-W10',
      'FY2026-03-01',
      '2026-02-29',
      '2026-13',
      '2026-00',
    ]) {
      expect(periodOfLabel(label, cutFrom(4))).toBeNull();
    }
    for (const label of ['FY2026-Q1', 'FY2026']) expect(periodOfLabel(label, cutFrom(1))).toBeNull();
  });
});
